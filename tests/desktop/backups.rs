//! Backups while somebody works, and the way back from one.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{body, one_story, write_on};

fn backups(desk: &Desk) -> PathBuf {
    desk.cli.newsroom().join("backups")
}

/// The databases in a folder of backups that are finished.
fn databases(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    files.filter(|file| file.extension().is_some_and(|ending| ending == "db")).collect()
}

/// What a backup says of the story, once it is a newsroom again.
fn restored_body(desk: &Desk, backup: &Path, place: &str) -> String {
    let to = desk.cli.beside(place);
    desk.cli.ok(["restore", backup.to_str().unwrap(), "--to", to.to_str().unwrap()]);
    let newsroom = to.to_str().unwrap();
    let shown = desk.cli.ok(["story", "show", "weather", "--lang", "uk", "--newsroom", newsroom]);
    cli::text(&shown["body"])
}

fn settings(desk: &Desk) {
    desk.press("Control+Comma");
    desk.see(("heading", "Налаштування"));
    desk.click("[role=tab][data-value=backups]");
    desk.see(("heading", "Резервні копії"));
}

#[test]
fn closing_leaves_a_backup_and_waits_for_none() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    desk.press("Enter");
    desk.type_text("last");
    desk.close();
    desk.wait_until("a backup is there", || databases(&backups(&desk)).len() == 1);
    let backup = databases(&backups(&desk)).remove(0);
    assert!(restored_body(&desk, &backup, "restored").trim_end().ends_with("last"));
}

#[test]
fn a_backup_that_is_due_is_made_while_somebody_works() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    desk.press("Enter");
    let typing = desk.start_typing(&"steady".repeat(60), 60);
    desk.wait_until("a backup is there", || databases(&backups(&desk)).len() == 1);
    typing.finish();
    settings(&desk);
    desk.mentions("[role=tabpanel]", "Остання справна копія: ");
}

#[test]
fn a_backup_is_made_when_it_is_asked_for_also_in_the_second_place() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    settings(&desk);
    let second = desk.cli.beside("second");
    desk.rewrite(("textbox", "Тека для копій"), second.to_str().unwrap());
    desk.press("Tab");
    desk.wait_until("the place is kept", || {
        desk.cli.ok("site show")["backup.folder"] == second.to_str().unwrap()
    });
    desk.click(("button", "Зробити копію зараз"));
    desk.mentions(".toasts", "Резервну копію зроблено");
    desk.mentions("[role=tabpanel]", "під час останньої копії не було");
    fs::create_dir(&second).unwrap();
    desk.click(("button", "Зробити копію зараз"));
    desk.wait_until("a copy is in the second place", || databases(&second).len() == 1);
    desk.wait_until("nothing is said of the second place", || {
        !desk.text("[role=tabpanel]").contains("під час останньої копії не було")
    });
}

#[test]
fn a_backup_that_fails_is_told_with_its_remedy_and_again_on_the_board() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    let folder = backups(&desk);
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "in the way").unwrap();
    desk.mentions(".toasts", "Не вдалося прочитати або записати");
    desk.mentions(".board", "Справної резервної копії цієї редакції немає.");
    fs::remove_file(&folder).unwrap();
    desk.click(("button", "Зробити копію зараз"));
    desk.mentions(".toasts", "Резервну копію зроблено");
    desk.gone(".board .banner");
}

/// A newsroom with a backup, and its window, which was closed.
fn closed_with_backup() -> Option<Desk> {
    let newsroom = one_story();
    newsroom.ok("backup");
    let desk = Start::with_newsroom(newsroom).open()?;
    close_wholly(&desk);
    Some(desk)
}

/// Closes the window, and waits for the process that looks after the backup then.
fn close_wholly(desk: &Desk) {
    desk.close();
    desk.wait_until("nobody is at the newsroom", || !desk.is_at_newsroom());
}

/// What a failing disk may leave: the beginning is as it was, and the rest is not.
fn damage(desk: &Desk) -> Vec<u8> {
    let file = desk.cli.newsroom().join("newsroom.db");
    for ending in ["db-wal", "db-shm"] {
        let _ = fs::remove_file(file.with_extension(ending));
    }
    let mut bytes = fs::read(&file).unwrap();
    bytes[100..4096].fill(0xA5);
    fs::write(&file, &bytes).unwrap();
    bytes
}

/// The database that was moved out of the way of another one.
fn set_aside(desk: &Desk) -> Option<PathBuf> {
    let aside = fs::read_dir(desk.cli.newsroom().join("recovery")).unwrap().flatten();
    aside.map(|entry| entry.path().join("newsroom.db")).find(|file| file.exists())
}

