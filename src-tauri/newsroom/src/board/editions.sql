SELECT edition, language, headline, editorial, revision, approved_revision, rows, written,
       behind, coming, stop, warn, second_look, withdrawal, exported
FROM board
WHERE story = ?
ORDER BY CASE language WHEN 'uk' THEN 0 WHEN 'en' THEN 1 ELSE 2 END
