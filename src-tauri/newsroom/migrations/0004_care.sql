-- What a photo shows and whose it is, as JSON; none where nobody said anything.
ALTER TABLE media ADD COLUMN care TEXT;
