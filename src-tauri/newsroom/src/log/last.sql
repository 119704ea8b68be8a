SELECT device_seq, hash FROM log WHERE device = ? ORDER BY device_seq DESC LIMIT 1
