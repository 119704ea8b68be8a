//! What the story itself says, for the board's cache to repeat.

use jiff::Timestamp;
use rusqlite::Connection;

use super::facts::Facts;
use super::pill::Pill;
use super::search;
use super::tag::{self, Standing, Tags};
use crate::Result;
use crate::decision::{self, Verdict, Verdicts};
use crate::edition::Edition;
use crate::finding::{self, Finding, FindingCode, FindingCounts, Severity};
use crate::id::{PersonId, StoryId};
use crate::publication;
use crate::revision::{Revision, instant_column};
use crate::status::{Editorial, Picture, Publication};
use crate::story::{self, Story};

/// All that the cache holds of a story but when it changed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Derived {
    /// In the order of [`shpalta_language::Language::ALL`].
    pub(super) editions: Vec<Facts>,
    pub(super) tags: Tags,
    /// The words of the headlines, folded.
    pub(super) words: String,
}

/// An instant and who did something then.
type Moment = (Timestamp, PersonId);

pub(super) fn derive(sql: &Connection, id: StoryId) -> Result<Derived> {
    let story = story::get(sql, id)?;
    let begun = begun(sql, id)?;
    let editions = Edition::all(sql, id)?.into_iter();
    let standings: Vec<Standing> =
        editions.map(|edition| standing(sql, &story, begun, edition)).collect::<Result<_>>()?;
    let tags = tag::tags(begun.1, &standings);
    let editions: Vec<Facts> = standings.into_iter().map(|standing| standing.facts).collect();
    let headlines: Vec<&str> = editions.iter().map(|facts| facts.headline.as_str()).collect();
    let words = search::words(&headlines.join(" ")).join(" ");
    Ok(Derived { editions, tags, words })
}

/// When a story was begun, and by whom.
fn begun(sql: &Connection, story: StoryId) -> Result<Moment> {
    let mut query = sql.prepare_cached("SELECT created, created_by FROM story WHERE id = ?")?;
    Ok(query.query_row([story], |row| Ok((instant_column(row, 0)?, row.get(1)?)))?)
}

fn standing(sql: &Connection, story: &Story, begun: Moment, edition: Edition) -> Result<Standing> {
    let exported = publication::exported_state(sql, story, &edition)?;
    let withdrawal = publication::last_withdrawal(sql, &edition)?;
    let picture = Picture::of(sql, edition)?;
    let number = |id| Revision::get(sql, id).map(|revision| revision.number);
    let rows = &picture.rows.rows;
    let stop = picture.findings.iter().find(|finding| finding.severity == Severity::Stop);
    let mut facts = Facts {
        language: picture.edition.language,
        headline: picture.stand.text.headline.clone(),
        editorial: picture.editorial(),
        revision: picture.edition.head.map(number).transpose()?,
        approved_revision: picture.verdicts.approved_revision().map(number).transpose()?,
        once_approved: once_approved(sql, &picture)?,
        rows: rows.len(),
        written: rows.iter().filter(|row| row.is_written()).count(),
        behind: picture.rows.behind,
        coming: picture.rows.coming,
        findings: FindingCounts::of(&own(&picture.findings)),
        finding: stop.map(|finding| finding.code),
        second_look: picture.second_look_due(),
        withdrawal: withdrawal.as_ref().map(|(withdrawal, _)| withdrawal.kind),
        exported,
        since: None,
        person: None,
    };
    let withdrawn = withdrawal.map(|(withdrawal, person)| (withdrawal.at, person));
    if let Some((at, person)) = moment(sql, &picture, facts.pill(), withdrawn, begun)? {
        (facts.since, facts.person) = (Some(at), Some(person));
    }
    Ok(Standing {
        ready: is_ready(sql, story, &picture, &facts)?,
        follows: picture.edition.follows,
        writer: picture.draft.person,
        submitter: picture.verdicts.submit().map(|submit| submit.person),
        facts,
    })
}

/// The findings that no other story has a part in: whether a link is dead is not kept in the cache.
fn own(findings: &[Finding]) -> Vec<Finding> {
    findings.iter().filter(|finding| finding.code != FindingCode::DeadLink).cloned().collect()
}

/// Whether the approved text is not out and would go out. Where the draft says the same as that
/// text its picture is at hand.
fn is_ready(sql: &Connection, story: &Story, picture: &Picture, facts: &Facts) -> Result<bool> {
    let Some(approval) = picture.verdicts.approval() else { return Ok(false) };
    if facts.exported == Publication::Exported || facts.withdrawal.is_some() {
        return Ok(false);
    }
    if facts.editorial != Editorial::Approved {
        return publication::would_go_out(sql, story, &picture.edition);
    }
    let details = story::details_hash(story, &picture.edition, &picture.media);
    let photos = finding::of_photos(&picture.stand, &picture.media);
    Ok(facts.findings.stop == 0
        && FindingCounts::of(&photos).stop == 0
        && facts.behind == 0
        && approval.details == Some(details))
}

fn once_approved(sql: &Connection, picture: &Picture) -> Result<bool> {
    Ok(picture.verdicts.approval().is_some()
        || !decision::approvals(sql, picture.edition.id)?.is_empty())
}

/// When what the pill says came about, and by whom. Being behind is as old as the text of the
/// original that counts; a translation that nobody began has no age.
fn moment(
    sql: &Connection,
    picture: &Picture,
    pill: Pill,
    withdrawn: Option<Moment>,
    begun: Moment,
) -> Result<Option<Moment>> {
    let verdicts = &picture.verdicts;
    let of = |verdict: &Verdict| (verdict.at, verdict.person);
    Ok(match pill {
        Pill::Withdrawn | Pill::Held => withdrawn,
        Pill::NotStarted => picture.edition.follows.is_none().then_some(begun),
        Pill::Returned => verdicts.last.as_ref().map(of),
        Pill::InReview => verdicts.submit().map(of),
        Pill::Approved | Pill::NewerText => verdicts.approval().map(of),
        Pill::DraftPart { .. } | Pill::Errors { .. } | Pill::Draft => {
            picture.draft.at.zip(picture.draft.person)
        }
        Pill::Exported => publication::last_run(sql, picture.edition.id)?,
        Pill::Behind { .. } => {
            let followed = picture.edition.followed(sql)?;
            match Verdicts::load(sql, followed.id)?.approval() {
                Some(approval) => Some(of(approval)),
                None => {
                    let newest = followed.head.map(|id| Revision::get(sql, id)).transpose()?;
                    newest.map(|revision| (revision.at, revision.person))
                }
            }
        }
    })
}
