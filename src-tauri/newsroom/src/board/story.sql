SELECT board_story.story, coalesce(change.at, story.created)
FROM board_story
JOIN story ON story.id = board_story.story
JOIN board_tag ON board_tag.story = board_story.number AND board_tag.kind = 'all'
LEFT JOIN change ON change.position = board_tag.changed
WHERE board_story.number = ?
