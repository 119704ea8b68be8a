//! The words for states, findings and kinds, as the command prints them.

use shpalta_newsroom::board::BoardEdition;
use shpalta_newsroom::finding::{FindingCode, FindingCounts};
use shpalta_newsroom::status::{EditionStatus, Editorial, Publication};

/// What a pill says of one edition.
pub(crate) struct Pill {
    editorial: Editorial,
    revision: Option<u32>,
    approved_revision: Option<u32>,
    rows: usize,
    written: usize,
    behind: usize,
    coming: usize,
    second_look: bool,
    publication: Publication,
    findings: FindingCounts,
}

impl From<&EditionStatus> for Pill {
    fn from(status: &EditionStatus) -> Self {
        Self {
            editorial: status.editorial,
            revision: status.revision,
            approved_revision: status.approved_revision,
            rows: status.rows.len(),
            written: status.rows.iter().filter(|row| row.is_written()).count(),
            behind: status.behind,
            coming: status.coming,
            second_look: false,
            publication: status.publication,
            findings: status.findings,
        }
    }
}

impl From<&BoardEdition> for Pill {
    fn from(edition: &BoardEdition) -> Self {
        Self {
            editorial: edition.editorial,
            revision: edition.revision,
            approved_revision: edition.approved_revision,
            rows: edition.rows,
            written: edition.written,
            behind: edition.behind,
            coming: edition.coming,
            second_look: edition.second_look,
            publication: edition.publication,
            findings: edition.findings,
        }
    }
}

impl Pill {
    /// “approved r3 · behind 2 · exported”
    pub(crate) fn words(&self) -> String {
        let counted = |count: usize, word: &str| (count > 0).then(|| format!("{word} {count}"));
        let has_text = self.revision.is_some() || self.editorial != Editorial::NotStarted;
        let parts = [
            Some(self.editorial_words()),
            counted(self.behind, "behind").filter(|_| has_text),
            counted(self.coming, "coming").filter(|_| has_text),
            self.second_look.then(|| "second look due".to_owned()),
            counted(self.findings.stop, "stop"),
            counted(self.findings.warn, "warn"),
            self.publication_words().map(str::to_owned),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn editorial_words(&self) -> String {
        let state = self.editorial.name().replace('_', " ");
        let revision = self.revision.map(|number| format!(" r{number}")).unwrap_or_default();
        match (self.editorial, self.approved_revision) {
            (Editorial::NotStarted, _) => state,
            (Editorial::Approved, Some(approved)) => format!("{state} r{approved}"),
            (Editorial::Draft, _) if self.written < self.rows => {
                format!("{state}{revision} {}/{}", self.written, self.rows)
            }
            (_, Some(approved)) => format!("{state}{revision} (approved r{approved})"),
            (_, None) => format!("{state}{revision}"),
        }
    }

    fn publication_words(&self) -> Option<&'static str> {
        match self.publication {
            Publication::Never => None,
            Publication::Embargoed => Some("embargoed"),
            Publication::Withdrawn => Some("withdrawn"),
            Publication::Outdated => Some("outdated"),
            Publication::Exported => Some("exported"),
        }
    }
}

/// What a finding means: a sentence.
pub(crate) fn finding(code: FindingCode) -> &'static str {
    match code {
        FindingCode::NotApproved => "The edition has no approved revision.",
        FindingCode::Behind => {
            "A row does not stand for the original's approved text, or awaits an editor's nod."
        }
        FindingCode::DetailsChanged => "Details changed since the approval: it awaits a nod.",
        FindingCode::Embargo => "The embargo has not passed.",
        FindingCode::Withdrawn => "The page is withdrawn or held.",
        FindingCode::EmptyHeadline => "There is no headline.",
        FindingCode::EmptyLead => "There is no lead.",
        FindingCode::LongHeadline => "The headline has more than 90 characters.",
        FindingCode::MissingMedia => "The newsroom does not have this photo.",
        FindingCode::UnusableMedia => "This photo cannot be shown on a page.",
        FindingCode::EmptyImageSlot => "A place for a photo is empty.",
        FindingCode::MissingAlt => "The photo has no alt text for those who cannot see it.",
        FindingCode::MissingCaption => "The photo has no caption.",
        FindingCode::MissingCredit => "The photo has no credit.",
        FindingCode::PhotoBanned => "The photo may not be used.",
        FindingCode::PhotoExpired => "The time in which the photo may be used is over.",
        FindingCode::PhotoWaits => "It is too early for a photo of this strike's aftermath.",
        FindingCode::PhotoUnchecked => {
            "Nobody looked at the photo for what gives away position, faces or documents."
        }
        FindingCode::NoUkrainian => "The story has no Ukrainian page.",
        FindingCode::ShortUkrainian => "The Ukrainian text is much shorter than this one.",
        FindingCode::DeadLink => "A link leads to a story that readers find no page of.",
        FindingCode::AddressTaken => "The page of another story stands at this address.",
    }
}

/// What can be done about a finding: a sentence.
pub(crate) fn finding_remedy(code: FindingCode) -> &'static str {
    match code {
        FindingCode::NotApproved => "Submit it and have an editor approve it.",
        FindingCode::Behind => {
            "Bring the row up to date or confirm it, then have an editor approve it again."
        }
        FindingCode::DetailsChanged => "Have an editor approve it again.",
        FindingCode::Embargo => "Wait, or change it: shpalta story set SLUG embargo none.",
        FindingCode::Withdrawn => "Reinstate it: shpalta reinstate SLUG.",
        FindingCode::EmptyHeadline => "Write one: title in the front matter.",
        FindingCode::EmptyLead => "Write one: description in the front matter.",
        FindingCode::LongHeadline => "Shorten it: title in the front matter.",
        FindingCode::MissingMedia => {
            "Take it in: shpalta media add FILE. One that was erased is to go from the text, too."
        }
        FindingCode::UnusableMedia => {
            "Save it as JPEG or PNG, take it in, and put its address there."
        }
        FindingCode::EmptyImageSlot => "Put the photo's address there, or take the place out.",
        FindingCode::MissingAlt => "Write it: ![alt text](media:… \"caption\").",
        FindingCode::MissingCaption => "Write it: ![alt text](media:… \"caption\").",
        FindingCode::MissingCredit => "Add it: shpalta media add FILE --credit NAMES.",
        FindingCode::PhotoBanned => {
            "Take it out of the text, or have an editor say: shpalta media set ADDRESS banned off."
        }
        FindingCode::PhotoExpired => {
            "Take it out of the text, or have an editor say: shpalta media set ADDRESS until DATE."
        }
        FindingCode::PhotoWaits => {
            "Wait; how long after the strike: shpalta policy show. When it was: shpalta media set \
             ADDRESS struck TIME."
        }
        FindingCode::PhotoUnchecked => {
            "Have an editor look at it and say: shpalta media set ADDRESS checked on."
        }
        FindingCode::NoUkrainian => "Have the Ukrainian edition approved; it goes out first.",
        FindingCode::ShortUkrainian => "Write in Ukrainian what this text says beside it.",
        FindingCode::AddressTaken => {
            "Have that story go out at its own address, or choose another: shpalta story set SLUG \
             address.LANG."
        }
        FindingCode::DeadLink => {
            "Until that story is out, its words stand there alone. The slugs: shpalta status."
        }
    }
}

/// The code that programs know a finding by.
pub(crate) fn finding_code(code: FindingCode) -> String {
    let value = serde_json::to_value(code).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// “1 file”, “2 files”.
pub(crate) fn counted(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    }
}
