SELECT export_held.findings
FROM export_held
JOIN export_run ON export_run.id = export_held.run
WHERE export_held.edition = ?1
  AND NOT EXISTS (
        SELECT 1 FROM export_row
        JOIN export_run later ON later.id = export_row.run
        WHERE export_row.edition = ?1 AND export_row.site = 1 AND later.log > export_run.log
  )
ORDER BY export_held.position DESC
LIMIT 1
