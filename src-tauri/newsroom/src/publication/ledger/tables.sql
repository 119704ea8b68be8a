CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE file (
    path     TEXT PRIMARY KEY,
    sha256   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    story    TEXT,
    language TEXT,
    part     INTEGER,
    -- As it was when the export looked at it last.
    size     INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    -- What lists show of a page.
    listed   TEXT
) STRICT, WITHOUT ROWID;
-- All that an export reads of every file, without the rest of its row.
CREATE INDEX file_look ON file (path, size, modified);
CREATE INDEX file_of_story ON file (story, language) WHERE story IS NOT NULL;
CREATE INDEX file_of_part ON file (part);
CREATE INDEX file_of_kind ON file (kind, language);
-- Which page shows which image.
CREATE TABLE shown (
    page  TEXT NOT NULL,
    image TEXT NOT NULL,
    PRIMARY KEY (page, image)
) STRICT, WITHOUT ROWID;
CREATE INDEX shown_image ON shown (image);
-- What the next export has to know of a story that it does not look at.
CREATE TABLE story (
    id   BLOB PRIMARY KEY,
    held TEXT,
    due  INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX story_due ON story (due) WHERE due IS NOT NULL;
-- Which lists show a page, and where: the oldest first, of equals the older.
CREATE TABLE entry (
    list TEXT NOT NULL,
    path TEXT NOT NULL,
    at   INTEGER NOT NULL,
    age  BLOB NOT NULL,
    PRIMARY KEY (path, list)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_order ON entry (list, at, age, path);
-- Stretches of a list: where each begins, and how many pages are in it. A list may have none yet.
CREATE TABLE stretch (
    list  TEXT NOT NULL,
    at    INTEGER NOT NULL,
    age   BLOB NOT NULL,
    path  TEXT NOT NULL,
    pages INTEGER NOT NULL,
    PRIMARY KEY (list, at, age, path)
) STRICT, WITHOUT ROWID;
-- Which page links to which story, by slug.
CREATE TABLE link (
    page  TEXT NOT NULL,
    story TEXT NOT NULL,
    PRIMARY KEY (page, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_story ON link (story);
