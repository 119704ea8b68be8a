SELECT headline, lead, body, variants FROM text WHERE content_hash = ?
