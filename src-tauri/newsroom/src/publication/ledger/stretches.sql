SELECT at, age, path, pages FROM stretch
WHERE list = ? ORDER BY at, age, path
