-- The tokenizer is the one of the newsroom's own index (see the migrations).
CREATE VIRTUAL TABLE board_search USING fts5 (
    words,
    columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 0'
);
