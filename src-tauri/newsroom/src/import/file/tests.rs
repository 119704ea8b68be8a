#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;
use std::time::Duration;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn folder_with(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn refused(name: &str, bytes: &[u8]) -> ImportError {
    let (_folder, path) = folder_with(name, bytes);
    parse(&path, None, None, date(2025, 6, 1)).unwrap_err()
}

#[test]
fn the_ending_picks_the_parser() {
    for (name, text, headline) in [
        ("a.uk.md", "# Слово", "Слово"),
        ("a.markdown", "---\ntitle: Word\n---\n", "Word"),
        ("a.TXT", "Слово\n\nІ ще одне слово їх.", "Слово"),
        ("a.htm", "<h1>Word</h1><p>Text.</p>", "Word"),
    ] {
        let (_folder, path) = folder_with(name, text.as_bytes());
        let parsed = parse(&path, None, None, date(2025, 6, 1)).unwrap();
        assert_eq!(parsed.headline.as_deref(), Some(headline), "{name}");
    }
    assert_eq!(refused("a.docx", b"x").code(), "import_kind_unknown");
}

#[test]
fn the_name_says_the_language() {
    assert_eq!(language_of_name(Path::new("x/umbrella.uk.md")), Some(Language::Uk));
    assert_eq!(language_of_name(Path::new("umbrella.md")), None);
    assert_eq!(language_of_name(Path::new("uk.md")), None);
    assert_eq!(stem_before_language(Path::new("x/umbrella.EN.md")), "umbrella");
    assert_eq!(stem_before_language(Path::new("v1.5.md")), "v1.5");
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_line() {
    let cp1251 = b"\xcf\xe5\xf0\xf8\xe8\xe9 \xf0\xff\xe4\xee\xea";
    let error = refused("a.txt", &[b"ok\n\n".as_slice(), cp1251].concat());
    assert_eq!((error.code(), error.line), ("import_not_utf8", Some(3)));
    assert!(error.remedy().contains("Windows-1251"), "{}", error.remedy());
    let utf16: Vec<u8> = "\u{feff}Слово".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(refused("a.txt", &utf16).remedy().contains("UTF-16"));
    let bare: Vec<u8> = "Some words".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert!(refused("a.txt", &bare).remedy().contains("UTF-16"));
    let nul = refused("a.txt", b"one\ntwo\0three, and some more text");
    assert_eq!((nul.code(), nul.line), ("import_nul", Some(2)));
}

#[test]
fn a_byte_order_mark_is_no_text() {
    let (_folder, path) = folder_with("a.md", "\u{feff}---\ntitle: A\n---\n".as_bytes());
    assert!(read(&path, None).unwrap().starts_with("---"));
}

#[test]
fn large_files_are_refused_before_they_are_read() {
    let (_folder, path) = folder_with("a.txt", b"");
    let more_than_memory = 1 << 40;
    File::options().write(true).open(&path).unwrap().set_len(more_than_memory).unwrap();
    assert_eq!(read(&path, None).unwrap_err().code(), "import_too_large");
}

#[test]
fn what_is_not_there_or_no_file_is_refused() {
    let (folder, path) = folder_with("a.txt", b"x");
    let code = |path: &Path| read(path, None).unwrap_err().code();
    assert_eq!(code(&folder.path().join("b.txt")), "import_missing");
    assert_eq!(code(&path.join("c.txt")), "import_missing");
    assert_eq!(code(folder.path()), "import_not_a_file");
    assert!(read(&path, Some(folder.path())).is_ok());
}

#[cfg(unix)]
#[test]
fn links_devices_and_folders_outside_the_root_are_refused() {
    use std::os::unix::fs::symlink;
    let (folder, path) = folder_with("a.txt", b"x");
    let root = folder.path().join("root");
    fs::create_dir(&root).unwrap();
    let code = |path: &Path, root| read(path, root).unwrap_err().code();

    symlink(&path, root.join("link.txt")).unwrap();
    assert!(read(&root.join("link.txt"), None).is_ok());
    assert_eq!(code(&root.join("link.txt"), Some(root.as_path())), "import_outside");
    assert_eq!(code(&root.join("../a.txt"), Some(root.as_path())), "import_outside");

    symlink(root.join("one.txt"), root.join("two.txt")).unwrap();
    symlink(root.join("two.txt"), root.join("one.txt")).unwrap();
    assert_eq!(code(&root.join("one.txt"), Some(root.as_path())), "import_symlink_loop");
    symlink(root.join("gone.txt"), root.join("dangling.txt")).unwrap();
    assert_eq!(code(&root.join("dangling.txt"), None), "import_missing");

    let pipe = std::process::Command::new("mkfifo").arg(root.join("pipe.txt")).status();
    if pipe.is_ok_and(|status| status.success()) {
        assert_eq!(code(&root.join("pipe.txt"), None), "import_not_a_file");
    }
    assert_eq!(code(Path::new("/dev/zero"), None), "import_not_a_file");
}

#[test]
fn an_error_names_file_line_reason_and_remedy() {
    let error = refused("a.md", b"---\nviews: many\n---\n");
    assert_eq!(
        error.to_string(),
        format!("{}, line 2: “views” must be a whole number, 0 or more.", error.file.display())
    );
    assert_eq!(error.remedy(), "Write a whole number, 0 or more there.");
}

const SAMPLES: [&str; 6] = [
    include_str!("../samples/bridge.uk.txt"),
    include_str!("../samples/tram.ru.txt"),
    include_str!("../samples/harvest.en.txt"),
    include_str!("../samples/flood.uk.txt"),
    include_str!("../samples/library.en.html"),
    "---\ntitle: \"A: b\"\ndate: 2025-01-20\nauthors: [A, B]\nx: &a {b: 1}\ny: *a\n---\n# A\n\nText",
];

/// A sample with some of its bytes replaced, doubled or cut out.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 0..12);
    (prop::sample::select(&SAMPLES), edits).prop_map(|(sample, edits)| {
        let mut bytes = sample.as_bytes().to_vec();
        for (index, byte, kind) in edits {
            let place = index.index(bytes.len().max(1));
            match kind {
                0 => bytes.insert(place, byte),
                1 if place < bytes.len() => bytes[place] = byte,
                2 => bytes.truncate(bytes.len().max(40) - place % 40),
                _ => bytes.extend_from_within(
                    place.saturating_sub(60).min(bytes.len())..place.min(bytes.len()),
                ),
            }
        }
        bytes
    })
}

fn is_done_or_refused(bytes: Vec<u8>) {
    if let Ok(text) = text(bytes) {
        for language in [None, Some(Language::Uk)] {
            let _ = front_matter::parse(&text, language);
            let _ = page_text::parse(&text, language, date(2025, 6, 1));
            let _ = web_page::parse(&text, language);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        is_done_or_refused(bytes);
    }

    #[test]
    fn random_text_never_panics(text in "(---\n)?[\\PC\n:\\[{&*\"'<>•–/a-zі.]{0,200}") {
        is_done_or_refused(text.into_bytes());
    }

    #[test]
    fn mutated_samples_never_panic(bytes in mutated()) {
        is_done_or_refused(bytes);
    }
}

/// How long this thread had a processor: waiting for one that other tests hold is not the parser's.
/// Where the system does not tell, the clock's time.
fn busy() -> Duration {
    use std::sync::LazyLock;
    static BEGIN: LazyLock<std::time::Instant> = LazyLock::new(std::time::Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = told.split(' ').next().and_then(|word| word.parse().ok());
    nanos.map_or_else(|| BEGIN.elapsed(), Duration::from_nanos)
}

/// Whether a parser takes less than ten times longer for four times the text: it is 4 where its work
/// grows with the text, 16 where with its square. Other work on the machine only adds to a try.
fn grows_evenly(unit: &str, parse: impl Fn(&str)) -> bool {
    let timed = |bytes: usize| {
        let text = unit.repeat(bytes / unit.len());
        let start = busy();
        parse(&text);
        busy() - start
    };
    let what_a_clock_can_tell = Duration::from_millis(20);
    (0..3).any(|_| timed(200_000) < 10 * timed(50_000).max(what_a_clock_can_tell))
}

#[test]
fn the_work_on_a_hostile_file_grows_with_its_length_alone() {
    for unit in [
        "<div>",
        "<p>a",
        "<b><p>",
        "<a href=x>",
        "<table><tr><td>",
        "<ul><li>",
        "&amp;",
        "[",
        "**a",
        "`",
        "<i id=1><i id=2><i id=3><p>",
        "1. a\n",
        "- a\n",
        "• a • b\n",
        "а.б,",
        "Аа Бб\n",
        "«а\n",
        "<svg><p>",
        "<!--",
        "<blockquote>",
        "- сказав\n",
    ] {
        let language = Some(Language::Uk);
        let day = date(2025, 6, 1);
        for (parser, evenly) in [
            ("front matter", grows_evenly(unit, |text| drop(front_matter::parse(text, language)))),
            ("page text", grows_evenly(unit, |text| drop(page_text::parse(text, language, day)))),
            ("web page", grows_evenly(unit, |text| drop(web_page::parse(text, language)))),
        ] {
            assert!(evenly, "{parser} of {unit:?}");
        }
    }
}

#[test]
fn work_that_grows_with_the_square_of_a_text_is_told() {
    let rare = if cfg!(debug_assertions) { 500 } else { 20 };
    let pairs = |text: &str| {
        let met = text.bytes().step_by(rare).flat_map(|one| text.bytes().map(move |two| one ^ two));
        met.for_each(|met| _ = std::hint::black_box(met));
    };
    assert!(!grows_evenly("a", pairs));
}
