INSERT INTO file (path, sha256, kind, story, language, part, size, modified, listed)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (path) DO NOTHING
