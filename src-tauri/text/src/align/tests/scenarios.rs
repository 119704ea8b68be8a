//! The rules of following, each as a change that a desk makes to a text.

use super::origins;

const A: &str = "Рада ухвалила закон про мобілізацію у другому читанні в середу ввечері.";
const B: &str = "Уряд виділив 120 мільйонів гривень на ремонт шкіл у Харківській області.";
const C: &str = "Пасажири потяга до Львова чекали на платформі майже чотири години.";
const D: &str = "Метеорологи обіцяють заморозки на ґрунті вже наприкінці тижня.";

const B1: &str = "Поліція затримала двох підозрюваних у крадіжці картин із музею.";
const B2: &str = "Їм загрожує до восьми років ув'язнення, повідомила прокуратура міста Одеси.";
const B_WHOLE: &str = "Поліція затримала двох підозрюваних у крадіжці картин із музею. \
    Їм загрожує до восьми років ув'язнення, повідомила прокуратура міста Одеси.";

#[test]
fn an_unchanged_text_is_itself() {
    assert_eq!(origins(&["# H", "lead L", A, B], &["# H", "lead L", A, B], &[]), "0 1 2 3");
    assert_eq!(origins(&[], &[], &[]), "");
}

#[test]
fn typography_is_not_news() {
    let typed = "Об'єкт \"Дія\" - готовий";
    assert_eq!(origins(&[A, typed], &[A, "Об’єкт «Дія» – готовий"], &[]), "0 1");
}

#[test]
fn a_moved_block_is_the_same_block() {
    assert_eq!(origins(&[A, B, C], &[B, C, A], &[]), "1 2 0");
    assert_eq!(origins(&[A, B, C], &[C, B, A], &[]), "2 1 0");
}

#[test]
fn equal_twins_pair_in_order() {
    assert_eq!(origins(&[A, B, A], &[A, B, A], &[]), "0 1 2");
    assert_eq!(origins(&["---", A, "---", B, "---"], &["---", B, "---"], &[]), "0 3 4");
}

#[test]
fn a_deleted_twin_leaves_the_other_one_alone_and_takes_its_id_when_put_back() {
    assert_eq!(origins(&[A, B, C, B], &[A, C, B], &[]), "0 2 3");
    assert_eq!(origins(&[A, C, B], &[A, B, C, B], &[(B, None)]), "0 ^0 1 2");
}

#[test]
fn twins_that_return_together_return_in_order() {
    let past = [(A, Some(1)), (A, Some(0))];
    assert_eq!(origins(&[B, C, D], &[A, A, D], &past), "0 1 2");
}

#[test]
fn an_edited_block_keeps_its_identity() {
    let edited = "Уряд виділив 150 мільйонів гривень на ремонт шкіл у Харківській області.";
    assert_eq!(origins(&[A, B, C], &[A, edited, C], &[]), "0 1 2");
}

#[test]
fn an_added_block_is_new_and_no_neighbour_of_it_changes() {
    assert_eq!(origins(&[A, B, C], &[A, D, B, C], &[]), "0 * 1 2");
    assert_eq!(origins(&[A, B, C], &[A, B, C, D], &[]), "0 1 2 *");
}

#[test]
fn an_edit_beside_an_added_block_stays_with_the_edited_one() {
    let edited = "Уряд виділив 150 мільйонів гривень на ремонт шкіл Харківської області.";
    assert_eq!(origins(&[A, B, C], &[A, D, edited, C], &[]), "0 * 1 2");
    assert_eq!(origins(&[A, B, C], &[A, edited, D, C], &[]), "0 1 * 2");
}

#[test]
fn an_undone_edit_returns_to_the_block_that_had_the_wording() {
    let past = [(B, Some(1))];
    assert_eq!(origins(&[A, D, C], &[A, B, C], &past), "0 1 2");
}

#[test]
fn a_block_that_left_comes_back_as_itself() {
    assert_eq!(origins(&[A, C], &[A, B, C], &[(B, None)]), "0 ^0 1");
}

#[test]
fn of_two_former_wordings_the_more_recent_returns() {
    assert_eq!(origins(&[A], &[A, B], &[(B, None), (B, None)]), "0 ^0");
}

