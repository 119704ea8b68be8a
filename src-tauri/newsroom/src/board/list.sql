SELECT story, languages
FROM board_tag
WHERE kind = ?1 AND person = ?2 AND languages & ?3 <> 0
ORDER BY changed DESC
LIMIT -1 OFFSET ?4
