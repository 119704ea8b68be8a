SELECT file.listed
FROM (
    SELECT path, at, age FROM entry
    WHERE list = ?1 AND (at, age, path) >= (?2, ?3, ?4) ORDER BY at, age, path LIMIT ?5 OFFSET ?6
) place
JOIN file USING (path)
ORDER BY place.at DESC, place.age DESC, place.path DESC
