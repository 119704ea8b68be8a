SELECT kind, at, note, aspect, position
FROM log
WHERE edition = ? AND kind IN ('approve', 'revoke') AND parcel IS NULL
ORDER BY position
