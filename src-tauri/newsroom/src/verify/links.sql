SELECT DISTINCT link.edition
FROM link
WHERE NOT EXISTS (
    SELECT 1 FROM wording WHERE wording.edition = link.edition AND wording.block = link.block
)
