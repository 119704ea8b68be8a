SELECT revision.id
FROM wording
JOIN revision ON revision.edition = wording.edition
JOIN block ON block.revision = revision.id AND block.block = wording.block
WHERE wording.edition = ?1 AND wording.block = ?2 AND wording.hash = ?3 AND block.hash = ?3
ORDER BY revision.number DESC
LIMIT 1
