//! A site that lives on a server: what is brought there, in which order, and what becomes of it
//! when the line is lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use shpalta_tests::campaign::{Dice, rounds};
use shpalta_tests::servers::{Ssh, Storage};
use shpalta_tests::validators::skipped;

use super::site::{EN, RU, UK};
use crate::cli::{Answer, Desk, files_in, fixture, text, texts};

/// A desk whose site is brought to a server.
fn at(server: &Ssh) -> Desk {
    let desk = Desk::with_tram_museum();
    let own = desk.beside("home/HOME/.ssh");
    fs::create_dir_all(&own).unwrap();
    fs::copy(server.key(), own.join("id_ed25519")).unwrap();
    desk.ok(["site", "set", "server", &server.known_address()]);
    desk
}

/// The English text goes on, and is approved anew where that is asked for.
fn reword(desk: &Desk) {
    let text = fs::read_to_string(fixture("news/tram-museum.en.md")).unwrap();
    desk.write("tram-museum", "en", &text.replace("brass", "steel"));
}

/// The files of a folder, without those that wait to be put in place.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = files_in(folder);
    found.retain(|path, _| !path.starts_with(".shpalta-staging"));
    found
}

#[test]
fn the_server_has_what_the_folder_has_and_only_what_changed_is_brought() {
    let Some(server) = Ssh::started() else { return };
    let desk = at(&server);
    let outcome = desk.ok("export");
    assert_eq!(outcome["brought"]["server"], server.address());
    assert_eq!(outcome["brought"]["written"], json!(texts(&outcome["written"]).len()));
    assert_eq!(files(&server.folder()), files(&desk.beside("site")));
    assert_eq!(desk.ok("export")["brought"]["written"], 0);
    assert!(server.told().contains("media/"));
    reword(&desk);
    desk.pass("tram-museum", "en");
    let outcome = desk.ok("export");
    assert_eq!(outcome["brought"]["written"], json!(texts(&outcome["written"]).len()));
    assert!(!server.told().contains("media/"), "no photo changed");
    assert_eq!(files(&server.folder()), files(&desk.beside("site")));
    let verified = desk.ok(["verify", "--export", &server.address()]);
    assert_eq!(verified["export"]["faults"], json!([]));
}

/// Paths in the order in which they were put in place or removed.
fn order(told: &str) -> Vec<String> {
    let folder = "www/";
    let done = told.lines().filter_map(|line| match line.split_once(" new \"") {
        Some((_, new)) => Some(new),
        None => line.split_once("remove name \"").map(|(_, path)| path),
    });
    let below = done.filter_map(|path| path.split_once(folder)).map(|(_, path)| path);
    let paths = below.map(|path| path.trim_end_matches('"').to_owned());
    paths.filter(|path| !path.starts_with('.')).collect()
}

#[test]
fn photos_come_before_pages_lists_after_them_and_the_manifest_after_what_goes() {
    let Some(server) = Ssh::started() else { return };
    let desk = at(&server);
    desk.ok("export");
    let order_of_all = order(&server.told());
    let place = |path: &str| {
        order_of_all.iter().position(|one| one == path).unwrap_or_else(|| panic!("{path}"))
    };
    let last = |is: fn(&str) -> bool| order_of_all.iter().rposition(|path| is(path)).unwrap();
    let assets = last(|path| path.starts_with("media/") || path == "style.css");
    for page in [UK, EN, RU] {
        assert!(assets < place(page), "{page} came before what it shows");
        assert!(place(page) < place("index.html"), "{page} came after the list that leads to it");
    }
    assert_eq!(place("manifest.json"), order_of_all.len() - 1);
    // Feeds and sitemaps are of a site with an address.
    desk.ok(["site", "set", "url", ""]);
    let outcome = desk.ok("export");
    let (removed, order) = (texts(&outcome["removed"]), order(&server.told()));
    assert!(!removed.is_empty());
    for path in removed {
        let at = order.iter().position(|one| *one == path).expect("it went from the server");
        let after = &order[at..];
        assert!(!after.contains(&"index.html".to_owned()), "{path} went before lists came");
        assert!(after.contains(&"manifest.json".to_owned()));
    }
}

