//! What the database does not take, and a newsroom whose database is lost: nothing typed goes.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{BANNER, STATE, body, has_line, journals, one_story, write_on, writing};

fn database(desk: &Desk) -> Connection {
    Connection::open(desk.cli.newsroom().join("newsroom.db")).unwrap()
}

/// From now on SQLite answers every change with an error, until [`lets_again`].
fn refuses(desk: &Desk) {
    let refuse = "CREATE TRIGGER refuse BEFORE INSERT ON operation
                  BEGIN SELECT RAISE(ABORT, 'nothing is taken'); END";
    database(desk).execute_batch(refuse).unwrap();
}

fn lets_again(desk: &Desk) {
    database(desk).execute_batch("DROP TRIGGER refuse").unwrap();
}

fn recovery(desk: &Desk) -> PathBuf {
    desk.cli.newsroom().join("recovery")
}

/// Types what the database does not take, and waits until the journal has it.
fn type_into_journal(desk: &Desk, text: &str) {
    desk.type_text(text);
    desk.wait_until("the window says that the journal has it", || {
        desk.text(STATE).starts_with("У журналі відновлення ")
    });
    desk.wait_until("the journal has it", || {
        journals(&desk.cli).iter().any(|said| said.contains(text))
    });
}

fn is_saved(desk: &Desk, typed: &str) {
    desk.wait_until("it is saved", || desk.text(STATE).starts_with("Збережено "));
    desk.gone(BANNER);
    let body = body(desk);
    assert!(body.trim_end().ends_with(typed), "“{typed}” is not on disk: {body}");
    desk.wait_until("the journal is gone", || journals(&desk.cli).is_empty());
}

#[test]
fn what_the_database_does_not_take_is_in_the_journal_until_it_does() {
    let Some(desk) = writing() else { return };
    refuses(&desk);
    type_into_journal(&desk, "held");
    desk.mentions(BANNER, "У ЖУРНАЛІ ВІДНОВЛЕННЯ.");
    desk.mentions(BANNER, "Набране лягає в журнал відновлення на диску");
    assert!(!body(&desk).contains("held"));
    type_into_journal(&desk, "andmore");
    lets_again(&desk);
    is_saved(&desk, "heldandmore");
    desk.mentions(".toasts", "Збереження відновилося");
}

#[test]
fn a_killed_window_gives_back_what_its_journal_has() {
    let Some(mut desk) = writing() else { return };
    refuses(&desk);
    type_into_journal(&desk, "survivor");
    desk.kill();
    lets_again(&desk);
    desk.start();
    desk.mentions(".recovered", "Із журналу відновлення повернено 1 текст");
    assert!(body(&desk).trim_end().ends_with("survivor"), "{}", body(&desk));
    assert_eq!(journals(&desk.cli), [""; 0]);
    desk.click(("button", "Закрити"));
    desk.gone(".recovered");
}

#[test]
fn both_texts_are_shown_when_the_draft_went_on_without_the_journal() {
    let Some(mut desk) = writing() else { return };
    refuses(&desk);
    type_into_journal(&desk, "fromthejournal");
    desk.kill();
    lets_again(&desk);
    let file = desk.cli.file("theirs.md", "---\ntitle: Сніг\n---\n\nЇхній текст.\n");
    desk.cli.ok(["story", "write", "weather", "--lang", "uk", "--from", &file]);
    desk.start();
    desk.mentions(".recovered", "у журналі відновлення інший текст, ніж у чернетці");
    assert_eq!(body(&desk).trim_end(), "Їхній текст.");
    desk.click(("button", "Порівняти"));
    desk.see(("dialog", "Цей текст змінено і в іншому місці"));
    desk.mentions("dialog", "Їхній текст.");
    desk.mentions("dialog", "fromthejournal");
    desk.click(("button", "Поставити мій текст"));
    desk.gone("dialog");
    desk.wait_until("my text is the draft", || body(&desk).contains("fromthejournal"));
    desk.gone(".recovered");
}

#[test]
fn a_text_in_its_journal_holds_nobody_back_and_is_there_when_one_returns() {
    let Some(desk) = writing() else { return };
    refuses(&desk);
    type_into_journal(&desk, "away");
    desk.press("Control+Digit1");
    desk.see("[role=grid]");
    write_on(&desk);
    has_line(&desk, "away");
    type_into_journal(&desk, "andback");
    assert_eq!(journals(&desk.cli).len(), 1, "the older journal gives way to the newer");
    lets_again(&desk);
    is_saved(&desk, "awayandback");
}

#[test]
fn a_text_that_was_left_in_its_journal_is_saved_without_the_window_showing_it() {
    let Some(desk) = writing() else { return };
    refuses(&desk);
    type_into_journal(&desk, "alone");
    desk.press("Control+Digit1");
    desk.see("[role=grid]");
    lets_again(&desk);
    desk.wait_until("it is saved", || body(&desk).trim_end().ends_with("alone"));
    desk.wait_until("the journal is gone", || journals(&desk.cli).is_empty());
}

