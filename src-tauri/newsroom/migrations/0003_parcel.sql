-- Photos can be erased, and decisions come in parcels from elsewhere.

-- Photos that are gone for good. What `media` lists is there or lost.
CREATE TABLE erased_media (
    hash  BLOB PRIMARY KEY,
    bytes INTEGER NOT NULL,
    -- The decision that erased it.
    log   INTEGER NOT NULL REFERENCES log (position)
) STRICT, WITHOUT ROWID;

-- The decision to take in the parcel that brought this one; none for what was decided here.
ALTER TABLE log ADD COLUMN parcel INTEGER REFERENCES log (position);
CREATE INDEX log_parcel ON log (parcel) WHERE parcel IS NOT NULL;
