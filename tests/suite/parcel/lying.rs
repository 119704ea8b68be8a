//! Parcels that somebody made in bad faith: every digest is right, and what they say is not.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shpalta_tests::cli::text;
use uuid::Uuid;

use super::altered::{Receiver, parcel};
use super::apart::{Apart, hex};

/// A change of what a parcel says, by its name.
type Change = (&'static str, fn(&mut Value));

/// What no Shpalta would say, though every digest of the file is right.
const LIES: [Change; 23] = [
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
    ("editions that are made from each other", |story| {
        story["editions"][1]["made_from"] = json!("ru");
        story["editions"][2]["made_from"] = json!("en");
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
