//! "Still right" is a claim: it is refused without a reason while a fact changed and the
//! translation keeps the old one. A silent change touches no fact either.

use shpalta_language::Language::{self, En, Ru, Uk};
use shpalta_newsroom::publication::ChangeKind;
use shpalta_newsroom::status::Editorial::{Approved, Draft};
use shpalta_tests::desk::{Desk, Who};
use shpalta_tests::news::{en, ru, uk};

/// What changed, before and after, in the original; the translation that keeps the old.
const CHANGED_FACTS: [(&str, &str, &str, &str); 5] = [
    (
        "number",
        "На пристані працювали 12 пожежників разом із двома автодрабинами.",
        "На пристані працювали 15 пожежників разом із двома автодрабинами.",
        "At the pier 12 firefighters worked with two turntable ladders.",
    ),
    (
        "date",
        "Рух набережною обіцяють повністю відновити до 3 березня цього року.",
        "Рух набережною обіцяють повністю відновити до 7 березня цього року.",
        "Traffic on the embankment is to be fully restored by March 3 this year.",
    ),
    (
        "name",
        "Про це на місці пожежі розповіла речниця рятувальників Олена Бондар.",
        "Про це на місці пожежі розповіла речниця рятувальників Олена Захарчук.",
        "The rescuers' spokeswoman Olena Bondar said this at the scene of the fire.",
    ),
    (
        "currency",
        "Власники складу попередньо оцінюють свої збитки у 400 тисяч гривень.",
        "Власники складу попередньо оцінюють свої збитки у 400 тисяч доларів.",
        "The owners of the store put their losses at 400 thousand hryvnias.",
    ),
    (
        "negation",
        "Слідчі вважають, що склад підпалили навмисно.",
        "Слідчі не вважають, що склад підпалили навмисно.",
        "Investigators believe that the store was set on fire on purpose.",
    ),
];

#[test]
fn s11_still_right_is_refused_without_a_reason_while_the_old_number_date_name_stays() {
    for (what, before, after, kept) in CHANGED_FACTS {
        let mut desk = pair(before, kept);
        desk.publish(Uk, &[after]);
        let refused = desk.confirm(Who::Translator, En, 1, None);
        assert_eq!(refused.expect_err(what).code(), "old_facts_kept", "{what}");
        let blank = desk.confirm(Who::Translator, En, 1, Some("  "));
        assert_eq!(blank.expect_err(what).code(), "old_facts_kept", "{what}");
        assert_eq!(desk.pill(En), (Approved, 1, 0), "{what}");

        let reason = Some("Редактор перевірив: в обох мовах правильно.");
        desk.confirm(Who::Translator, En, 1, reason).unwrap();
        assert_eq!(desk.pill(En), (Draft, 0, 0), "{what}");
        desk.approve(En);
        assert_eq!(desk.pill(En), (Approved, 0, 0), "{what}");
    }
}

#[test]
fn an_editor_needs_a_reason_as_well() {
    let (_, before, after, kept) = CHANGED_FACTS[0];
    let mut desk = pair(before, kept);
    desk.publish(Uk, &[after]);
    let refused = desk.confirm(Who::Editor, En, 1, None).unwrap_err();
    assert_eq!(refused.code(), "old_facts_kept");
}

#[test]
fn done_needs_no_reason_once_the_translation_has_the_new_fact() {
    let (_, before, after, kept) = CHANGED_FACTS[0];
    let mut desk = pair(before, kept);
    desk.publish(Uk, &[after]);
    desk.write(En, &[&kept.replace("12", "15")]);
    assert_eq!(desk.behind(En), 1);
    desk.confirm(Who::Translator, En, 1, None).unwrap();
    assert_eq!(desk.behind(En), 0);
}

