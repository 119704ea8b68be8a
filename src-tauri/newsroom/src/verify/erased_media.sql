SELECT erased_media.hash, EXISTS (
    SELECT 1 FROM log
    WHERE log.position = erased_media.log AND log.kind = 'erase'
        AND json_extract(log.payload, '$.more.media') = lower(hex(erased_media.hash))
)
FROM erased_media
