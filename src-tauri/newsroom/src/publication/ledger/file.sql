SELECT path, sha256, kind, story, language, part, size, modified
FROM file WHERE path = ?
