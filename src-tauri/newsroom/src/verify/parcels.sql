SELECT position, json_extract(payload, '$.more.decisions') FROM log WHERE kind = 'parcel'
