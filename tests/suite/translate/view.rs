//! What a translator is shown of a row.

use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::id::PairsHash;
use shpalta_newsroom::translation::{Confirmed, RowState, TranslateRow, TranslateView, Which};
use shpalta_newsroom::{Error, Result};
use shpalta_tests::desk::{Desk, How, Who, block_of};
use shpalta_tests::news::{self, en, uk};
use shpalta_text::Field;
use shpalta_text::diff::Change;

fn view(desk: &Desk) -> TranslateView {
    desk.newsroom.translate(desk.story, En).unwrap()
}

/// The row of a translation's paragraph, counted from 1.
fn row(desk: &Desk, paragraph: usize) -> TranslateRow {
    let rows = view(desk).rows;
    rows.into_iter().find(|row| row.block == Some(block_of(paragraph))).unwrap()
}

/// What the diff takes away and puts in.
fn changes(row: &TranslateRow) -> (String, String) {
    let said = |change: Change| -> String {
        let runs = row.diff.as_deref().unwrap_or_default().iter();
        runs.filter(|run| run.change == change).map(|run| run.text.as_str()).collect()
    };
    (said(Change::Removed), said(Change::Added))
}

fn confirm(desk: &mut Desk, which: Which, content: PairsHash) -> Result<Confirmed> {
    let act = desk.act(Who::Translator);
    desk.newsroom.confirm(&act, desk.story, En, which, None, Some(content))
}

#[test]
fn a_fresh_translation_is_shown_with_its_original_and_no_diff() {
    let desk = Desk::published_fire();
    let view = view(&desk);
    assert_eq!((view.behind, view.coming, view.fresh, view.rows.len()), (0, 0, 5, 5));
    assert_eq!((view.original, view.original_revision, view.seen), (Uk, Some(1), Some(1)));
    assert!(view.original_approved.is_some());
    assert_eq!(view.text, news::edition(En, &[en::A, en::B, en::C]));
    let row = &view.rows[3];
    assert_eq!((row.translation.as_str(), row.original.as_str()), (en::B, uk::B));
    assert_eq!((row.block, &row.originals[..]), (Some(4), &[4][..]));
    assert_eq!((row.field, row.diff.clone(), row.changed_at), (Some(Field::Body), None, None));
    let units: Vec<u16> = view.text.body.encode_utf16().collect();
    let span = row.start.unwrap()..row.end.unwrap();
    assert_eq!(String::from_utf16(&units[span]).unwrap(), en::B);
}

#[test]
fn a_row_that_is_behind_shows_what_changed_since_it_was_made() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let changed = row(&desk, 1);
    assert_eq!(changed.state, RowState::Changed);
    assert_eq!(changes(&changed), ("Уночібіля".to_owned(), "Над ранокпоблизу".to_owned()));
    assert_eq!(changed.changed_by.as_deref(), Some("Ростислав Гай"));
    let brought = desk.newsroom.history(desk.story, Uk).unwrap().revisions[0].at;
    assert_eq!(changed.changed_at, Some(brought));
}

#[test]
fn a_row_that_has_something_coming_shows_the_newest() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    let view = view(&desk);
    assert_eq!((view.behind, view.coming, view.original_revision), (0, 1, Some(1)));
    let coming = row(&desk, 2);
    assert_eq!(
        (coming.state, coming.coming, coming.original.as_str()),
        (RowState::Fresh, true, uk::B)
    );
    assert_eq!(changes(&coming), ("сусідній навіс".to_owned(), "дерев'яну огорожу".to_owned()));
    assert_eq!(coming.changed_by.as_deref(), Some("Ростислав Гай"));
}

#[test]
fn s19_the_diff_starts_before_a_minor_change() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.minor(Who::Editor, 1).unwrap();
    assert_eq!(row(&desk, 1).diff, None);
    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    assert_eq!(changes(&row(&desk, 1)), ("Уночібіля".to_owned(), "Над ранокпоблизу".to_owned()));
}

#[test]
fn missing_and_extra_rows_show_the_side_that_they_have() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B, uk::C, uk::D]);
    let rows = view(&desk).rows;
    let missing = rows.last().unwrap();
    assert_eq!((missing.state, missing.block, missing.start), (RowState::Missing, None, None));
    assert_eq!((missing.original.as_str(), missing.translation.as_str()), (uk::D, ""));
    assert_eq!((missing.diff.clone(), missing.changed_at), (None, Some(at_of(&desk, 2))));

    desk.publish(Uk, &[uk::A, uk::C]);
    let extra = row(&desk, 2);
    assert_eq!((extra.state, extra.original.as_str()), (RowState::Extra, ""));
    assert_eq!(changes(&extra), (uk::B.to_owned(), String::new()));
    assert_eq!(extra.changed_at, Some(at_of(&desk, 3)));
}

fn at_of(desk: &Desk, revision: u32) -> jiff::Timestamp {
    let revisions = desk.newsroom.history(desk.story, Uk).unwrap().revisions;
    revisions.into_iter().find(|one| one.revision == revision).unwrap().at
}

#[test]
fn twins_are_shown_once_each() {
    let mut desk = Desk::new();
    desk.publish(Uk, &[uk::A, uk::TWIN, uk::B, uk::TWIN]);
    desk.publish(En, &[en::A, en::TWIN, en::B, en::TWIN]);
    desk.publish(Uk, &[uk::A, uk::D, uk::B, uk::TWIN]);
    let twin = row(&desk, 4);
    assert_eq!((twin.original.as_str(), twin.diff), (uk::TWIN, None));
    let changed = row(&desk, 2);
    assert!(changes(&changed).0.matches("Читайте").count() == 1, "{changed:?}");
}