#[test]
fn files_of_others_on_the_server_are_not_touched() {
    let Some(server) = Ssh::started() else { return };
    let desk = at(&server);
    fs::create_dir_all(server.folder().join("en/news")).unwrap();
    for path in ["theirs.html", EN] {
        fs::write(server.folder().join(path), "theirs").unwrap();
    }
    assert_eq!(desk.refused("export"), "export_foreign_file");
    assert_eq!(files(&server.folder()).len(), 2, "nothing was brought");
    assert_eq!(desk.publication("tram-museum", "uk"), "never");
    fs::remove_file(server.folder().join(EN)).unwrap();
    desk.ok("export");
    assert_eq!(desk.publication("tram-museum", "uk"), "exported");
    assert_eq!(fs::read_to_string(server.folder().join("theirs.html")).unwrap(), "theirs");
    let verified = desk.ok(["verify", "--export", &server.address()]);
    assert_eq!(texts(&verified["export"]["foreign"]), ["theirs.html"]);
}

#[test]
fn verify_finds_what_somebody_did_on_the_server() {
    let Some(server) = Ssh::started() else { return };
    let desk = at(&server);
    desk.ok("export");
    fs::write(server.folder().join(UK), "<h1>Altered</h1>").unwrap();
    fs::remove_file(server.folder().join(EN)).unwrap();
    let answer = desk.run(["verify", "--export", &server.address()]);
    assert_eq!(answer.status, 1);
    let faults = answer.value.unwrap()["export"]["faults"].to_string();
    for (code, path) in [("page_altered", UK), ("page_missing", EN)] {
        assert!(faults.contains(code) && faults.contains(path), "{faults}");
    }
}

#[test]
fn a_server_that_is_not_known_changed_refuses_or_is_away_gets_nothing() {
    let Some(server) = Ssh::started() else { return };
    let desk = at(&server);
    let refused = |address: &str| {
        desk.ok(["site", "set", "server", address]);
        let answer = desk.run("export");
        assert!(!desk.beside("site/manifest.json").exists(), "{address}");
        answer.refusal.expect("a refusal")
    };
    let unknown = refused(&server.address());
    assert_eq!(unknown.code, "server_unknown");
    assert!(unknown.message.contains(&server.fingerprint()), "{}", unknown.message);
    let other = format!(";fingerprint=SHA256:{}", "A".repeat(43));
    assert_eq!(refused(&server.address_of(&other, &server.folder())).code, "server_changed");
    let key = format!(";fingerprint={}", server.fingerprint());
    let nowhere = server.folder().join("nowhere");
    assert_eq!(refused(&server.address_of(&key, &nowhere)).code, "server_no_folder");
    let away = refused("sftp://desk@127.0.0.1:1/www");
    assert_eq!(away.code, "server_unreachable");
    let stranger = server.known_address().replacen("sftp://", "sftp://no", 1);
    assert_eq!(refused(&stranger).code, "server_refused");
    assert_eq!(files(&server.folder()).len(), 0);
    assert_eq!(desk.refused("site set server ftp://desk@host/www"), "server_bad_address");
    fs::write(desk.beside("home/HOME/.ssh/known_hosts"), server.known_host()).unwrap();
    desk.ok(["site", "set", "server", &server.address()]);
    desk.ok("export");
}

