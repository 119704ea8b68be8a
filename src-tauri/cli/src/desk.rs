//! The open newsroom, with who asks and when.

use std::env;
use std::path::PathBuf;

use jiff::Timestamp;
use shpalta_newsroom::id::{OperationId, StoryId};
use shpalta_newsroom::{Act, Newsroom, Opened};
use uuid::Uuid;

use crate::arguments::{By, Cli};
use crate::failure::Failure;
use crate::output::Format;

/// What every command works with.
pub(crate) struct Desk {
    pub(crate) newsroom: Newsroom,
    pub(crate) now: Timestamp,
    pub(crate) format: Format,
}

impl Desk {
    /// Opens the newsroom that the arguments or the environment name, else the last one.
    pub(crate) fn open(cli: &Cli, format: Format) -> Result<Self, Failure> {
        let now = now()?;
        let opened = Opened::here();
        let last = || opened.as_ref().and_then(Opened::last);
        let folder = named(cli).or_else(last).ok_or_else(Failure::no_newsroom)?;
        let newsroom = Newsroom::open(&folder).map_err(|error| Failure::unopened(&error))?;
        if let Some(opened) = opened {
            opened.remember(&folder);
        }
        Ok(Self { newsroom, now, format })
    }

    /// What a change is told: who, when, under which operation.
    pub(crate) fn act(&self, by: &By) -> Result<Act, Failure> {
        let person = match &by.by {
            Some(name) => self.newsroom.person_named(name)?,
            None => self.newsroom.owner()?,
        };
        let operation = OperationId(by.operation.unwrap_or_else(Uuid::now_v7));
        Ok(Act { operation, by: person.id, at: self.now })
    }

    /// The next change of a command that makes several: an operation of its own, the same one when
    /// the command's operation is repeated.
    pub(crate) fn next(act: &Act) -> Act {
        let mut bytes = *act.operation.0.as_bytes();
        bytes[15] = bytes[15].wrapping_add(1);
        Act { operation: OperationId(Uuid::from_bytes(bytes)), ..*act }
    }

    /// The story of a slug.
    pub(crate) fn story(&self, slug: &str) -> Result<StoryId, Failure> {
        Ok(self.newsroom.story_id(slug)?)
    }

    /// The named story, or all of them.
    pub(crate) fn stories(&self, slug: Option<&str>) -> Result<Vec<StoryId>, Failure> {
        match slug {
            Some(slug) => Ok(vec![self.story(slug)?]),
            None => Ok(self.newsroom.story_ids()?),
        }
    }
}

/// The newsroom's folder as arguments or environment name it.
pub(crate) fn named(cli: &Cli) -> Option<PathBuf> {
    let from_environment = || env::var_os("SHPALTA_NEWSROOM").map(PathBuf::from);
    cli.newsroom.clone().or_else(from_environment).filter(|folder| !folder.as_os_str().is_empty())
}

/// The present; `SHPALTA_NOW` (RFC 3339) stops the clock for tests.
pub(crate) fn now() -> Result<Timestamp, Failure> {
    let Some(fixed) = env::var_os("SHPALTA_NOW") else { return Ok(Timestamp::now()) };
    let instant = fixed.to_str().and_then(|text| text.parse().ok());
    instant.ok_or_else(|| {
        let remedy = "Write an instant such as 2025-01-20T11:56:00Z, or unset it.";
        Failure::usage("SHPALTA_NOW is no instant.", remedy)
    })
}
