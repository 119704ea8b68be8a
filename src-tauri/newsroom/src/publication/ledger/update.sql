UPDATE file
SET sha256 = ?2, kind = ?3, story = ?4, language = ?5, part = ?6, size = ?7, modified = ?8
WHERE path = ?1
