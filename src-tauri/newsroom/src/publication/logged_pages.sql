SELECT story.slug, edition.language, revision.number, export_row.path, export_row.overridden,
       export_row.findings
FROM export_row
CROSS JOIN edition ON edition.id = export_row.edition
CROSS JOIN story ON story.id = edition.story
LEFT JOIN revision ON revision.id = export_row.revision
WHERE export_row.run = ?1
ORDER BY export_row.position
LIMIT ?2 OFFSET ?3