fn killed(language: shpalta_language::Language, sentence: &str) -> EditionText {
    news::edition(language, &[sentence, if language == Uk { uk::C } else { en::C }])
}

/// The original says a number, then another; the translation keeps the old one.
fn with_a_new_number(old: &str, new: &str, translation: &str) -> Desk {
    let mut desk = Desk::new();
    let how = How::Cut(shpalta_newsroom::revision::Reason::Write);
    desk.save(Who::Reporter, Uk, &killed(Uk, old), None, how).unwrap();
    desk.approve(Uk);
    desk.save(Who::Translator, En, &killed(En, translation), None, how).unwrap();
    desk.approve(En);
    desk.save(Who::Reporter, Uk, &killed(Uk, new), None, how).unwrap();
    desk.approve(Uk);
    desk
}

#[test]
fn a_number_that_changed_is_told_and_could_be_replaced() {
    let mut desk = with_a_new_number(
        "Пожежу гасили 26% підрозділів, 12 автомобілів і Тарас Бульба.",
        "Пожежу гасили 31% підрозділів, 12 автомобілів і Тарас Бульба.",
        "Some 26 percent of the units, 12 engines and Taras Bulba fought the fire.",
    );
    let shown = row(&desk, 1);
    let facts: Vec<_> = shown
        .facts
        .iter()
        .map(|pair| (pair.original.as_deref(), pair.translation.as_deref(), pair.agrees))
        .collect();
    assert_eq!(
        facts,
        [
            (Some("31%"), None, false),
            (Some("12"), Some("12"), true),
            (Some("Тарас"), Some("Taras"), true),
            (Some("Бульба"), Some("Bulba"), true),
            (None, Some("26 percent"), false),
        ]
    );
    assert_eq!(shown.kept, ["26%"]);
    let [suggestion] = &shown.suggestions[..] else { panic!("{shown:?}") };
    assert_eq!((suggestion.from.as_str(), suggestion.to.as_str()), ("26 percent", "31 percent"));

    let refused = desk.confirm(Who::Translator, En, 1, None).unwrap_err();
    assert!(matches!(refused, Error::OldFactsKept { facts, .. } if facts == "26%"));
    let text = shown.translation.replacen(&suggestion.from, &suggestion.to, 1);
    desk.save(Who::Translator, En, &killed(En, &text), None, How::Typed).unwrap();
    let shown = row(&desk, 1);
    assert_eq!((shown.state, shown.kept.len()), (RowState::Changed, 0));
    assert!(shown.facts.iter().all(|pair| pair.agrees), "{:?}", shown.facts);
    desk.confirm(Who::Translator, En, 1, None).unwrap();
}

#[test]
fn what_is_shown_as_kept_is_what_a_confirmation_is_refused_for() {
    for (old, new, translation) in [
        ("Загинули 12 людей.", "Загинуло 14 людей.", "Twelve people were killed."),
        ("Загинули 12 людей.", "Загинуло 14 людей.", "14 people were killed."),
        ("Про це сказав Умєров.", "Про це сказав Сибіга.", "This was said by Umerov."),
        ("Пожежу не загасили.", "Пожежу загасили.", "The fire was not put out."),
        ("Збитки – 5 млн гривень.", "Збитки – 5 млн доларів.", "Losses of UAH 5 million."),
        ("Уранці падав дощ.", "Увечері падав дощ.", "It rained in the morning."),
    ] {
        let mut desk = with_a_new_number(old, new, translation);
        let kept = row(&desk, 1).kept.join(", ");
        match desk.confirm(Who::Translator, En, 1, None) {
            Ok(_) => assert_eq!(kept, "", "{translation}"),
            Err(Error::OldFactsKept { facts, .. }) => assert_eq!(kept, facts, "{translation}"),
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn a_confirmation_is_of_what_was_looked_at() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let looked_at = view(&desk).content;

    desk.type_in(En, &[en::A_DAWN, en::B, en::C]);
    let refused = confirm(&mut desk, Which::Row(3), looked_at).unwrap_err();
    assert_eq!(refused.code(), "text_changed", "the translation is another");
    desk.type_in(En, &[en::A, en::B, en::C]);

    desk.publish(Uk, &[uk::D, uk::B, uk::C]);
    let refused = confirm(&mut desk, Which::Row(3), looked_at).unwrap_err();
    assert_eq!(refused.code(), "text_changed", "the original is another");

    let looked_at = view(&desk).content;
    confirm(&mut desk, Which::Row(3), looked_at).unwrap();
    assert_eq!(desk.behind(En), 0);
}

#[test]
fn an_original_is_no_translation() {
    let desk = Desk::published_fire();
    assert_eq!(desk.newsroom.translate(desk.story, Uk).unwrap_err().code(), "is_original");
}

#[test]
fn a_translation_without_text_has_its_rows_to_do() {
    let mut desk = Desk::new();
    desk.publish(Uk, &[uk::A]);
    let view = view(&desk);
    assert_eq!((view.save, view.revision, view.behind, view.fresh), (0, None, 3, 0));
    assert!(view.rows.iter().all(|row| row.state == RowState::Missing));
}
