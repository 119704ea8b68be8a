//! Files that cannot come in: each is refused by name, the rest of the batch comes in.

use std::fs::{self, File};

use serde_json::Value;

use crate::cli::{Answer, Desk, WEATHER_EN, WEATHER_UK, listed_codes, text};

/// A batch of one good file and others.
fn import(desk: &Desk, files: &[String]) -> Answer {
    let good = desk.file("weather.uk.md", WEATHER_UK);
    let words = ["story", "import"].map(str::to_owned).into_iter();
    desk.run(words.chain(files.iter().cloned()).chain([good]).collect::<Vec<_>>())
}

/// Imports one bad file beside a good one. The good one comes in; the bad one is refused with this
/// code, and the sentence names the file and, if there is one, the line.
fn is_refused(desk: &Desk, file: &str, code: &str, line: Option<u32>) {
    let answer = import(desk, &[file.to_owned()]);
    assert_eq!(answer.status, 1, "{file}");
    let value = answer.value.expect("what came in is told");
    assert_eq!(value["stories"][0]["story"], "weather", "{file}: the rest of the batch");
    let refused = &value["refused"][0];
    assert_eq!(refused["files"][0], file);
    assert_eq!(refused["code"], code, "{file}");
    assert!(listed_codes().contains(code), "{code}");
    let said = text(&refused["message"]);
    assert!(said.contains(file), "{said}");
    match line {
        Some(line) => assert!(said.contains(&format!("line {line}")), "{said}"),
        None => assert!(!said.contains("line "), "{said}"),
    }
    assert_eq!(answer.refusal.unwrap().code, code);
}

#[test]
fn bytes_that_are_no_text() {
    let desk = Desk::new();
    let cyrillic = [b"---\ntitle: ".as_slice(), &[0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2]].concat();
    is_refused(&desk, &desk.file("old.uk.md", cyrillic), "import_not_utf8", Some(2));
    let nul = "---\ntitle: Гребля\n---\nПер\0ший\n";
    let answer = import(&desk, &[desk.file("nul.uk.md", nul)]);
    assert_eq!(answer.refusal.unwrap().code, "import_nul");
}

#[test]
fn front_matter_that_is_no_yaml_is_refused_with_its_line() {
    let desk = Desk::new();
    let broken = "---\ntitle: Гребля\nsource: \"УНН\ndate: 2026-03-05\n---\nТекст\n";
    let answer = import(&desk, &[desk.file("broken.uk.md", broken)]);
    let refusal = answer.refusal.unwrap();
    assert_eq!(refusal.code, "import_yaml");
    assert!(refusal.message.contains("line "), "{}", refusal.message);
    let twice = "---\ntitle: Гребля\nviews: 1\ntitle: Млин\n---\nТекст\n";
    is_refused(&desk, &desk.file("twice.uk.md", twice), "import_yaml_twice", Some(4));
    let type_ = "---\ntitle: Гребля\nviews: many\n---\nТекст\n";
    is_refused(&desk, &desk.file("type.uk.md", type_), "import_yaml_type", Some(3));
    let open = "---\ntitle: Гребля\n\nТекст\n";
    is_refused(&desk, &desk.file("open.uk.md", open), "import_front_matter_open", Some(1));
}

#[test]
fn a_language_that_is_not_the_desks_or_not_told() {
    let desk = Desk::new();
    let polish = "---\ntitle: Tama\nlang: pl\n---\nTekst\n";
    is_refused(&desk, &desk.file("tama.md", polish), "import_language_unknown", Some(3));
    let country = "---\ntitle: Гребля\nlang: ua\n---\nТекст\n";
    let answer = import(&desk, &[desk.file("hreblia.md", country)]);
    assert!(answer.refusal.unwrap().remedy.contains("uk"));
}

#[test]
fn two_files_for_one_edition() {
    let desk = Desk::new();
    let other = desk.file("weather.uk.txt", "Дощ у Полтаві\n\nУ Полтаві дощитиме до вечора.\n");
    let answer = import(&desk, &[other]);
    assert_eq!(answer.refusal.unwrap().code, "import_edition_twice");
    assert_eq!(answer.value.unwrap()["stories"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_no_file_of_text() {
    let desk = Desk::new();
    let folder = desk.beside("folder.uk.md");
    fs::create_dir(&folder).unwrap();
    is_refused(&desk, folder.to_str().unwrap(), "import_not_a_file", None);
    let missing = desk.beside("missing.uk.md");
    is_refused(&desk, missing.to_str().unwrap(), "import_missing", None);
    let letter = desk.file("letter.doc", "Лист");
    is_refused(&desk, &letter, "import_kind_unknown", None);
    is_refused(&desk, &desk.file("blank.uk.md", "\n\n"), "import_headline_missing", None);
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle() {
    let desk = Desk::new();
    let [one, two] = ["one.uk.md", "two.uk.md"].map(|name| desk.beside(name));
    std::os::unix::fs::symlink(&one, &two).unwrap();
    std::os::unix::fs::symlink(&two, &one).unwrap();
    is_refused(&desk, one.to_str().unwrap(), "import_symlink_loop", None);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_at_once_and_not_waited_for() {
    let desk = Desk::new();
    let pipe = desk.beside("pipe.uk.md");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        is_refused(&desk, pipe.to_str().unwrap(), "import_not_a_file", None);
    }
}

#[test]
fn a_file_of_fifty_megabytes() {
    let desk = Desk::new();
    let large = desk.beside("large.uk.md");
    File::create(&large).unwrap().set_len(50_000_000).unwrap();
    is_refused(&desk, large.to_str().unwrap(), "import_too_large", None);
}

#[test]
fn several_refusals_have_a_code_of_their_own_and_each_its_reason() {
    let desk = Desk::new();
    let files = [
        desk.file("nul.uk.md", "Гре\0бля"),
        desk.file("old.uk.md", [0xcf, 0xf0, 0xe8]),
        desk.file("weather.en.md", WEATHER_EN),
        desk.beside("missing.uk.md").to_str().unwrap().to_owned(),
    ];
    let answer = import(&desk, &files);
    assert_eq!((answer.status, answer.refusal.unwrap().code.as_str()), (1, "import_refused"));
    let value = answer.value.unwrap();
    let codes: Vec<_> =
        value["refused"].as_array().unwrap().iter().map(|one| text(&one["code"])).collect();
    assert_eq!(codes, ["import_nul", "import_not_utf8", "import_missing"]);
    let editions = value["stories"][0]["editions"].as_array().unwrap();
    assert_eq!(editions.len(), 2, "uk and en came in");
    assert_eq!(desk.ok("verify")["faults"], Value::Array(Vec::new()));
}

#[test]
fn people_read_a_line_for_each_refusal() {
    let desk = Desk::new();
    let nul = desk.file("nul.uk.md", "Гре\0бля");
    let good = desk.file("weather.uk.md", WEATHER_UK);
    let said = desk.say(["story", "import", &nul, "missing.uk.md", &good]);
    assert_eq!(said.status.code(), Some(1));
    let stderr = String::from_utf8(said.stderr).unwrap();
    assert!(stderr.contains("nul.uk.md") && stderr.contains("missing.uk.md"), "{stderr}");
    assert!(String::from_utf8(said.stdout).unwrap().contains("weather uk: r1"));
}
