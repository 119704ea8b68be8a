SELECT id, number, parent, merged, content_hash, reason FROM revision WHERE edition = ?
