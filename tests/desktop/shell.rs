//! The page is hostile ground: it may call the commands, as they are declared, and nothing else.

use std::fs;

use serde_json::{Value, json};
use shpalta_tests::cli;
use shpalta_tests::window::{Desk, Start};

use crate::steps::{body, one_story, open_first, write_on};

/// What a program made with Tauri could let its page do: windows, files, programs, dialogs.
const NOT_OURS: [&str; 20] = [
    "plugin:app|version",
    "plugin:app|exit",
    "plugin:dialog|open",
    "plugin:dialog|save",
    "plugin:event|emit",
    "plugin:event|emit_to",
    "plugin:fs|read_text_file",
    "plugin:fs|write_text_file",
    "plugin:http|fetch",
    "plugin:image|from_path",
    "plugin:menu|new",
    "plugin:notification|notify",
    "plugin:opener|open_url",
    "plugin:path|resolve_directory",
    "plugin:process|exit",
    "plugin:resources|close",
    "plugin:shell|execute",
    "plugin:webview|create_webview_window",
    "plugin:window|close",
    "plugin:window-state|save_window_state",
];

/// The names of the commands, which the window's types list.
fn commands() -> Vec<String> {
    let types =
        fs::read_to_string(cli::root().join("ui/src/backend/bindings/Commands.ts")).unwrap();
    let (_, listed) = types.split_once("interface Commands {").expect("the commands");
    let names = listed.lines().filter_map(|line| line.trim().split_once(": ["));
    names.map(|(name, _)| name.to_owned()).collect()
}

fn call(desk: &Desk, name: &str, args: &Value) -> Result<Value, Value> {
    desk.invoke("call", json!({ "name": name, "args": args }))
}

fn is_bad_request(desk: &Desk, name: &str, args: &Value) {
    let refused = call(desk, name, args).expect_err(&format!("{name} took {args}"));
    assert_eq!(refused["code"], "bad_request", "{name} with {args}: {refused}");
}

fn on_disk(desk: &Desk) -> Value {
    desk.cli.ok("status")
}

#[test]
fn every_command_refuses_what_it_was_not_declared_with() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    let before = on_disk(&desk);
    let commands = commands();
    assert!(commands.len() > 40, "{commands:?}");
    for name in &commands {
        is_bad_request(&desk, name, &json!({ "nobody_declared_this": 1 }));
        for args in [json!(null), json!(7), json!("text"), json!([{}])] {
            is_bad_request(&desk, name, &args);
        }
    }
    for name in ["", "Start", "start ", "../start", "constructor", "save_draft\0"] {
        is_bad_request(&desk, name, &json!({}));
    }
    for args in [json!({}), json!({ "name": "start" }), json!({ "name": 7, "args": {} })] {
        assert!(desk.invoke("call", args.clone()).is_err(), "{args}");
    }
    assert_eq!(on_disk(&desk), before);
}

#[test]
fn arguments_of_another_kind_or_size_are_refused_by_their_code() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    let nobody = "019cbd51-7e2e-7d29-8000-8b2ab1bc6871";
    let edition = |language: &str| json!({ "story": nobody, "language": language });
    is_bad_request(&desk, "open_edition", &edition("pl"));
    is_bad_request(&desk, "sign_in", &json!({ "person": 1 }));
    is_bad_request(&desk, "sign_in", &json!({ "person": nobody }));
    let refused = |name: &str, args: Value| {
        let refused = call(&desk, name, &args).expect_err(name);
        assert!(!refused["code"].as_str().unwrap().is_empty(), "{refused}");
        refused["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(refused("open_edition", edition("uk")), "no_story");
    assert_eq!(refused("story", json!({ "story": "../../etc/passwd" })), "no_story");
    assert_eq!(refused("open_newsroom", json!({ "folder": "relative" })), "folder_not_absolute");
}

/// It would set aside what was saved since the backup.
#[test]
fn a_newsroom_that_is_whole_is_replaced_by_no_backup() {
    let newsroom = one_story();
    newsroom.ok("backup");
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    let folder = desk.cli.newsroom().display().to_string();
    is_bad_request(&desk, "rescue", &json!({ "folder": folder }));
    assert!(
        !desk
            .cli
            .newsroom()
            .join("recovery")
            .read_dir()
            .unwrap()
            .flatten()
            .any(|entry| { entry.file_name().to_string_lossy().starts_with("damaged-") })
    );
    assert_eq!(on_disk(&desk)["stories"].as_array().map(Vec::len), Some(1));
}

#[test]
fn nothing_but_our_commands_can_be_called() {
    let Some(desk) = Start::without_newsroom().open() else { return };
    for command in NOT_OURS {
        assert!(desk.invoke(command, json!({})).is_err(), "the page may call {command}");
    }
    assert!(desk.is_running());
    desk.see(("heading", "Шпальта"));
}

#[test]
fn the_page_cannot_leave_or_load_anything_from_elsewhere() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    let home: String = desk.script("return location.href", &[]);
    desk.run("location.href = 'https://example.org/'", &[]);
    desk.run("location.assign('file:///etc/passwd')", &[]);
    let opened: bool = desk.script("return window.open('https://example.org/') !== null", &[]);
    assert!(!opened, "a window opened");
    let refused: Vec<String> = desk.script_async(
        "const done = arguments[0];
         const refused = [];
         addEventListener('securitypolicyviolation',
             event => refused.push(event.effectiveDirective));
         const add = (tag, set) => document.body.append(
             Object.assign(document.createElement(tag), set));
         add('img', { src: 'https://example.org/x.png' });
         add('script', { src: 'https://example.org/x.js' });
         add('script', { textContent: 'window.ran = true' });
         add('iframe', { src: 'https://example.org/' });
         add('link', { rel: 'stylesheet', href: 'https://example.org/x.css' });
         add('object', { data: 'https://example.org/' });
         fetch('https://example.org/').catch(() => {});
         const form = Object.assign(document.createElement('form'),
             { action: 'https://example.org/', method: 'post' });
         document.body.append(form);
         form.submit();
         setTimeout(() => done(refused.sort()), 500);",
        &[],
    );
    for directive in
        ["connect-src", "form-action", "frame-src", "img-src", "object-src", "style-src-elem"]
    {
        assert!(refused.iter().any(|one| one == directive), "{directive}: {refused:?}");
    }
    assert!(!desk.script::<bool>("return 'ran' in window", &[]), "a script ran");
    assert_eq!(desk.script::<String>("return location.href", &[]), home);
    desk.see(("heading", "Матеріали"));
}