#[test]
fn the_reason_stands_in_the_log() {
    let (_, before, after, kept) = CHANGED_FACTS[0];
    let mut desk = pair(before, kept);
    desk.publish(Uk, &[after]);
    desk.confirm(Who::Translator, En, 1, Some("Число уточнили обидві сторони.")).unwrap();
    let decisions = desk.newsroom.history(desk.story, En).unwrap().decisions;
    assert_eq!(decisions[0].decision, "confirm");
    assert_eq!(decisions[0].note.as_deref(), Some("Число уточнили обидві сторони."));
}

#[test]
fn a_fresh_row_has_nothing_to_confirm() {
    let mut desk = Desk::published_fire();
    let refused = desk.confirm(Who::Translator, En, 1, None).unwrap_err();
    assert_eq!(refused.code(), "nothing_to_confirm");
    let refused = desk.confirm_row(Who::Translator, En, 99, None).unwrap_err();
    assert_eq!(refused.code(), "no_row");
    let refused = desk.confirm_row(Who::Reporter, Uk, 1, None).unwrap_err();
    assert_eq!(refused.code(), "is_original");
}

#[test]
fn a_silent_change_is_refused_when_a_fact_or_a_quote_changed() {
    let quotes = [
        (
            "quote in a sentence",
            "«Людей устигли вивести всіх», — сказав черговий рятувальник на пристані.",
            "«Людей устигли вивести майже всіх», — сказав черговий рятувальник на пристані.",
            "",
        ),
        (
            "quote of its own",
            "> Ми встигли вивести з будівлі всіх людей.\n>\n> — черговий рятувальник",
            "> Ми встигли вивести з будівлі майже всіх людей.\n>\n> — черговий рятувальник",
            "",
        ),
    ];
    let currency_aside = CHANGED_FACTS.into_iter().filter(|(what, ..)| *what != "currency");
    for (what, before, after, _) in currency_aside.chain(quotes) {
        let mut desk = Desk::new();
        desk.publish(Uk, &[before]);
        desk.export(&[Uk]);
        desk.write(Uk, &[after]);
        let refused = desk.approve_as(Who::Editor, Uk, ChangeKind::Silent, None);
        assert_eq!(refused.expect_err(what).code(), "not_silent", "{what}");
        assert_eq!(desk.editorial(Uk), Draft, "{what}");
        desk.approve_as(Who::Editor, Uk, ChangeKind::Update, None).unwrap();
    }
}

