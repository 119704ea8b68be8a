-- CROSS JOIN keeps the order: first the few stories under an embargo.
SELECT board_tag.story, board_tag.changed
FROM story
CROSS JOIN board_story ON board_story.story = story.id
CROSS JOIN board_tag ON board_tag.story = board_story.number AND board_tag.kind = 'all'
WHERE story.embargo > ?1
