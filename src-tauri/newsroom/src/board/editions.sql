SELECT language, headline, editorial, revision, approved_revision, once_approved, rows, written,
       behind, coming, stop, warn, finding, second_look, withdrawal, exported, since, person
FROM board
WHERE story = ?
ORDER BY CASE language WHEN 'uk' THEN 0 WHEN 'en' THEN 1 ELSE 2 END
