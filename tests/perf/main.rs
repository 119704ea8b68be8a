//! `make bench`: figures of speed and memory, each as a ratio to a baseline of the same run. A
//! figure is the median of several runs where nothing else is said.
//!
//! Nothing here fails on a slow machine; the ratios are for people to read.

#![allow(clippy::expect_used)]

mod desk;
mod export;
mod news;
#[cfg(target_os = "linux")]
mod peers;
mod photos;
#[cfg(target_os = "linux")]
mod process;
mod table;
mod text;
#[cfg(target_os = "linux")]
mod window;

use std::time::{Duration, Instant};

use desk::Desk;
use shpalta_language::Language;
use shpalta_newsroom::board::BoardFilter;
use table::Table;

/// The median duration of `runs` runs.
fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    middle((0..runs).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed()
    }))
}

/// The one in the middle, by size.
fn middle<T: Ord + Copy>(figures: impl Iterator<Item = T>) -> T {
    let mut figures: Vec<_> = figures.collect();
    figures.sort_unstable();
    figures[figures.len() / 2]
}

fn once<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = run();
    (start.elapsed(), result)
}

/// What the figures do and do not say.
const CAVEATS: &str = "
A ratio is to the baseline above it, taken in the same run; only ratios may be compared between
machines. A figure is the median of several runs, but for the making, filling, importing and
exporting of a thousand stories and more, which run once.
A save is acknowledged when the newsroom says that it is on disk; its baseline is a write of the
same bytes and a sync of the file, on the disk that holds temporary files. The newsroom of the board
lies in memory where the system lets it.
An export is of stories with authors, places, sections and tags for a site with an address, so that
every kind of file is made but photos. It is durable: its baseline writes the same bytes to as many
files and syncs their file system once. “All exported” looks at every file of the site, for any may
have been changed by hand; that part grows with the site, exporting named stories does not.
SHPALTA_STORIES says how many stories the larger site has, here and below; the smaller has a tenth.
Against Hugo and Eleventy each program is a process of its own that runs once: its time includes
reading, of our database or of Markdown with front matter, and its memory is the most that was
resident. They are given the words of dates, and what names go by in addresses, ready made; their
files are not synced, ours are. We write a manifest, they do not; lists of the others are counted
from the newest. The words of some articles are compared, as pages and as ninjs, and all are
counted. Zola is not measured where no package brings it; what else runs on the machine counts.
A photo's file is the mean over four widths as JPEG and as WebP, each program held to one thread; libvips
runs once for each file and reads only as much of the photo as that needs, ImageMagick once for all.
Equal numbers of quality are not equal files: their JPEG is baseline, ours progressive. AVIF is off
unless a site wants it; “with AVIF” makes four more files of each photo by one thread.
A start is that of a release build whose files lie in the system's memory, on a virtual screen
that is drawn without a graphics card: from the start of the process until the first row is
painted and the window has the keyboard. Memory is the sum of the proportional set sizes of the
program and of WebKit's processes, three seconds later.";

type Measure = fn(&mut Table);

/// What is measured, by the names that can be given to measure only that.
const PARTS: [(&str, Measure); 8] = [
    ("markdown", markdown),
    ("status", status),
    ("saving", saving),
    ("import", import),
    ("export", export::measure),
    ("peers", peers),
    ("photos", photos::measure),
    ("board", board),
];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let mut table = Table::new();
    for (name, measure) in PARTS {
        if wanted.is_empty() || wanted.iter().any(|part| part == name) {
            measure(&mut table);
        }
    }
    println!("{CAVEATS}");
}

/// Markdown to safe HTML, against what Comrak alone takes for the same text.
fn markdown(table: &mut Table) {
    let text = text::article(4_000);
    let megabytes = text.len() as f64 / 1e6;
    let bare = median(9, || {
        std::hint::black_box(text::comrak(&text));
    });
    let safe = median(9, || {
        let options = shpalta_text::html::HtmlOptions::default();
        std::hint::black_box(shpalta_text::html::html(&text, &options));
    });
    let speed = |time: Duration| format!("{:.1} MB/s", megabytes / time.as_secs_f64());
    table.baseline("Comrak alone, 1 text", bare, speed(bare));
    table.row("Markdown to safe HTML", safe, speed(safe));
}

/// The status of one story, against the smallest: one paragraph in three languages.
fn status(table: &mut Table) {
    let mut desk = Desk::new();
    let small = desk.story("small", 1);
    let large = desk.story("large", 60);
    let one = median(51, || desk.status(small));
    let sixty = median(51, || desk.status(large));
    table.baseline("status of 3 blocks × 3", one, String::new());
    table.row("status of 62 blocks × 3", sixty, String::new());
    let text = text::paragraphs(Language::Uk, 60);
    let changed = text.replacen("12", "13", 1);
    let mut turn = false;
    let write = median(21, || {
        turn = !turn;
        desk.write(large, Language::Uk, if turn { &changed } else { &text });
    });
    table.row("save and cut, one number changed", write, String::new());
}

