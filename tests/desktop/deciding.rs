//! Review and History: what changed, what is decided, and what was.

use shpalta_tests::cli::{self, Words};
use shpalta_tests::window::{Desk, Start};

use crate::steps::{has_keyboard, has_line, open_first, sit_down};

/// The story was approved, changed in one number, and waits for an editor.
fn changed_and_submitted() -> cli::Desk {
    let newsroom = cli::Desk::with_weather();
    newsroom.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    newsroom.ok("submit weather --lang uk --by Rosa");
    newsroom
}

fn reviewing(desk: &Desk) {
    sit_down(desk, "Edyta · редактор");
    open_first(desk, "Control+Digit4");
    desk.see("[role=tab][data-value=review][aria-selected=true]");
}

#[test]
fn review_shows_what_changed_since_the_approval() {
    let Some(desk) = Start::with_newsroom(changed_and_submitted()).open() else { return };
    reviewing(&desk);
    desk.mentions(".review del", "20");
    desk.mentions(".review ins", "30");
}

#[test]
fn a_text_is_returned_with_a_comment_which_its_author_reads() {
    let Some(desk) = Start::with_newsroom(changed_and_submitted()).open() else { return };
    reviewing(&desk);
    desk.click(("button", "Повернути…"));
    desk.see(("dialog", "Повернути на доопрацювання"));
    desk.click("dialog [type=submit]");
    desk.mentions("dialog", "Напишіть, що доробити");
    desk.write_in(("textbox", "Що доробити"), "Check the depth");
    desk.click("dialog [type=submit]");
    desk.gone("dialog");
    assert_eq!(desk.cli.editorial("weather", "uk"), "returned");
    sit_down(&desk, "Rosa · кореспондент");
    open_first(&desk, "Control+Digit2");
    desk.press("Alt+KeyV");
    desk.mentions("main", "Check the depth");
    desk.press("Alt+KeyH");
    desk.mentions("ol", "Check the depth");
}

/// Four eyes: whoever submitted a text does not approve it.
#[test]
fn an_editor_does_not_approve_what_they_submitted() {
    let newsroom = cli::Desk::with_weather();
    newsroom.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    newsroom.ok("submit weather --lang uk --by Edyta");
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    sit_down(&desk, "Edyta · редактор");
    open_first(&desk, "Control+Digit1");
    desk.press("Alt+KeyV");
    desk.see("[role=tab][data-value=review][aria-selected=true]");
    desk.press("Control+Enter");
    desk.settle();
    assert_eq!(desk.cli.editorial("weather", "uk"), "in_review");
    sit_down(&desk, "Emil · редактор");
    open_first(&desk, "Control+Digit4");
    desk.wait_until("it can be approved", || {
        desk.press("Control+Enter");
        desk.cli.editorial("weather", "uk") == "approved"
    });
}

/// The editor looks at one text while another is saved: what was not seen is not approved.
#[test]
fn a_text_that_changed_under_the_editors_eyes_is_not_approved_unseen() {
    let Some(desk) = Start::with_newsroom(changed_and_submitted()).open() else { return };
    reviewing(&desk);
    desk.mentions(".review ins", "30");
    desk.cli.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "40 см"));
    desk.mentions(".review ins", "40");
    desk.mentions("main", "Текст щойно змінено.");
    assert_ne!(desk.cli.editorial("weather", "uk"), "approved");
}

/// Readers of a translation are told what readers of the original were told.
#[test]
fn a_correction_of_the_original_is_proposed_to_its_translation() {
    let newsroom = cli::Desk::with_weather();
    newsroom.ok("site set folder site");
    newsroom.run("export");
    newsroom.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    newsroom.ok("submit weather --lang uk --by Rosa");
    let note = "30 см, а не 20";
    let correct = "approve weather --lang uk --by Edyta --as correction --note".words();
    newsroom.ok([correct, vec![note.to_owned()]].concat());
    newsroom.write("weather", "en", &cli::WEATHER_EN.replace("20 cm", "30 cm"));
    newsroom.ok("confirm weather --lang en --all --by Rosa");
    newsroom.ok("submit weather --lang en --by Rosa");
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    sit_down(&desk, "Emil · редактор");
    open_first(&desk, "Control+Digit4");
    desk.mentions("fieldset", "Оригінал виправлено");
    desk.mentions("fieldset", note);
    desk.see("input[value=correction]:checked");
    desk.write_in(("textbox", "Примітка для читачів"), "It is 30 cm, not 20");
    desk.press("Control+Enter");
    desk.wait_until("it is approved", || desk.cli.editorial("weather", "en") == "approved");
    desk.cli.run("export");
    let page = std::fs::read_to_string(desk.cli.beside("site/en/corrections.html")).unwrap();
    assert!(page.contains("cm, not 20"), "{page}");
}

#[test]
fn two_revisions_are_compared_and_an_old_one_comes_back_on_top() {
    let newsroom = cli::Desk::with_weather();
    newsroom.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    let revision = || desk.cli.show("weather", "uk")["revision"].as_u64().unwrap();
    let before = revision();
    open_first(&desk, "Control+Digit1");
    desk.press("Alt+KeyH");
    desk.mentions(".history del", "20");
    desk.mentions(".history ins", "30");
    desk.click(".history ol > li:last-child .revision");
    desk.click(("button", "Повернути цю правку"));
    desk.see(("dialog", "Повернути правку 1?"));
    desk.click("dialog [type=submit]");
    desk.gone("dialog");
    desk.wait_until("a revision came", || revision() == before + 1);
    desk.press("Alt+KeyW");
    has_keyboard(&desk, ".cm-content");
    has_line(&desk, "Сніг випаде в суботу, 7 березня, шар сягне 20 см.");
}
