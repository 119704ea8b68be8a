SELECT coalesce(
    (SELECT max(position) FROM change WHERE story = ?1),
    (SELECT changed FROM board_tag WHERE story = ?2 AND kind = 'all'),
    0
)
