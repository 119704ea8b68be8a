//! What is inserted for a row stands for its original and for nothing else.

use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::Result;
use shpalta_newsroom::draft::Saved;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::translation::{InsertRow, RowState};
use shpalta_tests::desk::{Desk, How, Who};
use shpalta_tests::news::{self, en, uk};

fn insert(desk: &mut Desk, row: usize, words: Option<&str>) -> Result<Saved> {
    let (story, language) = (desk.story, En);
    let based_on = desk.newsroom.draft(story, language).unwrap().save;
    let seen = desk.newsroom.translate(story, language).unwrap().seen;
    let act = desk.act(Who::Translator);
    let insert = InsertRow { story, language, row, words, based_on, seen, sitting: None };
    desk.newsroom.insert_row(&act, &insert)
}

fn states(desk: &Desk) -> Vec<(Option<usize>, Vec<usize>, RowState)> {
    let rows = desk.status(En).rows.into_iter();
    rows.map(|row| (row.block, row.original, row.state)).collect()
}

#[test]
fn a_missing_paragraph_is_inserted_at_its_place_and_is_fresh() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B, uk::D, uk::C]);
    let saved = insert(&mut desk, 5, Some(en::D)).unwrap();
    assert!(matches!(saved, Saved::Saved { revision: Some(2), .. }), "{saved:?}");
    assert_eq!(desk.body(En), [en::A, en::B, en::D, en::C].join("\n\n"));
    assert!(states(&desk).iter().all(|(_, _, state)| *state == RowState::Fresh));
    desk.verify();
}

#[test]
fn the_originals_own_words_may_stand_in_for_the_translation() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::D, uk::A, uk::B, uk::C]);
    insert(&mut desk, 3, None).unwrap();
    assert_eq!(desk.body(En), [uk::D, en::A, en::B, en::C].join("\n\n"));
    desk.write(En, &[en::D, en::A, en::B, en::C]);
    assert_eq!(desk.behind(En), 0, "later edits carry the pair along");
}

#[test]
fn an_inserted_twin_stands_for_its_own_original() {
    let mut desk = Desk::new();
    desk.publish(Uk, &[uk::A, uk::TWIN, uk::B, uk::C]);
    desk.publish(En, &[en::A, en::TWIN, en::B, en::C]);
    desk.publish(Uk, &[uk::A, uk::TWIN, uk::B, uk::TWIN, uk::C]);
    let missing = states(&desk).iter().position(|row| row.2 == RowState::Missing).unwrap() + 1;
    insert(&mut desk, missing, Some(en::TWIN)).unwrap();
    assert_eq!(desk.body(En), [en::A, en::TWIN, en::B, en::TWIN, en::C].join("\n\n"));
    for (block, originals, state) in states(&desk) {
        assert_eq!((originals, state), (block.into_iter().collect(), RowState::Fresh));
    }
}

#[test]
fn headline_and_lead_are_inserted_into_their_fields() {
    let mut desk = Desk::new();
    desk.publish(Uk, &[uk::A]);
    for (row, words) in [(3, en::A), (1, "Paper store\nburns down"), (2, "Sirens woke the town.")] {
        insert(&mut desk, row, Some(words)).unwrap();
    }
    let text = desk.newsroom.draft(desk.story, En).unwrap().text;
    assert_eq!(text.headline, "Paper store burns down");
    assert_eq!((text.lead.as_str(), text.body.as_str()), ("Sirens woke the town.", en::A));
    assert_eq!(desk.behind(En), 0);
    desk.verify();
}

#[test]
fn an_image_and_its_words_are_one_image_in_the_end() {
    let mut desk = Desk::published_fire();
    let image = format!("![Обгоріла стіна](media:{} \"Склад уранці\")", "ab".repeat(32));
    desk.write(Uk, &[uk::A, &image, uk::B, uk::C]);
    desk.newsroom.status(desk.story, desk.now()).unwrap();
    let act = desk.act(Who::Editor);
    desk.newsroom.revoke(&act, desk.story, Uk, None).unwrap();
    insert(&mut desk, 5, None).unwrap();
    insert(&mut desk, 4, Some("A burnt wall")).unwrap();
    insert(&mut desk, 6, Some("The store in the morning")).unwrap();
    let image = format!("![A burnt wall](media:{} \"The store in the morning\")", "ab".repeat(32));
    assert_eq!(desk.body(En), [en::A, &image, en::B, en::C].join("\n\n"));
    assert_eq!(desk.behind(En), 0);
    desk.verify();
}

