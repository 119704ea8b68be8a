//! Translating what nobody translated yet.

use std::collections::BTreeMap;

use shpalta_language::Language;

use super::choose;
use crate::model::slow::{Model, Origin, Origins, Row};
use crate::model::text::{FIELDS, Fresh, Text};

/// Translates a run of the original that nobody translated, between two neighbours whose
/// translations are neighbours, too.
pub fn filled(
    model: &Model,
    fresh: &mut Fresh,
    language: Language,
    die: u8,
) -> Option<(Text, Origins)> {
    let (original, mut text) = (model.original.newest(), model.translation.draft.clone());
    let rows = model.rows(&text, original);
    let stands_for = |at: usize| -> Vec<usize> {
        let of = |row: &&Row| row.originals.contains(&at);
        rows.iter().filter(of).filter_map(|row| row.block).collect()
    };
    let only = |at: usize| -> Option<usize> {
        let [block] = stands_for(at)[..] else { return None };
        let row = rows.iter().find(|row| row.block == Some(block))?;
        (row.originals == [at]).then_some(block)
    };
    let open = |at: &usize| {
        let key = original.0[*at].key;
        let row = rows.iter().find(|row| row.block.is_none() && row.originals == [*at]);
        row.is_some_and(|row| !row.is_fresh()) && !model.broken.contains(&key)
    };
    let mut runs = Vec::new();
    for start in FIELDS..original.0.len() {
        let run: Vec<usize> = (start..original.0.len()).take_while(open).collect();
        let (Some(before), end) = (only(start - 1), start + run.len()) else { continue };
        let after = if end == original.0.len() { Some(text.0.len()) } else { only(end) };
        if !run.is_empty() && after == Some(before + 1) {
            runs.push((before, run));
        }
    }
    let (before, run) = choose(&runs, die)?;
    let mut origins = BTreeMap::new();
    for (offset, at) in run.into_iter().enumerate() {
        let block = fresh.block(language);
        origins.insert(block.key, Origin::For(vec![original.0[at].key]));
        text.0.insert(before + 1 + offset, block);
    }
    Some((text, origins))
}
