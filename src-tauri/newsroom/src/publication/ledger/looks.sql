SELECT path, size, modified
FROM file INDEXED BY file_look ORDER BY path
