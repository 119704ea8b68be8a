SELECT device, device_seq, prev, hash, payload,
       kind, story, edition, revision, content, person, note, aspect, at, details, parcel
FROM log
ORDER BY device, device_seq
