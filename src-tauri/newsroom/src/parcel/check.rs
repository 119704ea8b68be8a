//! Whether a parcel's story agrees with itself: every hash, and everything that names something.
//! Pure; nothing of it is trusted but what can be computed again.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::Timestamp;
use jiff::civil::Date;

use super::contents::{Contents, DecisionPart, EditionPart, RevisionPart, StoryPart, TextPart};
use crate::decision::DecisionKind;
use crate::edition::EditionText;
use crate::id::{ContentHash, DeviceId, LogHash, MediaHash, NameId, RevisionId, WordingHash};
use crate::log::{GENESIS, Recorded, row_hash};
use crate::names::NameKind;
use crate::revision::Reason;
use crate::translation::basis::BasisKind;

/// Whether everything in a parcel is so. `media` are the photos whose bytes come with it.
pub(super) fn agrees(contents: &Contents, media: &BTreeSet<MediaHash>) -> bool {
    let Some(known) = Known::of(contents) else { return false };
    let texts_agree = contents.texts.iter().all(text_agrees);
    let listed: BTreeSet<_> = contents.media.iter().map(|media| media.hash).collect();
    texts_agree
        && known.all_are_used(contents)
        && people_agree(contents)
        && story_agrees(contents)
        && contents.editions.iter().all(|edition| edition_agrees(edition, &known, contents))
        && decisions_agree(contents, &known)
        && listed == *media
        && listed.len() == contents.media.len()
}

/// What the story's parts may name.
struct Known<'a> {
    texts: BTreeMap<ContentHash, &'a TextPart>,
    /// Revisions with their contents.
    revisions: BTreeMap<RevisionId, ContentHash>,
}

impl<'a> Known<'a> {
    /// None where something has a name that something else has.
    fn of(contents: &'a Contents) -> Option<Self> {
        let languages: Vec<_> = contents.editions.iter().map(|one| one.language).collect();
        let ids: BTreeSet<_> = contents.editions.iter().map(|one| one.id).collect();
        let texts: BTreeMap<_, _> =
            contents.texts.iter().map(|text| (text.content, text)).collect();
        let all = || contents.editions.iter().flat_map(|edition| &edition.revisions);
        let revisions: BTreeMap<_, _> = all().map(|one| (one.id, one.content)).collect();
        let is_so = languages == shpalta_language::Language::ALL
            && ids.len() == languages.len()
            && texts.len() == contents.texts.len()
            && revisions.len() == all().count();
        is_so.then_some(Self { texts, revisions })
    }

    /// Nothing comes along that no revision says.
    fn all_are_used(&self, contents: &Contents) -> bool {
        let used: BTreeSet<_> = self.revisions.values().collect();
        contents.texts.iter().all(|text| used.contains(&text.content))
    }

    /// The words of a text; none where they were erased.
    fn words(&self, content: ContentHash) -> Option<&EditionText> {
        self.texts.get(&content).and_then(|text| text.text.as_ref())
    }
}

fn text_agrees(part: &TextPart) -> bool {
    part.text.as_ref().is_none_or(|text| {
        text.content_hash(part.language) == part.content && text.normalised() == *text
    })
}

fn people_agree(contents: &Contents) -> bool {
    contents.people.values().all(|name| is_name(name))
        && contents.devices.values().all(|started| is_instant(*started))
}

/// As `staff add` takes names.
fn is_name(name: &str) -> bool {
    !name.trim().is_empty() && !name.contains(char::is_control)
}

fn is_instant(millis: i64) -> bool {
    Timestamp::from_millisecond(millis).is_ok()
}

fn story_agrees(contents: &Contents) -> bool {
    let story = &contents.story;
    let kinds: BTreeMap<NameId, NameKind> =
        contents.names.iter().map(|name| (name.id, name.kind)).collect();
    let is = |id: NameId, kind| kinds.get(&id) == Some(&kind);
    kinds.len() == contents.names.len()
        && contents.names.iter().all(|name| {
            !name.names.is_empty() && name.names.values().all(|name| !name.trim().is_empty())
        })
        && story.place.is_none_or(|id| is(id, NameKind::Place))
        && story.source.is_none_or(|id| is(id, NameKind::Source))
        && story.authors.iter().all(|id| is(*id, NameKind::Author))
        && contents.people.contains_key(&story.created_by)
        && contents.editions.iter().all(|edition| leads_to_original(edition, contents))
        && details_agree(story)
}

/// Whether what an edition is made from, and what that is made from, ends at the original.
fn leads_to_original(edition: &EditionPart, contents: &Contents) -> bool {
    let original = contents.story.original;
    let made_from = |language| {
        let part = contents.editions.iter().find(|part| part.language == language);
        part.and_then(|part| part.made_from).filter(|_| language != original).unwrap_or(original)
    };
    made_from(made_from(edition.language)) == original
}

fn details_agree(story: &StoryPart) -> bool {
    let instants = [Some(story.created), story.instant, story.embargo];
    !story.slug.is_empty()
        && instants.into_iter().flatten().all(is_instant)
        && story.day.as_ref().is_none_or(|day| day.parse::<Date>().is_ok())
        && (story.day.is_none() || story.instant.is_none())
        && story.views.is_none_or(|views| i64::try_from(views).is_ok())
}

