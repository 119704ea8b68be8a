SELECT story, language, listed FROM file
WHERE listed IS NOT NULL
ORDER BY path
