//! How fast a site is written.

use std::time::Duration;

use shpalta_newsroom::id::StoryId;

use crate::desk::Desk;
use crate::table::Table;
use crate::{median, once};

/// How many stories the larger site has, each in three languages, where `SHPALTA_STORIES` does not
/// say. The smaller has a tenth.
const STORIES: usize = 10_000;

pub fn measure(table: &mut Table) {
    let stories = stories();
    let mut desk = Desk::in_memory();
    desk.found_site();
    let mut made: Vec<StoryId> = Vec::new();
    let mut times = Vec::new();
    for stories in [stories / 10, stories] {
        let more = made.len()..stories;
        let (making, more) = once(|| desk.approved_stories(more));
        made.extend(more);
        table.baseline(
            &format!("taking in and approving, up to {stories} × 3"),
            making,
            String::new(),
        );
        times.push((stories, site(table, &mut desk, stories, made[stories / 2])));
    }
    let page = |(stories, whole): (usize, Duration)| {
        whole / u32::try_from(stories * 3).expect("so many pages fit")
    };
    table.baseline(&format!("a page of {} × 3", times[0].0), page(times[0]), String::new());
    table.row(&format!("a page of {} × 3", times[1].0), page(times[1]), "growth".to_owned());
}

/// How many stories the larger site has.
pub fn stories() -> usize {
    let stories = std::env::var("SHPALTA_STORIES").ok().and_then(|count| count.parse().ok());
    stories.unwrap_or(STORIES)
}

/// The whole site, one story of it, and nothing of it.
/// How long the whole took.
fn site(table: &mut Table, desk: &mut Desk, stories: usize, story: StoryId) -> Duration {
    desk.clear_site();
    let (export, pages) = once(|| desk.export(None));
    let (copy, bytes) = once(|| desk.copy_site());
    table.baseline("writing the same bytes, one sync", copy, format!("{bytes} bytes"));
    table.row(&format!("export of {stories} × 3"), export, format!("{pages} files"));
    let nothing = median(9, || assert_eq!(desk.export(None), 0));
    table.row("export with nothing changed", nothing, String::new());
    let mut number = 0;
    let mut reworded = |named: Option<Vec<StoryId>>| {
        let mut times: Vec<_> = (0..9)
            .map(|_| {
                number += 1;
                desk.reword(story, number);
                once(|| assert_ne!(desk.export(named.clone()), 0)).0
            })
            .collect();
        times.sort_unstable();
        times[times.len() / 2]
    };
    let (found, named) = (reworded(None), reworded(Some(vec![story])));
    table.row("one story changed, all exported", found, String::new());
    table.row("one story changed and exported", named, String::new());
    export
}
