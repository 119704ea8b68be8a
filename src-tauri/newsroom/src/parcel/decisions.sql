SELECT device, device_seq, prev, hash, payload, person
FROM log
WHERE story = ? AND kind <> 'parcel'
ORDER BY position
