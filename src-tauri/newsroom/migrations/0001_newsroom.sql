-- The first schema of a newsroom.
--
-- Identifiers are UUIDv7 as 16 bytes, hashes SHA-256 as 32 bytes, instants UTC milliseconds.
-- Status is derived from revisions, bases and the log; only `board` repeats derived facts, in the
-- transaction that changes them, and holds none that changes with the clock.

CREATE TABLE newsroom (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    id        BLOB NOT NULL,
    created   INTEGER NOT NULL
) STRICT;

-- One row per computer (and copy) that wrote here. The fingerprint tells a copy from the original.
CREATE TABLE device (
    id          BLOB PRIMARY KEY,
    fingerprint BLOB NOT NULL UNIQUE,
    started     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What ran once does not run twice: the same operation answers with its first result.
CREATE TABLE operation (
    id     BLOB PRIMARY KEY,
    at     INTEGER NOT NULL,
    result TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What changed, for the windows that listen and the caches that follow.
CREATE TABLE change (
    position  INTEGER PRIMARY KEY AUTOINCREMENT,
    operation BLOB NOT NULL,
    at        INTEGER NOT NULL,
    what      TEXT NOT NULL,
    story     BLOB,
    edition   BLOB
) STRICT;
CREATE INDEX change_story ON change (story, position);

-- Site and policies.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Staff.
CREATE TABLE person (
    id    BLOB PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE,
    owner INTEGER NOT NULL DEFAULT 0 CHECK (owner IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_role (
    person   BLOB NOT NULL REFERENCES person,
    role     TEXT NOT NULL CHECK (role IN ('reporter', 'translator', 'editor', 'chief')),
    language TEXT NOT NULL CHECK (language IN ('uk', 'en', 'ru')),
    PRIMARY KEY (person, role, language)
) STRICT, WITHOUT ROWID;

-- Authors, places and sources, each with a name per language.
CREATE TABLE name_entry (
    id    BLOB PRIMARY KEY,
    kind  TEXT NOT NULL CHECK (kind IN ('author', 'place', 'source')),
    photo BLOB REFERENCES media (hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE name (
    entry    BLOB NOT NULL REFERENCES name_entry (id),
    language TEXT NOT NULL CHECK (language IN ('uk', 'en', 'ru')),
    text     TEXT NOT NULL,
    folded   TEXT NOT NULL,
    PRIMARY KEY (entry, language)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_folded ON name (folded);

CREATE TABLE media (
    hash      BLOB PRIMARY KEY,
    bytes     INTEGER NOT NULL,
    extension TEXT NOT NULL,
    width     INTEGER,
    height    INTEGER,
    file_name TEXT NOT NULL,
    added     INTEGER NOT NULL,
    added_by  BLOB NOT NULL REFERENCES person (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE media_credit (
    media    BLOB NOT NULL REFERENCES media (hash),
    language TEXT NOT NULL CHECK (language IN ('uk', 'en', 'ru')),
    credit   TEXT NOT NULL,
    PRIMARY KEY (media, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE story (
    id              BLOB PRIMARY KEY,
    slug            TEXT NOT NULL UNIQUE,
    original        TEXT NOT NULL CHECK (original IN ('uk', 'en', 'ru')),
    created         INTEGER NOT NULL,
    created_by      BLOB NOT NULL REFERENCES person (id),
    place           BLOB REFERENCES name_entry (id),
    source          BLOB REFERENCES name_entry (id),
    -- A date without time stays a date: at most one of the two is set.
    day             TEXT,
    instant         INTEGER,
    section         TEXT,
    embargo         INTEGER,
    views           INTEGER CHECK (views >= 0),
    first_published INTEGER,
    CHECK (day IS NULL OR instant IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_place ON story (place) WHERE place IS NOT NULL;
CREATE INDEX story_source ON story (source) WHERE source IS NOT NULL;

CREATE TABLE story_author (
    story   BLOB NOT NULL REFERENCES story (id),
    ordinal INTEGER NOT NULL,
    author  BLOB NOT NULL REFERENCES name_entry (id),
    PRIMARY KEY (story, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_author_author ON story_author (author);

CREATE TABLE story_tag (
    story   BLOB NOT NULL REFERENCES story (id),
    ordinal INTEGER NOT NULL,
    tag     TEXT NOT NULL,
    PRIMARY KEY (story, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition (
    id            BLOB PRIMARY KEY,
    story         BLOB NOT NULL REFERENCES story (id),
    language      TEXT NOT NULL CHECK (language IN ('uk', 'en', 'ru')),
    -- The edition that a translation is made from; none means the story's original.
    made_from     TEXT CHECK (made_from IN ('uk', 'en', 'ru')),
    address       TEXT,
    address_given INTEGER NOT NULL DEFAULT 0 CHECK (address_given IN (0, 1)),
    -- The newest revision of the draft's line; revisions kept from a lost race are not on it.
    head          BLOB REFERENCES revision (id),
    -- Front matter that means nothing to the desk, kept as it was: a JSON object.
    extra         TEXT NOT NULL DEFAULT '{}',
    UNIQUE (story, language)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX edition_address ON edition (language, address) WHERE address IS NOT NULL;

-- Texts by content hash, shared by the revisions that say the same.
CREATE TABLE text (
    content_hash BLOB PRIMARY KEY,
    language     TEXT NOT NULL,
    headline     TEXT NOT NULL,
    lead         TEXT NOT NULL,
    body         TEXT NOT NULL,
    variants     TEXT NOT NULL DEFAULT '{}',
    -- The log position of the decision that erased the words; the hash stays.
    erased       INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
    id           BLOB PRIMARY KEY,
    edition      BLOB NOT NULL REFERENCES edition (id),
    number       INTEGER NOT NULL CHECK (number > 0),
    parent       BLOB REFERENCES revision (id),
    merged       BLOB REFERENCES revision (id),
    content_hash BLOB NOT NULL REFERENCES text (content_hash),
    person       BLOB NOT NULL REFERENCES person (id),
    at           INTEGER NOT NULL,
    device       BLOB NOT NULL REFERENCES device (id),
    reason       TEXT NOT NULL,
    -- The original's revision that the writer of a translation saw.
    seen         BLOB REFERENCES revision (id),
    -- The last position of the log when it was cut.
    log          INTEGER NOT NULL,
    UNIQUE (edition, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE block (
    revision BLOB NOT NULL REFERENCES revision (id),
    ordinal  INTEGER NOT NULL,
    block    BLOB NOT NULL,
    kind     TEXT NOT NULL,
    hash     BLOB NOT NULL,
    field    TEXT NOT NULL CHECK (field IN ('headline', 'lead', 'body')),
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (revision, ordinal)
) STRICT, WITHOUT ROWID;

-- Where the text of a block went that was joined into another, while it stays joined.
CREATE TABLE absorbed (
    revision BLOB NOT NULL REFERENCES revision (id),
    block    BLOB NOT NULL,
    into_block BLOB NOT NULL,
    PRIMARY KEY (revision, block)
) STRICT, WITHOUT ROWID;

-- Every wording that a block of an edition ever had: a block that returns takes its old id.
CREATE TABLE wording (
    edition BLOB NOT NULL REFERENCES edition (id),
    block   BLOB NOT NULL,
    hash    BLOB NOT NULL,
    kind    TEXT NOT NULL,
    -- Grows whenever the wording is seen again, so that the latest is found first.
    recency INTEGER NOT NULL,
    PRIMARY KEY (edition, block, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX wording_image ON wording (hash) WHERE kind = 'image';

-- Which blocks of the followed edition a translation's block stands for, n to m. Links of blocks
-- that do not stand in a text now sleep until they return.
CREATE TABLE link (
    edition  BLOB NOT NULL REFERENCES edition (id),
    block    BLOB NOT NULL,
    original BLOB NOT NULL,
    PRIMARY KEY (edition, block, original)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_original ON link (original);

-- Append-only: this wording of a translation was made from, or confirmed against, these wordings.
CREATE TABLE basis (
    position          INTEGER PRIMARY KEY AUTOINCREMENT,
    edition           BLOB NOT NULL REFERENCES edition (id),
    -- None: confirmed to have nothing on the translation's side.
    translation       BLOB,
    -- The originals' block hashes in byte order, one after the other; empty: nothing there.
    originals         BLOB NOT NULL,
    original_revision BLOB REFERENCES revision (id),
    kind              TEXT NOT NULL CHECK (kind IN ('made', 'carried', 'confirmed', 'minor', 'switched')),
    -- Where a later diff starts, when that is before this basis.
    since             INTEGER REFERENCES basis (position),
    reason            TEXT,
    person            BLOB NOT NULL REFERENCES person (id),
    -- Whether that person could approve this language then.
    nod               INTEGER NOT NULL CHECK (nod IN (0, 1)),
    at                INTEGER NOT NULL,
    -- The last position of the log when it was made: order is position, never the clock.
    log               INTEGER NOT NULL
) STRICT;
CREATE INDEX basis_pair ON basis (edition, translation, originals);

CREATE TABLE draft (
    edition      BLOB PRIMARY KEY REFERENCES edition (id),
    save         INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    headline     TEXT NOT NULL,
    lead         TEXT NOT NULL,
    body         TEXT NOT NULL,
    variants     TEXT NOT NULL DEFAULT '{}',
    seen         BLOB REFERENCES revision (id),
    person       BLOB NOT NULL REFERENCES person (id),
    at           INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Decisions. Append-only; `payload` holds the exact bytes that `hash` covers, the columns after it
-- repeat what queries need.
CREATE TABLE log (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    device     BLOB NOT NULL REFERENCES device (id),
    device_seq INTEGER NOT NULL,
    prev       BLOB NOT NULL,
    hash       BLOB NOT NULL,
    signature  BLOB,
    key_id     BLOB,
    payload    BLOB NOT NULL,
    kind       TEXT NOT NULL,
    story      BLOB,
    edition    BLOB,
    revision   BLOB,
    content    BLOB,
    details    BLOB,
    person     BLOB NOT NULL REFERENCES person (id),
    at         INTEGER NOT NULL,
    note       TEXT,
    aspect     TEXT,
    UNIQUE (device, device_seq)
) STRICT;
CREATE INDEX log_edition ON log (edition, position) WHERE edition IS NOT NULL;
CREATE INDEX log_story ON log (story, position) WHERE story IS NOT NULL;

CREATE TABLE export_run (
    id     BLOB PRIMARY KEY,
    at     INTEGER NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    -- None: the site itself.
    folder TEXT,
    log    INTEGER NOT NULL REFERENCES log (position)
) STRICT, WITHOUT ROWID;

CREATE TABLE export_row (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    run        BLOB NOT NULL REFERENCES export_run (id),
    site       INTEGER NOT NULL CHECK (site IN (0, 1)),
    edition    BLOB NOT NULL REFERENCES edition (id),
    revision   BLOB REFERENCES revision (id),
    content    BLOB,
    details    BLOB NOT NULL,
    names      BLOB NOT NULL,
    followed   BLOB,
    path       TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    overridden TEXT
) STRICT;
CREATE INDEX export_row_edition ON export_row (edition, site, position);

-- The board's cache.
CREATE TABLE board (
    edition           BLOB PRIMARY KEY REFERENCES edition (id),
    story             BLOB NOT NULL REFERENCES story (id),
    language          TEXT NOT NULL,
    headline          TEXT NOT NULL,
    editorial         TEXT NOT NULL,
    revision          INTEGER,
    approved_revision INTEGER,
    rows              INTEGER NOT NULL,
    written           INTEGER NOT NULL,
    behind            INTEGER NOT NULL,
    coming            INTEGER NOT NULL,
    stop              INTEGER NOT NULL,
    warn              INTEGER NOT NULL,
    second_look       INTEGER NOT NULL CHECK (second_look IN (0, 1)),
    withdrawal        TEXT,
    exported          TEXT NOT NULL CHECK (exported IN ('never', 'outdated', 'exported'))
) STRICT, WITHOUT ROWID;
CREATE INDEX board_of_story ON board (story);

CREATE TABLE board_story (
    story   BLOB PRIMARY KEY REFERENCES story (id),
    -- The position in `change` of the story's last change: the board shows the newest first.
    changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX board_story_changed ON board_story (changed);
