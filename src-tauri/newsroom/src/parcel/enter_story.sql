INSERT INTO story (id, slug, original, created, created_by, embargo, views)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
