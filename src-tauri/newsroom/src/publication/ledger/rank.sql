-- Those of the stretches before, and those of the stretch itself.
SELECT (
    SELECT coalesce(sum(pages), 0) FROM stretch
    WHERE list = ?1 AND (at, age, path) < (?5, ?6, ?7)
) + (
    SELECT count(*) FROM entry
    WHERE list = ?1 AND (at, age, path) >= (?5, ?6, ?7) AND (at, age, path) < (?2, ?3, ?4)
)
