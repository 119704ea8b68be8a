UPDATE board_story SET words = ?2 WHERE number = ?1 AND words <> ?2
