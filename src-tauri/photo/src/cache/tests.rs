#![allow(clippy::unwrap_used)]

use super::*;

fn made() -> Made {
    let rendition =
        |bytes: &[u8], extension| Rendition { bytes: bytes.into(), extension, size: (2, 1) };
    Made {
        facts: Facts { credit: Some("Степ".to_owned()), ..Facts::default() },
        renditions: vec![rendition(b"first", "webp"), rendition(b"", "png")],
    }
}

#[test]
fn what_is_kept_is_read_back_for_its_purpose_alone() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("photo");
    assert_eq!(read(&place, Purpose::Text), None);
    keep(&place, Purpose::Text, &made());
    assert_eq!(read(&place, Purpose::Text), Some(made()));
    assert_eq!(read(&place, Purpose::Portrait), None);
    assert_eq!(fs::read_dir(&place).unwrap().count(), 1);
}

#[test]
fn damage_of_any_byte_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    keep(folder.path(), Purpose::Text, &made());
    let file = path(folder.path(), Purpose::Text);
    let whole = fs::read(&file).unwrap();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(&file, &damaged).unwrap();
        assert_eq!(read(folder.path(), Purpose::Text), None, "{at}");
        fs::write(&file, &whole[..at]).unwrap();
        assert_eq!(read(folder.path(), Purpose::Text), None, "{at}");
    }
}

#[test]
fn what_an_earlier_program_made_goes_when_it_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["text.0", "machines.0", "text.9.part"] {
        fs::write(folder.path().join(name), "old").unwrap();
    }
    keep(folder.path(), Purpose::Text, &made());
    let mut left: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["machines.0", "text.1", "text.9.part"]);
}

#[test]
fn where_nothing_can_be_written_nothing_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("file");
    fs::write(&in_the_way, "").unwrap();
    keep(&in_the_way.join("photo"), Purpose::Text, &made());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
