SELECT revision.id, edition.language, revision.content_hash, revision.reason
FROM revision
JOIN edition ON edition.id = revision.edition
JOIN text ON text.content_hash = revision.content_hash AND text.erased IS NULL
