//! Parcels that are not what somebody made, or that somebody made in bad faith.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shpalta_newsroom::id::PersonId;
use shpalta_newsroom::parcel::{FORMAT, HEADER, MAGIC};
use shpalta_newsroom::{Error, Newsroom};
use shpalta_tests::campaign::{Dice, rounds};
use shpalta_tests::cli::{Desk, text};
use shpalta_tests::desk;
use tempfile::TempDir;
use uuid::Uuid;

use super::{out, state};
use crate::backup::rows;

const HEADER_LENGTH: usize = HEADER as usize;

/// A newsroom that parcels are sent to.
struct Receiver {
    newsroom: Newsroom,
    owner: PersonId,
    acts: i64,
    place: TempDir,
}

impl Receiver {
    fn new() -> Self {
        let place = desk::folder();
        let owner = PersonId(Uuid::from_u128(77));
        let newsroom = desk::found(&place.path().join("newsroom"), owner);
        Self { newsroom, owner, acts: 0, place }
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let file = self.place.path().join("parcel.shpalta");
        fs::write(&file, bytes).unwrap();
        self.acts += 1;
        let act = desk::act(self.owner, self.acts);
        self.newsroom.parcel_in(&act, &file).map(drop)
    }

    /// Taking it in is refused under this code, with a remedy, and nothing is changed.
    fn refuses(&mut self, bytes: &[u8], code: &str) {
        let before = self.everything();
        let error = self.take(bytes).expect_err("it is refused");
        assert_eq!(error.code(), code, "{error}");
        assert!(error.remedy().ends_with('.'));
        assert!(self.everything() == before, "something was changed");
    }

    fn everything(&self) -> impl PartialEq + use<> {
        let folder = self.newsroom.folder();
        let media = fs::read_dir(folder.join("media")).unwrap().count();
        (rows(&folder.join("newsroom.db")).unwrap(), media)
    }
}

/// The parcel of a story with texts in two languages and decisions.
fn parcel() -> Vec<u8> {
    fs::read(out(&Desk::with_weather(), "weather")).unwrap()
}

/// A parcel taken apart.
#[derive(Clone)]
struct Apart {
    story: Value,
    /// The other parts: their entries in the manifest, and their bytes.
    others: Vec<(Value, Vec<u8>)>,
}

impl Apart {
    fn of(parcel: &[u8]) -> Self {
        let rest = &parcel[HEADER_LENGTH..];
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        let manifest: Value = serde_json::from_slice(&rest[4..4 + length]).unwrap();
        let mut parts = &rest[4 + length..];
        let mut all = Vec::new();
        for part in manifest["parts"].as_array().unwrap() {
            let packed = usize::try_from(part["packed"].as_u64().unwrap()).unwrap();
            all.push((part.clone(), parts[..packed].to_vec()));
            parts = &parts[packed..];
        }
        let (_, story) = all.remove(0);
        let mut text = Vec::new();
        DeflateDecoder::new(story.as_slice()).read_to_end(&mut text).unwrap();
        Self { story: serde_json::from_slice(&text).unwrap(), others: all }
    }

