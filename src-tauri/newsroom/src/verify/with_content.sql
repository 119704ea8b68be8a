SELECT story.slug || ' ' || edition.language || ' r' || revision.number
FROM revision
JOIN edition ON edition.id = revision.edition
JOIN story ON story.id = edition.story
WHERE revision.content_hash = ?
ORDER BY 1