#[test]
fn a_former_wording_of_a_block_that_stands_unchanged_is_no_return() {
    assert_eq!(origins(&[A, C], &[A, B, C], &[(B, Some(1))]), "0 * 1");
}

#[test]
fn a_wording_returns_in_place_before_it_returns_from_elsewhere() {
    let past = [(B, None), (B, Some(1))];
    assert_eq!(origins(&[A, D, C], &[A, B, C], &past), "0 1 2");
}

#[test]
fn a_split_block_lives_on_in_its_largest_part() {
    assert_eq!(origins(&[A, B_WHOLE, C], &[A, B1, B2, C], &[]), "0 /1 1 2");
    assert_eq!(origins(&[A, B_WHOLE, C], &[A, B2, B1, C], &[]), "0 1 /1 2");
}

#[test]
fn equal_parts_leave_the_identity_with_the_first() {
    let (one, two) = ("Один два три чотири п'ять.", "Шість сім вісім дев'ять десять.");
    let whole = format!("{one} {two}");
    assert_eq!(origins(&[&whole], &[one, two], &[]), "0 /0");
    assert_eq!(origins(&[one, two], &[&whole], &[]), "0+1");
}

#[test]
fn joined_parts_take_the_identity_that_had_the_whole() {
    // B_WHOLE was split: its identity stayed with B2 (old block 2), B1 is old block 1.
    let past = [(B_WHOLE, Some(2))];
    assert_eq!(origins(&[A, B1, B2, C], &[A, B_WHOLE, C], &past), "0 2+1 3");
    let past = [(B_WHOLE, Some(1))];
    assert_eq!(origins(&[A, B1, B2, C], &[A, B_WHOLE, C], &past), "0 1+2 3");
}

#[test]
fn a_second_split_gives_each_part_what_it_was() {
    let past = [(B2, Some(1)), (B1, None)];
    assert_eq!(origins(&[A, B_WHOLE, C], &[A, B1, B2, C], &past), "0 ^1 1 2");
    // The part that kept the identity was reworded meanwhile: only the other one returns.
    let reworded = "Їм загрожує до восьми років ув'язнення, повідомила прокуратура Одеси.";
    assert_eq!(origins(&[A, B_WHOLE, C], &[A, B1, reworded, C], &[(B1, None)]), "0 ^0 1 2");
}

#[test]
fn a_second_split_elsewhere_finds_its_other_part() {
    let reworded = "Поліція міста затримала двох підозрюваних у крадіжці картин із музею.";
    let past = [(B2, Some(1))];
    assert_eq!(origins(&[A, B_WHOLE, C], &[A, reworded, B2, C], &past), "0 /1 1 2");
}

#[test]
fn joined_blocks_continue_the_largest() {
    assert_eq!(origins(&[A, B1, B2, C], &[A, B_WHOLE, C], &[]), "0 2+1 3");
}

#[test]
fn three_blocks_join_into_one() {
    let whole = format!("{A} {B} {C}");
    assert_eq!(origins(&[A, B, C, D], &[&whole, D], &[]), "0+1+2 3");
    assert_eq!(origins(&[&whole, D], &[A, B, C, D], &[]), "0 /0 /0 1");
}

#[test]
fn a_lead_that_is_cut_leaves_its_rest_split_off() {
    let lead = format!("lead {B_WHOLE}");
    let cut = format!("lead {B2}");
    assert_eq!(origins(&["# H", &lead, A], &["# H", &cut, B1, A], &[]), "0 1 /1 2");
    let cut = format!("lead {B1}");
    assert_eq!(origins(&["# H", &lead, A], &["# H", &cut, B2, A], &[]), "0 1 /1 2");
}

#[test]
fn a_paragraph_turned_into_list_items_is_split() {
    let old = "Сторони обговорили стабілізацію фронту, удари по цілях та розвиток промисловості.";
    let new = [
        "Сторони обговорили",
        "- стабілізацію фронту,",
        "- удари по цілях",
        "- та розвиток промисловості.",
    ];
    assert_eq!(origins(&[A, old], &[&[A], &new[..]].concat(), &[]), "0 /1 /1 1 /1");
}

#[test]
fn a_moved_and_edited_block_is_found_again() {
    let edited = "Уряд виділив 150 мільйонів гривень на ремонт шкіл у Харківській області.";
    assert_eq!(origins(&[A, B, C, D], &[A, C, D, edited], &[]), "0 2 3 1");
}

