SELECT hash, bytes, extension, width, height, file_name FROM media ORDER BY added DESC, hash
