SELECT story.id, story.slug, story.original, story.embargo, board_story.changed
FROM board_story
JOIN story ON story.id = board_story.story
WHERE board_story.changed < ?1
ORDER BY board_story.changed DESC
LIMIT ?2
