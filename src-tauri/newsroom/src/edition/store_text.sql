-- Words that were erased and that somebody writes again are there again.
INSERT INTO text (content_hash, language, headline, lead, body, variants)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (content_hash) DO UPDATE
SET headline = excluded.headline, lead = excluded.lead, body = excluded.body,
    variants = excluded.variants, erased = NULL
WHERE text.erased IS NOT NULL
