SELECT hash, bytes, extension, width, height, file_name, added FROM media ORDER BY added DESC, hash
