SELECT id FROM story WHERE place = ?1
UNION
SELECT id FROM story WHERE source = ?1
UNION
SELECT story FROM story_author WHERE author = ?1
