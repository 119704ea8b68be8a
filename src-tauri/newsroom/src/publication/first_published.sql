UPDATE story SET first_published = ?2 WHERE id = ?1 AND first_published IS NULL
