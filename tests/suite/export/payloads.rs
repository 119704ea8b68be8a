//! Payloads in every field of a story, in a browser: none runs, none sends a request, none becomes
//! more than text.

mod controls;
mod fields;

use shpalta_publish::page::SHARED;
use shpalta_tests::browser::{Browser, Policy};
use shpalta_tests::campaign::{Dice, rounds};
use shpalta_tests::payloads;

use self::fields::{Body, PHOTO, Page, SINGLE};
use crate::cli::fixture;

/// What a payload runs.
const RUN: &str = "alert(1)";

/// An address elsewhere.
const OUT: &str = "https://outside.example/";

/// How many articles a front page lists.
const LISTED: usize = 25;

/// A short run looks at one of so many collected payloads, in one of the fields that show one text;
/// a long one at all, in each.
const SHARE: usize = 16;

/// Somebody who looks at pages in a browser.
struct Reader {
    browser: Browser,
    /// How many they have looked at.
    pages: usize,
}

impl Reader {
    /// None where there is no browser.
    fn open() -> Option<Self> {
        let mut browser = Browser::open(Policy::Bypassed)?;
        let png = std::fs::read(fixture("news/tram.png")).unwrap();
        SHARED.into_iter().for_each(|(path, file)| browser.put(path, file));
        browser.put(PHOTO, png);
        Some(Self { browser, pages: 0 })
    }

    /// Fails unless the payloads are text in every field. `turns` says in how many of the
    /// [`SINGLE`] fields each stands; in all other fields each does.
    fn look_at(&mut self, payloads: &[String], turns: usize) {
        for chunk in payloads.chunks(SINGLE * LISTED) {
            for turn in 0..turns {
                let articles = self.look_at_articles(chunk, turn);
                self.is_inert(&fields::front(self.pages, &articles, &chunk[0]), chunk);
            }
            self.is_inert(&fields::notice(self.pages, chunk), chunk);
        }
        // What a page does late is told with the next.
        self.is_inert(&fields::article(self.pages, &["Слово".to_owned()], Body::Plain), &[]);
    }

    /// The pages of stories, with each payload in another of the fields every turn.
    fn look_at_articles(&mut self, payloads: &[String], turn: usize) -> Vec<Page> {
        let body = if turn == 0 { Body::Full } else { Body::Plain };
        let of_one = payloads.chunks(SINGLE).map(|payloads| {
            let (later, first) = payloads.split_at(turn % payloads.len());
            let payloads = [first, later].concat();
            let page = fields::article(self.pages, &payloads, body);
            self.is_inert(&page, &payloads);
            page
        });
        of_one.collect()
    }

    fn is_inert(&mut self, page: &Page, payloads: &[String]) {
        self.pages += 1;
        let told = self.browser.show(&page.path, &page.html);
        let Page { path, html } = page;
        assert!(told.is_empty(), "{path}: {told:#?}\nwith {payloads:#?}\n{html}");
    }
}

/// Whether the run is longer than usual.
fn is_long() -> bool {
    rounds(1) > 1
}

#[test]
fn payloads_of_our_own_are_text_in_every_field() {
    let Some(mut reader) = Reader::open() else { return };
    let ours = payloads::ours(RUN, OUT);
    reader.look_at(&ours, SINGLE);
    println!("{} payloads of our own on {} pages", ours.len(), reader.pages);
}

#[test]
fn collected_payloads_are_text_in_every_field() {
    let mut collected = payloads::collected();
    if collected.is_empty() {
        return;
    }
    let Some(mut reader) = Reader::open() else { return };
    let turns = if is_long() { SINGLE } else { 1 };
    if !is_long() {
        collected = collected.into_iter().step_by(SHARE).collect();
    }
    reader.look_at(&collected, turns);
    println!("{} collected payloads on {} pages", collected.len(), reader.pages);
}

#[test]
fn mutated_payloads_are_text_in_every_field() {
    let Some(mut reader) = Reader::open() else { return };
    let mut all = payloads::ours(RUN, OUT);
    all.extend(payloads::collected());
    let mutations: Vec<_> =
        (0..rounds(500)).map(|round| payloads::mutated(&all, &mut Dice::of(round))).collect();
    reader.look_at(&mutations, 1);
    println!("{} mutated payloads on {} pages", mutations.len(), reader.pages);
}
