//! Where a new block goes, and what its containers put before its lines.

use super::chunk::Chunk;
use super::{Scene, Try};
use crate::markdown::{Container, Shape};

/// A block of the text beside which the new one comes, and the containers that they share.
struct Neighbour<'a> {
    shape: &'a Shape,
    /// How many of its containers the new block stands in.
    shared: usize,
    list: List,
}

/// How the new block and its neighbour stand to a list, inside the containers that they share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    /// They do not.
    No,
    /// The new block is a further item of the neighbour's list.
    Same,
    /// The new block opens the item that the neighbour belongs under.
    Above,
}

impl Neighbour<'_> {
    fn closeness(&self) -> usize {
        2 * self.shared + usize::from(self.list != List::No)
    }
}

impl Scene<'_> {
    /// The ways of putting chunks into their place.
    pub(super) fn tries(&self, chunks: Vec<Chunk>) -> Vec<Try> {
        let before = self.inserting.after.map(|at| self.neighbour(at, Side::Before));
        let next = self.inserting.after.map_or(0, |at| at + 1);
        let behind = (next < self.ours.len()).then(|| self.neighbour(next, Side::Behind));
        let closer = match (&before, &behind) {
            (Some(before), Some(behind)) => behind.closeness() > before.closeness(),
            (None, Some(behind)) => behind.closeness() > 0,
            (_, None) => false,
        };
        let mut tries = Vec::new();
        for chunk in &chunks {
            if let (true, Some(behind)) = (closer, &behind) {
                tries.extend(self.ahead_of(chunk, behind));
            }
            match &before {
                Some(before) => {
                    tries.push(self.behind(chunk, before));
                    let apart = Neighbour { shared: 0, list: List::No, ..*before };
                    tries.push(self.behind(chunk, &apart));
                }
                None => tries.push(self.at_the_start(chunk)),
            }
        }
        tries
    }

    /// What the new block shares with a block of the text is what their originals share.
    fn neighbour(&self, ours: usize, side: Side) -> Neighbour<'_> {
        let shape = &self.ours[ours];
        let own = self.inserting.at;
        let paired = |at: &usize| self.paired(*at) == Some(ours);
        let original = match side {
            Side::Before => (0..own).rev().find(paired),
            Side::Behind => (own + 1..self.theirs.len()).find(paired),
        };
        let Some(original) = original else {
            return Neighbour { shape, shared: 0, list: List::No };
        };
        let (mine, its) = (&self.theirs[own].within, &self.theirs[original].within);
        let shared = mine.iter().zip(its).take_while(|(a, b)| is_same(a, b)).count();
        let same_list = match (mine.get(shared), its.get(shared)) {
            (Some(Container::Item { list: a, .. }), Some(Container::Item { list: b, .. })) => {
                a == b
            }
            _ => false,
        };
        // The translation may be built otherwise than its original.
        let alike = mine.iter().zip(&shape.within).take_while(|(a, b)| is_alike(a, b)).count();
        let is_item = matches!(shape.within.get(shared), Some(Container::Item { .. }));
        match (side, mine[..shared].iter().position(|container| self.opens(container))) {
            (Side::Behind, Some(opened)) => {
                Neighbour { shape, shared: opened.min(alike), list: List::Above }
            }
            _ if same_list && shared <= alike && is_item => {
                Neighbour { shape, shared, list: List::Same }
            }
            _ => Neighbour { shape, shared: shared.min(alike), list: List::No },
        }
    }

    /// Whether the block is the first of an item.
    fn opens(&self, container: &Container) -> bool {
        let before = self.inserting.at.checked_sub(1).map(|at| &self.theirs[at].within);
        let is_item = matches!(container, Container::Item { .. });
        is_item && before.is_none_or(|within| !within.iter().any(|one| is_same(one, container)))
    }

    fn behind(&self, chunk: &Chunk, before: &Neighbour<'_>) -> Try {
        let (kept, opened) = self.containers(before, Side::Before);
        let end = before.shape.whole.end;
        let rest = &self.body.text[end..];
        let blank = further(&kept).trim_end().to_owned();
        let tight = self.is_tight(before);
        let gap = if tight { "\n".to_owned() } else { format!("\n{blank}\n") };
        let mut source = format!("{gap}{}", lines(&chunk.source, &kept, &opened));
        let next = rest.strip_prefix('\n').and_then(|rest| rest.lines().next());
        let is_free = next.is_none_or(|line| line.trim_matches([' ', '\t', '>']).is_empty());
        if !is_free && !tight {
            source.push_str(&format!("\n{blank}"));
        }
        self.attempt(end, source, chunk)
    }

    fn ahead_of(&self, chunk: &Chunk, behind: &Neighbour<'_>) -> Option<Try> {
        let (kept, opened) = self.containers(behind, Side::Behind);
        let start = behind.shape.whole.start;
        let line = self.body.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let blank = further(&kept).trim_end().to_owned();
        let tight = self.is_tight(behind);
        let gap = if tight { "\n".to_owned() } else { format!("\n{blank}\n") };
        let source = format!("{}{gap}", lines(&chunk.source, &kept, &opened));
        Some(self.attempt(line, source, chunk))
    }

    fn at_the_start(&self, chunk: &Chunk) -> Try {
        let opened = &self.shape().within;
        let gap = if self.body.text.is_empty() { "" } else { "\n\n" };
        let source = format!("{}{gap}", lines(&chunk.source, &[], opened));
        self.attempt(0, source, chunk)
    }

    fn attempt(&self, at: usize, source: String, chunk: &Chunk) -> Try {
        Try { at, source, new: chunk.new.clone(), originals: chunk.originals.clone() }
    }

    /// Whether no blank line stands between the two.
    fn is_tight(&self, beside: &Neighbour<'_>) -> bool {
        let item = match beside.list {
            List::No => None,
            List::Same => beside.shape.within.get(beside.shared),
            List::Above => self.shape().within.get(beside.shared),
        };
        matches!(item, Some(Container::Item { marker, .. }) if marker.tight)
    }

    /// The neighbour's containers that go on, and those that the new block opens.
    fn containers(&self, beside: &Neighbour<'_>, side: Side) -> (Vec<Container>, Vec<Container>) {
        let kept = beside.shape.within[..beside.shared].to_vec();
        let mut opened = self.shape().within[beside.shared..].to_vec();
        let item = beside.shape.within.get(beside.shared).filter(|_| beside.list == List::Same);
        if let (Some(Container::Item { marker, .. }), Some(first)) = (item, opened.first_mut()) {
            let marker = match side {
                Side::Before => marker.next(),
                Side::Behind => marker.clone(),
            };
            *first = Container::Item { list: 0, at: 0, marker };
        }
        (kept, opened)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// Whether it is one container of one text.
fn is_same(a: &Container, b: &Container) -> bool {
    match (a, b) {
        (Container::Quote { at: a }, Container::Quote { at: b })
        | (Container::Item { at: a, .. }, Container::Item { at: b, .. })
        | (Container::Footnote { at: a, .. }, Container::Footnote { at: b, .. }) => a == b,
        _ => false,
    }
}

/// Whether containers of two texts are of one kind.
fn is_alike(a: &Container, b: &Container) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

fn further(containers: &[Container]) -> String {
    containers.iter().map(Container::further).collect()
}

/// A chunk's lines in the containers that go on and in those that it opens.
fn lines(chunk: &str, kept: &[Container], opened: &[Container]) -> String {
    let kept = further(kept);
    let opening: String = opened.iter().map(Container::opening).collect();
    let further = format!("{kept}{}", further(opened));
    let mut written = String::new();
    for (at, line) in chunk.split('\n').enumerate() {
        if at > 0 {
            written.push('\n');
            written.push_str(if line.is_empty() { further.trim_end() } else { &further });
        } else {
            written.push_str(&format!("{kept}{opening}"));
        }
        written.push_str(line);
    }
    written
}
