-- From one name to the next: entries of a list are not walked.
WITH RECURSIVE name (list) AS (
    SELECT min(list) FROM entry WHERE list >= ?1
    UNION ALL
    SELECT (SELECT min(list) FROM entry WHERE list > name.list)
    FROM name
    WHERE name.list IS NOT NULL
)
SELECT list FROM name WHERE substr(list, 1, length(?1)) = ?1
