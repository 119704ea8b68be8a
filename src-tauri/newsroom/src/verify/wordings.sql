SELECT DISTINCT revision.id
FROM block
JOIN revision ON revision.id = block.revision
WHERE NOT EXISTS (
    SELECT 1 FROM wording
    WHERE wording.edition = revision.edition AND wording.block = block.block
      AND wording.hash = block.hash AND wording.kind = block.kind
)
