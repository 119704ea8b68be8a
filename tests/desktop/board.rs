//! The board: what there is, what is mine, and where one's work lies.

use serde_json::json;
use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{has_keyboard, one_story, reads, sit_down};

/// The headlines that stand on the board.
fn headlines(desk: &Desk) -> Vec<String> {
    desk.script(
        "return [...document.querySelectorAll('.board .headline')].map(e => e.textContent.trim())",
        &[],
    )
}

fn lists(desk: &Desk, expected: &[&str]) {
    desk.wait_until(&format!("the board lists {expected:?}"), || headlines(desk) == expected);
}

/// A story whose Ukrainian text has only a headline.
fn headed(desk: &cli::Desk, headline: &str) {
    desk.ok(["story", "new", "--lang", "uk", "--headline", headline]);
}

fn three_stories() -> cli::Desk {
    let desk = cli::Desk::empty();
    desk.ok("init --owner Olha");
    for headline in ["Об’єкт здано в Одесі", "Ґанок і їжак", "Трамвай у Львові"]
    {
        headed(&desk, headline);
    }
    desk
}

#[test]
fn headlines_are_found_while_one_types_whatever_the_apostrophe() {
    let Some(desk) = Start::with_newsroom(three_stories()).open() else { return };
    desk.wait_until("all stories are listed", || headlines(&desk).len() == 3);
    for (typed, found) in [
        ("трамв", "Трамвай у Львові"),
        ("об'єкт", "Об’єкт здано в Одесі"),
        ("ОБʼЄКТ", "Об’єкт здано в Одесі"),
        ("їжак", "Ґанок і їжак"),
    ] {
        desk.press("Control+KeyF");
        has_keyboard(&desk, "main [type=search]");
        desk.run(
            "const field = document.activeElement;
             field.value = arguments[0];
             field.dispatchEvent(new Event('input', { bubbles: true }));",
            &[json!(typed)],
        );
        lists(&desk, &[found]);
    }
    desk.rewrite("main [type=search]", "nowhere");
    desk.mentions(".board", "За запитом «nowhere» нічого немає.");
    desk.click(("button", "Очистити пошук"));
    desk.wait_until("all stories are listed again", || headlines(&desk).len() == 3);
}

#[test]
fn what_somebody_else_changes_is_shown_at_once() {
    let Some(desk) = Start::with_newsroom(three_stories()).open() else { return };
    desk.wait_until("all stories are listed", || headlines(&desk).len() == 3);
    headed(&desk.cli, "Щойно");
    desk.wait_until("the new one is listed", || headlines(&desk).contains(&"Щойно".to_owned()));
    reads(&desk, "nav [aria-keyshortcuts='Control+1'] .count", "4");
}

/// Counts and lists of what is mine, for four people.
#[test]
fn each_person_sees_their_own_work_with_its_count() {
    let newsroom = cli::Desk::with_weather();
    newsroom.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    newsroom.ok("submit weather --lang uk --by Rosa");
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    let counted = |person: &str, counts: [&str; 4]| {
        sit_down(&desk, person);
        for (key, count) in (2..).zip(counts) {
            let count_of = format!("nav [aria-keyshortcuts='Control+{key}'] .count");
            reads(&desk, &count_of, count);
        }
    };
    // Rosa's text waits for an editor, and Russian is there to be translated. What an editor may
    // let out as it was approved is ready for an editor only.
    counted("Rosa · кореспондент", ["0", "1", "0", "0"]);
    counted("Edyta · редактор", ["0", "1", "1", "2"]);
    desk.press("Control+Digit4");
    desk.see(("heading", "Мені на затвердження"));
    lists(&desk, &["На вихідних у Карпатах чекають на сніг"]);
}

#[test]
fn a_story_is_reached_and_opened_in_a_language_by_keyboard() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    desk.press("Control+KeyF");
    desk.press("ArrowDown");
    has_keyboard(&desk, "[role=grid]");
    desk.press("ArrowRight");
    desk.press("ArrowRight");
    desk.press("Enter");
    desk.see("[role=tab][data-value=en][aria-selected=true]");
    desk.press("Escape");
    desk.see(("heading", "Матеріали"));
}

#[test]
fn a_new_story_needs_a_headline_and_opens_to_be_written() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    desk.press("Control+KeyN");
    desk.see("dialog");
    desk.click("dialog [type=submit]");
    desk.mentions("dialog", "Напишіть заголовок");
    desk.write_in(("textbox", "Заголовок"), "News");
    desk.press("Enter");
    desk.gone("dialog");
    has_keyboard(&desk, ".lead textarea");
    assert_eq!(desk.cli.ok("status")["stories"].as_array().unwrap().len(), 2);
}

/// The pill names the first thing that matters, and its tooltip the details.
#[test]
fn pills_say_what_holds_with_words_and_a_tooltip() {
    let newsroom = cli::Desk::with_weather();
    newsroom.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    ["uk"].iter().for_each(|language| newsroom.pass("weather", language));
    newsroom.ok("story set weather embargo 2099-01-01T10:00:00Z --by Edyta");
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    let pills = |cell: usize| -> Vec<String> {
        desk.script(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())",
            &[json!(format!("[role=gridcell][data-cell='{cell}'] .pill"))],
        )
    };
    desk.wait_until("the pills are there", || !pills(2).is_empty());
    assert_eq!(pills(2)[0], "Відстає · 1");
    let tip = desk.attribute("[role=gridcell][data-cell='2']", "title");
    let tip = tip.unwrap_or_default();
    assert!(tip.contains("1 абзац не відповідає оригіналу"), "{tip}");
    assert_eq!(pills(3), ["Не розпочато"]);
    assert_eq!(pills(1), ["Затверджено"]);
    let story = pills(0);
    assert!(story.len() == 1 && story[0].starts_with("Ембарго до "), "{story:?}");
}
