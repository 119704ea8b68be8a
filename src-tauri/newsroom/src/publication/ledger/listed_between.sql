SELECT file.story, file.language, file.listed
FROM entry
CROSS JOIN file USING (path)
WHERE entry.list IN (?1, ?2, ?3) AND entry.at BETWEEN ?4 AND ?5
ORDER BY entry.at DESC, entry.age DESC, path
LIMIT ?6
