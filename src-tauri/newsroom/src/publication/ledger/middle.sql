SELECT at, age, path FROM entry
WHERE list = ?1 AND (at, age, path) >= (?2, ?3, ?4)
ORDER BY at, age, path LIMIT 1 OFFSET ?5
