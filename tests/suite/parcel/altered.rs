//! Parcels that are not what somebody made.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shpalta_newsroom::id::PersonId;
use shpalta_newsroom::parcel::{FORMAT, MAGIC};
use shpalta_newsroom::{Error, Newsroom};
use shpalta_tests::campaign::{Dice, rounds};
use shpalta_tests::cli::Desk;
use shpalta_tests::desk;
use tempfile::TempDir;
use uuid::Uuid;

use super::apart::{Apart, HEADER_LENGTH, deflated, hex, together, with_header};
use super::{out, state};
use crate::backup::rows;

/// A newsroom that parcels are sent to.
pub(crate) struct Receiver {
    pub(crate) newsroom: Newsroom,
    owner: PersonId,
    acts: i64,
    place: TempDir,
}

impl Receiver {
    pub(crate) fn new() -> Self {
        let place = desk::folder();
        let owner = PersonId(Uuid::from_u128(77));
        let newsroom = desk::found(&place.path().join("newsroom"), owner);
        Self { newsroom, owner, acts: 0, place }
    }

    pub(crate) fn take(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let file = self.place.path().join("parcel.shpalta");
        fs::write(&file, bytes).unwrap();
        self.acts += 1;
        let act = desk::act(self.owner, self.acts);
        self.newsroom.parcel_in(&act, &file).map(drop)
    }

    /// Taking it in is refused under this code, with a remedy, and nothing is changed.
    pub(crate) fn refuses(&mut self, bytes: &[u8], code: &str) {
        let before = self.everything();
        let error = self.take(bytes).expect_err("it is refused");
        assert_eq!(error.code(), code, "{error}");
        assert!(error.remedy().ends_with('.'));
        assert!(self.everything() == before, "something was changed");
    }

    pub(crate) fn everything(&self) -> impl PartialEq + use<> {
        let folder = self.newsroom.folder();
        let media = fs::read_dir(folder.join("media")).unwrap().count();
        (rows(&folder.join("newsroom.db")).unwrap(), media)
    }
}

/// The parcel of a story with texts in two languages and decisions.
pub(crate) fn parcel() -> Vec<u8> {
    fs::read(out(&Desk::with_weather(), "weather")).unwrap()
}

/// Codes under which a file that was a parcel is refused.
const REFUSALS: [&str; 3] = ["not_a_parcel", "parcel_truncated", "parcel_altered"];

#[test]
fn every_flipped_byte_is_refused_and_nothing_changes() {
    let whole = parcel();
    let mut receiver = Receiver::new();
    let before = receiver.everything();
    for at in 0..whole.len() {
        let mut altered = whole.clone();
        altered[at] ^= 1 << (at % 8);
        let error = receiver.take(&altered).expect_err("it is refused");
        assert!(REFUSALS.contains(&error.code()), "byte {at}: {error}");
    }
    assert!(receiver.everything() == before);
    receiver.take(&whole).expect("the control: as it was made it is taken in");
    assert_eq!(receiver.newsroom.verify().unwrap().faults, []);
}

#[test]
fn every_lost_end_and_every_addition_is_refused() {
    let whole = parcel();
    let mut receiver = Receiver::new();
    let mut dice = Dice::of(11);
    for round in 0..rounds(200) {
        let length = match round {
            0..100 => usize::try_from(round).unwrap(),
            _ => usize::try_from(dice.below(whole.len() as u64)).unwrap(),
        };
        let error = receiver.take(&whole[..length]).expect_err("it is refused");
        let code = if length < MAGIC.len() { "not_a_parcel" } else { "parcel_truncated" };
        assert_eq!(error.code(), code, "{length} bytes");
    }
    receiver.refuses(&[whole.as_slice(), b"\n"].concat(), "parcel_altered");
    receiver.take(&whole).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_written_over_a_parcel_is_refused(
        at in any::<prop::sample::Index>(), written in prop::collection::vec(any::<u8>(), 1..64),
    ) {
        thread_local! {
            static WHOLE: Vec<u8> = parcel();
        }
        let whole = WHOLE.with(Clone::clone);
        let at = at.index(whole.len());
        let mut altered = whole.clone();
        let end = (at + written.len()).min(altered.len());
        altered[at..end].copy_from_slice(&written[..end - at]);
        prop_assume!(altered != whole);
        let code = Receiver::new().take(&altered).expect_err("it is refused").code();
        prop_assert!([&REFUSALS[..], &["parcel_too_large"]].concat().contains(&code), "{}", code);
    }
}

