INSERT INTO basis (
    edition, translation, originals, original_revision, kind, since, reason, person, nod, at, log
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9, ?10)
