INSERT INTO revision (
    id, edition, number, parent, merged, content_hash, person, at, device, reason, seen, log
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
