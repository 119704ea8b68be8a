SELECT story, language, listed FROM file
WHERE listed IS NOT NULL AND at BETWEEN ? AND ?
ORDER BY at DESC, age DESC, path
LIMIT ?
