//! Pre-flight: what holds an edition back.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::finding::{Finding, FindingCode, Severity};
use shpalta_newsroom::publication::{Dossier, EditionDossier, PageText};
use shpalta_newsroom::setting::Policy;

/// Letters that a text may have more than the Ukrainian one, however short both are.
const A_LINE: usize = 100;

/// An edition that was left as it was last exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldBack {
    /// Slug.
    pub story: String,
    pub lang: Language,
    pub findings: Vec<Finding>,
}

/// What becomes of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Goes,
    /// A finding held it back, and somebody took it on themselves.
    Overridden,
    Held,
}

/// What only the moment of export knows.
pub struct Moment {
    pub now: Timestamp,
    pub policy: Policy,
    /// Photos that the newsroom lists but that cannot leave.
    pub unfit: usize,
    /// Whether readers find the story in Ukrainian.
    pub in_ukrainian: bool,
}

/// Everything found, with what only the moment of export knows.
pub fn findings(dossier: &Dossier, edition: &EditionDossier, moment: &Moment) -> Vec<Finding> {
    let Moment { now, policy, unfit, in_ukrainian } = *moment;
    let mut findings = edition.findings.clone();
    let is_embargoed = dossier.story.embargo.is_some_and(|until| now < until);
    if is_embargoed {
        findings.push(Finding::of(FindingCode::Embargo));
    }
    for facts in edition.page.media.values() {
        if facts.ends.is_some_and(|ends| ends <= now) {
            findings.push(Finding::of(FindingCode::PhotoExpired));
        }
        if facts.waits.is_some_and(|until| now < until) {
            findings.push(by_policy(FindingCode::PhotoWaits, policy.strike_photos_wait));
        }
    }
    findings.extend((0..unfit).map(|_| Finding::of(FindingCode::UnusableMedia)));
    // Under embargo no language has a page.
    if !in_ukrainian && edition.approved.is_some() && !is_embargoed {
        findings.push(by_policy(FindingCode::NoUkrainian, policy.ukrainian_first));
    }
    if in_ukrainian && edition.language != Language::Uk && outgrows_ukrainian(dossier, edition) {
        findings.push(by_policy(FindingCode::ShortUkrainian, policy.ukrainian_first));
    }
    findings
}

/// Whether a text says more than the Ukrainian one beside it. Of faithful translations one in
/// fifty is longer by a quarter; of news in two lines nobody counts the letters.
fn outgrows_ukrainian(dossier: &Dossier, edition: &EditionDossier) -> bool {
    let length = |language| {
        let edition = dossier.editions.iter().find(|edition| edition.language == language)?;
        let PageText { headline, lead, body, .. } = &edition.approved.as_ref()?.text;
        Some([headline, lead, body].map(|part| part.chars().count()).iter().sum::<usize>())
    };
    let (ukrainian, other) = (length(Language::Uk), length(edition.language));
    let both = ukrainian.zip(other);
    both.is_some_and(|(ukrainian, other)| 4 * other > 5 * ukrainian && other > ukrainian + A_LINE)
}

/// A finding that holds back where a policy is on, and is worth a look where it is not.
fn by_policy(code: FindingCode, is_on: bool) -> Finding {
    let severity = if is_on { Severity::Stop } else { Severity::Warn };
    Finding { severity, ..Finding::of(code) }
}

/// When the clock changes what is found in a story next: an embargo or a photo's waiting ends, or
/// the time in which it may be used.
pub fn next_turn(dossier: &Dossier, now: Timestamp) -> Option<Timestamp> {
    let photos = dossier.editions.iter().flat_map(|edition| edition.page.media.values());
    let turns = photos.flat_map(|facts| [facts.ends, facts.waits]);
    turns.chain([dossier.story.embargo]).flatten().filter(|turn| now < *turn).min()
}

/// What the findings mean, given whether somebody with the right overrides.
pub fn verdict(findings: &[Finding], overriding: Option<&str>) -> Verdict {
    let mut stops = findings.iter().filter(|finding| finding.severity == Severity::Stop).peekable();
    if stops.peek().is_none() {
        Verdict::Goes
    } else if overriding.is_some() && stops.all(|finding| finding.code.overridable()) {
        Verdict::Overridden
    } else {
        Verdict::Held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(codes: &[FindingCode], overriding: Option<&str>) -> Verdict {
        let findings: Vec<_> = codes.iter().map(|code| Finding::of(*code)).collect();
        verdict(&findings, overriding)
    }

    #[test]
    fn warnings_hold_nothing_back() {
        assert_eq!(
            judged(&[FindingCode::MissingAlt, FindingCode::MissingCredit], None),
            Verdict::Goes
        );
    }

    #[test]
    fn a_stop_holds_back_until_it_is_overridden() {
        assert_eq!(judged(&[FindingCode::Behind], None), Verdict::Held);
        assert_eq!(judged(&[FindingCode::Behind], Some("urgent")), Verdict::Overridden);
        assert_eq!(judged(&[], Some("urgent")), Verdict::Goes);
    }

    #[test]
    fn neither_embargo_nor_missing_approval_nor_withdrawal_is_overridden() {
        for code in [FindingCode::Embargo, FindingCode::NotApproved, FindingCode::Withdrawn] {
            assert_eq!(judged(&[FindingCode::Behind, code], Some("urgent")), Verdict::Held);
        }
    }
}