#[test]
fn a_table_comes_whole_and_a_part_of_one_is_refused() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, "| День | Дощ |\n|---|---|\n| 1 | 2 |", uk::B, uk::C]);
    insert(&mut desk, 6, None).unwrap();
    assert!(desk.body(En).contains("| День | Дощ |\n|---|---|\n| 1 | 2 |"));
    assert_eq!(desk.behind(En), 0);

    desk.publish(Uk, &[uk::A, "| День | Дощ |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |", uk::B, uk::C]);
    let missing = states(&desk).iter().position(|row| row.2 == RowState::Missing).unwrap() + 1;
    let refused = insert(&mut desk, missing, None).unwrap_err();
    assert_eq!(refused.code(), "not_inserted");
    assert_eq!(refused.params()["obstacle"], "table");
}

#[test]
fn what_cannot_be_inserted_is_refused_and_changes_nothing() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B, uk::C, uk::D]);
    desk.type_in(En, &[en::A, en::B_WORDED, en::C]);
    let changes = desk.changes();
    assert_eq!(insert(&mut desk, 99, None).unwrap_err().code(), "no_row");
    let taken = insert(&mut desk, 3, None).unwrap_err();
    assert_eq!((taken.code(), taken.params()["obstacle"].as_str()), ("not_inserted", "taken"));
    let late = InsertRow {
        story: desk.story,
        language: En,
        row: 6,
        words: None,
        based_on: 1,
        seen: None,
        sitting: None,
    };
    let act = desk.act(Who::Translator);
    assert_eq!(desk.newsroom.insert_row(&act, &late).unwrap_err().code(), "text_changed");
    let act = desk.act(Who::Reporter);
    assert_eq!(desk.newsroom.insert_row(&act, &late).unwrap_err().code(), "not_allowed");
    assert_eq!(desk.changes(), changes);
}

#[test]
fn what_was_typed_before_an_insertion_is_kept_as_a_revision() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B, uk::C, uk::D]);
    desk.type_in(En, &[en::A, en::B_WORDED, en::C]);
    insert(&mut desk, 6, Some(en::D)).unwrap();
    let typed = desk.newsroom.show(desk.story, En, Some(2)).unwrap().text;
    assert_eq!(typed, news::edition(En, &[en::A, en::B_WORDED, en::C]));
    assert_eq!(desk.body(En), [en::A, en::B_WORDED, en::C, en::D].join("\n\n"));
}

#[test]
fn a_list_a_quote_and_a_heading_are_completed_in_their_shape() {
    let mut desk = Desk::new();
    let write = |desk: &mut Desk, who, language, body: &str| {
        let text = EditionText { body: body.to_owned(), ..news::edition(language, &[]) };
        desk.save(who, language, &text, None, How::Cut(Reason::Write)).unwrap();
    };
    let uk = "## Деталі\n\n- перша дія\n- друга подія\n- третя справа\n\n\
              > Перші слова міністра.\n>\n> Другі речення цитати.\n>\n> — міністр";
    write(&mut desk, Who::Reporter, Uk, uk);
    let en = "## Details\n\n* the first act\n* the third affair\n\n> Further words.\n>\n> — the minister";
    let full = "## Details\n\n* the first act\n* the second event\n* the third affair\n\n\
                > The minister's first words.\n>\n> Further words.\n>\n> — the minister";
    write(&mut desk, Who::Translator, En, full);
    write(&mut desk, Who::Translator, En, en);
    let missing: Vec<usize> = (1..)
        .zip(states(&desk))
        .filter(|(_, row)| row.2 == RowState::Missing)
        .map(|(row, _)| row)
        .collect();
    assert_eq!(missing.len(), 2, "{:?}", states(&desk));
    insert(&mut desk, missing[1], Some("The minister's first words.")).unwrap();
    insert(&mut desk, missing[0], Some("the second event")).unwrap();
    assert_eq!(desk.body(En), full);
    assert_eq!(desk.behind(En), 0);
    desk.verify();
}
