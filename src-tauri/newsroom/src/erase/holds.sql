SELECT 1 FROM text WHERE content_hash = ?1 AND erased IS NULL
UNION ALL
SELECT 1 FROM draft WHERE content_hash = ?1
