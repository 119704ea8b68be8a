INSERT INTO story (id, slug, original, created, created_by, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
