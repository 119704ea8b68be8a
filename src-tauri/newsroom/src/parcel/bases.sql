SELECT position, translation, originals, original_revision, kind, since, reason, person, at
FROM basis
WHERE edition = ?
ORDER BY position
