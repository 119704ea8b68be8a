//! Alt texts and captions: parts of an image in Markdown.

use super::chunk::{Chunk, tidy};
use super::{New, Scene, Try};
use crate::{BlockHash, BlockKind};

/// Ways to give an image its alt text or caption; where the image itself is not there, ways to
/// insert it with them.
pub(super) fn tries(scene: &Scene<'_>) -> Vec<Try> {
    let part = scene.original();
    let Some(image) = image_of(scene) else { return Vec::new() };
    let words = scene.inserting.words.map_or(part.text.clone(), tidy);
    let (kind, own) = (part.kind, scene.inserting.at);
    let parts = parts(kind, &words);
    let new = |text: &str| New { kind, hash: BlockHash::of(kind, text) };
    let Some(ours) = scene.paired(image) else {
        let address = &scene.inserting.original.blocks[image].text;
        let (new_image, mut originals) = (scene.copied(image), vec![own, image]);
        originals.sort_unstable();
        let whole = |(written, text): &(String, String)| match kind {
            BlockKind::Alt => Chunk {
                source: format!("![{written}]({address})"),
                new: vec![new(text), new_image],
                originals: originals.clone(),
            },
            _ => Chunk {
                source: format!("![]({address} {written})"),
                new: vec![new_image, new(text)],
                originals: originals.clone(),
            },
        };
        return scene.tries(parts.iter().map(whole).collect());
    };
    let span = &scene.body.blocks[ours].span;
    let source = &scene.body.text[span.clone()];
    let grow = |(written, text): &(String, String)| {
        let (at, source) = match kind {
            BlockKind::Alt => (span.start + "![".len(), written.clone()),
            // Before the parenthesis that closes the image.
            _ => (span.start + source.rfind(')')?, format!(" {written}")),
        };
        Some(Try { at, source, new: vec![new(text)], originals: vec![own] })
    };
    match kind {
        BlockKind::Alt if !source.starts_with("![") => Vec::new(),
        _ => parts.iter().filter_map(grow).collect(),
    }
}

/// The image in the original that an alt text comes before and a caption behind.
fn image_of(scene: &Scene<'_>) -> Option<usize> {
    let at = scene.inserting.at;
    let image = match scene.original().kind {
        BlockKind::Alt => at + 1,
        _ => at.checked_sub(1)?,
    };
    let is_image = scene.theirs.get(image)?.leaf.kind == BlockKind::Image;
    is_image.then_some(image)
}

/// As it is written, and what it is read as.
fn parts(kind: BlockKind, words: &str) -> Vec<(String, String)> {
    if kind == BlockKind::Alt {
        let escaped = words.replace('[', "\\[").replace(']', "\\]");
        return vec![(words.to_owned(), words.to_owned()), (escaped.clone(), escaped)];
    }
    let escaped = words.replace('"', "\\\"");
    vec![
        (format!("\"{words}\""), words.to_owned()),
        (format!("'{words}'"), words.to_owned()),
        (format!("\"{escaped}\""), escaped),
    ]
}
