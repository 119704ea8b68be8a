UPDATE stretch SET pages = pages + ?5
WHERE list = ?1 AND (at, age, path) = (
    SELECT at, age, path FROM stretch
    WHERE list = ?1 AND (at, age, path) <= (?2, ?3, ?4)
    ORDER BY at DESC, age DESC, path DESC LIMIT 1
)
RETURNING at, age, path, pages
