INSERT OR REPLACE INTO board (
    edition, story, language, headline, editorial, revision, approved_revision, rows, written,
    behind, coming, stop, warn, second_look, withdrawal, exported
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
