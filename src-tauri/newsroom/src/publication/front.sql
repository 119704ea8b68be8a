SELECT edition.story, export_row.content, export_row.path
FROM edition
JOIN story ON story.id = edition.story
JOIN export_row ON export_row.position = (
    SELECT max(position) FROM export_row WHERE export_row.edition = edition.id AND site = 1
)
WHERE edition.language = ?1 AND export_row.content IS NOT NULL
ORDER BY story.first_published DESC, story.id DESC
LIMIT ?2
