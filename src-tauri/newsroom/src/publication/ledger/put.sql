INSERT INTO file (path, sha256, kind, story, language, part, size, modified)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (path) DO UPDATE SET
    sha256 = excluded.sha256,
    kind = excluded.kind,
    story = excluded.story,
    language = excluded.language,
    part = excluded.part,
    size = excluded.size,
    modified = excluded.modified
