INSERT OR IGNORE INTO link (edition, block, original)
SELECT edition, block, ?3 FROM link WHERE edition = ?1 AND original = ?2
