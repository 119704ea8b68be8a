SELECT headline, lead, body, variants, save, content_hash, seen, person, at
FROM draft
WHERE edition = ?
