//! A story as the desk shows it: details, editions, images.

use jiff::Timestamp;
use rusqlite::Connection;
use serde::Serialize;
use shpalta_language::Language;
use shpalta_text::{Block, BlockKind};
use ts_rs::TS;

use super::{get, when_text};
use crate::board::{self, BoardEdition};
use crate::edition::Edition;
use crate::finding::Finding;
use crate::id::{MediaHash, StoryId};
use crate::media::{self, care::Care};
use crate::names::{NameEntry, Names};
use crate::parcel::{self, Differing};
use crate::status::Picture;
use crate::{Newsroom, Result};

/// A story with everything that its page shows besides the text.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StoryView {
    /// The slug.
    pub story: String,
    pub original: Language,
    pub place: Option<NameEntry>,
    pub source: Option<NameEntry>,
    pub authors: Vec<NameEntry>,
    /// A day, or an instant in UTC.
    pub when: Option<String>,
    pub section: Option<String>,
    pub tags: Vec<String>,
    #[ts(type = "string | null")]
    pub embargo: Option<Timestamp>,
    pub views: Option<u64>,
    #[ts(type = "string | null")]
    pub first_published: Option<Timestamp>,
    /// The three editions, in the order of [`Language::ALL`].
    pub editions: Vec<StoryEdition>,
    pub images: Vec<StoryImage>,
    /// Editions that were written on here and elsewhere.
    pub differing: Vec<Differing>,
}

/// One edition of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StoryEdition {
    #[serde(flatten)]
    pub board: BoardEdition,
    pub address: Option<String>,
    /// The language of the edition that this one follows; none for the original.
    pub follows: Option<Language>,
    /// The findings of the draft.
    pub finding_list: Vec<Finding>,
}

/// An image of the story's texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StoryImage {
    /// None: an empty slot, or a file that the newsroom does not hold.
    #[ts(type = "string | null")]
    pub media: Option<MediaHash>,
    pub file_name: String,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
    pub credit: Names,
    pub care: Care,
    /// Where it stands, per language.
    pub texts: Vec<ImageText>,
}

/// What one edition says of an image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImageText {
    pub language: Language,
    /// The image's block, counted from 1.
    pub block: usize,
    pub alt: String,
    pub caption: String,
}

impl Newsroom {
    /// A story as it stands at an instant (embargoes depend on it).
    pub fn story_view(&self, story: StoryId, now: Timestamp) -> Result<StoryView> {
        self.read(|sql| view(sql, story, now))
    }
}

fn view(sql: &Connection, id: StoryId, now: Timestamp) -> Result<StoryView> {
    let story = get(sql, id)?;
    let mut editions = Vec::new();
    let mut images = Vec::new();
    let all = Edition::all(sql, id)?.into_iter();
    for (edition, board) in all.zip(board::editions(sql, &story, now)?) {
        let (address, follows) = (edition.address.clone(), edition.follows);
        let picture = Picture::of(sql, edition)?;
        add_images(sql, &picture, &mut images)?;
        editions.push(StoryEdition { board, address, follows, finding_list: picture.findings });
    }
    Ok(StoryView {
        story: story.slug,
        original: story.original,
        place: story.place,
        source: story.source,
        authors: story.authors,
        when: story.when.map(when_text),
        section: story.section,
        tags: story.tags,
        embargo: story.embargo,
        views: story.views,
        first_published: story.first_published,
        editions,
        images,
        differing: parcel::differing(sql, id)?,
    })
}

/// The images of an edition; one that an earlier edition shows, too, is the same image.
fn add_images(sql: &Connection, picture: &Picture, images: &mut Vec<StoryImage>) -> Result<()> {
    let blocks = &picture.stand.blocks;
    for (at, block) in blocks.iter().enumerate() {
        if block.kind != BlockKind::Image {
            continue;
        }
        let hash = shpalta_text::block::media_hash(&block.text).and_then(MediaHash::from_hex);
        let file = hash.map(|hash| media::find(sql, hash)).transpose()?.flatten();
        let text = image_text(picture.edition.language, blocks, at);
        let known = hash.and_then(|hash| images.iter_mut().find(|i| i.media == Some(hash)));
        match known {
            Some(image) => image.texts.push(text),
            None => images.push(StoryImage {
                media: file.as_ref().map(|file| file.hash),
                file_name: file.as_ref().map(|file| file.file_name.clone()).unwrap_or_default(),
                size: file.as_ref().and_then(|file| file.size),
                care: file.as_ref().map(|file| file.care.clone()).unwrap_or_default(),
                credit: file.map(|file| file.credit).unwrap_or_default(),
                texts: vec![text],
            }),
        }
    }
    Ok(())
}

fn image_text(language: Language, blocks: &[Block], at: usize) -> ImageText {
    let said = |at: Option<usize>, kind| {
        let block = at.and_then(|at| blocks.get(at)).filter(|block| block.kind == kind);
        block.map(|block| block.text.clone()).unwrap_or_default()
    };
    ImageText {
        language,
        block: at + 1,
        alt: said(at.checked_sub(1), BlockKind::Alt),
        caption: said(at.checked_add(1), BlockKind::Caption),
    }
}
