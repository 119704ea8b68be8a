INSERT OR IGNORE INTO text (content_hash, language, headline, lead, body, variants)
VALUES (?, ?, ?, ?, ?, ?)
