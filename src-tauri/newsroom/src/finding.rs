//! Findings: what the checks say about a text and about a page that is to leave.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_text::{Block, BlockKind};
use ts_rs::TS;

use crate::edition::EditionText;
use crate::id::MediaHash;
use crate::media::{self, Media};
use crate::revision::Stand;

/// Most characters of a headline that a page shows well.
pub const HEADLINE_LIMIT: usize = 90;

/// Whether a finding holds the edition back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The edition stays where it is.
    Stop,
    /// Worth a look.
    Warn,
}

/// What was found. The names are stable codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingCode {
    NotApproved,
    Behind,
    DetailsChanged,
    Embargo,
    Withdrawn,
    EmptyHeadline,
    EmptyLead,
    /// Longer than [`HEADLINE_LIMIT`].
    LongHeadline,
    MissingMedia,
    /// The file is not what was added, or its metadata cannot be taken out.
    UnusableMedia,
    EmptyImageSlot,
    MissingAlt,
    MissingCaption,
    MissingCredit,
    /// It may not be used.
    PhotoBanned,
    /// Its last day is over.
    PhotoExpired,
    /// Of a strike's aftermath, whose time has not come.
    PhotoWaits,
    /// Nobody looked at it for what gives away position, faces and documents.
    PhotoUnchecked,
    /// The story has no Ukrainian page.
    NoUkrainian,
    /// The Ukrainian text is much shorter than this one.
    ShortUkrainian,
    /// To a story of which readers find no page.
    DeadLink,
    /// Another story's page stands at the address and stays there.
    AddressTaken,
}

impl FindingCode {
    const ALL: [Self; 22] = [
        Self::NotApproved,
        Self::Behind,
        Self::DetailsChanged,
        Self::Embargo,
        Self::Withdrawn,
        Self::EmptyHeadline,
        Self::EmptyLead,
        Self::LongHeadline,
        Self::MissingMedia,
        Self::UnusableMedia,
        Self::EmptyImageSlot,
        Self::MissingAlt,
        Self::MissingCaption,
        Self::MissingCredit,
        Self::PhotoBanned,
        Self::PhotoExpired,
        Self::PhotoWaits,
        Self::PhotoUnchecked,
        Self::NoUkrainian,
        Self::ShortUkrainian,
        Self::DeadLink,
        Self::AddressTaken,
    ];

    /// The code, as stored and as JSON shows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotApproved => "not_approved",
            Self::Behind => "behind",
            Self::DetailsChanged => "details_changed",
            Self::Embargo => "embargo",
            Self::Withdrawn => "withdrawn",
            Self::EmptyHeadline => "empty_headline",
            Self::EmptyLead => "empty_lead",
            Self::LongHeadline => "long_headline",
            Self::MissingMedia => "missing_media",
            Self::UnusableMedia => "unusable_media",
            Self::EmptyImageSlot => "empty_image_slot",
            Self::MissingAlt => "missing_alt",
            Self::MissingCaption => "missing_caption",
            Self::MissingCredit => "missing_credit",
            Self::PhotoBanned => "photo_banned",
            Self::PhotoExpired => "photo_expired",
            Self::PhotoWaits => "photo_waits",
            Self::PhotoUnchecked => "photo_unchecked",
            Self::NoUkrainian => "no_ukrainian",
            Self::ShortUkrainian => "short_ukrainian",
            Self::DeadLink => "dead_link",
            Self::AddressTaken => "address_taken",
        }
    }

    /// The finding of a code.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }

    /// Whether it holds the edition back; [`Self::PhotoWaits`], [`Self::NoUkrainian`] and
    /// [`Self::ShortUkrainian`] do where a policy says so.
    pub fn severity(self) -> Severity {
        match self {
            Self::LongHeadline
            | Self::MissingAlt
            | Self::MissingCaption
            | Self::MissingCredit
            | Self::PhotoWaits
            | Self::NoUkrainian
            | Self::ShortUkrainian
            | Self::DeadLink => Severity::Warn,
            Self::NotApproved
            | Self::Behind
            | Self::DetailsChanged
            | Self::Embargo
            | Self::Withdrawn
            | Self::EmptyHeadline
            | Self::EmptyLead
            | Self::MissingMedia
            | Self::UnusableMedia
            | Self::EmptyImageSlot
            | Self::PhotoBanned
            | Self::PhotoExpired
            | Self::PhotoUnchecked
            | Self::AddressTaken => Severity::Stop,
        }
    }

    /// Whether a chief may let the edition out in spite of it.
    pub fn overridable(self) -> bool {
        let never = [Self::NotApproved, Self::Embargo, Self::Withdrawn, Self::AddressTaken];
        !never.contains(&self)
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    pub code: FindingCode,
    pub severity: Severity,
    /// The row of the translation that it is about, counted from 1.
    pub row: Option<u32>,
    /// The block of the text that it is about, counted from 1.
    pub block: Option<u32>,
}

