//! The whole job, by keyboard and mouse only: texts come in, a number changes, both translations
//! follow it, and the pages go out.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Layout, Start};

use crate::steps::{has_keyboard, open_first, proposes_incoming, reads, sit_down};

/// A text as a file has it and as its page is to show it; the number stands at its end.
struct Text {
    language: &'static str,
    headline: &'static str,
    lead: &'static str,
    paragraphs: [&'static str; 2],
    /// What stands before the number.
    counted: &'static str,
    details: &'static str,
}

const UK: Text = Text {
    language: "uk",
    headline: "Пором знову ходить через Дністер",
    lead: "Перерва через повінь тривала тиждень.",
    paragraphs: ["Пором повернувся на переправу в середу вранці.", "Рейси відходять щогодини."],
    counted: "За один рейс пором бере пасажирів: ",
    details: "dateline: Заліщики\nsource: Листоноша\nauthors: [Ганна Зозуля]",
};

const EN: Text = Text {
    language: "en",
    headline: "The ferry crosses the Dniester again",
    lead: "The break because of the flood lasted a week.",
    paragraphs: [
        "The ferry came back to the crossing on Wednesday morning.",
        "It leaves every hour.",
    ],
    counted: "Passengers that the ferry takes in one trip: ",
    details: "dateline: Zalishchyky\nsource: Postwoman\nauthors: [Hanna Zozulia]",
};

const RU: Text = Text {
    language: "ru",
    headline: "Паром снова ходит через Днестр",
    lead: "Перерыв из-за паводка длился неделю.",
    paragraphs: ["Паром вернулся на переправу в среду утром.", "Рейсы отходят каждый час."],
    counted: "За один рейс паром берёт пассажиров: ",
    details: "dateline: Залещики\nsource: Почтальонша\nauthors: [Анна Зозуля]",
};

const OLD: &str = "62";
const ROSA: &str = "Rosa · кореспондент";
const EDYTA: &str = "Edyta · редактор";

/// What is typed: in the place of the old number, and after the number that a suggestion has put.
struct Typed {
    layout: Layout,
    original: &'static str,
    english: &'static str,
    russian_after: &'static str,
}

#[test]
fn the_whole_job_is_done_on_the_us_layout() {
    do_the_job(&Typed { layout: Layout::Us, original: "64", english: "64", russian_after: "" });
}

#[test]
fn the_whole_job_is_done_on_the_ua_layout() {
    do_the_job(&Typed {
        layout: Layout::Ua,
        original: "64 людини",
        english: "64",
        russian_after: " человека",
    });
}

fn do_the_job(typed: &Typed) {
    let Some(desk) = Start::with_newsroom(newsroom()).open() else { return };
    desk.set_layout(typed.layout);

    sit_down(&desk, ROSA);
    import(&desk);
    for text in [&UK, &EN, &RU] {
        turn_to(&desk, text);
        submit(&desk, text);
    }
    sit_down(&desk, EDYTA);
    open_first(&desk, "Control+Digit4");
    shows(&desk, &UK);
    approve(&desk, &UK);
    for text in [&EN, &RU] {
        turn_to(&desk, text);
        approve(&desk, text);
    }
    assert_eq!(behind(&desk), [0, 0]);

    sit_down(&desk, ROSA);
    open_first(&desk, "Control+Digit1");
    shows(&desk, &UK);
    rewrite_the_number(&desk, typed.original);
    submit(&desk, &UK);
    assert_eq!(behind(&desk), [0, 0], "only an approved original outdates its translations");
    sit_down(&desk, EDYTA);
    open_first(&desk, "Control+Digit4");
    shows(&desk, &UK);
    approve(&desk, &UK);
    both_fall_behind_by_one_row(&desk);

    sit_down(&desk, ROSA);
    open_first(&desk, "Control+Digit3");
    shows(&desk, &EN);
    translate_by_hand(&desk, typed.english);
    submit(&desk, &EN);
    turn_to(&desk, &RU);
    is_refused_still_right(&desk);
    translate_by_suggestion(&desk, typed.russian_after);
    submit(&desk, &RU);
    sit_down(&desk, EDYTA);
    open_first(&desk, "Control+Digit4");
    shows(&desk, &EN);
    desk.press("Control+Shift+Enter");
    shows(&desk, &RU);
    approve(&desk, &RU);
    for text in [&UK, &EN, &RU] {
        assert_eq!(desk.cli.editorial("ferry", text.language), "approved");
    }

    export(&desk);
    let russian = format!("64{}", typed.russian_after);
    for (text, number) in [(&UK, typed.original), (&EN, typed.english), (&RU, &russian)] {
        assert_page(&desk, text, number);
    }
}

/// A newsroom that has no stories yet, a folder for its site, and one in which three texts wait.
fn newsroom() -> cli::Desk {
    let desk = cli::Desk::empty();
    desk.ok(["init", "--owner", "Olha", "--source", "Листоноша,en=Postwoman,ru=Почтальонша"]);
    desk.ok("staff add Rosa --role reporter");
    desk.ok("staff add Edyta --role editor");
    desk.ok(["site", "set", "folder", desk.beside("site").to_str().unwrap()]);
    for text in [&UK, &EN, &RU] {
        desk.file(&format!("incoming/ferry.{}.md", text.language), text.file());
    }
    proposes_incoming(&desk);
    desk
}

impl Text {
    fn file(&self) -> String {
        let Self { headline, lead, details, .. } = self;
        let body = self.body(OLD).join("\n\n");
        format!(
            "---\ntitle: {headline}\ndescription: {lead}\ndate: 2026-03-04\n{details}\n---\n\n{body}\n"
        )
    }

