//! What a window hears of changes, and what the desk keeps of exports and of photos' credits.

use std::path::Path;

use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::board::Pill;
use shpalta_newsroom::finding::FindingCode;
use shpalta_newsroom::id::MediaHash;
use shpalta_newsroom::names::Names;
use shpalta_newsroom::publication::{ExportRun, Found, Target};
use shpalta_newsroom::revision::Reason;
use shpalta_tests::desk::{Desk, How, Who};
use shpalta_tests::news::{self, en, uk};

#[test]
fn the_feed_names_each_story_that_changed_once_and_goes_on_from_there() {
    let mut desk = Desk::published_fire();
    let slug = desk.newsroom.story(desk.story).unwrap().slug;
    let all = desk.newsroom.changes_since(0).unwrap();
    assert_eq!((all.stories.as_slice(), all.newsroom), ([slug.clone()].as_slice(), true));
    assert_eq!(all.position, desk.newsroom.last_change().unwrap());
    let nothing = desk.newsroom.changes_since(all.position).unwrap();
    assert_eq!((nothing.position, nothing.stories.len()), (all.position, 0));
    assert!(!nothing.newsroom);

    let listener = Newsroom::open(&desk.folder()).unwrap();
    desk.write(Uk, &[uk::A_NEAR, uk::B]);
    desk.write(Uk, &[uk::A_NEAR, uk::C]);
    let heard = listener.changes_since(all.position).unwrap();
    assert_eq!((heard.stories.as_slice(), heard.newsroom), ([slug].as_slice(), false));
    desk.set(Who::Editor, "authors", "Марія Шевчук").unwrap();
    let act = desk.act(Who::Chief);
    desk.newsroom.set_policy(&act, "self_approve", "on").unwrap();
    assert!(listener.changes_since(heard.position).unwrap().newsroom);
}

#[test]
fn the_log_of_exports_tells_the_newest_first() {
    let mut desk = Desk::published_fire();
    desk.export(&[Uk, En]);
    let first = desk.now();
    desk.write(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.approve(Uk);
    desk.export_by(Who::Chief, &[En], Some("Терміново")).unwrap();
    let rows = Vec::new();
    let target = Target::Copy("/mnt/copy".to_owned());
    let act = desk.act(Who::Editor);
    let run = ExportRun { target, rows, findings: Found::new(), held: Vec::new() };
    desk.newsroom.record_export(&act, &run).unwrap();

    let log = desk.newsroom.export_log(0, 10).unwrap();
    let told: Vec<_> = log
        .iter()
        .map(|entry| (&*entry.person, entry.folder.as_deref(), entry.pages, entry.overridden))
        .collect();
    let expected = [
        ("Едуард Кравець", Some("/mnt/copy"), 0, 0),
        ("Чеслав Рудий", None, 1, 1),
        ("Едуард Кравець", None, 2, 0),
    ];
    assert_eq!(told, expected);
    assert_eq!(log[2].at, first);
    assert_eq!(desk.newsroom.export_log(1, 1).unwrap(), log[1..2]);

    let pages = |at: usize, offset| desk.newsroom.logged_pages(log[at].export, offset, 10).unwrap();
    assert_eq!(pages(0, 0), []);
    let [english] = &pages(1, 0)[..] else { panic!("the override changed one page") };
    assert_eq!((english.language, english.revision), (En, Some(1)));
    assert_eq!(english.overridden.as_deref(), Some("Терміново"));
    assert_eq!(pages(2, 0).iter().map(|page| page.language).collect::<Vec<_>>(), [Uk, En]);
    assert_eq!(pages(2, 1), pages(2, 0)[1..]);
}

/// A story in Ukrainian and English that shows a photo with a caption, both approved.
fn with_photo(desk: &mut Desk) -> MediaHash {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/news/tram.png");
    let act = desk.act(Who::Reporter);
    let credit = Names::from([(Uk, "Марія Шевчук".to_owned())]);
    let photo = desk.newsroom.add_media(&act, &file, &credit).unwrap();
    for (who, language, paragraph) in [(Who::Reporter, Uk, uk::A), (Who::Translator, En, en::A)] {
        let mut text = news::edition(language, &[paragraph]);
        text.body.push_str(&format!("\n\n![Tram](media:{photo} \"Tram\")"));
        desk.save(who, language, &text, None, How::Cut(Reason::Write)).unwrap();
        desk.approve(language);
    }
    photo
}

#[test]
fn a_credit_is_a_detail_of_the_pages_that_show_the_photo() {
    let mut desk = Desk::new();
    let photo = with_photo(&mut desk);
    assert_eq!(desk.on_board(En).findings.warn, 1, "nobody is named in English");
    desk.export(&[Uk, En]);
    let position = desk.newsroom.last_change().unwrap();

    let act = desk.act(Who::Reporter);
    let refused = desk.newsroom.set_credit(&act, photo, En, "Maria Shevchuk").unwrap_err();
    assert_eq!(refused.code(), "not_allowed");
    let act = desk.act(Who::Translator);
    desk.newsroom.set_credit(&act, photo, En, " Maria  Shevchuk\n").unwrap();
    assert_eq!(desk.newsroom.media().unwrap()[0].credit[&En], "Maria  Shevchuk");
    assert_eq!(desk.on_board(En).findings.warn, 0);
    assert_eq!(desk.on_board(En).pill, Pill::NewerText);
    assert_eq!(desk.on_board(Uk).pill, Pill::Exported);
    assert_eq!(desk.stops(En), [FindingCode::DetailsChanged]);
    assert!(desk.newsroom.changes_since(position).unwrap().newsroom);

    let act = desk.act(Who::Translator);
    desk.newsroom.set_credit(&act, photo, En, " ").unwrap();
    assert_eq!(desk.on_board(En).pill, Pill::Exported, "as it was");
    let act = desk.act(Who::Translator);
    let nothing = desk.newsroom.set_credit(&act, MediaHash([0; 32]), En, "X").unwrap_err();
    assert_eq!(nothing.code(), "bad_media");
    desk.verify();
}
