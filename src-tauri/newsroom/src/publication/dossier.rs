//! Putting a dossier together.

use std::borrow::Cow;

use jiff::Timestamp;
use rusqlite::Connection;
use shpalta_language::{Language, romanise};

use super::{
    ApprovedText, Awaited, Byline, ChangeKind, Dossier, DraftDossier, EditionDossier, ExportedRow,
    MediaFacts, PageDetails, PageText, Ruling, Withdrawal, Withdrawals, former_paths, last_row,
    public_notes, rulings, withdrawal,
};
use crate::decision::{Verdict, Verdicts};
use crate::draft::{self, Draft};
use crate::edition::{self, Edition, EditionText};
use crate::finding::{self, Finding, FindingCode, FindingCounts};
use crate::id::{DetailsHash, RevisionId, StoryId};
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
            let standing = Standing::all(sql, story.id)?;
            let withdrawals = Withdrawals::load(sql, story.id)?;
            let corrected = match last_correction(&standing) {
                Some((position, at)) => {
                    let is_out = is_correction_out(sql, &standing, position)?;
                    Some((position, Awaited { at, is_out }))
                }
                None => None,
            };
            let mut editions = Vec::new();
            for one in &standing {
                let withdrawal = withdrawals.of(one.edition.id).map(|(withdrawal, _)| withdrawal);
                let followed = one.followed(&standing);
                let awaited = match corrected {
                    Some((position, correction)) => {
                        one.reached(sql, &standing, position)?.is_none().then_some(correction)
                    }
                    None => None,
                };
                let dossier = edition_dossier(sql, &story, one, followed, withdrawal.cloned())?;
                editions.push(EditionDossier { awaited, ..dossier });
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
            let verdicts = Verdicts::load(sql, edition.id)?;
            let approval = verdicts.approval().filter(|one| one.content == draft.content);
            Ok(DraftDossier {
                is_approved: approval.is_some(),
                text: draft_text(sql, &edition, draft, approval, now)?,
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
    approval: Option<&Verdict>,
    now: Timestamp,
) -> Result<PageText> {
    let rulings = rulings(sql, edition.id)?;
    Ok(match approval {
        Some(approval) => page_text(draft.text, approval, &rulings),
        None => {
            let EditionText { headline, lead, body, .. } = draft.text;
            let (approved, since, change) = (now, now, ChangeKind::Update);
            let notes = public_notes(&rulings);
            PageText { headline, lead, body, approved, since, change, notes }
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

/// An edition as its editors left it: what its page is made of, and what those that follow it are
/// held against.
struct Standing {
    edition: Edition,
    verdicts: Verdicts,
    exported: Option<ExportedRow>,
    /// What is approved; where nothing is, what is out.
    shown: Option<Revision>,
    stand: Stand,
    /// Of what is approved, and of an original.
    rulings: Vec<Ruling>,
}

/// Where in the log the original was corrected last, if that has not come to what stands for an
/// edition.
pub(crate) fn awaited(sql: &Connection, story: StoryId, language: Language) -> Result<Option<i64>> {
    let all = Standing::all(sql, story)?;
    let Some((corrected, _)) = last_correction(&all) else { return Ok(None) };
    for one in all.iter().filter(|one| one.edition.language == language) {
        if one.reached(sql, &all, corrected)?.is_none() {
            return Ok(Some(corrected));
        }
    }
    Ok(None)
}

/// Where in the log and when the original among a story's editions was said to be wrong last.
fn last_correction(all: &[Standing]) -> Option<(i64, Timestamp)> {
    let original = all.iter().find(|one| one.edition.follows.is_none())?;
    let is_correction = |ruling: &&Ruling| ruling.change == ChangeKind::Correction;
    original.rulings.iter().rev().find(is_correction).map(|ruling| (ruling.position, ruling.at))
}

/// Whether the page of the original that is out was approved with a correction or after it.
fn is_correction_out(sql: &Connection, all: &[Standing], corrected: i64) -> Result<bool> {
    let original = all.iter().find(|one| one.edition.follows.is_none());
    let out = original.and_then(|one| Some((one.edition.id, one.exported.as_ref()?.revision?)));
    let Some(out) = out else { return Ok(false) };
    let query = "SELECT 1 FROM log WHERE edition = ? AND revision = ? AND position >= ? \
                 AND kind = 'approve' AND parcel IS NULL";
    Ok(sql.prepare_cached(query)?.exists((out.0, out.1, corrected))?)
}

impl Standing {
    /// Those of a story's editions.
    fn all(sql: &Connection, story: StoryId) -> Result<Vec<Self>> {
        let editions = Edition::all(sql, story)?.into_iter();
        editions.map(|edition| Self::load(sql, edition)).collect()
    }

    fn load(sql: &Connection, edition: Edition) -> Result<Self> {
        let verdicts = Verdicts::load(sql, edition.id)?;
        let exported = last_row(sql, edition.id)?;
        let out = || exported.as_ref().and_then(|row| row.revision);
        let shown = verdicts.approved_revision().or_else(out);
        let shown = shown.map(|id| Revision::get(sql, id)).transpose()?;
        let stand = Stand::outward(sql, edition.language, shown.as_ref())?;
        let rulings = match verdicts.approval().is_some() || edition.follows.is_none() {
            true => rulings(sql, edition.id)?,
            false => Vec::new(),
        };
        Ok(Self { edition, verdicts, exported, shown, stand, rulings })
    }

    /// The revision that is shown, if it is this one.
    fn shown_as(&self, revision: RevisionId) -> Option<&Revision> {
        self.shown.as_ref().filter(|shown| shown.id == revision)
    }

    /// What a revision of it is called.
    fn number(&self, sql: &Connection, revision: RevisionId) -> Result<u32> {
        match self.shown_as(revision) {
            Some(shown) => Ok(shown.number),
            None => Ok(Revision::get(sql, revision)?.number),
        }
    }

    /// The one of a story's editions that this one follows, if it follows one.
    fn followed<'s>(&self, all: &'s [Self]) -> Option<&'s Self> {
        all.iter().find(|other| self.edition.follows == Some(other.edition.language))
    }

    /// Where in the log a correction of the original came to this edition; none if it has not come.
    /// An approval needs that nothing is behind.
    fn reached(&self, sql: &Connection, all: &[Self], corrected: i64) -> Result<Option<i64>> {
        let Some(followed) = self.followed(all) else { return Ok(Some(corrected)) };
        let Some(there) = followed.reached(sql, all, corrected)? else { return Ok(None) };
        let approved = self.verdicts.approval().map(|approval| approval.position);
        if let Some(since) = approved.filter(|position| *position > there) {
            return Ok(Some(since));
        }
        let (reference, nods) = (followed.reference(sql)?, approved.unwrap_or_default());
        let behind = status::behind(sql, &self.edition, &self.stand.side, &reference, nods)?;
        Ok(behind.is_empty().then_some(there))
    }

    /// The blocks that count for those that follow it.
    fn reference(&self, sql: &Connection) -> Result<Cow<'_, Side>> {
        Ok(match self.verdicts.approved_revision() {
            Some(_) => Cow::Borrowed(&self.stand.side),
            None => Cow::Owned(Side::head(sql, &self.edition)?),
        })
    }
}

/// `followed`: the edition that this one follows, if it follows one.
fn edition_dossier(
    sql: &Connection,
    story: &Story,
    standing: &Standing,
    followed: Option<&Standing>,
    withdrawal: Option<Withdrawal>,
) -> Result<EditionDossier> {
    let Standing { edition, verdicts, exported, stand, .. } = standing;
    let media = story::media_of(sql, stand)?;
    let details = story::details_hash(story, edition, &media);
    let approved = match verdicts.approval() {
        Some(approval) => approved_text(sql, standing, approval)?,
        None => None,
    };
    let mut findings = export_findings(sql, standing, followed, &media, details)?;
    if withdrawal.is_some() && verdicts.approval().is_some() {
        findings.push(Finding::of(FindingCode::Withdrawn));
    }
    let went_out = exported.as_ref().and_then(|row| row.revision);
    let authors = fit_for_pages(sql, bylines(story, edition.language))?;
    Ok(EditionDossier {
        edition: edition.id,
        language: edition.language,
        address: edition.address.clone().unwrap_or_default(),
        headline: headline(sql, edition, approved.as_ref())?,
        findings,
        approved,
        page: page_details(sql, story, edition.language, &media, authors)?,
        details,
        names: story::names_hash(story, edition.language),
        followed: followed.and_then(|followed| followed.verdicts.approval()?.content),
        withdrawal,
        awaited: None,
        former: former_paths(sql, edition.id)?,
        exported: exported.clone(),
        went_out: went_out.map(|id| standing.number(sql, id)).transpose()?,
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
    let key = romanise::key(&known.name, known.language);
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
    standing: &Standing,
    approval: &Verdict,
) -> Result<Option<ApprovedText>> {
    let (Some(id), Some(content)) = (approval.revision, approval.content) else {
        return Ok(None);
    };
    let text = match standing.shown_as(id).filter(|shown| shown.content == content) {
        Some(_) => standing.stand.text.clone(),
        None => edition::text(sql, content)?,
    };
    Ok(Some(ApprovedText {
        revision: id,
        number: standing.number(sql, id)?,
        content,
        text: page_text(text, approval, &standing.rulings),
    }))
}

fn page_text(text: EditionText, approval: &Verdict, rulings: &[Ruling]) -> PageText {
    let told = rulings.iter().rev().find(|ruling| ruling.change != ChangeKind::Silent);
    let (since, change) = match told {
        Some(told) => (told.at, told.change),
        None => (approval.at, approval.change.unwrap_or(ChangeKind::Update)),
    };
    PageText {
        headline: text.headline,
        lead: text.lead,
        body: text.body,
        approved: approval.at,
        since,
        change,
        notes: public_notes(rulings),
    }
}

/// Whether the approved text of an edition would go out, were it not for an embargo.
pub(crate) fn would_go_out(sql: &Connection, story: &Story, edition: &Edition) -> Result<bool> {
    let standing = Standing::load(sql, edition.clone())?;
    if standing.verdicts.approval().is_none() || withdrawal(sql, edition)?.is_some() {
        return Ok(false);
    }
    let followed = edition.follows.map(|_| Standing::load(sql, edition.followed(sql)?));
    let followed = followed.transpose()?;
    let media = story::media_of(sql, &standing.stand)?;
    let details = story::details_hash(story, edition, &media);
    let findings = export_findings(sql, &standing, followed.as_ref(), &media, details)?;
    Ok(FindingCounts::of(&findings).stop == 0)
}

/// The findings of export on the approved text; the text's own come first. Of a withdrawal they
/// tell nothing.
fn export_findings(
    sql: &Connection,
    standing: &Standing,
    followed: Option<&Standing>,
    media: &[Media],
    details: DetailsHash,
) -> Result<Vec<Finding>> {
    let Standing { edition, verdicts, stand, .. } = standing;
    let Some(approval) = verdicts.approval() else {
        return Ok(vec![Finding::of(FindingCode::NotApproved)]);
    };
    let mut findings = finding::of_text(edition.language, stand, &story::held(sql, stand, media)?);
    findings.extend(finding::of_photos(stand, media));
    if let Some(followed) = followed {
        let reference = followed.reference(sql)?;
        let position = approval.position;
        findings.extend(status::behind(sql, edition, &stand.side, &reference, position)?);
    }
    if approval.details != Some(details) {
        findings.push(Finding::of(FindingCode::DetailsChanged));
    }
    Ok(findings)
}
