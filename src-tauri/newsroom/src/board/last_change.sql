SELECT coalesce(
    (SELECT max(position) FROM change WHERE story = ?1 AND what <> 'follow'),
    (SELECT changed FROM board_tag WHERE story = ?2 AND kind = 'all'),
    0
)