/// A photo is known by its hash, and no path leads out of the media.
#[test]
fn only_media_of_the_newsroom_are_served() {
    let newsroom = cli::Desk::with_tram_museum();
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    let loads = |address: &str| {
        desk.script_async::<bool>(
            "const [address, done] = arguments;
             const image = new Image();
             image.onload = () => done(image.naturalWidth > 0);
             image.onerror = () => done(false);
             image.src = address;",
            &[json!(address)],
        )
    };
    let media = desk.cli.ok("media list")["media"].take();
    let hash = cli::text(&media[0]["media"]);
    let hash = hash.trim_start_matches("media:");
    assert!(loads(&format!("media://localhost/{hash}")), "{media}");
    for stranger in ["0".repeat(64), format!("../media/{hash}"), "../newsroom.db".to_owned()] {
        assert!(!loads(&format!("media://localhost/{stranger}")), "{stranger}");
    }
}

/// The preview is the exported page: no scripts run in it, and nothing is loaded from elsewhere.
#[test]
fn the_preview_runs_no_script_and_reaches_nothing() {
    let newsroom = one_story();
    let hostile = "---\ntitle: <img src=x onerror=parent.ran=1>\n---\n\n\
        <script>parent.ran = 1</script>\n\n[тут](javascript:parent.ran=1)\n\n\
        ![фото](https://example.org/x.png)\n";
    let file = newsroom.file("hostile.md", hostile);
    newsroom.ok(["story", "write", "weather", "--lang", "uk", "--from", &file]);
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    open_first(&desk, "Control+Digit1");
    desk.see("aside.preview iframe");
    let sandbox = desk.attribute("aside.preview iframe", "sandbox").unwrap_or_default();
    assert!(!sandbox.contains("allow-scripts"), "{sandbox}");
    desk.settle();
    desk.still_picture();
    assert!(!desk.script::<bool>("return 'ran' in window", &[]), "a script of the text ran");
}

/// What is dropped is known by a token: the page learns no path.
#[test]
fn a_photo_that_is_dropped_on_the_text_stands_in_it_and_texts_come_in() {
    let newsroom = one_story();
    let text = newsroom.file("dropped/snow.uk.md", cli::WEATHER_UK);
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    write_on(&desk);
    let photo = cli::fixture("news/tram.png");
    desk.drop_files(&[photo.to_str().unwrap()], ".cm-content");
    desk.wait_until("the photo is in the text", || body(&desk).contains("](media:"));
    assert_eq!(fs::read_dir(desk.cli.newsroom().join("media")).unwrap().count(), 1);
    desk.drop_files(&[&text], ".cm-content");
    desk.mentions("dialog fieldset", "snow.uk.md");
    assert!(!desk.text("dialog").contains("dropped/"), "a path is shown");
    desk.press("Enter");
    desk.mentions("dialog", "Взято 1 матеріал.");
}

/// The menu bar is the system's: its items do what the keys do.
#[test]
fn an_item_of_the_menu_does_what_its_keys_do() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    desk.press("F10");
    desk.press("ArrowDown");
    desk.press("Enter");
    desk.see(("dialog", "Новий матеріал"));
}

/// Who looks elsewhere is told by the system when something comes to wait for them.
#[test]
fn what_comes_to_wait_for_a_person_is_told_while_they_look_elsewhere() {
    let newsroom = cli::Desk::new();
    newsroom.import(&["weather.uk.md"]);
    let Some(desk) = Start::with_newsroom(newsroom).open() else { return };
    let told = desk.notifications();
    desk.look_elsewhere();
    desk.cli.ok("submit weather --lang uk --by Rosa");
    desk.wait_until("it is told", || told.say("member=Notify") && told.say("Шпальта"));
}

/// Started a second time, the program shows the window that is there and ends.
#[test]
fn there_is_one_window_at_a_time() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    let status = desk.start_another(&[]);
    assert!(status.success(), "{status}");
    assert!(desk.is_running());
    desk.see(("heading", "Матеріали"));
}

/// The page stands in a window of its own, and the system's dialog over it; from there comes a PDF.
#[test]
fn the_page_is_given_to_the_systems_dialog_that_prints_it() {
    let Some(desk) = Start::with_newsroom(one_story()).open() else { return };
    write_on(&desk);
    desk.press("Alt+KeyP");
    desk.wait_until("the page and the dialog are there", || {
        let titles = desk.titles();
        ["Сторінка, як на сайті", "Print"].iter().all(|one| titles.iter().any(|title| title == one))
    });
}