impl Finding {
    /// A finding about the edition as a whole.
    pub fn of(code: FindingCode) -> Self {
        Self { code, severity: code.severity(), row: None, block: None }
    }

    /// A finding about one block, counted from 1.
    pub fn of_block(code: FindingCode, block: u32) -> Self {
        Self { block: Some(block), ..Self::of(code) }
    }

    /// A finding about one row, counted from 1.
    pub fn of_row(code: FindingCode, row: u32) -> Self {
        Self { row: Some(row), ..Self::of(code) }
    }
}

/// How many findings of each severity there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct FindingCounts {
    pub stop: usize,
    pub warn: usize,
}

impl FindingCounts {
    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        let stop = findings.iter().filter(|finding| finding.severity == Severity::Stop).count();
        Self { stop, warn: findings.len() - stop }
    }
}

/// What the newsroom has of what a text shows and links to.
pub(crate) struct Held<'a> {
    pub(crate) media: &'a [Media],
    /// Slugs.
    pub(crate) stories: BTreeSet<String>,
}

/// The text's own findings. `held` is what the newsroom has of what it shows and links to.
pub(crate) fn of_text(language: Language, stand: &Stand, held: &Held<'_>) -> Vec<Finding> {
    let (text, blocks) = (&stand.text, &stand.blocks);
    let mut findings = Vec::new();
    if text.headline.is_empty() {
        findings.push(Finding::of(FindingCode::EmptyHeadline));
    }
    if text.headline.chars().count() > HEADLINE_LIMIT {
        findings.push(Finding::of(FindingCode::LongHeadline));
    }
    if text.lead.is_empty() {
        findings.push(Finding::of(FindingCode::EmptyLead));
    }
    for (at, number) in (0..blocks.len()).zip(1..) {
        if blocks[at].kind == BlockKind::Image {
            let codes = of_image(language, blocks, at, held.media);
            findings.extend(codes.into_iter().map(|code| Finding::of_block(code, number)));
        }
        if stories_of(&blocks[at], text).any(|slug| !held.stories.contains(&slug)) {
            findings.push(Finding::of_block(FindingCode::DeadLink, number));
        }
    }
    findings
}

/// The stories that links of a block lead to; of a link reference definition those that some link
/// of the text leads to by it.
fn stories_of(block: &Block, text: &EditionText) -> impl Iterator<Item = String> {
    let stories = match block.kind {
        BlockKind::Html => {
            let defined = shpalta_text::defined_stories(&block.text);
            match defined.is_empty() {
                true => defined,
                false => &defined & &shpalta_text::stories(&text.body),
            }
        }
        kind if has_links(kind) => shpalta_text::stories(&block.text),
        _ => BTreeSet::new(),
    };
    stories.into_iter()
}

/// Whether a page shows links that stand in such a block.
fn has_links(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph
        | BlockKind::Heading
        | BlockKind::Item
        | BlockKind::Quote
        | BlockKind::Attribution
        | BlockKind::Cell
        | BlockKind::Footnote => true,
        BlockKind::Headline
        | BlockKind::Lead
        | BlockKind::Image
        | BlockKind::Caption
        | BlockKind::Alt
        | BlockKind::Code
        | BlockKind::Html
        | BlockKind::Rule => false,
    }
}

/// What is said of the photos that a text shows and keeps them from leaving, whatever the time.
pub(crate) fn of_photos(stand: &Stand, media: &[Media]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (block, number) in stand.blocks.iter().zip(1..) {
        let hash = shpalta_text::block::media_hash(&block.text).and_then(MediaHash::from_hex);
        let is_image = block.kind == BlockKind::Image;
        let file = media.iter().find(|file| is_image && Some(file.hash) == hash);
        let codes = file.into_iter().flat_map(|file| file.care.findings());
        findings.extend(codes.map(|code| Finding::of_block(code, number)));
    }
    findings
}

fn of_image(language: Language, blocks: &[Block], at: usize, media: &[Media]) -> Vec<FindingCode> {
    let address = &blocks[at].text;
    if address == "media:" {
        return vec![FindingCode::EmptyImageSlot];
    }
    let hash = shpalta_text::block::media_hash(address).and_then(MediaHash::from_hex);
    let Some(file) = media.iter().find(|file| Some(file.hash) == hash) else {
        return vec![FindingCode::MissingMedia];
    };
    let mut codes = Vec::new();
    let kind_at = |at: Option<usize>| at.and_then(|at| blocks.get(at)).map(|block| block.kind);
    if kind_at(at.checked_sub(1)) != Some(BlockKind::Alt) {
        codes.push(FindingCode::MissingAlt);
    }
    if kind_at(at.checked_add(1)) != Some(BlockKind::Caption) {
        codes.push(FindingCode::MissingCaption);
    }
    if media::credit(file, language).is_none() {
        codes.push(FindingCode::MissingCredit);
    }
    codes
}
