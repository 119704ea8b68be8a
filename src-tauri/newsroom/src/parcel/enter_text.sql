INSERT OR IGNORE INTO text (content_hash, language, headline, lead, body, variants, erased)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
