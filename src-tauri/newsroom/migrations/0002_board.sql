-- Drafts know in which sitting they were typed and since when they hold text of no revision. The
-- board answers filters, counts and searches from indexes.

ALTER TABLE draft ADD COLUMN sitting BLOB;
-- UTC milliseconds.
ALTER TABLE draft ADD COLUMN uncut_since INTEGER;

-- The log of exports is read from its end, a run with the number of its pages.
CREATE INDEX export_run_log ON export_run (log);
CREATE INDEX export_row_run ON export_row (run, overridden);

CREATE INDEX story_embargo ON story (embargo) WHERE embargo IS NOT NULL;

-- The board's cache is computed anew after every migration.

DROP TABLE board;
DROP TABLE board_story;

CREATE TABLE board (
    story             BLOB NOT NULL REFERENCES story (id),
    language          TEXT NOT NULL CHECK (language IN ('uk', 'en', 'ru')),
    headline          TEXT NOT NULL,
    editorial         TEXT NOT NULL,
    revision          INTEGER,
    approved_revision INTEGER,
    once_approved     INTEGER NOT NULL CHECK (once_approved IN (0, 1)),
    rows              INTEGER NOT NULL,
    written           INTEGER NOT NULL,
    behind            INTEGER NOT NULL,
    coming            INTEGER NOT NULL,
    stop              INTEGER NOT NULL,
    warn              INTEGER NOT NULL,
    -- The first stop finding.
    finding           TEXT,
    second_look       INTEGER NOT NULL CHECK (second_look IN (0, 1)),
    withdrawal        TEXT,
    exported          TEXT NOT NULL CHECK (exported IN ('never', 'outdated', 'exported')),
    -- When what the pill says came about, and by whom.
    since             INTEGER,
    person            BLOB REFERENCES person (id),
    PRIMARY KEY (story, language)
) STRICT, WITHOUT ROWID;

-- A short number per story, for the tags and for the search.
CREATE TABLE board_story (
    number INTEGER PRIMARY KEY,
    story  BLOB NOT NULL UNIQUE REFERENCES story (id),
    -- The words of its headlines, folded.
    words  TEXT NOT NULL
) STRICT;

-- What the filters of the board list: for each kind of work the languages that it is left in.
CREATE TABLE board_tag (
    story     INTEGER NOT NULL REFERENCES board_story (number),
    kind      TEXT NOT NULL,
    -- Whose work it is; zeros where it is nobody's in particular.
    person    BLOB NOT NULL,
    -- uk 1, en 2, ru 4.
    languages INTEGER NOT NULL CHECK (languages BETWEEN 1 AND 7),
    -- The position in `change` of the story's last change: the board shows the newest first.
    changed   INTEGER NOT NULL,
    PRIMARY KEY (story, kind, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX board_tag_changed ON board_tag (kind, person, changed, languages);

-- How many stories have a tag with these languages.
CREATE TABLE board_count (
    kind      TEXT NOT NULL,
    person    BLOB NOT NULL,
    languages INTEGER NOT NULL,
    stories   INTEGER NOT NULL CHECK (stories >= 0),
    PRIMARY KEY (kind, person, languages)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER board_tag_added AFTER INSERT ON board_tag BEGIN
    INSERT INTO board_count VALUES (new.kind, new.person, new.languages, 1)
    ON CONFLICT DO UPDATE SET stories = stories + 1;
END;

CREATE TRIGGER board_tag_removed AFTER DELETE ON board_tag BEGIN
    UPDATE board_count SET stories = stories - 1
    WHERE kind = old.kind AND person = old.person AND languages = old.languages;
END;

CREATE TRIGGER board_tag_changed_languages AFTER UPDATE OF languages ON board_tag
WHEN old.languages <> new.languages BEGIN
    UPDATE board_count SET stories = stories - 1
    WHERE kind = old.kind AND person = old.person AND languages = old.languages;
    INSERT INTO board_count VALUES (new.kind, new.person, new.languages, 1)
    ON CONFLICT DO UPDATE SET stories = stories + 1;
END;

-- The words come folded and apart by spaces: nothing is left for the tokenizer to do.
CREATE VIRTUAL TABLE board_search USING fts5 (
    words,
    content = 'board_story',
    content_rowid = 'number',
    columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TRIGGER board_story_added AFTER INSERT ON board_story BEGIN
    INSERT INTO board_search (rowid, words) VALUES (new.number, new.words);
END;

CREATE TRIGGER board_story_worded AFTER UPDATE OF words ON board_story BEGIN
    INSERT INTO board_search (board_search, rowid, words)
    VALUES ('delete', old.number, old.words);
    INSERT INTO board_search (rowid, words) VALUES (new.number, new.words);
END;
