-- Where the edition's page stood, but for where it stands now; a place where another page stood
-- later is that page's.
SELECT DISTINCT mine.path
FROM export_row mine
WHERE mine.edition = ?1 AND mine.site = 1
    AND mine.path <> (
        SELECT path FROM export_row
        WHERE edition = ?1 AND site = 1 ORDER BY position DESC LIMIT 1
    )
    AND NOT EXISTS (
        SELECT 1 FROM export_row later
        WHERE later.site = 1 AND later.path = mine.path AND later.edition <> ?1
            AND later.position > mine.position
    )
ORDER BY mine.path