    fn body(&self, number: &str) -> [String; 3] {
        let [first, second] = self.paragraphs;
        [first.to_owned(), second.to_owned(), format!("{}{number}", self.counted)]
    }
}

fn import(desk: &Desk) {
    desk.press("Control+KeyO");
    desk.see(("dialog", "Імпортувати тексти й пакунки"));
    desk.press("Space");
    desk.mentions("dialog footer [type=submit]", "Імпортувати 3 файли");
    desk.press("Enter");
    desk.mentions("dialog", "Взято 1 матеріал.");
    desk.click("dialog .story button");
    shows(desk, &UK);
}

/// Waits until a story's text stands there and can be worked with.
fn shows(desk: &Desk, text: &Text) {
    reads(desk, &format!("header h1[lang={}]", text.language), text.headline);
    desk.see(&format!("[role=tab][data-value={}][aria-selected=true]", text.language));
    desk.wait_until("the text is there", || {
        !desk.shown(".cm-content, [data-row], .review [data-block], .review .edition").is_empty()
    });
}

fn turn_to(desk: &Desk, text: &Text) {
    desk.press(match text.language {
        "uk" => "Alt+KeyU",
        "en" => "Alt+KeyE",
        _ => "Alt+KeyR",
    });
    shows(desk, text);
}

fn submit(desk: &Desk, text: &Text) {
    desk.press("Control+Enter");
    wears(desk, text, "На затвердженні");
    assert_eq!(desk.cli.editorial("ferry", text.language), "in_review");
}

fn approve(desk: &Desk, text: &Text) {
    desk.wait_until("the text can be approved", || {
        desk.script(
            "return [...document.querySelectorAll('header button')].some(
                 button => button.getAttribute('aria-keyshortcuts') === 'Control+Enter'
                     && !button.disabled)",
            &[],
        )
    });
    desk.press("Control+Enter");
    wears(desk, text, "Затверджено");
    assert_eq!(desk.cli.editorial("ferry", text.language), "approved");
}

/// Waits until the tab of a text shows a pill.
fn wears(desk: &Desk, text: &Text, pill: &str) {
    reads(desk, &format!("[role=tab][data-value={}] .pill", text.language), pill);
}

/// The number is the last that the text says.
fn rewrite_the_number(desk: &Desk, typed: &str) {
    has_keyboard(desk, ".cm-content");
    desk.press("Control+End");
    OLD.chars().for_each(|_| desk.press("Backspace"));
    desk.type_text(typed);
    let written = format!("{}{typed}", UK.counted);
    reads(desk, ".cm-content .cm-line:last-child", &written);
    desk.wait_until("the command reads what was typed", || {
        desk.cli.show("ferry", "uk").to_string().contains(&written)
    });
}

/// How many rows of the English and of the Russian text are behind, as the command counts them.
fn behind(desk: &Desk) -> [u64; 2] {
    ["en", "ru"].map(|language| desk.cli.edition("ferry", language)["behind"].as_u64().unwrap())
}

