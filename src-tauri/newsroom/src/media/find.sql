SELECT hash, bytes, extension, width, height, file_name FROM media WHERE hash = ?
