SELECT hash, bytes, extension, width, height, file_name, added, care FROM media WHERE hash = ?
