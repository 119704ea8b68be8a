SELECT export_run.at, export_run.person
FROM export_row
JOIN export_run ON export_run.id = export_row.run
WHERE export_row.edition = ? AND export_row.site = 1
ORDER BY export_row.position DESC
LIMIT 1
