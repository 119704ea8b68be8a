SELECT name.entry
FROM name
JOIN name_entry ON name_entry.id = name.entry
WHERE name.folded = ?1 AND name.language = ?2 AND name_entry.kind = ?3
ORDER BY name.entry
LIMIT 1
