//! Payloads in every field of a draft, in the window: none runs in it or in its preview, and none
//! sends a request.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::json;
use shpalta_language::Language;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::draft::Save;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::revision::Reason;
use shpalta_tests::browser::LOOK;
use shpalta_tests::cli::{self, fixture};
use shpalta_tests::window::{Desk, Element, Start};
use shpalta_tests::{desk, payloads};

use crate::steps::{one_story, open_first};

/// What a payload runs.
const RUN: &str = "ran=1";

/// Whether one ran.
const HAS_RUN: &str = "return 'ran' in window";

/// The frame of the preview that is seen.
const PREVIEW: &str = "aside.preview iframe.seen";

/// The texts of a preview's fields.
const SHOWN: &str = "
    const fields = 'title, a.site, h1, p.lead, p.meta, footer.authors, figcaption';
    return fields.split(', ').map(field => document.querySelector(field)?.textContent ?? '')";

/// The number of an act after the story was written, in minutes of the desk.
const LATER: i64 = 600_000;

/// One of so many payloads stands everywhere in a body.
const FEW: usize = 10;

/// How long a request may be on its way.
const ON_ITS_WAY: Duration = Duration::from_secs(1);

/// A port of this machine that payloads ask for something.
struct Outside {
    port: u16,
    asked: Receiver<String>,
}

impl Outside {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (sender, asked) = channel();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let mut line = String::new();
                let _ = BufReader::new(stream).read_line(&mut line);
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { port, asked }
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The first request that it has got, or that is about to come.
    fn asked(&self) -> Option<String> {
        self.asked.recv_timeout(ON_ITS_WAY).ok()
    }
}

/// A newsroom of one person with one story, which has payloads in every field.
fn newsroom_of(payloads: &[String]) -> cli::Desk {
    let newsroom = cli::Desk::empty();
    newsroom.ok("init --owner Olha");
    // No file and no argument has a null byte.
    let without: Vec<_> = payloads.iter().map(|payload| payload.replace('\0', "")).collect();
    let photo = fixture("news/tram.png");
    let credit = format!("uk={}", without.concat());
    let added = newsroom.ok(["media", "add", photo.to_str().unwrap(), "--credit", &credit]);
    let photo = cli::text(&added["media"]);
    let text = format!(
        "---\ntitle: {line}\ndescription: {line}\nauthors: {all}\ntags: {all}\nsection: {line}\n\
         source: {line}\ndateline: {line}\n---\n\n{photo}",
        line = json!(without.join(" ")),
        all = json!(without),
    );
    newsroom.ok(["site", "set", "name", &without.join(" ")]);
    let file = newsroom.file("payloads.uk.md", text);
    newsroom.ok(["story", "import", &file]);
    write_on(&newsroom.newsroom(), payloads, photo.trim_start_matches("media:"));
    newsroom
}

/// A body with each payload in a paragraph, a quote and a link, and with some of them wherever a
/// text can stand. Exported pages have all of them there; a preview so long takes minutes.
fn body(payloads: &[String], photo: &str) -> String {
    let few: Vec<_> = payloads.iter().step_by(FEW).cloned().collect();
    let all = payloads.iter().map(|p| format!("Слово {p} слово.\n\n> {p}\n\n[a](<{p}>)\n\n"));
    all.chain([payloads::body(&few, "Нагадаємо", |_| photo.to_owned())]).collect()
}

/// Writes the body, and the texts for other places, which no file has.
fn write_on(folder: &Path, payloads: &[String], photo: &str) {
    let mut newsroom = Newsroom::open(folder).unwrap();
    let story = newsroom.story_id("payloads").unwrap();
    let draft = newsroom.draft(story, Language::Uk).unwrap();
    let elsewhere = ["search", "push", "telegram", "social"];
    let text = EditionText {
        body: body(payloads, photo),
        variants: elsewhere.map(|name| (name.to_owned(), payloads.join("\n"))).into(),
        ..draft.text
    };
    let (language, based_on) = (Language::Uk, draft.save);
    let save = Save { story, language, text: &text, based_on, seen: None, sitting: None };
    let act = desk::act(newsroom.owner().unwrap().id, LATER);
    newsroom.write(&act, &save, Reason::Write).unwrap();
}

/// Opens the story where it is written, with its preview beside it.
fn with_preview(newsroom: cli::Desk) -> Option<Desk> {
    let desk = Start::with_newsroom(newsroom).open()?;
    open_first(&desk, "Control+Digit1");
    desk.see(PREVIEW);
    desk.settle();
    desk.still_picture();
    Some(desk)
}

/// What stands in the preview that no page of ours has.
fn faults(desk: &Desk, frame: &Element<'_>) -> Vec<String> {
    desk.script_in(frame, &format!("const looked = {LOOK}; return looked"))
}

#[test]
fn payloads_in_a_draft_run_nowhere_and_ask_for_nothing() {
    let outside = Outside::open();
    let newsroom = newsroom_of(&payloads::ours(RUN, &outside.address()));
    let Some(desk) = with_preview(newsroom) else { return };
    let frame = desk.see(PREVIEW);
    let shown: Vec<String> = desk.script_in(&frame, SHOWN);
    assert_eq!(shown.len(), 7, "{shown:?}");
    let is_hostile = |text: &String| text.contains("<script>ran=1</script>");
    assert!(shown.iter().all(is_hostile), "{shown:#?}");
    assert_eq!(faults(&desk, &frame), [""; 0]);
    let address: String = desk.script_in(&frame, "return location.href");
    assert!(address.starts_with("preview://localhost/payloads"), "{address}");
    assert!(!desk.script_in::<bool>(&frame, HAS_RUN), "a script of the text ran in its preview");
    assert!(!desk.script::<bool>(HAS_RUN, &[]), "a script of the text ran in the window");
    assert_eq!(outside.asked(), None);
}

/// What the test above would miss, were it blind. Even so, the preview's policy asks for nothing.
#[test]
fn what_stands_raw_in_a_preview_is_told() {
    let outside = Outside::open();
    let Some(desk) = with_preview(one_story()) else { return };
    let frame = desk.see(PREVIEW);
    assert_eq!(faults(&desk, &frame), [""; 0]);
    let raw = format!("<img src={}image.png onerror=ran=1><iframe></iframe>", outside.address());
    desk.script_in::<()>(&frame, &format!("document.body.innerHTML = '{raw}'; window.ran = 1"));
    let told = faults(&desk, &frame);
    for part in ["<img> from elsewhere", "an attribute: onerror", "an element: <iframe>"] {
        assert!(told.iter().any(|one| one.contains(part)), "{part}: {told:?}");
    }
    assert!(desk.script_in::<bool>(&frame, HAS_RUN));
    assert_eq!(outside.asked(), None);
    let mut stream = TcpStream::connect(("127.0.0.1", outside.port)).unwrap();
    stream.write_all(b"GET /control HTTP/1.0\r\n\r\n").unwrap();
    assert_eq!(outside.asked().as_deref(), Some("GET /control HTTP/1.0\r\n"));
}
