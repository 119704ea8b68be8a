-- Drafts know in which sitting they were typed and since when they hold text of no revision.

ALTER TABLE draft ADD COLUMN sitting BLOB;
-- UTC milliseconds.
ALTER TABLE draft ADD COLUMN uncut_since INTEGER;

-- The log of exports is read from its end, a run with the number of its pages.
CREATE INDEX export_run_log ON export_run (log);
CREATE INDEX export_row_run ON export_row (run, overridden);

CREATE INDEX story_embargo ON story (embargo) WHERE embargo IS NOT NULL;
