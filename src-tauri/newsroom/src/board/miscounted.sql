SELECT 1
FROM (SELECT kind, person, languages, stories FROM board_count WHERE stories > 0) AS counter
FULL JOIN (
    SELECT kind, person, languages, count(*) AS stories
    FROM board_tag
    GROUP BY kind, person, languages
) AS counted USING (kind, person, languages)
WHERE counter.stories IS NOT counted.stories
LIMIT 1
