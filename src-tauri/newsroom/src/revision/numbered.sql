SELECT id, edition, number, parent, content_hash, person, at, reason, seen
FROM revision
WHERE edition = ? AND number = ?
