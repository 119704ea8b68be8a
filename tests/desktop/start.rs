//! Starting.

use shpalta_tests::window::{Start, accessible};

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
