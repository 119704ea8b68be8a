//! What a translator's save, an import, a minor change and a switched original say of the pairs.

use std::fs;
use std::path::Path;

use shpalta_language::Language::{self, En, Ru, Uk};
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::id::MediaHash;
use shpalta_newsroom::import::Batch;
use shpalta_newsroom::names::Names;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::status::Editorial::{Approved, Draft};
use shpalta_newsroom::translation::RowState::{Changed, Extra, Missing};
use shpalta_newsroom::translation::Which;
use shpalta_tests::desk::{Desk, How, Who};
use shpalta_tests::news::{self, en, ru, uk};

#[test]
fn s12_a_comma_in_a_block_that_is_behind_leaves_it_behind() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    desk.write(En, &[en::A, en::B_COMMA, en::C]);
    assert_eq!(desk.pill(En), (Draft, 1, 0));
    assert_eq!(desk.stale(En), [Changed]);

    desk.publish(Uk, &[uk::A, uk::B, uk::C]);
    assert_eq!(desk.behind(En), 0, "with its comma it still stands for what b was made from");
}

#[test]
fn a_comma_in_a_block_that_something_is_coming_for_leaves_it_coming() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    desk.write_seeing(1, En, &[en::A, en::B_COMMA, en::C]);
    assert_eq!(desk.pill(En), (Draft, 0, 1));
    desk.write(En, &[en::A, en::B_WORDED, en::C]);
    assert_eq!(desk.pill(En), (Draft, 0, 1), "reworded by somebody who saw the change: the same");
}

#[test]
fn s13_a_fresh_block_reworded_while_a_change_arrives_is_behind_at_once() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    desk.write_seeing(1, En, &[en::A, en::B_WORDED, en::C]);
    assert_eq!(desk.pill(En), (Draft, 1, 0));

    desk.publish(Uk, &[uk::A, uk::B, uk::C]);
    assert_eq!(desk.pill(En), (Draft, 0, 0), "it was made against what was seen");
}

#[test]
fn a_block_rewritten_for_a_change_is_behind_until_the_translator_says_done() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    desk.write(En, &[en::A, en::B_FENCE, en::C]);
    assert_eq!(desk.behind(En), 1, "a later edit carries freshness along and adds none");
    desk.confirm(Who::Translator, En, 2, None).unwrap();
    assert_eq!(desk.pill(En), (Draft, 0, 0));
    desk.approve(En);
}

#[test]
fn a_wording_that_the_block_had_before_gets_only_its_old_bases() {
    let mut desk = Desk::published_fire();
    desk.write(En, &[en::A, en::B_WORDED, en::C]);
    desk.publish(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    desk.confirm(Who::Translator, En, 2, None).unwrap();
    desk.write(En, &[en::A, en::B, en::C]);
    assert_eq!(desk.behind(En), 1, "b was made from B, whatever was confirmed of its successor");
}

#[test]
fn a_paragraph_may_be_left_out_on_purpose() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A, uk::B, uk::D, uk::C]);
    let missing = desk.status(En).rows.iter().find(|row| row.state == Missing).unwrap().row;
    desk.confirm_row(Who::Translator, En, missing, None).unwrap();
    assert_eq!(desk.pill(En), (Draft, 0, 0));
    desk.approve(En);
    assert!(desk.is_exportable(En));
}

#[test]
fn a_paragraph_may_be_added_on_purpose() {
    let mut desk = Desk::published_fire();
    desk.write(En, &[en::A, en::B, en::C, en::D]);
    assert_eq!(desk.stale(En), [Extra]);
    desk.confirm(Who::Translator, En, 4, None).unwrap();
    assert_eq!(desk.pill(En), (Draft, 0, 0));
    desk.approve(En);
}

#[test]
fn confirming_all_brings_every_row_up_to_date() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A_NEAR, uk::B_FENCE, uk::C, uk::D]);
    let act = desk.act(Who::Translator);
    let confirmed = desk.newsroom.confirm(&act, desk.story, En, Which::All, None, None).unwrap();
    assert_eq!(confirmed.rows, [3, 4, 6]);
    assert_eq!(desk.pill(En), (Draft, 0, 0));
}

#[test]
fn s18_an_import_with_fewer_blocks_leaves_rows_missing_and_not_approvable() {
    let mut desk = Desk::published_fire();
    let text = news::edition(En, &[en::A, en::C]);
    desk.save(Who::Translator, En, &text, None, How::Cut(Reason::Import)).unwrap();
    assert_eq!(desk.pill(En), (Draft, 1, 0));
    assert_eq!(desk.stale(En), [Missing]);
    assert_eq!(desk.status(En).rows[3].original, [4]);
    assert_eq!(desk.approve_by(Who::Editor, En).unwrap_err().code(), "behind");
}

