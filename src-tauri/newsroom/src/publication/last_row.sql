SELECT revision, content, details, names, followed, path, sha256, overridden
FROM export_row
WHERE edition = ? AND site = 1
ORDER BY position DESC
LIMIT 1
