SELECT basis.position, basis.edition
FROM basis
WHERE basis.translation IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM wording
    WHERE wording.edition = basis.edition AND wording.hash = basis.translation
)
