SELECT count(*) FROM entry
WHERE list = ?1 AND (at, age, path) < (?2, ?3, ?4)
