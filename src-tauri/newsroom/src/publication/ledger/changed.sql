-- NOT INDEXED leaves the range of positions as the one way in.
SELECT DISTINCT story
FROM change NOT INDEXED
WHERE position > ?1 AND story IS NOT NULL AND (?2 OR what <> 'export')
ORDER BY story