#[test]
fn a_damaged_newsroom_is_brought_back_once_somebody_agrees() {
    let Some(mut desk) = closed_with_backup() else { return };
    let damaged = damage(&desk);
    desk.start();
    desk.mentions("main .banner", "Базу редакції");
    desk.mentions(".rescue", "Найновіша справна копія: ");
    let newsroom = desk.cli.newsroom().join("newsroom.db");
    assert_eq!(fs::read(&newsroom).unwrap(), damaged, "nothing is done before");
    desk.click(("button", "Відновити з цієї копії"));
    desk.see(("heading", "Матеріали"));
    desk.mentions(".rescued", "Редакцію відновлено з копії");
    desk.mentions(".rescued", "recovery/damaged-");
    assert_eq!(desk.shown(".headline").len(), 1);
    assert_eq!(fs::read(set_aside(&desk).unwrap()).unwrap(), damaged);
    write_on(&desk);
    desk.press("Enter");
    desk.type_text("goeson");
    desk.wait_until("one works on", || body(&desk).trim_end().ends_with("goeson"));
    assert_eq!(desk.cli.run("verify").status, 0);
}

#[test]
fn a_newsroom_that_is_whole_again_is_opened_and_nothing_is_set_aside() {
    let Some(mut desk) = closed_with_backup() else { return };
    let database = desk.cli.newsroom().join("newsroom.db");
    let whole = fs::read(&database).unwrap();
    damage(&desk);
    desk.start();
    desk.mentions(".rescue", "Найновіша справна копія: ");
    fs::write(&database, whole).unwrap();
    desk.click(("button", "Відновити з цієї копії"));
    desk.mentions(".toasts", "Редакція ціла й відкрилася знову");
    desk.see(("heading", "Матеріали"));
    assert!(set_aside(&desk).is_none(), "something was set aside");
}

#[test]
fn what_was_only_in_its_journal_comes_back_with_the_newsroom() {
    let newsroom = one_story();
    newsroom.ok("backup");
    let Some(mut desk) = Start::with_newsroom(newsroom).open() else { return };
    write_on(&desk);
    desk.press("Enter");
    let database = Connection::open(desk.cli.newsroom().join("newsroom.db")).unwrap();
    let refuse = "CREATE TRIGGER refuse BEFORE INSERT ON operation
                  BEGIN SELECT RAISE(ABORT, 'nothing is taken'); END";
    database.execute_batch(refuse).unwrap();
    drop(database);
    desk.type_text("journalled");
    desk.wait_until("the journal has it", || {
        let files = fs::read_dir(desk.cli.newsroom().join("recovery")).unwrap().flatten();
        files
            .map(|file| file.path())
            .any(|file| fs::read_to_string(file).is_ok_and(|said| said.contains("journalled")))
    });
    desk.kill();
    damage(&desk);
    desk.start();
    desk.mentions(".rescue", "Повернеться й 1 текст із журналу відновлення.");
    desk.click(("button", "Відновити з цієї копії"));
    desk.mentions(".recovered", "Із журналу відновлення повернено 1 текст");
    assert!(body(&desk).trim_end().ends_with("journalled"), "{}", body(&desk));
}

#[test]
fn without_a_backup_that_is_said_and_nothing_is_touched() {
    let Some(mut desk) = closed_with_backup() else { return };
    fs::remove_dir_all(backups(&desk)).unwrap();
    let damaged = damage(&desk);
    desk.start();
    desk.mentions(".rescue", "Справної копії в теці backups немає.");
    assert_eq!(desk.shown(("button", "Відновити з цієї копії")).len(), 0);
    assert_eq!(fs::read(desk.cli.newsroom().join("newsroom.db")).unwrap(), damaged);
}

#[test]
fn a_newsroom_is_looked_at_after_an_end_that_was_none() {
    let Some(mut desk) = Start::with_newsroom(one_story()).open() else { return };
    desk.kill();
    let database = Connection::open(desk.cli.newsroom().join("newsroom.db")).unwrap();
    database.execute("UPDATE draft SET headline = 'Не той'", []).unwrap();
    drop(database);
    desk.start();
    write_on(&desk);
    desk.mentions(".faults", "Перевірка редакції знайшла");
    desk.click(("button", "Що знайдено"));
    desk.mentions("dialog", "Чернетка не така, якою її зберегли");
    desk.mentions("dialog", "weather");
    desk.press("Escape");
    desk.gone("dialog");
}

#[test]
fn a_newsroom_that_ended_well_is_not_looked_at_again() {
    let Some(mut desk) = Start::with_newsroom(one_story()).open() else { return };
    desk.close();
    let signs = || {
        let files = fs::read_dir(desk.cli.newsroom().join("recovery")).unwrap().flatten();
        files.filter(|file| file.file_name().to_string_lossy().starts_with("open.")).count()
    };
    assert_eq!(signs(), 0, "a sign was left");
    desk.start();
    desk.see(("heading", "Матеріали"));
}
