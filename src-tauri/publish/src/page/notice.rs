//! The notice in place of a page that was withdrawn or is held.

use serde::Serialize;
use shpalta_language::date::When;
use shpalta_language::{Language, page as words, typography};
use shpalta_newsroom::publication::{Withdrawal, WithdrawalKind};

use super::marked::Marked;
use super::{Frame, Moment, Pages, Versions};
use crate::error::Error;

#[derive(Serialize)]
struct Context {
    frame: Frame,
    versions: super::versions::Switch,
    notice: String,
    since: Moment,
    reason: Option<Marked>,
    latest: &'static str,
}

impl Pages<'_> {
    /// The notice as HTML. It repeats nothing of the text, not even the headline.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn notice(
        &self,
        language: Language,
        path: &str,
        versions: &Versions,
        withdrawal: &Withdrawal,
    ) -> Result<String, Error> {
        let notice = words_of(language, withdrawal);
        self.render(
            "notice.html",
            Context {
                frame: self.frame(language, path, notice.trim_end_matches('.')),
                versions: versions.switch(language, path, self.site.url.as_deref()),
                since: self.moment(language, When::Instant(withdrawal.at)),
                reason: reason(withdrawal).map(|note| Marked::note(language, note)),
                latest: words::latest(language),
                notice: typography::polish_headline(language, &notice),
            },
        )
    }
}

/// What a notice says.
pub(super) fn words_of(language: Language, withdrawal: &Withdrawal) -> String {
    match withdrawal.kind {
        WithdrawalKind::Withdrawn => words::withdrawn(language, None),
        WithdrawalKind::Held => words::held(language).to_owned(),
    }
}

/// Why a page was withdrawn, if somebody said so.
pub(super) fn reason(withdrawal: &Withdrawal) -> Option<&str> {
    withdrawal.note.as_deref().filter(|note| !note.trim().is_empty())
}
