UPDATE text
SET headline = '', lead = '', body = '', variants = '{}', erased = ?2
WHERE content_hash = ?1
