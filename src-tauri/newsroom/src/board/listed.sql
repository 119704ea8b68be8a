CREATE VIRTUAL TABLE temp.board_listed USING fts5vocab (main, board_search, instance);
