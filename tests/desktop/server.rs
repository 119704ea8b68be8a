//! A site that lives on a server, set up and brought there in the window.

use std::fs;

use shpalta_tests::cli::{self, files_in};
use shpalta_tests::servers::Ssh;
use shpalta_tests::window::{Desk, Start};

use crate::leaving::with_site;
use crate::settings::settings;

/// A newsroom whose people have the key that the server lets in.
fn newsroom(server: &Ssh) -> cli::Desk {
    let newsroom = with_site(cli::Desk::with_weather());
    let own = newsroom.beside("window/.ssh");
    fs::create_dir_all(&own).unwrap();
    fs::copy(server.key(), own.join("id_ed25519")).unwrap();
    newsroom
}

fn export(desk: &Desk) {
    desk.wait_until("there is something to export", || {
        desk.script("return document.querySelector('.export header .go')?.disabled === false", &[])
    });
    desk.click(".export header .go");
}

/// What is on the server is what is in the folder.
fn is_brought(server: &Ssh, newsroom: &cli::Desk) {
    assert_eq!(files_in(&server.folder()), files_in(&newsroom.beside("site")));
}

/// A server that nobody knows gets nothing until a chief has said that its key is the right one;
/// what a lost line kept back is told of, and brought with the next export.
#[test]
fn a_site_is_brought_to_a_server_whose_key_somebody_trusts() {
    let Some(server) = Ssh::started() else { return };
    let Some(desk) = Start::with_newsroom(newsroom(&server)).open() else { return };
    settings(&desk, "site");
    desk.write_in(("textbox", "Сервер сайту"), "news.example/www");
    desk.press("Enter");
    desk.mentions("[role=alert]", "не адреса сервера");
    desk.rewrite(("textbox", "Сервер сайту"), &server.address());
    desk.press("Enter");
    desk.see("input[type=password]");
    desk.press("Control+KeyE");
    export(&desk);
    desk.mentions(".result .banner", &server.fingerprint());
    assert!(!desk.cli.beside("site/manifest.json").exists(), "a stranger got something");
    desk.click(("button", "Ключ той самий – довіряти серверу"));
    export(&desk);
    desk.mentions(".result .banner", "На сервер перенесено");
    desk.mentions(".result .banner", &server.address());
    is_brought(&server, &desk.cli);

    // A folder stands where the page is to be put.
    let blocked = server.folder().join("news/na-vykhidnykh-u-karpatakh-chekaiut-na-snih.html");
    fs::remove_file(&blocked).unwrap();
    fs::create_dir(&blocked).unwrap();
    desk.cli.write("weather", "uk", &cli::WEATHER_UK.replace("20 см", "30 см"));
    desk.cli.pass("weather", "uk");
    desk.click(("button", "Експортувати інше"));
    export(&desk);
    desk.mentions(".result .banner", "Тексти редакції цілі");
    fs::remove_dir(&blocked).unwrap();
    desk.click(("button", "Перевірити ще раз"));
    desk.mentions(".result", "На сервері ще не все");
    export(&desk);
    desk.mentions(".result .banner", "На сервер перенесено");
    is_brought(&server, &desk.cli);
    assert!(blocked.is_file());
}