#[test]
fn a_silent_change_of_spelling_is_approved() {
    let mut desk = Desk::published_fire();
    desk.export(&[Uk]);
    desk.write(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    desk.approve_as(Who::Editor, Uk, ChangeKind::Silent, None).unwrap();
    assert_eq!(desk.editorial(Uk), Approved);
}

#[test]
fn a_correction_after_export_needs_a_public_note() {
    let mut desk = Desk::published_fire();
    desk.export(&[Uk]);
    desk.write(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let refused = desk.approve_as(Who::Editor, Uk, ChangeKind::Correction, None).unwrap_err();
    assert_eq!(refused.code(), "note_needed");
    let note = Some("Пожежу загасили над ранок, а не вночі.");
    desk.approve_as(Who::Editor, Uk, ChangeKind::Correction, note).unwrap();
    let approved = desk.dossier(Uk).approved.unwrap().text;
    assert_eq!(approved.change, ChangeKind::Correction);
    assert_eq!(approved.notes.first().map(|note| &*note.text), note);
}

/// Readers were told; what is approved later takes nothing back but with a revoked approval.
#[test]
fn a_correction_stays_said_until_its_approval_is_revoked() {
    let mut desk = Desk::published_fire();
    desk.export(&[Uk]);
    let notes = |desk: &Desk| -> Vec<String> {
        let notes = desk.dossier(Uk).approved.unwrap().text.notes;
        notes.into_iter().map(|note| note.text).collect()
    };
    desk.write(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let first = "Пожежу загасили над ранок, а не вночі.";
    desk.approve_as(Who::Editor, Uk, ChangeKind::Correction, Some(first)).unwrap();
    desk.write(Uk, &[uk::A_DAWN, uk::B, uk::C, "Слідство триває."]);
    desk.approve(Uk);
    assert_eq!(notes(&desk), [first]);
    desk.write(Uk, &[uk::A_DAWN, uk::B, uk::C, "Слідство завершили."]);
    let second = "Слідство завершили, а не триває.";
    desk.approve_as(Who::Editor, Uk, ChangeKind::Correction, Some(second)).unwrap();
    assert_eq!(notes(&desk), [second, first]);
    desk.revoke(Who::Editor, Uk).unwrap();
    desk.approve(Uk);
    assert_eq!(notes(&desk), [first]);
}

/// The fire in three languages, ru made from en; then the original's first paragraph was wrong.
fn corrected_fire() -> Desk {
    let mut desk = Desk::published_fire();
    desk.set(Who::Chief, "follows.ru", "en").unwrap();
    desk.publish(Ru, &[ru::A, ru::B, ru::C]);
    desk.export(&[Uk, En, Ru]);
    assert_eq!(awaiting(&desk), []);
    desk.write(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let note = Some("Пожежу загасили над ранок, а не вночі.");
    desk.approve_as(Who::Editor, Uk, ChangeKind::Correction, note).unwrap();
    desk
}

/// The languages that a correction has not reached.
fn awaiting(desk: &Desk) -> Vec<Language> {
    let waits = |language: &Language| desk.dossier(*language).awaited.is_some();
    Language::ALL.into_iter().filter(waits).collect()
}

#[test]
fn a_correction_is_awaited_until_it_has_come_by_whichever_way() {
    let mut desk = corrected_fire();
    assert_eq!(awaiting(&desk), [En, Ru]);
    desk.write(En, &[en::A_DAWN, en::B, en::C]);
    desk.confirm(Who::Translator, En, 1, None).unwrap();
    assert_eq!(awaiting(&desk), [En, Ru], "nothing of it is approved");
    desk.approve(En);
    assert_eq!(awaiting(&desk), [Ru]);
    desk.write(Ru, &["К утру спасатели потушили пожар на складе бумаги.", ru::B, ru::C]);
    desk.confirm(Who::Translator, Ru, 1, None).unwrap();
    desk.approve(Ru);
    assert_eq!(awaiting(&desk), []);
}

/// Readers of the other languages were still told what was wrong.
#[test]
fn a_correction_is_awaited_although_the_original_goes_on() {
    let mut desk = corrected_fire();
    desk.write(Uk, &[uk::A_DAWN, uk::B_FENCE, uk::C]);
    desk.approve(Uk);
    assert_eq!(awaiting(&desk), [En, Ru]);
    desk.revoke(Who::Editor, En).unwrap();
    assert_eq!(awaiting(&desk), [En, Ru], "what is out says what it said");
}

#[test]
fn what_changed_after_a_correction_came_is_no_correction() {
    let mut desk = corrected_fire();
    desk.write(En, &[en::A_DAWN, en::B, en::C]);
    desk.confirm(Who::Translator, En, 1, None).unwrap();
    desk.approve(En);
    desk.write(Uk, &[uk::A_DAWN, uk::B_FENCE, uk::C]);
    desk.approve(Uk);
    assert_eq!(desk.behind(En), 1);
    assert_eq!(awaiting(&desk), [Ru]);
}

#[test]
fn a_correction_that_was_taken_back_or_is_still_right_is_not_awaited() {
    let mut desk = corrected_fire();
    desk.revoke(Who::Editor, Uk).unwrap();
    assert_eq!(awaiting(&desk), []);
    let mut desk = corrected_fire();
    desk.confirm(Who::Editor, En, 1, Some("The English never said when")).unwrap();
    assert_eq!(awaiting(&desk), []);
}

fn pair(original: &str, translation: &str) -> Desk {
    let mut desk = Desk::new();
    desk.publish(Uk, &[original]);
    desk.publish(En, &[translation]);
    desk
}