/// A draft of 60 paragraphs saved as it is typed, until the newsroom says that it is on disk,
/// against a bare write of the same bytes that is synced to the same disk.
fn saving(table: &mut Table) {
    const SAVES: usize = 300;
    let mut desk = Desk::new();
    let story = desk.story("typed", 60);
    let mut bare = desk.bare_file();
    let (mut bares, mut saves) = (Vec::new(), Vec::new());
    for number in 0..SAVES {
        let text = desk.typed(story, number);
        bares.push(once(|| bare.write_and_sync(&text)).0);
        saves.push(once(|| desk.save(story, &text)).0);
    }
    let figures = [
        ("bare write and sync, p50", "save acknowledged, p50", 50),
        ("bare write and sync, p95", "save acknowledged, p95", 95),
    ];
    for (bare, save, percent) in figures {
        table.baseline(bare, percentile(&mut bares, percent), String::new());
        table.row(save, percentile(&mut saves, percent), format!("{SAVES} saves"));
    }
}

/// The duration that so many in a hundred do not exceed (the nearest rank).
fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times[(times.len() * percent).div_ceil(100) - 1]
}

/// The board and its window with 6 stories and with 100,000.
fn board(table: &mut Table) {
    let mut desk = Desk::in_memory();
    let open = BoardFilter::Open;
    (0..6).for_each(|number| desk.headed_story(number));
    window(table, &desk, "6 stories");
    let first = median(51, || desk.page(open, "", 0));
    let counts = median(51, || desk.counts());
    let found = median(51, || desk.page(open, "новина 3", 0));
    let (filling, ()) = once(|| (6..100_000).for_each(|number| desk.headed_story(number)));
    table.baseline("making 99,994 stories", filling, String::new());
    window(table, &desk, "100,000");
    table.baseline("first page of the board, 6 stories", first, String::new());
    let first = median(51, || desk.page(open, "", 0));
    table.row("first page of the board, 100,000", first, String::new());
    let last = median(9, || desk.page(open, "", 99_900));
    table.row("page 1,999 of the board", last, String::new());
    table.baseline("counts of the board, 6 stories", counts, String::new());
    let counts = median(51, || desk.counts());
    table.row("counts of the board, 100,000", counts, String::new());
    table.baseline("a search in 6 stories", found, String::new());
    let found = median(51, || desk.page(open, "новина 31415", 0));
    table.row("a search in 100,000", found, String::new());
    let found = median(9, || desk.page(open, "п", 0));
    table.row("a search that finds all 100,000", found, String::new());
    saving_beside(table, &mut desk);
}

/// Saves while the whole archive of the board is backed up, and looked through, beside them.
fn saving_beside(table: &mut Table, desk: &mut Desk) {
    let story = desk.story("typed", 60);
    let mut number = 0;
    let mut save = |desk: &mut Desk| {
        number += 1;
        let text = desk.typed(story, number);
        once(|| desk.save(story, &text)).0
    };
    let mut alone: Vec<_> = (0..300).map(|_| save(desk)).collect();
    table.baseline("save acknowledged, p95, 100,000", percentile(&mut alone, 95), String::new());
    for (what, work) in [("a backup", Desk::back_up as fn(_)), ("verify", Desk::verify)] {
        let working = desk.start(work);
        let mut saves = vec![save(desk)];
        while !working.is_finished() {
            saves.push(save(desk));
        }
        let lasted = working.join().expect("the work is done").as_secs_f64();
        let remark = format!("{} saves in {lasted:.1} s", saves.len());
        table.row(&format!("the same beside {what}"), percentile(&mut saves, 95), remark);
    }
}

#[cfg(target_os = "linux")]
fn window(table: &mut Table, desk: &Desk, stories: &str) {
    match window::missing() {
        Some(missing) => println!("The window is not measured: {missing}"),
        None => window::measure(table, &desk.folder(), stories),
    }
}

#[cfg(not(target_os = "linux"))]
fn window(_: &mut Table, _: &Desk, _: &str) {
    println!("The window is not measured: its driver is for Linux");
}

#[cfg(target_os = "linux")]
fn peers(table: &mut Table) {
    peers::measure(table);
}

#[cfg(not(target_os = "linux"))]
fn peers(_: &mut Table) {
    println!("Other programs are not measured: the memory of a process is read as Linux tells it");
}

/// 1,000 files in.
fn import(table: &mut Table) {
    let mut desk = Desk::new();
    let files = desk.files(1_000);
    let (reading, bytes) = once(|| text::read_all(&files));
    let (import, ()) = once(|| desk.import(&files, files.len()));
    table.baseline("reading 1,000 files", reading, format!("{bytes} bytes"));
    table.row("import of 1,000 files", import, String::new());
}
