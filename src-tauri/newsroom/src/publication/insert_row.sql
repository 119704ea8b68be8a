INSERT INTO export_row (
    run, site, edition, revision, content, details, names, followed, path, sha256, overridden,
    findings
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
