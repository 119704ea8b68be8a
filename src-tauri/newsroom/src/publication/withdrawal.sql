SELECT kind, at, note, person
FROM log
WHERE story = ?1 AND (edition IS NULL OR edition = ?2)
    AND kind IN ('hold', 'withdraw', 'reinstate') AND parcel IS NULL
ORDER BY position DESC
LIMIT 1
