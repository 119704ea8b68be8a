//! Decisions.

use serde_json::json;
use shpalta_language::Language;
use shpalta_newsroom::Act;
use shpalta_newsroom::decision::Approving;
use shpalta_newsroom::id::StoryId;
use shpalta_newsroom::publication::WithdrawalKind;
use shpalta_newsroom::translation::Which;

use super::{Answer, status};
use crate::arguments::{Approve, Confirm, Decide, DecideStory, Minor};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::words;

/// `submit`
pub(super) fn submit(desk: &mut Desk, decide: &Decide) -> Answer {
    let (act, story) = deciding(desk, decide)?;
    desk.newsroom.submit(&act, story, decide.lang, decide.note.as_deref())?;
    status::after(desk, story, &[decide.lang])
}

/// `return`
pub(super) fn return_text(desk: &mut Desk, decide: &Decide) -> Answer {
    let (act, story) = deciding(desk, decide)?;
    desk.newsroom.return_text(&act, story, decide.lang, decide.note.as_deref())?;
    status::after(desk, story, &[decide.lang])
}

/// `revoke`
pub(super) fn revoke(desk: &mut Desk, decide: &Decide) -> Answer {
    let (act, story) = deciding(desk, decide)?;
    desk.newsroom.revoke(&act, story, decide.lang, decide.note.as_deref())?;
    status::after(desk, story, &[decide.lang])
}

fn deciding(desk: &Desk, decide: &Decide) -> Result<(Act, StoryId), Failure> {
    Ok((desk.act(&decide.by)?, desk.story(&decide.slug)?))
}

/// `approve`
pub(super) fn approve(desk: &mut Desk, approve: &Approve) -> Answer {
    let act = desk.act(&approve.by)?;
    let story = desk.story(&approve.slug)?;
    let note = approve.note.as_deref();
    let approving = Approving { change: approve.kind.into(), note, content: None };
    desk.newsroom.approve(&act, story, approve.lang, approving)?;
    status::after(desk, story, &[approve.lang])
}

/// `hold`
pub(super) fn hold(desk: &mut Desk, decide: &DecideStory) -> Answer {
    notice(desk, decide, Some(WithdrawalKind::Held))
}

/// `withdraw`
pub(super) fn withdraw(desk: &mut Desk, decide: &DecideStory) -> Answer {
    notice(desk, decide, Some(WithdrawalKind::Withdrawn))
}

/// `reinstate`
pub(super) fn reinstate(desk: &mut Desk, decide: &DecideStory) -> Answer {
    notice(desk, decide, None)
}

fn notice(desk: &mut Desk, decide: &DecideStory, kind: Option<WithdrawalKind>) -> Answer {
    let act = desk.act(&decide.by)?;
    let story = desk.story(&decide.slug)?;
    let note = decide.note.as_deref();
    match kind {
        Some(kind) => desk.newsroom.withdraw(&act, story, decide.lang, kind, note)?,
        None => desk.newsroom.reinstate(&act, story, decide.lang, note)?,
    }
    let languages = decide.lang.map_or(Language::ALL.to_vec(), |language| vec![language]);
    status::after(desk, story, &languages)
}

/// `confirm`
pub(super) fn confirm(desk: &mut Desk, confirm: &Confirm) -> Answer {
    let act = desk.act(&confirm.by)?;
    let story = desk.story(&confirm.slug)?;
    let which = confirm.row.map_or(Which::All, Which::Row);
    let reason = confirm.reason.as_deref();
    let confirmed = desk.newsroom.confirm(&act, story, confirm.lang, which, reason, None)?;
    let text = || match confirmed.rows.as_slice() {
        [] => "There was nothing to confirm.".to_owned(),
        rows => {
            let rows: Vec<_> = rows.iter().map(usize::to_string).collect();
            format!("Confirmed: {} ({}).", words::counted(rows.len(), "row"), rows.join(", "))
        }
    };
    Ok(desk.format.reply(|| json!({ "rows": confirmed.rows }), text))
}

/// `minor`
pub(super) fn minor(desk: &mut Desk, minor: &Minor) -> Answer {
    let act = desk.act(&minor.by)?;
    let story = desk.story(&minor.slug)?;
    let reason = minor.reason.as_deref();
    let passed = desk.newsroom.mark_minor(&act, story, minor.block, reason)?;
    let text = || {
        let rows = words::counted(passed, "row");
        format!("Block {} is a minor change: {rows} of translations need not follow.", minor.block)
    };
    Ok(desk.format.reply(|| json!({ "rows": passed }), text))
}
