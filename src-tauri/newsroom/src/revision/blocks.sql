SELECT block, kind, hash, field, start, "end" FROM block WHERE revision = ? ORDER BY ordinal
