SELECT story.slug, edition.language, export_held.path, export_held.findings
FROM export_held
CROSS JOIN edition ON edition.id = export_held.edition
CROSS JOIN story ON story.id = edition.story
WHERE export_held.run = ?1
ORDER BY export_held.position
LIMIT ?2 OFFSET ?3
