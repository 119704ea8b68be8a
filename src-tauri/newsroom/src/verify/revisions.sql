SELECT revision.id, edition.language, revision.content_hash, revision.reason, text.erased
FROM revision
JOIN edition ON edition.id = revision.edition
JOIN text ON text.content_hash = revision.content_hash