fn both_fall_behind_by_one_row(desk: &Desk) {
    desk.press("Control+Digit1");
    for cell in ["2", "3"] {
        reads(desk, &format!("[role=gridcell][data-cell='{cell}'] .pill"), "Відстає · 1");
    }
    assert_eq!(behind(desk), [1, 1]);
    for language in ["en", "ru"] {
        let rows = desk.cli.edition("ferry", language)["rows"].take();
        let stale = rows.as_array().unwrap().iter().filter(|row| row["state"] != "fresh");
        let stale: Vec<&Value> = stale.map(|row| &row["row"]).collect();
        assert_eq!(stale, [5], "{language}");
    }
}

/// The row that is behind, with the keyboard in it.
fn stands_in_the_row(desk: &Desk) {
    desk.wait_until("the row that is behind has the keyboard", || {
        desk.script("return document.activeElement?.closest('[data-row].changed') !== null", &[])
    });
}

fn translate_by_hand(desk: &Desk, typed: &str) {
    stands_in_the_row(desk);
    desk.press("End");
    OLD.chars().for_each(|_| desk.press("Backspace"));
    desk.type_text(typed);
    desk.holds(".row.current textarea", &format!("{}{typed}", EN.counted));
    done(desk, "en");
}

fn done(desk: &Desk, language: &str) {
    desk.press("Alt+Enter");
    desk.gone("[data-row].changed");
    assert_eq!(desk.cli.edition("ferry", language)["behind"], 0);
}

/// “Still right” is no answer while the old number stands there: neither in the window nor at the
/// command.
fn is_refused_still_right(desk: &Desk) {
    stands_in_the_row(desk);
    desk.press("Alt+Enter");
    desk.mentions(("dialog", "Змін не треба?"), OLD);
    desk.click("dialog footer [type=submit]");
    desk.mentions(("dialog", "Змін не треба?"), "Потрібна причина.");
    assert_eq!(desk.cli.edition("ferry", "ru")["behind"], 1);
    let refused = desk.cli.refused("confirm ferry --lang ru --row 5 --by Rosa");
    assert_eq!(refused, "old_facts_kept");
    desk.press("Escape");
    desk.gone("dialog");
    assert_eq!(desk.cli.edition("ferry", "ru")["behind"], 1);
}

fn translate_by_suggestion(desk: &Desk, typed_after: &str) {
    stands_in_the_row(desk);
    desk.press("Alt+Digit1");
    desk.holds(".row.current textarea", &format!("{}64", RU.counted));
    if !typed_after.is_empty() {
        desk.press("End");
        desk.type_text(typed_after);
        desk.holds(".row.current textarea", &format!("{}64{typed_after}", RU.counted));
    }
    done(desk, "ru");
}

fn export(desk: &Desk) {
    desk.press("Control+KeyE");
    desk.see(("heading", "Перевірка перед випуском"));
    desk.wait_until("the check lets the pages out", || {
        desk.script("return document.querySelector('.export header .go')?.disabled === false", &[])
    });
    desk.click(".export header .go");
    desk.mentions(".result .banner", "Експортовано");
}

fn assert_page(desk: &Desk, text: &Text, number: &str) {
    let pages = pages(&desk.cli.beside("site"));
    let own = format!("<html lang=\"{}\">", text.language);
    let is_own = |page: &&String| page.contains(&own) && page.contains("<article>");
    let articles: Vec<_> = pages.iter().filter(is_own).collect();
    let [page] = articles[..] else { panic!("{} articles: {pages:?}", text.language) };
    let (_, article) = page.split_once("</p>\n<p class=\"lead\">").expect("a lead");
    let (article, _) = article.split_once("<footer").expect("a footer");
    // Short words are bound to the next one, which is the page's own doing.
    let article = article.replace("&nbsp;", " ");
    let paragraphs = text.body(number).map(|paragraph| format!("<p>{paragraph}</p>\n"));
    assert_eq!(
        article.trim_end(),
        format!("{}</p>\n{}", text.lead, paragraphs.concat()).trim_end()
    );
    assert!(page.contains(&format!("<h1>{}</h1>", text.headline)), "{page}");
    assert!(!page.contains(OLD), "the old number went out: {page}");
}

/// The pages below a folder.
fn pages(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the site is there");
    let paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    let below = paths.iter().flat_map(|path| match path.is_dir() {
        true => pages(path),
        false => path
            .extension()
            .filter(|extension| *extension == "html")
            .map(|_| fs::read_to_string(path).unwrap())
            .into_iter()
            .collect(),
    });
    below.collect()
}
