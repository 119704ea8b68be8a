-- Whoever wrote the newest revision or confirmed in it, whichever came last. A confirmation is a
-- row of the log itself, so one that came after the revision has a higher position.
SELECT person FROM (
    SELECT person, log, 0 AS confirmed, 0 AS position FROM revision
    WHERE id = (SELECT head FROM edition WHERE id = ?1)
    UNION ALL
    SELECT person, log, 1, position FROM basis WHERE edition = ?1 AND kind = 'confirmed'
)
ORDER BY log DESC, confirmed, position DESC
LIMIT 1
