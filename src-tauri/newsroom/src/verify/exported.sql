SELECT DISTINCT revision.id
FROM export_row
JOIN revision ON revision.id = export_row.revision
WHERE export_row.content IS NOT revision.content_hash
