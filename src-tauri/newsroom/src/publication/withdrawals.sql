SELECT edition, kind, at, note, person
FROM log
WHERE story = ? AND kind IN ('hold', 'withdraw', 'reinstate') AND parcel IS NULL
ORDER BY position DESC