fn edition_agrees(edition: &EditionPart, known: &Known<'_>, contents: &Contents) -> bool {
    let wordings: HashSet<_> = edition.wordings.iter().collect();
    let is_head_worded = edition.head.is_none_or(|head| {
        let is_head = |revision: &&RevisionPart| revision.id == head && !is_aside(revision);
        let revision = edition.revisions.iter().find(is_head);
        revision.is_some_and(|revision| known.words(revision.content).is_some())
    });
    is_head_worded
        && edition.made_from != Some(edition.language)
        && wordings.len() == edition.wordings.len()
        && revisions_agree(edition, known, contents)
        && translation_agrees(edition, known, contents)
}

/// Kept beside the draft's line: it has no blocks.
fn is_aside(revision: &RevisionPart) -> bool {
    revision.reason == Reason::Conflict.name()
}

fn revisions_agree(edition: &EditionPart, known: &Known<'_>, contents: &Contents) -> bool {
    let mut before: BTreeSet<RevisionId> = BTreeSet::new();
    let mut number = 0;
    edition.revisions.iter().all(|revision| {
        let is_next = revision.number > number;
        number = revision.number;
        let mut parents = revision.parent.iter().chain(&revision.merged);
        let follows = parents.all(|parent| before.contains(parent));
        before.insert(revision.id);
        let text = known.texts.get(&revision.content);
        is_next
            && follows
            && is_instant(revision.at)
            && contents.people.contains_key(&revision.person)
            && contents.devices.contains_key(&revision.device)
            && Reason::ALL.iter().any(|reason| reason.name() == revision.reason)
            && revision.seen.is_none_or(|seen| known.revisions.contains_key(&seen))
            && text.is_some_and(|text| text.language == edition.language)
            && blocks_agree(revision, edition, known)
    })
}

/// The blocks of a revision are those that its text is cut into.
fn blocks_agree(revision: &RevisionPart, edition: &EditionPart, known: &Known<'_>) -> bool {
    let listed: Option<Vec<_>> =
        revision.blocks.iter().map(|place| edition.wordings.get(*place)).collect();
    let Some(listed) = listed else { return false };
    if is_aside(revision) {
        return listed.is_empty();
    }
    let Some(text) = known.words(revision.content) else { return true };
    let cut = text.blocks(edition.language);
    let cut = cut.iter().map(|block| (block.kind, WordingHash(block.hash.0)));
    let ids: HashSet<_> = listed.iter().map(|wording| wording.0).collect();
    ids.len() == listed.len() && cut.eq(listed.iter().map(|wording| (wording.1, wording.2)))
}

fn translation_agrees(edition: &EditionPart, known: &Known<'_>, contents: &Contents) -> bool {
    let blocks: HashSet<_> = edition.wordings.iter().map(|wording| wording.0).collect();
    let hashes: HashSet<_> = edition.wordings.iter().map(|wording| wording.2).collect();
    edition.links.iter().all(|(block, _)| blocks.contains(block))
        && edition.bases.iter().enumerate().all(|(at, basis)| {
            BasisKind::from_name(&basis.kind).is_some()
                && basis.translation.is_none_or(|hash| hashes.contains(&hash))
                && basis.originals.is_sorted()
                && basis.original_revision.is_none_or(|id| known.revisions.contains_key(&id))
                && basis.since.is_none_or(|since| since < at)
                && contents.people.contains_key(&basis.person)
                && is_instant(basis.at)
        })
}

/// Every decision is this story's, is the one that its hash covers, and follows the one before.
fn decisions_agree(contents: &Contents, known: &Known<'_>) -> bool {
    let mut chains: BTreeMap<DeviceId, BTreeMap<u64, (LogHash, LogHash)>> = BTreeMap::new();
    for decision in &contents.decisions {
        let chain = chains.entry(decision.device).or_default();
        let is_second = chain.insert(decision.seq, (decision.prev, decision.hash)).is_some();
        if is_second || !decision_agrees(decision, contents, known) {
            return false;
        }
    }
    chains.values().all(|chain| {
        chain.iter().all(|(seq, (prev, _))| match seq {
            1 => *prev == GENESIS,
            _ => chain.get(&(seq - 1)).is_none_or(|(_, hash)| hash == prev),
        })
    })
}

fn decision_agrees(part: &DecisionPart, contents: &Contents, known: &Known<'_>) -> bool {
    let DecisionPart { device, seq, prev, hash, payload } = part;
    let is_so = *seq >= 1
        && i64::try_from(*seq).is_ok()
        && contents.devices.contains_key(device)
        && row_hash(*device, *seq, *prev, payload.as_bytes()) == *hash;
    let Some(said) = Recorded::read(payload.as_bytes()).filter(|_| is_so) else { return false };
    let content = said.entry.revision.map(|revision| known.revisions.get(&revision));
    said.device == *device
        && said.seq == *seq
        && is_instant(said.at)
        && contents.people.contains_key(&said.person)
        && said.entry.kind != DecisionKind::Parcel
        && said.entry.story == Some(contents.story.id)
        && said.entry.edition.is_none_or(|id| contents.editions.iter().any(|one| one.id == id))
        && match (content, said.entry.content) {
            (Some(None), _) => false,
            (Some(Some(stored)), Some(decided)) => *stored == decided,
            _ => true,
        }
}
