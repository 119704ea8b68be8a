-- What was found of a page when it went out, as JSON; none where nothing was found.
ALTER TABLE export_row ADD COLUMN findings TEXT;
