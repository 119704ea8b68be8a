SELECT position, kind, revision, content, details, person, at, note, aspect
FROM log
WHERE edition = ? AND kind IN ('submit', 'return', 'approve', 'revoke')
    AND parcel IS NULL
ORDER BY position DESC
