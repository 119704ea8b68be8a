SELECT id, edition, number, parent, content_hash, person, at, reason
FROM revision
WHERE edition = ? AND number = ?