/// Neither the database nor a journal takes anything until [`lets_all_again`].
fn refuses_all(desk: &Desk) {
    refuses(desk);
    let recovery = recovery(desk);
    fs::rename(&recovery, recovery.with_extension("away")).unwrap();
    fs::write(&recovery, "in the way").unwrap();
}

fn lets_all_again(desk: &Desk) {
    let recovery = recovery(desk);
    fs::remove_file(&recovery).unwrap();
    fs::rename(recovery.with_extension("away"), &recovery).unwrap();
    lets_again(desk);
}

fn type_into_window(desk: &Desk, text: &str) {
    desk.type_text(text);
    desk.wait_until("the window says so", || desk.text(STATE) == "НЕ ЗБЕРЕЖЕНО");
    desk.mentions(BANNER, "Текст не втрачено: він у вікні.");
}

#[test]
fn texts_that_no_disk_has_are_written_where_somebody_says_and_saved_when_they_can_be() {
    let Some(desk) = writing() else { return };
    refuses_all(&desk);
    type_into_window(&desk, "nowhere");
    desk.click(("button", "Зберегти тексти в теку…"));
    desk.see(("dialog", "Зберегти тексти в теку"));
    desk.write_in(("textbox", "Куди"), desk.cli.beside("absent").to_str().unwrap());
    desk.press("Enter");
    desk.mentions("dialog [role=alert]", "Не вдалося прочитати або записати");
    let stick = desk.cli.beside("stick");
    fs::create_dir(&stick).unwrap();
    desk.rewrite(("textbox", "Куди"), stick.to_str().unwrap());
    desk.press("Enter");
    desk.mentions("dialog [role=status]", "1 текст записано в теку");
    desk.press("Escape");
    desk.gone("dialog");
    desk.click(".cm-content");
    desk.press("Control+End");
    desk.type_text("andmore");
    lets_all_again(&desk);
    is_saved(&desk, "nowhereandmore");
    let folder = fs::read_dir(&stick).unwrap().next().unwrap().unwrap().path();
    let file = folder.join("weather.uk.md");
    desk.cli.ok(["story", "import", file.to_str().unwrap(), "--story", "weather"]);
    assert!(body(&desk).trim_end().ends_with("nowhere"), "{}", body(&desk));
}

#[test]
fn a_text_that_somebody_left_unsaved_waits_in_the_window_and_is_saved_when_it_can_be() {
    let Some(desk) = writing() else { return };
    refuses_all(&desk);
    type_into_window(&desk, "adrift");
    desk.press("Control+Digit1");
    desk.see(("dialog", "НЕ ЗБЕРЕЖЕНО"));
    desk.click(("button", "Усе одно піти"));
    desk.see("[role=grid]");
    desk.mentions(BANNER, "є лише в пам’яті цього вікна");
    desk.press("Alt+F4");
    desk.mentions("dialog", "Разом із вікном зникне те, чого немає на жодному диску.");
    desk.press("Escape");
    desk.gone("dialog");
    assert!(desk.is_running());
    lets_all_again(&desk);
    desk.wait_until("it is saved", || body(&desk).trim_end().ends_with("adrift"));
    desk.gone(BANNER);
    desk.close();
}

#[test]
fn a_newsroom_whose_folder_went_takes_nothing_for_saved_and_all_when_it_is_back() {
    let Some(desk) = writing() else { return };
    let (folder, away) = (desk.cli.newsroom(), desk.cli.beside("away"));
    fs::rename(&folder, &away).unwrap();
    type_into_window(&desk, "folderless");
    desk.mentions(BANNER, folder.to_str().unwrap());
    assert!(!folder.exists(), "the folder is not made anew");
    fs::rename(&away, &folder).unwrap();
    is_saved(&desk, "folderless");
}

/// One table is nowhere to be found in the file any more.
fn damage(desk: &Desk) {
    let damage = "PRAGMA writable_schema = ON;
                  UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'draft';
                  PRAGMA schema_version = 99999;";
    database(desk).execute_batch(damage).unwrap();
}

#[test]
fn a_database_that_is_damaged_under_ones_hands_is_brought_back_with_the_text() {
    let newsroom = one_story();
    newsroom.ok("backup");
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    write_on(&desk);
    desk.press("Enter");
    damage(&desk);
    type_into_journal(&desk, "underhand");
    desk.mentions(BANNER, "пошкоджено");
    desk.click(("button", "Відновити з копії…"));
    desk.mentions("dialog", "Найновіша справна копія: ");
    desk.mentions("dialog", "Повернеться й 1 текст із журналу відновлення.");
    desk.click(("button", "Відновити з цієї копії"));
    desk.see("[role=grid]");
    desk.mentions(".rescued", "Редакцію відновлено з копії");
    assert!(body(&desk).trim_end().ends_with("underhand"), "{}", body(&desk));
    desk.wait_until("the journal is gone", || journals(&desk.cli).is_empty());
    assert_eq!(desk.cli.run("verify").status, 0);
}
