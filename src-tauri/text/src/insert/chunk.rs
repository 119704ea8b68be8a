//! How a new block is written, before it has a place.

use std::borrow::Cow;

use super::{New, Scene};
use crate::{BlockHash, BlockKind};

/// The lines of a new block without what its containers put before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chunk {
    pub source: String,
    pub new: Vec<New>,
    /// The original's blocks that it stands for.
    pub originals: Vec<usize>,
}

/// The ways of writing the block, the plainest first.
pub(super) fn of(scene: &Scene<'_>, words: Option<&str>) -> Vec<Chunk> {
    let block = scene.original();
    let own = words.map_or(Cow::Borrowed(block.text.as_str()), |words| Cow::Owned(tidy(words)));
    let written = |source: String, text: &str| Chunk {
        source,
        new: vec![New { kind: block.kind, hash: BlockHash::of(block.kind, text) }],
        originals: vec![scene.inserting.at],
    };
    match block.kind {
        BlockKind::Heading => {
            let signs = "#".repeat(usize::from(scene.shape().level.clamp(1, 6)));
            let line = own.split_whitespace().collect::<Vec<_>>().join(" ");
            vec![written(format!("{signs} {line}"), &line)]
        }
        BlockKind::Image => {
            vec![written(format!("![]({own})"), &own), { written(format!("![](<{own}>)"), &own) }]
        }
        BlockKind::Code => {
            let fence = fence(&own);
            let told = copied_info(scene, &fence);
            vec![written(format!("{fence}{told}\n{own}\n{fence}"), &own)]
        }
        BlockKind::Rule => vec![written("---".to_owned(), ""), written("***".to_owned(), "")],
        BlockKind::Html => vec![written(own.clone().into_owned(), &own)],
        BlockKind::Attribution => {
            let dashed = format!("— {own}");
            vec![written(own.clone().into_owned(), &own), written(dashed.clone(), &dashed)]
        }
        BlockKind::Headline
        | BlockKind::Lead
        | BlockKind::Paragraph
        | BlockKind::Item
        | BlockKind::Quote
        | BlockKind::Alt
        | BlockKind::Caption
        | BlockKind::Cell
        | BlockKind::Footnote => {
            let escaped = escaped(&own);
            vec![written(own.clone().into_owned(), &own), written(escaped.clone(), &escaped)]
        }
    }
}

/// One block's words: no blank lines, which would make two of it.
pub(super) fn tidy(words: &str) -> String {
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// With a backslash where words would be read as a marker: `1\.`, `\- `, `\# `.
fn escaped(words: &str) -> String {
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = words.split_at(digits);
    format!("{number}\\{rest}")
}

/// A fence that is longer than any in the code.
fn fence(code: &str) -> String {
    let runs = code.split(|c| c != '`').map(str::len);
    "`".repeat(runs.max().unwrap_or_default().max(2) + 1)
}

/// What the original says behind its fence, of the language of the code.
fn copied_info(scene: &Scene<'_>, fence: &str) -> String {
    let block = scene.original();
    let source = &scene.inserting.original.text[block.span.clone()];
    let first = source.lines().next().unwrap_or_default();
    let fenced = first.starts_with("```") || first.starts_with("~~~");
    let info = first.trim_start_matches(['`', '~']);
    if fenced && !info.contains(fence) && !info.contains('`') {
        info.trim_end().to_owned()
    } else {
        String::new()
    }
}
