SELECT DISTINCT revision.id
FROM log
JOIN revision ON revision.id = log.revision
WHERE log.content IS NOT NULL AND log.content <> revision.content_hash
