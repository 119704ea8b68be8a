SELECT DISTINCT edition.story, edition.id
FROM edition
WHERE edition.id IN (SELECT edition FROM revision WHERE content_hash = ?1)
   OR edition.id IN (SELECT edition FROM draft WHERE content_hash = ?1)
