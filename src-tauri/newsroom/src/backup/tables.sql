-- Statistics of the planner are nobody's data; the schema is hashed apart, without page numbers.
SELECT name
FROM pragma_table_list
WHERE schema = 'main' AND type IN ('table', 'shadow')
  AND name <> 'sqlite_schema' AND name NOT LIKE 'sqlite\_stat%' ESCAPE '\'
ORDER BY name
