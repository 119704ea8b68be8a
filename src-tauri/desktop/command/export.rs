//! Exporting: a job with progress that can be called off.

use std::ops::ControlFlow;
use std::thread;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::Newsroom;
use shpalta_newsroom::id::ExportId;
use shpalta_newsroom::publication::{ExportLogEntry, LoggedHeld, LoggedPage};
use shpalta_publish::{ExportOutcome, Mode, Phase, Progress, Request};
use tauri::{AppHandle, Emitter, Manager};
use ts_rs::TS;
use uuid::Uuid;

use super::said;
use super::start::absolute;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::jobs::Calling;

/// What is to be exported.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Selection {
    /// Slugs; none: all stories.
    pub(crate) stories: Option<Vec<String>>,
    pub(crate) languages: Vec<Language>,
    /// None: the site's folder.
    pub(crate) to: Option<String>,
    /// Why findings that may be overridden hold nothing back.
    pub(crate) override_reason: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Export {
    pub(crate) operation: Uuid,
    pub(crate) selection: Selection,
}

/// A running job.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Job {
    pub(crate) job: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Log {
    pub(crate) offset: usize,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Logged {
    pub(crate) export: ExportId,
    pub(crate) offset: usize,
}

/// What a job tells the window as it goes on.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "state", rename_all = "lowercase")]
pub(crate) enum ExportEvent {
    /// Stories looked at, of all; or files brought to the server.
    Progress {
        job: u32,
        done: usize,
        of: usize,
        brings: bool,
    },
    Done {
        job: u32,
        dry_run: bool,
        outcome: ExportOutcome,
    },
    Failed {
        job: u32,
        failure: Failure,
    },
    Cancelled {
        job: u32,
    },
}

/// How many entries of the log one answer holds.
const PAGE: usize = 100;

pub(crate) fn preflight(desk: &Desk, wanted: Selection) -> Result<Job, Failure> {
    begin(desk, Uuid::now_v7(), &wanted, Mode::DryRun)
}

pub(crate) fn export(desk: &Desk, wanted: Export) -> Result<Job, Failure> {
    begin(desk, wanted.operation, &wanted.selection, Mode::Write)
}

pub(crate) fn cancel(desk: &Desk, wanted: Job) -> Result<(), Failure> {
    desk.jobs.call_off(wanted.job);
    Ok(())
}

pub(crate) fn log(desk: &Desk, wanted: Log) -> Result<Vec<ExportLogEntry>, Failure> {
    desk.read(|newsroom| newsroom.export_log(wanted.offset, PAGE))
}

pub(crate) fn logged(desk: &Desk, wanted: Logged) -> Result<Vec<LoggedPage>, Failure> {
    desk.read(|newsroom| newsroom.logged_pages(wanted.export, wanted.offset, PAGE))
}

pub(crate) fn held(desk: &Desk, wanted: Logged) -> Result<Vec<LoggedHeld>, Failure> {
    desk.read(|newsroom| newsroom.logged_held(wanted.export, wanted.offset, PAGE))
}

/// A job has a connection of its own: nobody who types waits for it.
fn begin(desk: &Desk, operation: Uuid, wanted: &Selection, mode: Mode) -> Result<Job, Failure> {
    let request = request(desk, wanted, mode)?;
    let open = desk.newsroom()?;
    let act = open.act(operation);
    let mut newsroom = Newsroom::open(&open.folder)?;
    let (job, calling) = desk.jobs.begin();
    let app = desk.app.clone();
    thread::spawn(move || {
        let mut watch = |progress: Progress| tell(&app, job, &calling, progress);
        let result = shpalta_publish::export_and_record(&mut newsroom, &act, &request, &mut watch);
        let desk = app.state::<Desk>();
        desk.jobs.end(job);
        desk.nudge.now();
        let news = match result {
            Ok(outcome) => {
                ExportEvent::Done { job, dry_run: mode == Mode::DryRun, outcome: outcome.into() }
            }
            Err(shpalta_publish::Error::Cancelled) => ExportEvent::Cancelled { job },
            Err(error) => ExportEvent::Failed { job, failure: error.into() },
        };
        let _ = app.emit("export", news);
    });
    Ok(Job { job })
}

fn request(desk: &Desk, wanted: &Selection, mode: Mode) -> Result<Request, Failure> {
    let stories = match &wanted.stories {
        None => None,
        Some(slugs) => Some(desk.read(|newsroom| {
            slugs.iter().map(|slug| newsroom.story_id(slug)).collect::<Result<Vec<_>, _>>()
        })?),
    };
    let to = said(wanted.to.as_ref()).map(absolute).transpose()?;
    Ok(Request {
        stories,
        languages: wanted.languages.clone(),
        to,
        now: Timestamp::now(),
        override_reason: said(wanted.override_reason.as_ref()).map(str::to_owned),
        mode,
    })
}

fn tell(app: &AppHandle, job: u32, calling: &Calling, progress: Progress) -> ControlFlow<()> {
    let Progress { phase, done, of } = progress;
    let brings = phase == Phase::Bring;
    let _ = app.emit("export", ExportEvent::Progress { job, done, of, brings });
    if calling.is_off() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}
