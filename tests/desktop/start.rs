//! Starting: a new newsroom, one that is there, or the sample.

use std::fs;

use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start, accessible};

use crate::steps::{one_story, open_first, reads};

#[test]
fn the_window_stands_there_with_its_name() {
    let Some(desk) = Start::without_newsroom().open() else { return };
    assert_eq!(desk.title(), "Шпальта");
    desk.see(("heading", "Шпальта"));
    assert!(desk.still_picture().colours() > 10, "the screen is empty");
}

#[test]
fn the_first_screen_is_accessible() {
    let Some(desk) = Start::without_newsroom().open() else { return };
    accessible(&desk);
}

/// Fills in what a new newsroom is asked for.
fn say_who(desk: &Desk, folder: &str) {
    desk.write_in(("textbox", "Назва"), "Postwoman");
    desk.write_in(("textbox", "англійською"), "PW");
    desk.write_in(("textbox", "Ваше ім’я"), "Hanna");
    desk.rewrite(("textbox", "Тека"), folder);
}

fn found(desk: &Desk) {
    desk.click("form [type=submit]");
}

#[test]
fn a_newsroom_is_founded_and_one_can_write() {
    let Some(mut desk) = Start::without_newsroom().open() else { return };
    let folder = desk.cli.newsroom();
    say_who(&desk, folder.to_str().unwrap());
    found(&desk);
    desk.see(("heading", "Матеріали"));
    desk.mentions(".board", "Матеріалів ще немає.");
    reads(&desk, "nav .person", "Hanna · власник");
    desk.press("Control+KeyN");
    desk.write_in(("textbox", "Заголовок"), "First");
    desk.press("Enter");
    desk.see("[role=tabpanel]");
    desk.holds(("textbox", "Заголовок"), "First");
    let stories = desk.cli.ok("status");
    assert_eq!(stories["stories"].as_array().unwrap().len(), 1);
    assert_eq!(desk.cli.ok("site show")["name.uk"], "Postwoman");
    desk.close();
    desk.start();
    desk.see(("heading", "Матеріали"));
    assert_eq!(desk.shown(".headline").len(), 1, "the newsroom opens again by itself");
}

#[test]
fn what_a_new_newsroom_lacks_is_said_beside_the_field() {
    let Some(desk) = Start::without_newsroom().open() else { return };
    found(&desk);
    desk.mentions("form", "Напишіть назву редакції.");
    desk.mentions("form", "Напишіть ім’я");
    let full = desk.cli.beside("full");
    fs::create_dir_all(&full).unwrap();
    fs::write(full.join("note.txt"), "mine").unwrap();
    say_who(&desk, full.to_str().unwrap());
    found(&desk);
    desk.mentions("form", "вже щось лежить");
    desk.mentions("form", "Виберіть нову або порожню теку.");
    assert_eq!(fs::read_dir(&full).unwrap().count(), 1, "something was written there");
}

#[test]
fn what_cannot_be_opened_is_explained_with_a_remedy() {
    let Some(desk) = Start::without_newsroom().open() else { return };
    let empty = desk.cli.beside("empty");
    fs::create_dir_all(&empty).unwrap();
    let broken = desk.cli.beside("broken");
    fs::create_dir_all(&broken).unwrap();
    fs::write(broken.join("newsroom.db"), "this is no database at all").unwrap();
    desk.click(("button", "Відкрити редакцію Ту, що вже є на диску"));
    for (folder, remedy) in [
        ("relative", "Запишіть шлях повністю"),
        (empty.to_str().unwrap(), "Виберіть іншу теку або створіть редакцію."),
        (broken.to_str().unwrap(), "Виберіть теку редакції."),
    ] {
        desk.rewrite(("textbox", "Тека редакції"), folder);
        desk.click("form [type=submit]");
        desk.mentions("form", remedy);
        desk.mentions("form", folder);
    }
    assert_eq!(fs::read_dir(&empty).unwrap().count(), 0);
    let content = fs::read_to_string(broken.join("newsroom.db")).unwrap();
    assert_eq!(content, "this is no database at all");
}

#[test]
fn a_newsroom_that_is_there_is_opened_by_its_folder() {
    let Some(desk) = Start::without_newsroom().open() else { return };
    desk.cli.ok("init --owner Olha");
    let file = desk.cli.file("weather.uk.md", cli::WEATHER_UK);
    desk.cli.ok(["story", "import", &file]);
    desk.click(("button", "Відкрити редакцію Ту, що вже є на диску"));
    desk.rewrite(("textbox", "Тека редакції"), desk.cli.newsroom().to_str().unwrap());
    desk.press("Enter");
    desk.see(("heading", "Матеріали"));
    assert_eq!(desk.shown(".headline").len(), 1);
}

#[test]
fn the_sample_can_be_looked_at_and_worked_in() {
    let Some(desk) = Start::without_newsroom().open() else { return };
    desk.click(("button", "Подивитися приклад Невелика редакція з готовими матеріалами"));
    desk.click(("button", "Відкрити приклад"));
    desk.see(("heading", "Матеріали"));
    desk.wait_until("the stories are listed", || desk.shown(".headline").len() > 3);
    open_first(&desk, "Control+Digit1");
    desk.see("[role=tabpanel]");
}

#[test]
fn a_newsroom_that_went_is_missed_with_a_remedy_at_the_next_start() {
    let Some(mut desk) = Start::with_newsroom(one_story()).open() else { return };
    desk.close();
    let newsroom = desk.cli.newsroom();
    fs::rename(&newsroom, newsroom.with_extension("moved")).unwrap();
    desk.start();
    desk.see(("heading", "Шпальта"));
    desk.mentions("main .banner", newsroom.to_str().unwrap());
    desk.mentions("main .banner", "Виберіть іншу теку");
}
