#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laws;
mod scenarios;

use super::{Following, Leaf, Origin, Past, follow};
use crate::{BlockHash, BlockKind};

/// A text, one block a line; a mark at the start says the kind, as in Markdown.
pub(super) struct Text(Vec<(BlockKind, String)>);

impl Text {
    pub(super) fn of(lines: &[&str]) -> Self {
        Self(lines.iter().map(|line| block(line)).collect())
    }

    pub(super) fn leaves(&self) -> Vec<Leaf<'_>> {
        self.0.iter().map(|(kind, text)| leaf(*kind, text)).collect()
    }
}

pub(super) fn leaf(kind: BlockKind, text: &str) -> Leaf<'_> {
    Leaf { kind, hash: BlockHash::of(kind, text), text }
}

fn block(line: &str) -> (BlockKind, String) {
    let marks = [
        ("# ", BlockKind::Headline),
        ("lead ", BlockKind::Lead),
        ("## ", BlockKind::Heading),
        ("- ", BlockKind::Item),
        ("> ", BlockKind::Quote),
        ("| ", BlockKind::Cell),
        ("img ", BlockKind::Image),
        ("alt ", BlockKind::Alt),
        ("cap ", BlockKind::Caption),
        ("---", BlockKind::Rule),
    ];
    let marked = marks.iter().find_map(|(mark, kind)| Some((*kind, line.strip_prefix(mark)?)));
    let (kind, text) = marked.unwrap_or((BlockKind::Paragraph, line));
    (kind, text.to_owned())
}

/// A former wording, and the old block that had it.
type Former<'a> = (&'a str, Option<usize>);

fn followed(old: &[&str], new: &[&str], past: &[Former<'_>]) -> Vec<Following> {
    let (old, new) = (Text::of(old), Text::of(new));
    let former = Text::of(&past.iter().map(|(line, _)| *line).collect::<Vec<_>>());
    let past: Vec<_> =
        former.leaves().into_iter().zip(past).map(|(leaf, &(_, old))| Past { leaf, old }).collect();
    follow(&old.leaves(), &new.leaves(), &past)
}

/// The origins in short: `0` is the old block 0, `0+1` with 1 joined into it, `^0` the past
/// wording 0, `/0` split from 0, `*` new.
fn origins(old: &[&str], new: &[&str], past: &[Former<'_>]) -> String {
    let origin = |following: &Following| {
        let mut origin = match following.origin {
            Origin::Old(old) => old.to_string(),
            Origin::Past(past) => format!("^{past}"),
            Origin::SplitFrom(old) => format!("/{old}"),
            Origin::New => "*".to_owned(),
        };
        for joined in &following.joined {
            origin.push_str(&format!("+{joined}"));
        }
        origin
    };
    followed(old, new, past).iter().map(origin).collect::<Vec<_>>().join(" ")
}
