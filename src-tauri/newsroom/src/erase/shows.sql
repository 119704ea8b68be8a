-- Whether the page of a revision shows a photo: in its text, or as an author's portrait.
SELECT EXISTS (
    SELECT 1 FROM block WHERE revision = ?1 AND kind = 'image' AND hash = ?2
) OR EXISTS (
    SELECT 1
    FROM story_author
    JOIN name_entry ON name_entry.id = story_author.author
    WHERE story_author.story = ?3 AND name_entry.photo = ?4
)
