//! What an editor is shown of an edition before approving it.

use shpalta_language::Language::{En, Ru, Uk};
use shpalta_newsroom::decision::{BlockState, ReviewBlock, ReviewView};
use shpalta_newsroom::status::Editorial;
use shpalta_tests::desk::{Desk, Who};
use shpalta_tests::news::{en, uk};
use shpalta_text::diff::Change;

fn review(desk: &Desk, who: Who, language: shpalta_language::Language) -> ReviewView {
    desk.newsroom.review(desk.story, language, desk.person(who)).unwrap()
}

fn refusal(desk: &Desk, who: Who, language: shpalta_language::Language) -> Option<&'static str> {
    review(desk, who, language).refusal.map(|refused| refused.code)
}

/// The blocks that are not the same, with what they say now or said.
fn changed(blocks: &[ReviewBlock]) -> Vec<(Option<usize>, BlockState, String)> {
    let changed = blocks.iter().filter(|block| block.state != BlockState::Same);
    changed
        .map(|block| {
            let shown = match block.state {
                BlockState::Removed => Change::Removed,
                _ => Change::Added,
            };
            let runs = block.runs.iter().filter(|run| run.change == shown);
            (block.block, block.state, runs.map(|run| run.text.as_str()).collect())
        })
        .collect()
}

#[test]
fn the_text_is_shown_against_the_one_that_was_approved_last() {
    let mut desk = Desk::published_fire();
    desk.write(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.type_in(Uk, &[uk::C, uk::A_DAWN, uk::B, uk::D]);
    let view = review(&desk, Who::Editor, Uk);
    assert_eq!((view.original, view.editorial, view.revision), (None, Editorial::Draft, Some(2)));
    let since = view.since.unwrap();
    assert_eq!((since.person.as_str(), since.revision), ("Едуард Кравець", Some(1)));
    use BlockState::{Added, Changed, Moved, Removed};
    assert_eq!(
        changed(&view.blocks),
        [
            (Some(3), Moved, String::new()),
            (Some(4), Changed, "Над ранокпоблизу".to_owned()),
            (Some(6), Added, uk::D.to_owned()),
        ]
    );
    assert_eq!((view.original_since, view.original_blocks.len()), (None, 0));

    desk.type_in(Uk, &[uk::A, uk::C]);
    let view = review(&desk, Who::Editor, Uk);
    assert_eq!(changed(&view.blocks), [(None, Removed, uk::B.to_owned())]);
}

#[test]
fn a_translation_is_shown_with_what_changed_in_its_original_since() {
    let mut desk = Desk::published_fire();
    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    desk.write(Uk, &[uk::A_DAWN, uk::B_FENCE, uk::C]);
    desk.write(En, &[en::A_DAWN, en::B, en::C]);
    let view = review(&desk, Who::Editor, En);
    assert_eq!((view.original, view.behind, view.coming), (Some(Uk), 1, 1));
    assert_eq!(view.original_since.unwrap().revision, Some(1));
    let expected = [(Some(3), BlockState::Changed, "Над ранокпоблизу".to_owned())];
    assert_eq!(changed(&view.original_blocks), expected, "what is not approved does not count");
    assert_eq!(changed(&view.blocks)[0].0, Some(3));
    assert_eq!(view.refusal.unwrap().code, "behind");
}

#[test]
fn what_was_never_approved_is_all_new_and_its_original_is_not() {
    let mut desk = Desk::published_fire();
    desk.write(Ru, &[shpalta_tests::news::ru::A]);
    let view = review(&desk, Who::Editor, Ru);
    assert!(view.since.is_none() && view.original_since.is_none());
    assert!(view.blocks.iter().all(|block| block.state == BlockState::Added));
    assert_eq!(view.original_blocks.len(), 5);
    assert!(view.original_blocks.iter().all(|block| block.state == BlockState::Same));
}

#[test]
fn submitting_and_returning_are_signed() {
    let mut desk = Desk::new();
    desk.write(Uk, &[uk::A]);
    desk.submit(Who::Reporter, Uk).unwrap();
    let view = review(&desk, Who::Editor, Uk);
    assert_eq!(view.submitted.unwrap().person, "Ростислав Гай");
    assert!(view.returned.is_none());
    desk.return_by(Who::Editor, Uk, "Хто це бачив?").unwrap();
    let view = review(&desk, Who::Editor, Uk);
    assert_eq!(view.returned.unwrap().note.as_deref(), Some("Хто це бачив?"));
    assert!(view.submitted.is_none());
}

#[test]
fn the_refusal_is_the_one_that_approving_would_answer_with() {
    let mut desk = Desk::new();
    assert_eq!(refusal(&desk, Who::Editor, Uk), Some("no_text"));
    desk.write(Uk, &[uk::A]);
    assert_eq!(refusal(&desk, Who::Translator, Uk), Some("not_allowed"));
    let view = review(&desk, Who::Translator, Uk).refusal.unwrap();
    assert_eq!(view.params["needed"], "editor_uk");
    assert_eq!(refusal(&desk, Who::Editor, Uk), None);
    desk.write_by(Who::Editor, Uk, &[uk::A, uk::B]);
    assert_eq!(refusal(&desk, Who::Editor, Uk), Some("four_eyes"));
    desk.type_in(Uk, &[uk::A, uk::C]);
    assert_eq!(refusal(&desk, Who::Editor, Uk), None, "somebody else typed since");
    desk.write(En, &[en::A, en::C]);
    assert_eq!(refusal(&desk, Who::Editor, En), Some("original_not_approved"));
    desk.approve(Uk);
    assert_eq!(refusal(&desk, Who::Editor, Uk), Some("already_approved"));
    desk.write(Uk, &[uk::A, "![Склад](media:)", uk::C]);
    assert_eq!(refusal(&desk, Who::Editor, Uk), Some("stop_findings"));
}

#[test]
fn facts_that_differ_from_the_page_that_is_out_are_told() {
    let mut desk = Desk::new();
    desk.publish(Uk, &["Пожежу гасили 12 людей."]);
    assert!(!review(&desk, Who::Editor, Uk).is_out);
    desk.export(&[Uk]);
    desk.write(Uk, &["Пожежу гасили 15 людей."]);
    let view = review(&desk, Who::Editor, Uk);
    assert_eq!(
        (view.is_out, &view.changed_facts[..]),
        (true, &["12".to_owned(), "15".to_owned()][..])
    );
}

#[test]
fn details_that_changed_since_the_approval_are_told() {
    let mut desk = Desk::published_fire();
    assert!(!review(&desk, Who::Editor, Uk).details_changed);
    desk.set(Who::Reporter, "section", "Події").unwrap();
    let view = review(&desk, Who::SecondEditor, Uk);
    assert!(view.details_changed);
    assert_eq!((view.editorial, view.refusal), (Editorial::Approved, None), "a nod is due");
}
