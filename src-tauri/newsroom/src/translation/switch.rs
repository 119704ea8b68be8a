//! Switching what a translation follows, or which edition is the original.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;
use shpalta_language::Language;

use super::basis::{self, BasisKind, NewBasis, Pair};
use super::link;
use crate::Result;
use crate::decision::DecisionKind;
use crate::edition::Edition;
use crate::error::{Error, Expected};
use crate::id::{BlockId, StoryId};
use crate::log::Entry;
use crate::revision::Side;
use crate::status::Picture;
use crate::story::Story;
use crate::transact::Tx;

/// Fresh pairs between two editions, by their blocks: each entry says that these blocks of the
/// one stand for those of the other.
type Pairs = Vec<(BTreeSet<BlockId>, BTreeSet<BlockId>)>;

/// Makes another edition the original: pairs are inverted for the old original, composed through
/// it for the third edition; what has no fresh pair is behind.
pub(crate) fn original(tx: &Tx<'_>, story: &Story, to: Language) -> Result<()> {
    tx.person.must_be_chief()?;
    if to == story.original {
        return Err(Error::NoDecision(DecisionKind::Original));
    }
    let old = Edition::of(tx, story.id, story.original)?;
    let new = Edition::of(tx, story.id, to)?;
    if new.head.is_none() {
        return Err(Error::NoText { slug: story.slug.clone(), language: to });
    }
    let new_side = Side::head(tx, &new)?;
    let to_old = fresh_pairs(tx, &new, &old)?;
    let inverted: Pairs =
        to_old.iter().map(|(mine, theirs)| (theirs.clone(), mine.clone())).collect();
    let mut thirds = Vec::new();
    for third in Edition::all(tx, story.id)? {
        if third.language == to || third.language == story.original {
            continue;
        }
        let pairs = fresh_pairs(tx, &third, &old)?;
        thirds.push((third, composed(&pairs, &inverted)));
    }
    tx.prepare_cached("UPDATE story SET original = ? WHERE id = ?")?
        .execute(params![to.code(), story.id])?;
    tx.prepare_cached("UPDATE edition SET made_from = NULL WHERE story = ?")?
        .execute([story.id])?;
    store(tx, &old, &inverted, &new_side)?;
    for (third, pairs) in &thirds {
        store(tx, third, pairs, &new_side)?;
    }
    log(tx, story.id, to, "original")
}

/// Has a translation follow another edition than the original (or the original again).
pub(crate) fn follow(tx: &Tx<'_>, story: &Story, language: Language, to: Language) -> Result<()> {
    tx.person.must_be_chief()?;
    let edition = Edition::of(tx, story.id, language)?;
    let target = Edition::of(tx, story.id, to)?;
    if language == to || language == story.original || target.follows == Some(language) {
        return Err(Error::bad_value("follows", to.code(), Expected::OtherEdition));
    }
    let before = edition.followed(tx)?;
    let pairs = fresh_pairs(tx, &edition, &before)?;
    let pairs = if before.language == to {
        return Err(Error::NoDecision(DecisionKind::Original));
    } else if target.follows == Some(before.language) {
        let inverted = fresh_pairs(tx, &target, &before)?;
        let inverted: Pairs = inverted.into_iter().map(|(mine, theirs)| (theirs, mine)).collect();
        composed(&pairs, &inverted)
    } else if before.follows == Some(to) {
        composed(&pairs, &fresh_pairs(tx, &before, &target)?)
    } else {
        Pairs::new()
    };
    let made_from = (to != story.original).then(|| to.code());
    tx.prepare_cached("UPDATE edition SET made_from = ? WHERE id = ?")?
        .execute(params![made_from, edition.id])?;
    let side = Side::head(tx, &target)?;
    store(tx, &edition, &pairs, &side)?;
    log(tx, story.id, to, "follows")
}

fn log(tx: &Tx<'_>, story: StoryId, to: Language, aspect: &str) -> Result<()> {
    let mut entry = Entry::of(DecisionKind::Original);
    entry.story = Some(story);
    entry.aspect = Some(aspect.to_owned());
    tx.log(entry.with("to", to.code()))?;
    tx.changed(story, None)
}

/// The fresh rows of a translation against the followed edition's newest revision, as sets of
/// blocks. Rows that share an original belong together.
fn fresh_pairs(tx: &Tx<'_>, translation: &Edition, followed: &Edition) -> Result<Pairs> {
    let picture = Picture::of(tx, translation.clone())?;
    let mine = &picture.stand.side;
    let theirs = Side::head(tx, followed)?;
    let rows = super::row::matched(mine, &theirs, &picture.links, &picture.bases);
    let mut groups: Vec<(BTreeSet<BlockId>, BTreeSet<BlockId>, bool)> = Vec::new();
    for row in rows.iter().filter(|row| row.block.is_some() && !row.originals.is_empty()) {
        let mut group = (
            row.block.iter().map(|at| mine.blocks[*at].id).collect::<BTreeSet<_>>(),
            row.originals.iter().map(|at| theirs.blocks[*at].id).collect::<BTreeSet<_>>(),
            row.is_fresh(),
        );
        let (shared, apart) = groups
            .into_iter()
            .partition(|other: &(_, BTreeSet<_>, _)| !other.1.is_disjoint(&group.1));
        groups = apart;
        for (blocks, originals, fresh) in Vec::from_iter::<Vec<_>>(shared) {
            group.0.extend(blocks);
            group.1.extend(originals);
            group.2 &= fresh;
        }
        groups.push(group);
    }
    Ok(groups.into_iter().filter(|group| group.2).map(|group| (group.0, group.1)).collect())
}

/// Pairs of a and c through b: those whose blocks of b are exactly covered.
fn composed(to_middle: &Pairs, from_middle: &Pairs) -> Pairs {
    let mut pairs = Pairs::new();
    for (mine, middle) in to_middle {
        let parts: Vec<_> =
            from_middle.iter().filter(|(blocks, _)| !blocks.is_disjoint(middle)).collect();
        let covered: BTreeSet<_> = parts.iter().flat_map(|(blocks, _)| blocks).copied().collect();
        if !parts.is_empty() && covered == *middle {
            let theirs = parts.iter().flat_map(|(_, theirs)| theirs).copied().collect();
            pairs.push((mine.clone(), theirs));
        }
    }
    pairs
}

/// Stores pairs as links and bases of a translation. In a group of several blocks each block of
/// the translation stands for all of the original's.
fn store(tx: &Tx<'_>, translation: &Edition, pairs: &Pairs, original: &Side) -> Result<()> {
    let side = Side::head(tx, translation)?;
    let hashes: BTreeMap<_, _> = side.blocks.iter().map(|block| (block.id, block.hash)).collect();
    let mut bases = Vec::new();
    for (mine, theirs) in pairs {
        let standing = original.blocks.iter().filter(|block| theirs.contains(&block.id));
        let originals: Vec<_> = standing.map(|block| block.hash).collect();
        for block in mine {
            for theirs in theirs {
                link::insert(tx, translation.id, *block, *theirs)?;
            }
            let Some(hash) = hashes.get(block) else { continue };
            bases.push(NewBasis {
                pair: Pair::new(Some(*hash), originals.iter().copied()),
                original_revision: original.revision,
                kind: BasisKind::Switched,
                since: None,
                reason: None,
            });
        }
    }
    basis::store(tx, translation, &bases, tx.act.by)?;
    tx.changed(translation.story, Some(translation.id))
}
