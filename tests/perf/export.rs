//! How fast a site is written.

use crate::desk::Desk;
use crate::once;
use crate::table::Table;

/// How many stories the site has, each in three languages, where `SHPALTA_STORIES` does not say.
const STORIES: usize = 10_000;

pub fn measure(table: &mut Table) {
    let stories = std::env::var("SHPALTA_STORIES").ok().and_then(|count| count.parse().ok());
    let stories = stories.unwrap_or(STORIES);
    let mut desk = Desk::in_memory();
    let (making, ()) = once(|| (0..stories).for_each(|number| desk.approved_story(number)));
    table.baseline(&format!("writing and approving {stories} × 3"), making, String::new());
    let (export, pages) = once(|| desk.export());
    let (copy, bytes) = once(|| desk.copy_site());
    let (again, none) = once(|| desk.export());
    table.baseline("writing the same bytes anew", copy, format!("{bytes} bytes"));
    table.row(&format!("export of {stories} × 3"), export, format!("{pages} files"));
    table.row("export with nothing changed", again, format!("{none} files"));
}
