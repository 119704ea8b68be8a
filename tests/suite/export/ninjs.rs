//! The newspaper as ninjs, held to the schema of the standard where that is at hand.

use std::fs;
use std::path::PathBuf;

use shpalta_tests::validators::Checker;

use super::newspaper::newspaper;

#[test]
fn every_edition_keeps_the_schema_of_ninjs() {
    let Some(data) = std::env::var_os("TESTDATA") else {
        println!("skipped: TESTDATA names no folder with ninjs/");
        return;
    };
    let schema = PathBuf::from(data).join("ninjs/ninjs-schema_3.1.json");
    let Some(checker) = Checker::ninjs(&schema) else { return };
    let paper = newspaper();
    let files = paper.site.of_kind("data").into_iter().filter(|path| path.ends_with(".json"));
    let files: Vec<_> = files.map(|path| paper.site.0.join(path)).collect();
    assert!(files.len() >= 74, "{} editions", files.len());
    let read = |file: &PathBuf| fs::read_to_string(file).unwrap();
    assert!(files.iter().map(read).any(|told| told.contains("\"canceled\"")));
    assert_eq!(checker.look_at(&files), Vec::<String>::new());
    // What must be seen, were it there.
    let broken = shpalta_tests::desk::folder();
    for (old, new) in [("\"uri\"", "\"url\""), ("\"usable\"", "\"fine\""), ("\"role\"", "\"rule\"")]
    {
        let told = read(&files[0]);
        let file = broken.path().join("broken.json");
        fs::write(&file, told.replacen(old, new, 1)).unwrap();
        assert!(!checker.look_at(&[file]).is_empty(), "{old} as {new} is not seen");
    }
}
