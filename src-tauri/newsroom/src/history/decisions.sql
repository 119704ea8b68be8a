SELECT kind, revision, person, at, note, parcel IS NOT NULL
FROM log
WHERE story = ?1 AND (edition IS NULL OR edition = ?2)
ORDER BY position DESC
