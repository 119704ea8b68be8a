SELECT id, edition, number, parent, content_hash, person, at, reason
FROM revision
WHERE edition = ?
ORDER BY number DESC
