SELECT headline, lead, body, variants, save, content_hash, seen, person, at, sitting, uncut_since
FROM draft
WHERE edition = ?
