//! Stories that come from colleagues and go to them.

use std::fs;

use shpalta_tests::cli::{self, WEATHER_UK};
use shpalta_tests::window::screens::Screen;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{body, has_keyboard, has_line, one_story, open_first, reads, write_on};

/// Over a newsroom in which a parcel differs.
pub const PARCELS: [Screen; 5] = [
    Screen { name: "parcel", show: |desk| _ = desk.see("dialog fieldset") },
    Screen { name: "parcel-done", show: taken_again },
    Screen { name: "parcel-apart", show: apart },
    Screen { name: "parcel-merge", show: merging },
    Screen { name: "parcel-send", show: sending },
];

const IMPORT: (&str, &str) = ("dialog", "Імпортувати тексти й пакунки");
const SEND: &str = ".details .group:last-of-type button";
const MERGE: &str = "dialog .conflict";
const HEADLINE: &str = "На вихідних у Карпатах чекають на сніг";

/// Writes the parcel of a story; its path.
fn parcel(from: &cli::Desk) -> String {
    let file = from.beside("weather.shpalta").display().to_string();
    from.ok(["parcel", "out", "weather", "--to", &file, "--by", "Rosa"]);
    file
}

/// A newsroom of one person without a story.
fn newsroom() -> cli::Desk {
    let desk = cli::Desk::empty();
    desk.ok("init --owner Olha");
    desk
}

/// Two people changed the depth of the snow, and one of them the roads, too: `r3` is the parcel's.
fn differing() -> cli::Desk {
    let (here, there) = (newsroom(), cli::Desk::with_weather());
    here.ok(["parcel", "in", &parcel(&there)]);
    let ours = here.file("ours.md", WEATHER_UK.replace("20 см", "30 см"));
    here.ok(["story", "write", "weather", "--lang", "uk", "--from", &ours]);
    let theirs = WEATHER_UK.replace("20 см", "40 см").replace("піском", "піском і сіллю");
    there.write("weather", "uk", &theirs);
    let file = here.beside("from-a-colleague.shpalta");
    fs::copy(parcel(&there), &file).unwrap();
    here.ok(["parcel", "in", file.to_str().unwrap()]);
    here
}

/// A window over it that counts ages by the machine's clock.
pub fn handed_over() -> Start {
    let cli = differing();
    let file = cli.beside("from-a-colleague.shpalta").display().to_string();
    Start::with_newsroom(cli).argument(&file)
}

fn taken_again(desk: &Desk) {
    desk.press("Enter");
    desk.see("dialog details");
}

fn apart(desk: &Desk) {
    desk.press("Escape");
    desk.gone("dialog");
    write_on(desk);
    desk.see(".apart");
}

fn merging(desk: &Desk) {
    write_on(desk);
    desk.click(".apart button");
    desk.see(MERGE);
}

fn sending(desk: &Desk) {
    desk.press("Escape");
    desk.gone("dialog");
    write_on(desk);
    desk.press("Alt+KeyD");
    desk.click(SEND);
    desk.see("dialog");
}

#[test]
fn a_parcel_that_the_program_is_started_with_comes_in_and_decides_nothing() {
    let colleague = cli::Desk::with_weather();
    let start = Start::with_newsroom(newsroom()).argument(&parcel(&colleague));
    let Some(desk) = start.open() else { return };
    desk.see(IMPORT);
    desk.mentions("dialog fieldset", "weather.shpalta");
    desk.press("Enter");
    for said in ["Взято 1 матеріал.", "правок – 2", "тут вони нічого не затверджують", "Edyta"]
    {
        desk.mentions("dialog", said);
    }
    desk.click("dialog .story button");
    reads(&desk, "header h1[lang=uk]", HEADLINE);
    for language in ["uk", "en"] {
        let (sent, got) = (colleague.show("weather", language), desk.cli.show("weather", language));
        assert_eq!(got["content_hash"], sent["content_hash"], "{language}");
        assert_eq!(desk.cli.editorial("weather", language), "draft", "{language}");
    }
}

#[test]
fn a_parcel_of_a_second_start_comes_into_the_window_that_is_there() {
    let Some(desk) = Start::with_newsroom(newsroom()).open() else { return };
    let colleague = cli::Desk::with_weather();
    let status = desk.start_another(&[&parcel(&colleague)]);
    assert!(status.success(), "{status}");
    desk.see(IMPORT);
    desk.press("Enter");
    desk.mentions("dialog", "Взято 1 матеріал.");
    assert_eq!(desk.cli.editorial("weather", "uk"), "draft");
}

#[test]
fn a_parcel_that_is_dropped_on_the_window_comes_in() {
    let colleague = cli::Desk::with_weather();
    let Some(desk) = Start::with_newsroom(newsroom()).open() else { return };
    desk.drop_files(&[&parcel(&colleague)], "main");
    desk.see(IMPORT);
    desk.press("Enter");
    desk.mentions("dialog", "Взято 1 матеріал.");
    assert_eq!(desk.cli.editorial("weather", "en"), "draft");
}

