-- NOT INDEXED leaves the range of positions as the one way in.
SELECT story.slug, max(change.position)
FROM change NOT INDEXED
LEFT JOIN story ON story.id = change.story
WHERE change.position > ?1
GROUP BY change.story
