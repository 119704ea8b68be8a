INSERT OR REPLACE INTO draft (
    edition, save, content_hash, headline, lead, body, variants, seen, person, at, sitting,
    uncut_since
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