#[test]
fn a_parcel_waits_until_there_is_a_newsroom() {
    let colleague = cli::Desk::with_weather();
    let start = Start::without_newsroom().argument(&parcel(&colleague));
    let Some(desk) = start.open() else { return };
    desk.see(".start nav");
    assert!(desk.shown("dialog").is_empty());
    desk.cli.ok("init --owner Olha");
    desk.click(".start nav button:nth-of-type(2)");
    desk.write_in(".panel input", &desk.cli.newsroom().display().to_string());
    desk.press("Enter");
    desk.see(IMPORT);
}

#[test]
fn a_parcel_that_was_altered_is_refused_and_a_text_beside_it_comes_in() {
    let colleague = cli::Desk::with_weather();
    let file = parcel(&colleague);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    let text = colleague.file("snow.uk.md", WEATHER_UK);
    let start = Start::with_newsroom(newsroom()).argument(&file).argument(&text);
    let Some(desk) = start.open() else { return };
    desk.see(IMPORT);
    desk.press("Enter");
    for said in ["Взято 1 матеріал.", "Не взято 1 файл.", "змінено після того, як його зробили"]
    {
        desk.mentions("dialog", said);
    }
    assert_eq!(desk.cli.editorial("snow", "uk"), "draft");
    assert_eq!(desk.cli.run("story show weather").status, 1);
}

#[test]
fn a_story_is_handed_over_with_what_was_just_typed() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    desk.type_text("Pisok.");
    desk.press("Alt+KeyD");
    desk.click(SEND);
    desk.mentions("dialog", "разом із координатами");
    let folder = desk.cli.beside("stick");
    fs::create_dir(&folder).unwrap();
    desk.write_in(("textbox", "Тека для пакунка"), folder.to_str().unwrap());
    desk.press("Enter");
    desk.mentions("dialog", "Збережено: ");
    desk.press("Enter");
    desk.gone("dialog");
    let other = cli::Desk::new();
    other.ok(["parcel", "in", folder.join("weather.shpalta").to_str().unwrap(), "--by", "Rosa"]);
    assert_eq!(cli::text(&other.show("weather", "uk")["body"]), body(&desk));
    assert!(body(&desk).contains("Pisok."), "{}", body(&desk));
    // The folder is proposed the next time.
    desk.click(SEND);
    desk.holds(("textbox", "Тека для пакунка"), folder.to_str().unwrap());
}

#[test]
fn a_folder_that_is_not_there_is_told_and_nothing_is_written() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    sending(&desk);
    let folder = desk.cli.beside("nowhere");
    desk.write_in(("textbox", "Тека для пакунка"), folder.to_str().unwrap());
    desk.press("Enter");
    desk.mentions("dialog [role=alert]", folder.to_str().unwrap());
    assert!(!folder.exists());
}

#[test]
fn two_texts_are_merged_word_by_word_and_a_conflict_waits_for_a_choice() {
    let Some(desk) = Start::with_newsroom(differing()).open() else { return };
    open_first(&desk, "Control+Digit1");
    desk.mentions(".apart", "текст із пакунка – правка");
    desk.click(".apart button");
    desk.see(MERGE);
    desk.mentions("dialog ins.theirs", "і сіллю");
    // Without a choice nothing is merged: the keyboard goes to where it is made.
    desk.mentions("dialog .left", "Лишилося вибрати слова в 1 місці.");
    desk.press("Control+Enter");
    has_keyboard(&desk, "dialog .conflict input[value=ours]");
    desk.press("ArrowDown");
    has_keyboard(&desk, "dialog .conflict input[value=theirs]:checked");
    desk.mentions("dialog .left", "В історії залишаться обидва тексти.");
    desk.press("Enter");
    desk.gone("dialog");
    desk.gone(".apart");
    has_line(&desk, "Сніг випаде в суботу, 7 березня, шар сягне 40 см.");
    has_line(&desk, "Дороги посиплють піском і сіллю.");
    assert!(body(&desk).contains("40 см"), "{}", body(&desk));
    let history = desk.cli.ok("history weather --lang uk").to_string();
    assert!(history.contains("\"merge\""), "{history}");
}

#[test]
fn one_of_two_texts_can_be_kept_as_it_is() {
    let Some(desk) = Start::with_newsroom(differing()).open() else { return };
    merging(&desk);
    desk.choose(("combobox", "Що поставити в чернетку"), "ours");
    desk.press("Control+Enter");
    desk.gone("dialog");
    desk.gone(".apart");
    assert!(body(&desk).contains("30 см") && !body(&desk).contains("сіллю"), "{}", body(&desk));
}

#[test]
fn who_saves_while_a_merge_is_looked_at_is_not_overwritten() {
    let Some(desk) = Start::with_newsroom(differing()).open() else { return };
    merging(&desk);
    let later = desk.cli.file("later.md", WEATHER_UK.replace("20 см", "30 см, не менше"));
    desk.cli.ok(["story", "write", "weather", "--lang", "uk", "--from", &later]);
    desk.click("dialog .conflict input[value=theirs]");
    desk.press("Control+Enter");
    desk.see("dialog [role=alert]");
    desk.mentions("dialog .text", "не менше");
    assert!(body(&desk).contains("30 см, не менше"));
}
