SELECT content_hash, language, headline, lead, body, variants, erased FROM text
