SELECT export_run.id, export_run.at, person.name, export_run.folder,
       (SELECT count(*) FROM export_row WHERE export_row.run = export_run.id),
       (SELECT count(overridden) FROM export_row WHERE export_row.run = export_run.id),
       (SELECT count(*) FROM export_held WHERE export_held.run = export_run.id)
FROM export_run
CROSS JOIN person ON person.id = export_run.person
ORDER BY export_run.log DESC
LIMIT ?1 OFFSET ?2
