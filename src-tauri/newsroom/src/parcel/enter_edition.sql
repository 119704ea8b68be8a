INSERT INTO edition (id, story, language, made_from, extra) VALUES (?1, ?2, ?3, ?4, ?5)
