//! A newsroom as each released version left it. Every later version opens copies of them; the files
//! themselves never change once their version is out.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};
use shpalta_language::Language::{self, En, Ru, Uk};
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::board::Pill;
use shpalta_newsroom::names::NameKind;
use shpalta_newsroom::newsroom::SCHEMA_VERSION;
use shpalta_newsroom::publication::WithdrawalKind;
use shpalta_newsroom::status::Editorial::{Approved, Draft, InReview};
use shpalta_newsroom::status::{EditionStatus, Publication};
use shpalta_tests::cli;
use shpalta_tests::desk::{self, Desk, Who};
use shpalta_tests::news::{self, en, ru, uk};
use tempfile::TempDir;

/// The portrait of the author, which versions after the first have.
const PORTRAIT: &str = "news/tram.png";

pub(super) fn fixture(version: u32) -> PathBuf {
    cli::fixture(&format!("newsroom-v{version}.db"))
}

/// A folder with a copy of the newsroom of a version.
fn copied(version: u32) -> TempDir {
    let place = desk::folder();
    fs::copy(fixture(version), place.path().join("newsroom.db")).unwrap();
    let portrait = fs::read(cli::fixture(PORTRAIT)).unwrap();
    let hash = shpalta_newsroom::id::MediaHash(Sha256::digest(&portrait).into());
    fs::create_dir(place.path().join("media")).unwrap();
    fs::write(place.path().join("media").join(hash.to_string()), portrait).unwrap();
    place
}

/// What the fixture tells: a fire that is out in Ukrainian, one row behind in English with a
/// draft beside its page, in review in Russian.
fn tell() -> Desk {
    let mut desk = Desk::new();
    desk.set(Who::Editor, "authors", "uk=Марія Шевчук,en=Maria Shevchuk").unwrap();
    desk.set(Who::Editor, "date", "2025-01-20 11:56").unwrap();
    desk.set(Who::Editor, "dateline", "Миколаїв").unwrap();
    desk.publish(Uk, &[uk::A, uk::B, uk::C]);
    desk.publish(En, &[en::A, en::B, en::C]);
    desk.export(&[Uk, En]);
    desk.write(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.minor(Who::Editor, 1).unwrap();
    desk.publish(Uk, &[uk::A_NEAR, uk::B1, uk::B2, uk::C]);
    desk.confirm(Who::Translator, En, 2, None).unwrap();
    desk.approve(En);
    desk.publish(Uk, &[uk::A_NEAR, uk::B1, uk::B2, uk::C, uk::D]);
    desk.type_in(En, &[en::A, en::B_WORDED, en::C]);
    desk.write(Ru, &[ru::A, ru::B, ru::C]);
    desk.submit(Who::Translator, Ru).unwrap();
    let act = desk.act(Who::Editor);
    let (story, held) = (desk.story, WithdrawalKind::Held);
    desk.newsroom.withdraw(&act, story, Some(Uk), held, Some("Перевіряємо факти.")).unwrap();
    let act = desk.act(Who::Chief);
    desk.newsroom.reinstate(&act, story, Some(Uk), None).unwrap();
    desk.export(&[Uk]);
    portray(&mut desk);
    desk
}

/// Gives the author a portrait.
fn portray(desk: &mut Desk) {
    let act = desk.act(Who::Editor);
    let credit = [(Uk, "Музей трамвая".to_owned())].into();
    let portrait = desk.newsroom.add_media(&act, &cli::fixture(PORTRAIT), &credit).unwrap();
    let act = desk.act(Who::Editor);
    let names = [(Uk, "Марія Шевчук".to_owned())].into();
    desk.newsroom.set_name(&act, NameKind::Author, &names, Some(portrait)).unwrap();
}

/// `FIXTURE=folder cargo test -p shpalta-tests fixture -- --ignored` writes a newsroom as this
/// version leaves it into that folder. It is for a schema that is not out yet.
#[test]
#[ignore = "writes a file into the folder that FIXTURE names"]
fn a_fixture_of_this_version_is_written() {
    let Some(to) = std::env::var_os("FIXTURE").map(PathBuf::from) else { return };
    let (_place, folder) = tell().close();
    let name = format!("newsroom-v{SCHEMA_VERSION}.db");
    fs::copy(folder.join("newsroom.db"), to.join(name)).unwrap();
}

fn version(database: &Path) -> u32 {
    let sql = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    sql.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_copy_of_every_released_versions_newsroom_opens_and_tells_its_status() {
    (1..SCHEMA_VERSION).for_each(opens_and_tells);
}

fn opens_and_tells(released: u32) {
    let before = Sha256::digest(fs::read(fixture(released)).unwrap());
    let place = copied(released);
    let mut newsroom = Newsroom::open(place.path()).unwrap();
    assert_eq!(version(&place.path().join("newsroom.db")), SCHEMA_VERSION);
    assert_eq!(newsroom.verify().unwrap().faults, [], "version {released}");
    let kept = place.path().join(format!("backups/before-schema-{}.db", released + 1));
    assert_eq!(version(&kept), released, "a backup was made first");

    let story = newsroom.story_ids().unwrap()[0];
    let now: Timestamp = "2025-06-01T00:00:00Z".parse().unwrap();
    let status = newsroom.status(story, now).unwrap();
    let pill = |language: Language| {
        let EditionStatus { editorial, behind, publication, .. } = status.editions[&language];
        (editorial, behind, publication)
    };
    assert_eq!(pill(Uk), (Approved, 0, Publication::Exported));
    assert_eq!(pill(En), (Draft, 1, Publication::Outdated));
    assert_eq!(pill(Ru), (InReview, 1, Publication::Never));
    let shown = newsroom.board_story(story, Uk, now).unwrap().editions;
    let pills =
        [Pill::Exported, Pill::Behind { count: 1 }, Pill::DraftPart { written: 5, rows: 6 }];
    assert_eq!([0, 1, 2].map(|at: usize| shown[at].pill), pills);
    let counts = newsroom.board_counts(Some(newsroom.owner().unwrap().id), now).unwrap();
    assert_eq!((counts.all, counts.translate, counts.approve), (1, 2, 1));

    let text = news::edition(En, &[en::A, en::B, en::C, en::D]);
    let draft = newsroom.draft(story, En).unwrap();
    let by = newsroom.person_named("Тамара Вільха").unwrap().id;
    let save = shpalta_newsroom::draft::Save {
        story,
        language: En,
        text: &text,
        based_on: draft.save,
        seen: None,
        sitting: None,
    };
    newsroom.save_draft(&desk::act(by, 10_000), &save).unwrap();
    assert_eq!(newsroom.verify().unwrap().faults, []);
    drop(newsroom);
    assert_eq!(Sha256::digest(fs::read(fixture(released)).unwrap()), before, "a copy was opened");
}

#[test]
fn a_newsroom_of_the_first_version_that_cannot_be_told_anew_stays_of_the_first_version() {
    let place = copied(1);
    let database = place.path().join("newsroom.db");
    let sql = Connection::open(&database).unwrap();
    let no_original = "UPDATE edition SET language = 'xx' WHERE language = 'uk'";
    sql.execute_batch(&format!("PRAGMA ignore_check_constraints = ON; {no_original}")).unwrap();
    drop(sql);
    Newsroom::open(place.path()).expect_err("the board cannot follow");
    assert_eq!(version(&database), 1);
    let sql = Connection::open(&database).unwrap();
    let columns = "SELECT count(*) FROM pragma_table_info('draft') WHERE name = 'sitting'";
    assert_eq!(sql.query_row(columns, [], |row| row.get::<_, u32>(0)).unwrap(), 0);
}
