//! Putting a dossier together.

use jiff::Timestamp;
use rusqlite::Connection;
use shpalta_language::{Language, romanise};

use super::{
    ApprovedText, Byline, ChangeKind, Dossier, DraftDossier, EditionDossier, MediaFacts,
    PageDetails, PageText, PublicNote, followed_content, former_paths, last_row, public_notes,
    withdrawal,
};
use crate::decision::{Verdict, Verdicts};
use crate::draft::{self, Draft};
use crate::edition::{self, Edition, EditionText};
use crate::finding::{self, Finding, FindingCode, FindingCounts};
use crate::id::{DetailsHash, EditionId, StoryId};
use crate::media::{self, Media, care};
use crate::names::NameEntry;
use crate::revision::{Revision, Side, Stand};
use crate::setting::{self, StrikeHours};
use crate::story::{self, Story};
use crate::{Newsroom, Result, status};

impl Newsroom {
    /// What export needs to know of a story.
    pub fn dossier(&self, story: StoryId) -> Result<Dossier> {
        self.read(|sql| {
            let story = story::get(sql, story)?;
            let mut editions = Vec::new();
            for edition in Edition::all(sql, story.id)? {
                editions.push(edition_dossier(sql, &story, edition)?);
            }
            Ok(Dossier { story, editions })
        })
    }

    /// What the page of a draft shows. The draft counts as approved: at its approval if it is the
    /// approved text, else now and as an update.
    pub fn draft_dossier(
        &self,
        story: StoryId,
        language: Language,
        now: Timestamp,
    ) -> Result<DraftDossier> {
        self.read(|sql| {
            let story = story::get(sql, story)?;
            let edition = Edition::of(sql, story.id, language)?;
            let draft = draft::get(sql, edition.id)?;
            let blocks = draft.text.blocks(language);
            let stand = Stand { text: draft.text.clone(), side: Side::default(), blocks };
            let media = story::media_of(sql, &stand)?;
            Ok(DraftDossier {
                text: draft_text(sql, &edition, draft, now)?,
                page: page_details(sql, &story, language, &media, bylines(&story, language))?,
                written: written(sql, &story)?,
                language,
                story,
            })
        })
    }
}

fn draft_text(
    sql: &Connection,
    edition: &Edition,
    draft: Draft,
    now: Timestamp,
) -> Result<PageText> {
    let verdicts = Verdicts::load(sql, edition.id)?;
    let approval = verdicts.approval().filter(|approval| approval.content == draft.content);
    let notes = public_notes(sql, edition.id)?;
    Ok(match approval {
        Some(approval) => page_text(draft.text, approval, notes),
        None => {
            let EditionText { headline, lead, body, .. } = draft.text;
            let change = ChangeKind::Update;
            PageText { headline, lead, body, since: now, change, notes }
        }
    })
}

fn written(sql: &Connection, story: &Story) -> Result<Vec<Language>> {
    let mut written = Vec::new();
    for edition in Edition::all(sql, story.id)? {
        if !draft::get(sql, edition.id)?.text.is_empty() {
            written.push(edition.language);
        }
    }
    Ok(written)
}

fn edition_dossier(sql: &Connection, story: &Story, edition: Edition) -> Result<EditionDossier> {
    let verdicts = Verdicts::load(sql, edition.id)?;
    let exported = last_row(sql, edition.id)?;
    let shown = match verdicts.approved_revision() {
        Some(revision) => Some(revision),
        None => exported.as_ref().and_then(|row| row.revision),
    };
    let stand = Stand::load(sql, edition.language, shown)?;
    let media = story::media_of(sql, &stand)?;
    let details = story::details_hash(story, &edition, &media);
    let approved = match verdicts.approval() {
        Some(approval) => approved_text(sql, edition.id, approval)?,
        None => None,
    };
    let withdrawal = withdrawal(sql, &edition)?;
    let mut findings = export_findings(sql, &edition, &verdicts, &stand, &media, details)?;
    if withdrawal.is_some() && verdicts.approval().is_some() {
        findings.push(Finding::of(FindingCode::Withdrawn));
    }
    let went_out = match exported.as_ref().and_then(|row| row.revision) {
        Some(id) => match approved.as_ref().filter(|approved| approved.revision == id) {
            Some(approved) => Some(approved.number),
            None => Some(Revision::get(sql, id)?.number),
        },
        None => None,
    };
    let authors = fit_for_pages(sql, bylines(story, edition.language))?;
    Ok(EditionDossier {
        edition: edition.id,
        language: edition.language,
        address: edition.address.clone().unwrap_or_default(),
        headline: headline(sql, &edition, approved.as_ref())?,
        findings,
        approved,
        page: page_details(sql, story, edition.language, &media, authors)?,
        details,
        names: story::names_hash(story, edition.language),
        followed: followed_content(sql, &edition)?,
        withdrawal,
        former: former_paths(sql, edition.id)?,
        exported,
        went_out,
    })
}

