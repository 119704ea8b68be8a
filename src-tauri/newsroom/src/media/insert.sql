INSERT OR IGNORE INTO media (hash, bytes, extension, width, height, file_name, added, added_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
