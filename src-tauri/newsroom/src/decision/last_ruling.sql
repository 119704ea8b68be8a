SELECT position, kind, revision, content, details, person, at, note, aspect
FROM log
WHERE edition = ?1 AND kind IN ('approve', 'revoke') AND position < ?2 AND parcel IS NULL
ORDER BY position DESC
