DELETE FROM board_count;
INSERT INTO board_count (kind, person, languages, stories)
SELECT kind, person, languages, count(*) FROM board_tag GROUP BY kind, person, languages;
INSERT INTO board_search (board_search) VALUES ('rebuild');
