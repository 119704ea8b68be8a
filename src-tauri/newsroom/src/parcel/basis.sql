SELECT position
FROM basis
WHERE edition = ?1 AND translation IS ?2 AND originals = ?3 AND original_revision IS ?4
    AND kind = ?5 AND reason IS ?6 AND person = ?7 AND at = ?8
ORDER BY position
LIMIT 1
