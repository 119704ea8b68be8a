SELECT 1
FROM edition
JOIN revision ON revision.id = edition.head
WHERE edition.id = ? AND revision.content_hash = ?
