SELECT position, translation, originals, original_revision, kind, since, nod, log
FROM basis
WHERE edition = ?
ORDER BY position
