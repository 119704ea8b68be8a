INSERT INTO board_tag (story, kind, person, languages, changed) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT DO UPDATE SET languages = excluded.languages, changed = excluded.changed
