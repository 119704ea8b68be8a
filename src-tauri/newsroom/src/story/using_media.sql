SELECT DISTINCT edition.story
FROM wording
JOIN edition ON edition.id = wording.edition
WHERE wording.kind = 'image' AND wording.hash = ?1
UNION
SELECT story_author.story
FROM name_entry
JOIN story_author ON story_author.author = name_entry.id
WHERE name_entry.photo = ?2