#[test]
fn s18_a_first_import_from_a_file_with_fewer_blocks_leaves_rows_missing() {
    let mut desk = Desk::new();
    desk.publish(Uk, &[uk::A, uk::B, uk::C]);
    let file = desk.beside("fire.en.md");
    let text = news::edition(En, &[en::A, en::B]);
    let (headline, lead, body) = (text.headline, text.lead, text.body);
    fs::write(&file, format!("---\ntitle: {headline}\ndescription: {lead}\n---\n\n{body}\n"))
        .unwrap();
    let story = desk.newsroom.story(desk.story).unwrap().slug;
    let batch = Batch { files: vec![file], language: Some(En), story: Some(story) };
    let act = desk.act(Who::Translator);
    let summary = desk.newsroom.import(&act, &batch);
    assert!(summary.refused.is_empty(), "{:?}", summary.refused);

    assert_eq!(desk.pill(En), (Draft, 1, 0));
    assert_eq!(desk.stale(En), [Missing]);
    assert_eq!(desk.approve_by(Who::Editor, En).unwrap_err().code(), "behind");
    desk.verify();
}

#[test]
fn s19_the_diff_of_a_real_edit_starts_before_the_minor_one() {
    const MINOR: &str = "На пристані працювали 15 пожежників разом із двома автодрабинами.";
    const REAL: &str = "На пристані всю ніч працювали 15 пожежників разом із двома автодрабинами.";
    let mut desk = Desk::new();
    desk.publish(Uk, &["На пристані працювали 12 пожежників разом із двома автодрабинами."]);
    desk.publish(En, &["At the pier 12 firefighters worked with two turntable ladders."]);
    desk.write(Uk, &[MINOR]);
    assert_eq!(desk.minor(Who::Editor, 1).unwrap(), 1);
    desk.approve(Uk);
    assert_eq!(desk.pill(En), (Approved, 0, 0));

    desk.publish(Uk, &[REAL]);
    assert_eq!(desk.behind(En), 1);
    let refused = desk.confirm(Who::Translator, En, 1, None).unwrap_err();
    assert_eq!(refused.code(), "old_facts_kept", "the diff shown is 12 → 15, from before");
}

#[test]
fn s19_a_minor_change_keeps_the_translation_fresh_and_a_real_one_leaves_it_behind() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    assert_eq!(desk.coming(En), 1);
    desk.minor(Who::Editor, 1).unwrap();
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    desk.approve(Uk);
    assert_eq!(desk.pill(En), (Approved, 0, 0));

    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    assert_eq!(desk.pill(En), (Approved, 1, 0));
}

#[test]
fn a_change_may_be_called_minor_after_its_approval() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    assert_eq!(desk.behind(En), 1);
    assert_eq!(desk.minor(Who::Editor, 1).unwrap(), 1);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    assert!(desk.is_exportable(En));
}

#[test]
fn a_minor_change_passed_by_an_editor_of_the_original_alone_awaits_the_translations_editor() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.minor(Who::UkrainianEditor, 1).unwrap();
    assert_eq!(desk.pill(En), (Draft, 0, 0));
    assert!(!desk.is_exportable(En), "the approved text still awaits a nod");
    desk.approve(En);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    assert!(desk.is_exportable(En));
}

#[test]
fn a_row_that_was_behind_before_a_minor_change_stays_behind() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    desk.publish(
        Uk,
        &[
            "Над ранок рятувальники загасили пожежу на складі паперу неподалік річкової пристані.",
            uk::B,
            uk::C,
        ],
    );
    desk.minor(Who::Editor, 1).unwrap();
    assert_eq!(desk.behind(En), 1);
}

#[test]
fn an_unchanged_paragraph_is_no_minor_change() {
    let mut desk = Desk::published_fire();
    assert_eq!(desk.minor(Who::Editor, 1).unwrap_err().code(), "not_changed");
    assert_eq!(desk.minor(Who::Editor, 9).unwrap_err().code(), "no_block");
}

#[test]
fn s20_other_apostrophes_in_the_whole_original_are_a_draft_and_no_news() {
    let typed = "П'ятеро робітників не об'їхали підтоплене в'їзне коло.";
    let mut desk = Desk::new();
    desk.publish(Uk, &[typed, uk::B_FENCE]);
    desk.publish(En, &["Five workers got stuck on the flooded entry circle.", en::B_FENCE]);
    let curly = [typed.replace('\'', "’"), uk::B_FENCE.replace('\'', "’")];
    desk.write(Uk, &[&curly[0], &curly[1]]);
    assert_eq!(desk.editorial(Uk), Draft);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
    desk.approve(Uk);
    assert_eq!(desk.pill(En), (Approved, 0, 0));
}

#[test]
fn s22_a_replaced_photo_is_coming_then_behind_until_the_translation_shows_it_too() {
    let (mut desk, first, second) = desk_with_photos();
    publish_with_photo(&mut desk, first);
    write_with_photo(&mut desk, Uk, second);
    assert_eq!(desk.editorial(Uk), Draft);
    assert_eq!(desk.pill(En), (Approved, 0, 1));
    desk.approve(Uk);
    assert_eq!(desk.pill(En), (Approved, 1, 0));

    write_with_photo(&mut desk, En, second);
    assert_eq!(desk.pill(En), (Draft, 0, 0));
    desk.approve(En);
    desk.verify();
}