/// Exports; after a while, mostly a short one from when files begin to come, the command is killed,
/// or the line is cut off.
fn interrupted(desk: &Desk, server: &Ssh, whole: Duration, dice: &mut Dice) {
    let mut command = desk.command();
    command.arg("--newsroom").arg(desk.newsroom()).args(["--json", "export"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pause = Duration::from_micros(dice.below(u64::try_from(whole.as_micros()).unwrap()));
    if dice.below(4) != 0 {
        let coming = server.folder().join(".shpalta-staging");
        while !coming.exists() && child.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        pause /= 16;
    }
    thread::sleep(pause);
    if dice.below(2) == 0 {
        child.kill().unwrap();
        child.wait().unwrap();
        return;
    }
    server.cut_off();
    let output = child.wait_with_output().unwrap();
    if !output.status.success() {
        let said = String::from_utf8(output.stderr).unwrap();
        let refusal: Value = serde_json::from_str(said.lines().last().unwrap()).expect(&said);
        let code = text(&refusal["error"]["code"]);
        assert_eq!(code, "server_unreachable", "{said}");
    }
}

/// Wherever it is killed or cut off, each file on the server is the old or the new one and whole,
/// what is not ours stays, and the next export makes the site as if nothing had been.
#[test]
fn an_export_that_is_cut_off_leaves_whole_files_and_the_next_one_goes_on() {
    let Some(server) = Ssh::started() else { return };
    let desk = at(&server);
    let mut sites = Vec::new();
    for name in ["Степ", "Листоноша"] {
        desk.ok(["site", "set", "name", name]);
        desk.ok("export");
        sites.push(files(&server.folder()));
    }
    fs::write(server.folder().join("theirs.txt"), "not ours").unwrap();
    desk.ok(["site", "set", "name", "Степ"]);
    let begun = Instant::now();
    desk.ok("export");
    let (whole, mut dice, mut between) = (begun.elapsed(), Dice::of(11), 0);
    for round in 0..rounds(12) {
        let turn = usize::try_from(round % 2).unwrap();
        let (before, after) = (&sites[turn], &sites[1 - turn]);
        desk.ok(["site", "set", "name", ["Листоноша", "Степ"][turn]]);
        interrupted(&desk, &server, whole, &mut dice);
        let mut left = files(&server.folder());
        assert_eq!(left.remove(Path::new("theirs.txt")).unwrap(), b"not ours");
        between += u32::from(&left != before && &left != after);
        for (path, bytes) in &left {
            let whole = before.get(path) == Some(bytes) || after.get(path) == Some(bytes);
            assert!(whole, "round {round}: {} is neither", path.display());
        }
        let missing = before.keys().filter(|path| after.contains_key(*path));
        assert!(
            missing.clone().all(|path| left.contains_key(path)),
            "round {round}: a file is gone"
        );
        desk.ok("export");
        let mut left = files(&server.folder());
        left.remove(Path::new("theirs.txt"));
        assert!(&left == after, "round {round}: not the site that was asked for");
        assert!(!server.folder().join(".shpalta-staging").exists(), "something was left");
    }
    eprintln!("{between} of {} came while files were put in place", rounds(12));
    assert!(between > 0, "none came while files were put in place");
}

#[test]
fn what_was_brought_before_the_line_was_lost_is_not_brought_again() {
    let Some(server) = Ssh::started() else { return };
    let desk = at(&server);
    // Nothing can be put below it: a list comes to nothing.
    fs::write(server.folder().join("author"), "a file where a folder is to be").unwrap();
    assert_eq!(desk.refused("export"), "server_forbids");
    assert!(server.told().contains("media/") && server.folder().join(UK).exists());
    assert!(!server.folder().join("manifest.json").exists());
    assert_eq!(desk.publication("tram-museum", "uk"), "never", "not all of it is out");
    fs::remove_file(server.folder().join("author")).unwrap();
    desk.ok("export");
    let told = server.told();
    assert!(!told.contains("media/") && !told.contains(UK), "they were there already: {told}");
    assert_eq!(desk.publication("tram-museum", "uk"), "exported");
    assert_eq!(files(&server.folder()), files(&desk.beside("site")));
}

/// What was removed before the line was lost stands in the manifest still. Wanted again, it comes.
#[test]
fn what_a_run_removed_before_it_was_cut_off_is_brought_again_when_it_is_wanted() {
    let Some(server) = Ssh::started() else { return };
    let desk = at(&server);
    desk.ok("export");
    // A folder in the place of one of the last that go.
    let sitemap = server.folder().join("sitemap.xml");
    fs::remove_file(&sitemap).unwrap();
    fs::create_dir(&sitemap).unwrap();
    desk.ok(["site", "set", "url", ""]);
    assert_eq!(desk.refused("export"), "server_unreachable");
    assert!(!server.folder().join("atom.xml").exists(), "others were removed");
    assert!(server.folder().join("manifest.json").exists());
    fs::remove_dir(&sitemap).unwrap();
    desk.ok("site set url https://shpalta.example");
    desk.ok("export");
    assert!(server.folder().join("atom.xml").is_file() && sitemap.is_file());
    assert_eq!(files(&server.folder()), files(&desk.beside("site")));
}

/// Another machine, or one whose folder was lost: what readers have is fetched, so that a page
/// that is held back stays as it is.
#[test]
fn a_lost_folder_is_fetched_and_what_is_held_back_stays_out() {
    let Some(server) = Ssh::started() else { return };
    let desk = at(&server);
    desk.ok("export");
    let before = fs::read(server.folder().join(EN)).unwrap();
    desk.ok("revoke tram-museum --lang en --by Edyta");
    fs::remove_dir_all(desk.beside("site")).unwrap();
    fs::remove_dir_all(desk.newsroom().join("cache")).unwrap();
    assert_eq!(desk.refused("export"), "held_back");
    assert_eq!(fs::read(server.folder().join(EN)).unwrap(), before, "it stays as it was");
    assert_eq!(files(&server.folder()), files(&desk.beside("site")));
}

/// Runs a command with a secret in the variable that is for it.
fn with_secret(desk: &Desk, secret: &str, words: &[&str]) -> Answer {
    let mut command = desk.command();
    command.env("SHPALTA_SECRET", secret).arg("--newsroom").arg(desk.newsroom()).arg("--json");
    Answer::of(&words.join(" "), &command.args(words).output().unwrap())
}

#[test]
fn storage_takes_the_site_with_its_media_types_and_only_by_the_right_secret() {
    let Some(storage) = Storage::started() else { return };
    let desk = Desk::with_tram_museum();
    let address = storage.address("site");
    let set = |address: &str| desk.ok(["site", "set", "server", address]);
    let code = |answer: Answer| answer.refusal.expect("a refusal").code;
    set(&storage.address("nowhere"));
    assert_eq!(code(with_secret(&desk, &storage.secret, &["export"])), "server_no_folder");
    set(&address);
    assert_eq!(code(with_secret(&desk, "wrong", &["export"])), "server_refused");
    assert!(!desk.beside("site").exists(), "nothing was written");
    let outcome = with_secret(&desk, &storage.secret, &["export"]).value.unwrap();
    assert_eq!(outcome["brought"]["written"], json!(texts(&outcome["written"]).len()));
    let again = with_secret(&desk, &storage.secret, &["export"]).value.unwrap();
    assert_eq!(again["brought"]["written"], 0);
    let verified = with_secret(&desk, &storage.secret, &["verify", "--export", &address]);
    assert_eq!(verified.value.unwrap()["export"]["faults"], json!([]));
    let style = fs::read(desk.beside("site/style.css")).unwrap();
    let (kind, bytes) = storage.read("www/style.css");
    assert_eq!((kind.as_str(), bytes), ("text/css; charset=utf-8", style));
    assert_eq!(storage.read(&format!("www/{UK}")).0, "text/html; charset=utf-8");
}

/// With a keyring of its own, as a session of a desktop has one.
#[test]
fn a_secret_lies_in_the_keyring_and_in_no_file() {
    let Some(storage) = Storage::started() else { return };
    if !Path::new("/usr/bin/gnome-keyring-daemon").exists() {
        return skipped("a keyring is missing: run `tools/setup.sh servers`");
    }
    let desk = Desk::with_tram_museum();
    desk.ok(["site", "set", "server", &storage.address("site")]);
    let shpalta = desk.command();
    let command = shpalta.get_program().to_str().unwrap().to_owned();
    let mut session = Command::new("dbus-run-session");
    session.current_dir(desk.place()).envs(shpalta.get_envs().filter_map(|(k, v)| Some((k, v?))));
    session.args(["--", "bash", "-ec"]).arg(format!(
        "echo -n opens | gnome-keyring-daemon --unlock --components=secrets > /dev/null
         shpalta() {{ '{command}' --newsroom '{}' \"$@\"; }}
         echo '{}' | shpalta site secret
         shpalta export > /dev/null && echo exported
         shpalta site secret --forget
         shpalta export || echo refused",
        desk.newsroom().display(),
        storage.secret,
    ));
    let output = session.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("exported") && said.contains("refused"), "{said}\n{told}");
    for (path, bytes) in files_in(desk.place()) {
        // The keyring's own file is enciphered.
        let holds =
            bytes.windows(storage.secret.len()).any(|part| part == storage.secret.as_bytes());
        assert!(!holds, "{} holds the secret", path.display());
    }
    assert!(!said.contains(&storage.secret) && !told.contains(&storage.secret));
}
