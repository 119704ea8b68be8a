SELECT at, age, path FROM stretch
WHERE list = ?1 AND (at, age, path) <= (?2, ?3, ?4)
ORDER BY at DESC, age DESC, path DESC LIMIT 1
