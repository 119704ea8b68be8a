SELECT board_story.story
FROM board_tag
JOIN board_story ON board_story.number = board_tag.story
WHERE board_tag.kind = 'all' AND board_tag.person = zeroblob(16)
ORDER BY board_tag.changed DESC
