//! Importing texts.

use std::path::Path;

use serde::{Deserialize, Serialize};
use shpalta_language::Language;
use shpalta_newsroom::import::{Batch, ImportedStory, Refused};
use ts_rs::TS;
use uuid::Uuid;

use super::{Nothing, said};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::picked::{Picked, files_in};

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Import {
    pub(crate) operation: Uuid,
    /// Files that were picked, dropped or listed as incoming.
    pub(crate) tokens: Vec<Uuid>,
    /// The language of files that do not say it.
    pub(crate) language: Option<Language>,
    /// The story that all files belong to; none: files of one name make one story.
    pub(crate) story: Option<String>,
}

/// What an import did.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ImportSummary {
    pub(crate) stories: Vec<ImportedStory>,
    pub(crate) refused: Vec<ImportRefusal>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct ImportRefusal {
    pub(crate) files: Vec<String>,
    pub(crate) failure: Failure,
}

/// The files that the program was started with, or that the system opened with it, each once.
pub(crate) fn handed_in(desk: &Desk, _: Nothing) -> Result<Vec<Picked>, Failure> {
    Ok(desk.picking.take_handed_in())
}

/// The texts and parcels in the folder where they arrive.
pub(crate) fn incoming(desk: &Desk, _: Nothing) -> Result<Vec<Picked>, Failure> {
    let Some(folder) = desk.settings.get().incoming else { return Ok(Vec::new()) };
    let files = files_in(Path::new(&folder)).map_err(|error| {
        Failure::of("files").with("path", folder.as_str()).with("detail", error.to_string())
    })?;
    Ok(desk.picking.take(files))
}

pub(crate) fn import(desk: &Desk, wanted: Import) -> Result<ImportSummary, Failure> {
    let files = wanted.tokens.iter().map(|token| desk.picking.path(*token));
    let batch = Batch {
        files: files.collect::<Result<_, _>>()?,
        language: wanted.language,
        story: said(wanted.story.as_ref()).map(str::to_owned),
    };
    let summary =
        desk.change(wanted.operation, |newsroom, act| Ok(newsroom.import(act, &batch)))?;
    Ok(ImportSummary {
        stories: summary.stories,
        refused: summary.refused.into_iter().map(refused).collect(),
    })
}

fn refused(refused: Refused) -> ImportRefusal {
    let name = |file: &std::path::PathBuf| {
        file.file_name().unwrap_or_default().to_string_lossy().into_owned()
    };
    ImportRefusal { files: refused.files.iter().map(name).collect(), failure: refused.error.into() }
}
