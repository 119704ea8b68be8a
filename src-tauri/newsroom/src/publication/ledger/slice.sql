SELECT file.listed
FROM (
    SELECT path, at, age FROM entry
    WHERE list = ?1 ORDER BY at, age, path LIMIT ?3 OFFSET ?2
) place
JOIN file USING (path)
ORDER BY place.at DESC, place.age DESC, place.path DESC
