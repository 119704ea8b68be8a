SELECT block, kind, hash FROM wording WHERE edition = ? ORDER BY recency, block, hash
