SELECT DISTINCT edition.story
FROM wording
JOIN edition ON edition.id = wording.edition
WHERE wording.kind = 'image' AND wording.hash = ?