#[test]
fn what_is_no_parcel_is_told_apart() {
    let mut receiver = Receiver::new();
    for bytes in [&b""[..], b"# Heading\n", b"PK\x03\x04", b"SQLite format 3\0"] {
        receiver.refuses(bytes, "not_a_parcel");
    }
    let act = desk::act(receiver.owner, 50);
    let folder = receiver.place.path().to_owned();
    let nowhere = folder.join("nowhere.shpalta");
    assert_eq!(receiver.newsroom.parcel_in(&act, &folder).unwrap_err().code(), "not_a_parcel");
    assert_eq!(receiver.newsroom.parcel_in(&act, &nowhere).unwrap_err().code(), "files");
}

#[test]
fn a_parcel_of_a_newer_format_is_refused_politely() {
    let rest = parcel().split_off(HEADER_LENGTH);
    let newer = with_header(FORMAT + 1, &rest);
    Receiver::new().refuses(&newer, "newer_parcel");
    let desk = Desk::new();
    let file = desk.file("newer.shpalta", newer);
    let refused = desk.run(["parcel", "in", &file]).refusal.unwrap();
    assert_eq!(
        (refused.code.as_str(), refused.remedy.as_str()),
        ("newer_parcel", "Update Shpalta on this computer.",)
    );
}

fn entry(name: &str, bytes: &[u8]) -> Value {
    json!({
        "name": name, "sha256": hex(&Sha256::digest(bytes)), "bytes": bytes.len(),
        "packed": bytes.len(), "packing": "stored",
    })
}

#[test]
fn parts_have_their_own_names_and_no_others() {
    let apart = Apart::of(&parcel());
    let mut receiver = Receiver::new();
    let bytes = b"GIF89a".to_vec();
    let hash = hex(&Sha256::digest(&bytes));
    let names = [
        "../newsroom.db".to_owned(),
        "/etc/passwd".to_owned(),
        format!("media/../media/{hash}"),
        format!("media/{}", "0".repeat(64)),
        format!("media/{}", hash.to_uppercase()),
        "media/".to_owned(),
        "story".to_owned(),
    ];
    for name in names {
        let mut odd = apart.clone();
        odd.others.push((entry(&name, &bytes), bytes.clone()));
        receiver.refuses(&odd.sealed(), "parcel_contradicts");
    }
    // A photo that is none.
    let mut odd = apart.clone();
    let no_image = b"#!/bin/sh".to_vec();
    let hash = hex(&Sha256::digest(&no_image));
    odd.others.push((entry(&format!("media/{hash}"), &no_image), no_image));
    odd.story["media"] = json!([{ "hash": hash, "file_name": "a.png", "credit": {} }]);
    receiver.refuses(&odd.sealed(), "parcel_contradicts");
}

#[test]
fn what_unpacks_to_more_than_it_says_is_not_unpacked() {
    let mut receiver = Receiver::new();
    let bomb = deflated(&vec![b' '; 64 * 1024 * 1024]);
    assert!(bomb.len() < 1_000_000, "the control: it is small as long as it is packed");
    let entry = |bytes: u64| {
        json!({
            "name": "story", "sha256": "0".repeat(64), "bytes": bytes, "packed": bomb.len(),
            "packing": "deflate",
        })
    };
    receiver.refuses(&together(&[(entry(1000), bomb.clone())]), "parcel_contradicts");
    receiver.refuses(&together(&[(entry(64 * 1024 * 1024), bomb.clone())]), "parcel_too_large");
    receiver.refuses(&together(&[(entry(u64::MAX), bomb)]), "parcel_too_large");
}

#[test]
fn a_manifest_of_any_length_is_refused_before_it_is_read() {
    let mut receiver = Receiver::new();
    receiver.refuses(&with_header(FORMAT, &[0xff; 8]), "parcel_too_large");
    receiver.refuses(&with_header(FORMAT, b""), "parcel_contradicts");
    receiver.refuses(&with_header(FORMAT, &[0, 0, 0, 9, b'{']), "parcel_contradicts");
    let huge = json!({ "parts": vec![entry("story", b"{}"); 2] }).to_string().into_bytes();
    let mut rest = u32::try_from(huge.len()).unwrap().to_be_bytes().to_vec();
    rest.extend(huge);
    rest.extend(b"{}{}");
    receiver.refuses(&with_header(FORMAT, &rest), "parcel_contradicts");
}

#[test]
fn the_command_says_what_is_wrong_and_leaves_everything_as_it_was() {
    let desk = Desk::with_weather();
    let file: PathBuf = out(&desk, "weather");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    let receiver = Desk::new();
    let before = state(&receiver);
    let refused = receiver.refused(["parcel", "in", path(&file)]);
    assert_eq!(refused, "parcel_altered");
    assert!(state(&receiver) == before);
}

fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}
