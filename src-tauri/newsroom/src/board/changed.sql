INSERT OR REPLACE INTO board_story (story, changed)
SELECT ?1, coalesce(
    (SELECT max(position) FROM change WHERE story = ?1),
    (SELECT changed FROM board_story WHERE story = ?1),
    0
)
