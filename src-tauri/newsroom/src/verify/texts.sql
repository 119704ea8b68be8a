SELECT content_hash, language, headline, lead, body, variants FROM text WHERE erased IS NULL
