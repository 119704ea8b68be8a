SELECT slug, original, place, source, day, instant, section, embargo, views, first_published
FROM story
WHERE id = ?
