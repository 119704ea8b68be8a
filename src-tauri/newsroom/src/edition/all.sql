SELECT edition.id, edition.story, edition.language, edition.made_from,
       edition.address, edition.address_given, edition.head, story.original
FROM edition
JOIN story ON story.id = edition.story
WHERE edition.story = ?