fn headline(
    sql: &Connection,
    edition: &Edition,
    approved: Option<&ApprovedText>,
) -> Result<Option<String>> {
    if let Some(approved) = approved {
        return Ok(Some(approved.text.headline.clone()));
    }
    let draft = draft::get(sql, edition.id)?.text;
    Ok((!draft.is_empty()).then_some(draft.headline))
}

fn page_details(
    sql: &Connection,
    story: &Story,
    language: Language,
    media: &[Media],
    authors: Vec<Byline>,
) -> Result<PageDetails> {
    let hours = match media.is_empty() {
        true => StrikeHours::default(),
        false => setting::strike_hours(sql)?,
    };
    Ok(PageDetails {
        place: story.place.as_ref().and_then(|place| place.spelt(language)),
        source: story.source.as_ref().and_then(|source| source.spelt(language)),
        authors,
        media: media.iter().map(|media| (media.hash, facts_of(media, language, hours))).collect(),
    })
}

fn bylines(story: &Story, language: Language) -> Vec<Byline> {
    story.authors.iter().filter_map(|author| byline(author, language)).collect()
}

/// A portrait that is held back stays at home.
fn fit_for_pages(sql: &Connection, authors: Vec<Byline>) -> Result<Vec<Byline>> {
    let fit = |byline: Byline| {
        let portrait = byline.photo.map(|photo| media::find(sql, photo)).transpose()?.flatten();
        let is_held = portrait.is_some_and(|portrait| portrait.care.findings().next().is_some());
        Ok(Byline { photo: byline.photo.filter(|_| !is_held), ..byline })
    };
    authors.into_iter().map(fit).collect()
}

fn byline(author: &NameEntry, language: Language) -> Option<Byline> {
    let name = author.spelt(language)?;
    let known = author.spelt(Language::En).unwrap_or_else(|| name.clone());
    let key = romanise::address(&known.name, known.language);
    Some(Byline { name, key, photo: author.photo })
}

fn facts_of(media: &Media, language: Language, hours: StrikeHours) -> MediaFacts {
    MediaFacts {
        ends: media.care.until.and_then(care::ends),
        waits: media.care.waits_until(media.added, hours),
        extension: media.extension.clone(),
        size: media.size,
        credit: media::credit(media, language).map(str::to_owned),
    }
}

/// The text is found by the hash that was approved, not by way of the revision.
fn approved_text(
    sql: &Connection,
    edition: EditionId,
    approval: &Verdict,
) -> Result<Option<ApprovedText>> {
    let (Some(id), Some(content)) = (approval.revision, approval.content) else {
        return Ok(None);
    };
    Ok(Some(ApprovedText {
        revision: id,
        number: Revision::get(sql, id)?.number,
        content,
        text: page_text(edition::text(sql, content)?, approval, public_notes(sql, edition)?),
    }))
}

fn page_text(text: EditionText, approval: &Verdict, notes: Vec<PublicNote>) -> PageText {
    PageText {
        headline: text.headline,
        lead: text.lead,
        body: text.body,
        since: approval.at,
        change: approval.change.unwrap_or(ChangeKind::Update),
        notes,
    }
}

/// Whether the approved text of an edition would go out, were it not for an embargo.
pub(crate) fn would_go_out(sql: &Connection, story: &Story, edition: &Edition) -> Result<bool> {
    let verdicts = Verdicts::load(sql, edition.id)?;
    if verdicts.approval().is_none() || withdrawal(sql, edition)?.is_some() {
        return Ok(false);
    }
    let stand = Stand::load(sql, edition.language, verdicts.approved_revision())?;
    let media = story::media_of(sql, &stand)?;
    let details = story::details_hash(story, edition, &media);
    let findings = export_findings(sql, edition, &verdicts, &stand, &media, details)?;
    Ok(FindingCounts::of(&findings).stop == 0)
}

/// The findings of export on the approved text; the text's own come first. Of a withdrawal they
/// tell nothing.
fn export_findings(
    sql: &Connection,
    edition: &Edition,
    verdicts: &Verdicts,
    stand: &Stand,
    media: &[Media],
    details: DetailsHash,
) -> Result<Vec<Finding>> {
    let Some(approval) = verdicts.approval() else {
        return Ok(vec![Finding::of(FindingCode::NotApproved)]);
    };
    let mut findings = finding::of_text(edition.language, stand, &story::held(sql, stand, media)?);
    findings.extend(finding::of_photos(stand, media));
    findings.extend(status::behind_findings(sql, edition, &stand.side, approval.position)?);
    if approval.details != Some(details) {
        findings.push(Finding::of(FindingCode::DetailsChanged));
    }
    Ok(findings)
}
