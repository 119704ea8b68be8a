//! Bases: this wording of a translation was made from, or confirmed against, these wordings.

use std::collections::HashMap;

use rusqlite::{Connection, params};
use shpalta_text::BlockHash;

use crate::edition::Edition;
use crate::id::{EditionId, PersonId, RevisionId};
use crate::log;
use crate::transact::Tx;
use crate::{Result, staff};

/// A wording of the translation (none: nothing there) and wordings of the original (empty: nothing
/// there), in byte order: a moved block is no change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Pair {
    pub(crate) translation: Option<BlockHash>,
    originals: Vec<BlockHash>,
}

impl Pair {
    pub(crate) fn new(
        translation: Option<BlockHash>,
        originals: impl IntoIterator<Item = BlockHash>,
    ) -> Self {
        let mut originals: Vec<_> = originals.into_iter().collect();
        originals.sort_unstable();
        Self { translation, originals }
    }

    pub(crate) fn originals(&self) -> &[BlockHash] {
        &self.originals
    }

    fn originals_bytes(&self) -> Vec<u8> {
        self.originals.iter().flat_map(|hash| hash.0).collect()
    }
}

/// How a basis came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BasisKind {
    /// The wording was written where there was none.
    Made,
    /// The wording followed an older one whose basis it takes on.
    Carried,
    /// Somebody says that it fits.
    Confirmed,
    /// The original's change was said to be minor.
    Minor,
    /// The original was switched.
    Switched,
}

impl BasisKind {
    const ALL: [Self; 5] =
        [Self::Made, Self::Carried, Self::Confirmed, Self::Minor, Self::Switched];

    /// The kind of a name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Carried => "carried",
            Self::Confirmed => "confirmed",
            Self::Minor => "minor",
            Self::Switched => "switched",
        }
    }
}

/// A basis as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Basis {
    pub(crate) position: i64,
    pub(crate) pair: Pair,
    pub(crate) original_revision: Option<RevisionId>,
    pub(crate) kind: BasisKind,
    /// The basis at which a later diff starts, when that is an earlier one.
    pub(crate) since: Option<i64>,
    /// Whether its maker could approve the language.
    pub(crate) nod: bool,
    /// The last position of the log when it was made.
    pub(crate) log: i64,
}

/// A basis that is to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewBasis {
    pub(crate) pair: Pair,
    pub(crate) original_revision: Option<RevisionId>,
    pub(crate) kind: BasisKind,
    pub(crate) since: Option<i64>,
    pub(crate) reason: Option<String>,
}

/// All bases of one translation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bases {
    all: Vec<Basis>,
    by_pair: HashMap<Pair, Vec<usize>>,
    latest: HashMap<Option<BlockHash>, usize>,
}

impl Bases {
    pub(crate) fn load(sql: &Connection, edition: EditionId) -> Result<Self> {
        let mut bases = Self::default();
        let mut query = sql.prepare_cached(include_str!("bases.sql"))?;
        let mut rows = query.query([edition])?;
        while let Some(row) = rows.next()? {
            let translation = row.get::<_, Option<[u8; 32]>>(1)?.map(BlockHash);
            let originals: Vec<u8> = row.get(2)?;
            let kind: String = row.get(4)?;
            let kind = BasisKind::from_name(&kind);
            bases.add(Basis {
                position: row.get(0)?,
                pair: Pair { translation, originals: hashes(&originals) },
                original_revision: row.get(3)?,
                kind: kind.unwrap_or(BasisKind::Confirmed),
                since: row.get(5)?,
                nod: row.get(6)?,
                log: row.get(7)?,
            });
        }
        Ok(bases)
    }

    fn add(&mut self, basis: Basis) {
        let at = self.all.len();
        self.by_pair.entry(basis.pair.clone()).or_default().push(at);
        self.latest.insert(basis.pair.translation, at);
        self.all.push(basis);
    }

    /// Adds what is not stored yet, for a look ahead.
    pub(crate) fn look_ahead(&mut self, bases: &[NewBasis], nod: bool, log: i64) {
        for basis in bases {
            self.add(Basis {
                position: i64::MAX,
                pair: basis.pair.clone(),
                original_revision: basis.original_revision,
                kind: basis.kind,
                since: basis.since,
                nod,
                log,
            });
        }
    }

    pub(crate) fn has(&self, pair: &Pair) -> bool {
        self.by_pair.contains_key(pair)
    }

    /// The bases of a pair, oldest first.
    pub(crate) fn of(&self, pair: &Pair) -> impl Iterator<Item = &Basis> {
        self.by_pair.get(pair).into_iter().flatten().map(|at| &self.all[*at])
    }

    /// The last basis that a wording of the translation got.
    pub(crate) fn latest(&self, translation: BlockHash) -> Option<&Basis> {
        self.latest.get(&Some(translation)).map(|at| &self.all[*at])
    }

    /// The basis at which the diff of a row starts: what the wording was last made from, before
    /// any minor change.
    pub(crate) fn start(&self, translation: BlockHash) -> Option<&Basis> {
        let latest = self.latest(translation)?;
        match latest.since {
            Some(since) => self.all.iter().find(|basis| basis.position == since),
            None => Some(latest),
        }
    }

    /// Whether the pair was fresh at the approval of that log position, or was confirmed (or
    /// passed as minor) since by somebody who could approve the language.
    pub(crate) fn approved(&self, pair: &Pair, approval: i64) -> bool {
        self.of(pair).any(|basis| basis.log < approval || basis.nod)
    }
}

fn hashes(bytes: &[u8]) -> Vec<BlockHash> {
    let (hashes, _) = bytes.as_chunks::<32>();
    hashes.iter().copied().map(BlockHash).collect()
}

/// Stores bases of a translation that somebody made: the person who acts, or whoever had typed
/// what a revision is cut of.
pub(crate) fn store(
    tx: &Tx<'_>,
    edition: &Edition,
    bases: &[NewBasis],
    maker: PersonId,
) -> Result<()> {
    let nod = staff::person(tx, maker)?.may_approve(edition.language);
    let log = log::position(tx)?;
    let mut insert = tx.prepare_cached(include_str!("insert_basis.sql"))?;
    for basis in bases {
        insert.execute(params![
            edition.id,
            basis.pair.translation.map(|hash| hash.0),
            basis.pair.originals_bytes(),
            basis.original_revision,
            basis.kind.name(),
            basis.since,
            basis.reason,
            maker,
            nod,
            tx.act.at.as_millisecond(),
            log,
        ])?;
    }
    Ok(())
}
