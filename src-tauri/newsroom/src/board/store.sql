INSERT OR REPLACE INTO board (
    story, language, headline, editorial, revision, approved_revision, once_approved, rows,
    written, behind, coming, stop, warn, finding, second_look, withdrawal, exported, since, person
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
