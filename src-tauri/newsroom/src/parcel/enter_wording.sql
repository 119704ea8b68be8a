INSERT INTO wording (edition, block, hash, kind, recency) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (edition, block, hash) DO NOTHING
