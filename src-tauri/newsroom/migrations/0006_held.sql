-- Editions with a text or a page that an export held back.
CREATE TABLE export_held (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    run      BLOB NOT NULL REFERENCES export_run (id),
    edition  BLOB NOT NULL REFERENCES edition (id),
    -- Of the page that stays as it was; none where there is none.
    path     TEXT,
    -- What was found, as JSON.
    findings TEXT NOT NULL
) STRICT;
CREATE INDEX export_held_edition ON export_held (edition, position);
CREATE INDEX export_held_run ON export_held (run);
