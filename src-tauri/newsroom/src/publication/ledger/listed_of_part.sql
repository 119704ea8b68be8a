SELECT story, language, listed FROM file
WHERE part = ? AND listed IS NOT NULL
ORDER BY path