#[test]
fn a_rewritten_block_keeps_its_place() {
    assert_eq!(origins(&[A, B, C], &[A, D, C], &[]), "0 1 2");
    assert_eq!(origins(&[A, B, C], &["Зовсім інше.", "Геть не те."], &[]), "* *");
    assert_eq!(origins(&[A, B], &["Зовсім інше.", "Геть не те."], &[]), "0 1");
}

#[test]
fn a_rewritten_block_keeps_its_place_while_its_neighbour_moves() {
    let other = "Зовсім інший абзац про вибори в Молдові.";
    assert_eq!(origins(&[A, B, C], &[other, C, A], &[]), "1 2 0");
}

#[test]
fn kinds_do_not_mix_by_place() {
    assert_eq!(origins(&[A, "## Деталі", C], &[A, B, C], &[]), "0 * 2");
    assert_eq!(origins(&[A, "## Деталі", B], &[A, D, "## Нагадаємо"], &[]), "0 2 1");
}

#[test]
fn headline_and_lead_stay_what_they_are_however_unlike() {
    let (old, new) = (["# Зовсім", "lead Перше", A], ["# Нове", "lead Друге", A]);
    assert_eq!(origins(&old, &new, &[]), "0 1 2");
    // The new lead says what the first paragraph said.
    let lead = format!("lead {A}");
    assert_eq!(origins(&["# H", "lead Перше", A], &["# H", &lead], &[]), "0 1");
    assert_eq!(origins(&["# H", A, B], &["# H", &lead, B], &[]), "0 1 2");
}

#[test]
fn another_kind_with_the_same_words_is_the_same_block() {
    let (item, quote) = (format!("- {B}"), format!("> {B}"));
    assert_eq!(origins(&[A, B, C], &[A, &item, C], &[]), "0 1 2");
    assert_eq!(origins(&[A, B, C], &[A, &quote, D, C], &[]), "0 1 * 2");
    assert_eq!(origins(&[A, &quote, C], &[A, B, C], &[]), "0 1 2");
}

#[test]
fn a_replaced_photo_keeps_its_identity_with_alt_and_caption() {
    let old = [A, "img media:aa", "alt Міст", "cap Міст через Дніпро", B];
    let new = [A, "img media:bb", "alt Літак", "cap Літак над морем", B];
    assert_eq!(origins(&old, &new, &[]), "0 1 2 3 4");
    assert_eq!(origins(&old, &[A, "img media:bb", "alt Міст", B], &[]), "0 1 2 4");
}

#[test]
fn an_added_photo_disturbs_no_other_one() {
    let old = [A, "img media:aa", "alt Міст", B];
    let new = [A, "img media:bb", "alt Літак", "img media:aa", "alt Міст", B];
    assert_eq!(origins(&old, &new, &[]), "0 * * 1 2 3");
}

#[test]
fn a_changed_cell_keeps_its_place_in_the_table() {
    let old = ["| Київ", "| 12", "| Львів", "| 7"];
    assert_eq!(origins(&old, &["| Київ", "| 14", "| Львів", "| 7"], &[]), "0 1 2 3");
    assert_eq!(origins(&old, &["| Львів", "| 7", "| Київ", "| 12"], &[]), "2 3 0 1");
    let longer = ["| Київ", "| 12", "| Одеса", "| 9", "| Львів", "| 7"];
    assert_eq!(origins(&old, &longer, &[]), "0 1 * * 2 3");
}

#[test]
fn short_items_are_told_apart_by_their_letters() {
    let old = ["- стабілізація фронту;", "- розвиток промисловості;", "- удари."];
    let new = ["- стабілізацію лінії фронту;", "- розвитку промисловості;"];
    assert_eq!(origins(&old, &new, &[]), "0 1");
    let new = ["- розвитку промисловостей;", "- удару."];
    assert_eq!(origins(&old, &new, &[]), "1 2");
}

#[test]
fn a_sentence_appended_or_cut_keeps_the_identity() {
    let longer = format!("{B} {D} {C}");
    assert_eq!(origins(&[A, B], &[A, "Новий абзац про погоду.", &longer], &[]), "0 * 1");
    assert_eq!(origins(&[A, &longer], &[A, "Новий абзац про погоду.", B], &[]), "0 * 1");
}
