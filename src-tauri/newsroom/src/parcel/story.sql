SELECT slug, original, created, created_by, place, source, day, instant, section, embargo, views
FROM story
WHERE id = ?