#[test]
fn s22_a_replaced_photo_may_be_said_to_be_still_right() {
    let (mut desk, first, second) = desk_with_photos();
    publish_with_photo(&mut desk, first);
    write_with_photo(&mut desk, Uk, second);
    desk.approve(Uk);
    let rows = desk.status(En).rows;
    let stale = rows.iter().find(|row| row.state == Changed).unwrap();
    desk.confirm_row(Who::Translator, En, stale.row, None).unwrap();
    assert_eq!(desk.pill(En), (Draft, 0, 0));
}

fn desk_with_photos() -> (Desk, MediaHash, MediaHash) {
    let mut desk = Desk::new();
    let photos = [1, 2].map(|shade| {
        let file = desk.beside(&format!("{shade}.png"));
        write_png(&file, shade);
        let act = desk.act(Who::Editor);
        let credit = Names::from([(Uk, "Ірина Сорока".to_owned())]);
        desk.newsroom.add_media(&act, &file, &credit).unwrap()
    });
    (desk, photos[0], photos[1])
}

/// A PNG's signature and header say all that the newsroom asks of a picture; the shade stands
/// where pixels would.
fn write_png(file: &Path, shade: u8) {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend([0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0, shade, shade, shade, shade]);
    fs::write(file, bytes).unwrap();
}

fn publish_with_photo(desk: &mut Desk, photo: MediaHash) {
    for language in [Uk, En] {
        write_with_photo(desk, language, photo);
        desk.approve(language);
    }
    assert_eq!(desk.pill(En), (Approved, 0, 0));
}

fn write_with_photo(desk: &mut Desk, language: Language, photo: MediaHash) {
    let (alt, caption, paragraph) = match language {
        Language::Uk => ("Обгоріла стіна", "Склад після пожежі", uk::A),
        _ => ("A charred wall", "The store after the fire", en::A),
    };
    let picture = format!("![{alt}](media:{photo} \"{caption}\")");
    let text: EditionText = news::edition(language, &[paragraph, &picture]);
    let how = How::Cut(Reason::Write);
    desk.save(Desk::writer(language), language, &text, None, how).unwrap();
}

#[test]
fn s23_switching_the_original_inverts_pairs_and_composes_the_third_language() {
    let mut desk = Desk::published_fire();
    desk.publish(Ru, &[ru::A, ru::B, ru::C]);
    assert!(desk.decisions(En).iter().all(|decision| decision != "original"));
    desk.set(Who::Chief, "original", "en").unwrap();

    assert_eq!(desk.newsroom.story(desk.story).unwrap().original, En);
    assert!(desk.status(En).rows.is_empty(), "an original has no rows");
    assert_eq!((desk.behind(Uk), desk.behind(Ru)), (0, 0));
    assert_eq!(desk.status(Uk).rows.len(), 5);
    assert_eq!(desk.status(Ru).rows.len(), 5);

    desk.publish(En, &[en::A, en::B_FENCE, en::C]);
    assert_eq!((desk.behind(Uk), desk.behind(Ru)), (1, 1));
    desk.verify();
}

#[test]
fn s23_switching_the_original_is_a_decision_in_the_log() {
    let mut desk = Desk::published_fire();
    desk.set(Who::Chief, "original", "en").unwrap();
    let query = "SELECT count(*) FROM log WHERE kind = 'original'";
    let logged: u64 = desk.peek().query_row(query, [], |row| row.get(0)).unwrap();
    assert_eq!(logged, 1);
}

#[test]
fn s23_what_was_not_fresh_is_behind_after_the_switch() {
    let mut desk = Desk::published_fire();
    desk.publish(Ru, &[ru::A, ru::B, ru::C]);
    desk.publish(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    assert_eq!((desk.behind(En), desk.behind(Ru)), (1, 1));
    desk.set(Who::Chief, "original", "en").unwrap();
    assert!(desk.behind(Uk) >= 1);
    assert!(desk.behind(Ru) >= 1);
    let fresh = |language| {
        let rows = desk.status(language).rows;
        rows.len() - desk.stale(language).len()
    };
    assert_eq!((fresh(Uk), fresh(Ru)), (4, 4), "headline, lead, A and C");
}

#[test]
fn s23_switching_there_and_back_leaves_everything_fresh() {
    let mut desk = Desk::published_fire();
    desk.publish(Ru, &[ru::A, ru::B, ru::C]);
    desk.set(Who::Chief, "original", "en").unwrap();
    desk.set(Who::Chief, "original", "uk").unwrap();
    assert_eq!((desk.behind(En), desk.behind(Ru)), (0, 0));
    assert!(desk.status(Uk).rows.is_empty());
    desk.verify();
}

#[test]
fn s23_merged_paragraphs_are_inverted_as_one_pair() {
    let mut desk = Desk::published_fire();
    desk.publish(En, &[en::AB, en::C]);
    desk.set(Who::Chief, "original", "en").unwrap();
    assert_eq!(desk.behind(Uk), 0);
    let rows = desk.status(Uk).rows;
    assert_eq!((rows[2].original.as_slice(), rows[3].original.as_slice()), (&[3][..], &[3][..]));
}
