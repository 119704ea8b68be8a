SELECT id, number, parent, merged, content_hash, person, at, device, reason, seen
FROM revision
WHERE edition = ?
ORDER BY number
