SELECT file.listed
FROM (
    SELECT path FROM entry
    WHERE list = ? ORDER BY at DESC, age DESC, path DESC LIMIT ?
)
JOIN file USING (path)
