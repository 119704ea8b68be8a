-- Whether a draft of the story says what its newest revision does not.
SELECT 1
FROM draft
JOIN edition ON edition.id = draft.edition
LEFT JOIN revision ON revision.id = edition.head
WHERE edition.story = ? AND revision.content_hash IS NOT draft.content_hash