    /// Puts it together with every digest right, as somebody in bad faith would.
    fn sealed(&self) -> Vec<u8> {
        let story = self.story.to_string().into_bytes();
        let packed = deflated(&story);
        let entry = json!({
            "name": "story",
            "sha256": hex(&Sha256::digest(&story)),
            "bytes": story.len(),
            "packed": packed.len(),
            "packing": "deflate",
        });
        let others = self.others.iter().map(|(entry, bytes)| (entry.clone(), bytes.clone()));
        together(&std::iter::once((entry, packed)).chain(others).collect::<Vec<_>>())
    }
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn together(parts: &[(Value, Vec<u8>)]) -> Vec<u8> {
    let entries: Vec<_> = parts.iter().map(|(entry, _)| entry.clone()).collect();
    let manifest = json!({ "parts": entries }).to_string().into_bytes();
    let mut rest = u32::try_from(manifest.len()).unwrap().to_be_bytes().to_vec();
    rest.extend(manifest);
    parts.iter().for_each(|(_, bytes)| rest.extend(bytes));
    with_header(FORMAT, &rest)
}

fn with_header(format: u32, rest: &[u8]) -> Vec<u8> {
    let length = rest.len() as u64;
    let mut hash = Sha256::new();
    hash.update(b"shpalta parcel\0");
    hash.update(format.to_be_bytes());
    hash.update(length.to_be_bytes());
    hash.update(rest);
    let mut parcel = MAGIC.to_vec();
    parcel.extend(format.to_be_bytes());
    parcel.extend(length.to_be_bytes());
    parcel.extend(hash.finalize());
    parcel.extend(rest);
    parcel
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

/// A change of what a parcel says, by its name.
type Change = (&'static str, fn(&mut Value));

/// What no Shpalta would say, though every digest of the file is right.
const LIES: [Change; 22] = [
    ("words under another hash", |story| {
        story["texts"][0]["text"]["lead"] = json!("Зовсім інше.");
    }),
    ("a text that is not normalised", |story| {
        story["texts"][0]["text"]["headline"] = json!("Сніг \n");
    }),
    ("an unknown key", |story| story["extra"] = json!(1)),
    ("a decision of another text", |story| {
        alter_payload(story, |said| said["content"] = json!("0".repeat(64)));
    }),
    ("a decision under its old hash", |story| {
        let payload = text(&story["decisions"][0]["payload"]).replace("submit", "approve");
        story["decisions"][0]["payload"] = json!(payload);
    }),
    ("a decision nobody knows", |story| alter_payload(story, |said| said["kind"] = json!("bless"))),
    ("a decision of another story", |story| {
        alter_payload(story, |said| said["story"] = json!(Uuid::nil().to_string()));
    }),
    ("a decision by nobody", |story| {
        alter_payload(story, |said| said["person"] = json!(Uuid::nil().to_string()));
    }),
    ("a taken parcel of somebody else", |story| {
        alter_payload(story, |said| said["kind"] = json!("parcel"));
    }),
    ("a chain that does not hold", |story| {
        story["decisions"][1]["prev"] = json!("0".repeat(64));
    }),
    ("a revision without its text", |story| {
        story["editions"][0]["revisions"][0]["content"] = json!("0".repeat(64));
    }),
    ("a revision that came of itself", |story| {
        let id = story["editions"][0]["revisions"][0]["id"].clone();
        story["editions"][0]["revisions"][0]["parent"] = id;
    }),
    ("blocks in another order", |story| {
        story["editions"][0]["revisions"][0]["blocks"].as_array_mut().unwrap().reverse();
    }),
    ("a block that is not listed", |story| {
        story["editions"][0]["revisions"][0]["blocks"][0] = json!(999);
    }),
    ("a head that is nowhere", |story| {
        story["editions"][0]["head"] = json!(Uuid::nil().to_string());
    }),
    ("an edition twice", |story| story["editions"][1]["language"] = json!("uk")),
    ("two editions", |story| _ = story["editions"].as_array_mut().unwrap().pop()),
    ("an instant after the end of time", |story| {
        story["editions"][0]["revisions"][0]["at"] = json!(i64::MAX);
    }),
    ("a name of two lines", |story| {
        let people = story["people"].as_object_mut().unwrap();
        people.values_mut().for_each(|name| *name = json!("Роза\nЧеф"));
    }),
    ("a photo that does not come along", |story| {
        let photo = json!({ "hash": "0".repeat(64), "file_name": "a.png", "credit": {} });
        story["media"].as_array_mut().unwrap().push(photo);
    }),
    ("a basis on wordings that never were", |story| {
        let basis = json!({
            "translation": "0".repeat(64), "originals": [], "original_revision": null,
            "kind": "made", "since": null, "reason": null, "at": 0,
            "person": story["story"]["created_by"],
        });
        story["editions"][1]["bases"].as_array_mut().unwrap().push(basis);
    }),
    ("a day that is none", |story| story["story"]["day"] = json!("2026-02-31")),
];

/// Alters what a decision says and makes its hash anew.
fn alter_payload(story: &mut Value, alter: fn(&mut Value)) {
    let decision = &mut story["decisions"][0];
    let mut said: Value = serde_json::from_str(&text(&decision["payload"])).unwrap();
    alter(&mut said);
    let payload = said.to_string();
    let bytes = |key: &str| {
        let digits = text(&decision[key]);
        (0..digits.len() / 2)
            .map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap())
            .collect::<Vec<_>>()
    };
    let device: Uuid = text(&decision["device"]).parse().unwrap();
    let seq = decision["seq"].as_u64().unwrap().to_be_bytes();
    let mut hash = Sha256::new();
    for part in [&b"shpalta log 1"[..], device.as_bytes(), &seq, &bytes("prev"), payload.as_bytes()]
    {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    decision["hash"] = json!(hex(&hash.finalize()));
    decision["payload"] = json!(payload);
    // The next one follows it, so that only what was altered is wrong.
    let hash = decision["hash"].clone();
    story["decisions"][1]["prev"] = hash;
    rehash_second(story);
}

fn rehash_second(story: &mut Value) {
    story["decisions"].as_array_mut().unwrap().truncate(1);
}

#[test]
fn a_parcel_that_says_what_cannot_be_so_is_refused_though_its_digests_are_right() {
    let apart = Apart::of(&parcel());
    let mut receiver = Receiver::new();
    for (lie, tell) in LIES {
        let mut lying = apart.clone();
        tell(&mut lying.story);
        assert_ne!(lying.story, apart.story, "{lie}");
        let before = receiver.everything();
        let error = receiver.take(&lying.sealed()).expect_err(lie);
        assert_eq!(error.code(), "parcel_contradicts", "{lie}");
        assert!(receiver.everything() == before, "{lie}");
    }
    let mut shorter = apart.clone();
    rehash_second(&mut shorter.story);
    receiver.take(&shorter.sealed()).expect("the control: fewer decisions are no lie");
    receiver.take(&apart.sealed()).expect("the control: as it was made it is taken in");
}

#[test]
fn a_revision_that_is_here_cannot_be_told_anew() {
    let apart = Apart::of(&parcel());
    let mut receiver = Receiver::new();
    receiver.take(&apart.sealed()).unwrap();
    let mut lying = apart.clone();
    let [first, second] = [0, 1].map(|at: usize| lying.story["editions"][at]["id"].clone());
    lying.story["editions"][0]["id"] = second;
    lying.story["editions"][1]["id"] = first;
    lying.story["decisions"] = json!([]);
    receiver.refuses(&lying.sealed(), "parcel_contradicts");
    let mut moved = apart.clone();
    moved.story["story"]["id"] = json!(Uuid::from_u128(5).to_string());
    moved.story["decisions"] = json!([]);
    receiver.refuses(&moved.sealed(), "parcel_contradicts");
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
    let started = std::time::Instant::now();
    receiver.refuses(&together(&[(entry(1000), bomb.clone())]), "parcel_contradicts");
    receiver.refuses(&together(&[(entry(64 * 1024 * 1024), bomb.clone())]), "parcel_too_large");
    receiver.refuses(&together(&[(entry(u64::MAX), bomb)]), "parcel_too_large");
    assert!(started.elapsed().as_secs() < 20);
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
