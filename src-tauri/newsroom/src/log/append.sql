INSERT INTO log (
    device, device_seq, prev, hash, payload,
    kind, story, edition, revision, content, details, person, at, note, aspect, parcel
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
