SELECT device, device_seq, prev, hash, payload,
       kind, story, edition, revision, content, person, note, aspect, at, details
FROM log
ORDER BY position
