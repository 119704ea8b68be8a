SELECT listed FROM file
WHERE language = ? AND listed IS NOT NULL
ORDER BY at DESC, age DESC
LIMIT ?
