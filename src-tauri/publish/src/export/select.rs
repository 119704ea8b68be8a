//! Which stories an export looks at.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use shpalta_language::Language;
use shpalta_newsroom::id::StoryId;
use shpalta_newsroom::publication::Target;
use shpalta_newsroom::publication::ledger::Exports;
use shpalta_newsroom::setting::{Policy, Site};

use super::{Request, Run, Source};
use crate::error::Error;
use crate::manifest::Kind;
use crate::page::Theme;

/// The ledger's state: up to which change of the newsroom all stories were looked at …
const POSITION: &str = "position";
/// … and what pages were made by then.
const RECIPE: &str = "recipe";

/// The stories that an export looks at.
pub(super) struct Selection {
    pub stories: Vec<StoryId>,
    pub scope: Scope,
    /// A file that is no story's is not as it was left.
    pub altered: bool,
}

/// How the stories were chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Somebody asked for them.
    Named,
    /// They changed since all were looked at, or came due, or their files were altered.
    Changed,
    /// All that there are.
    All,
}

/// Up to where an export has looked at all stories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    pub position: i64,
    recipe: String,
}

impl Looked {
    /// Keeps it in mind for the next export to the folder.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn keep(
        &self,
        ledger: &shpalta_newsroom::publication::ledger::Ledger,
    ) -> Result<(), Error> {
        ledger.set_state(POSITION, &self.position.to_string())?;
        ledger.set_state(RECIPE, &self.recipe)?;
        Ok(ledger.keep()?)
    }
}

impl Request {
    /// Whether the export decides about every edition as it is without anybody's reason.
    pub(super) fn is_plain(&self) -> bool {
        let all = Language::ALL.iter().all(|language| self.languages.contains(language));
        all && self.override_reason.is_none()
    }
}

impl<S: Source> Run<'_, S> {
    /// The stories to look at, in the order of their ids where nobody named them.
    ///
    /// # Errors
    /// Those of the newsroom and of the ledger.
    pub(super) fn selection(&self) -> Result<Selection, Error> {
        if let Some(stories) = &self.request.stories {
            let mut seen = BTreeSet::new();
            let stories = stories.iter().copied().filter(|story| seen.insert(*story)).collect();
            return Ok(Selection { stories, scope: Scope::Named, altered: false });
        }
        match self.changed()? {
            Some(selection) => Ok(selection),
            None => {
                let stories = self.source.stories()?.into_iter().map(|(story, _)| story).collect();
                Ok(Selection { stories, scope: Scope::All, altered: true })
            }
        }
    }

    /// Pages are about to be made otherwise than the ledger tells of: until all were looked at and
    /// that is on record, it tells of no recipe.
    pub(super) fn forget_other_recipe(&self) -> Result<(), Error> {
        let ledger = &self.folder.ledger;
        match ledger.state(RECIPE)? {
            Some(recipe) if recipe != self.looked.recipe => Ok(ledger.set_state(RECIPE, "")?),
            _ => Ok(()),
        }
    }

    /// None: too little is known of how the folder came about.
    fn changed(&self) -> Result<Option<Selection>, Error> {
        let ledger = &self.folder.ledger;
        let position = ledger.state(POSITION)?.and_then(|position| position.parse().ok());
        let Some(position) = position.filter(|_| self.request.is_plain()) else { return Ok(None) };
        if ledger.state(RECIPE)?.as_deref() != Some(&self.looked.recipe) {
            return Ok(None);
        }
        let exports = match self.target {
            Target::Site => Exports::DoNotCount,
            Target::Copy(_) => Exports::Count,
        };
        let mut stories: BTreeSet<_> =
            self.source.changed_since(position, exports)?.into_iter().collect();
        stories.extend(ledger.due(self.request.now)?);
        let mut altered = false;
        for file in self.folder.altered()? {
            match file.story {
                Some(slug) => stories.extend(self.source.story_named(&slug)?),
                None if matches!(file.kind, Kind::Image | Kind::Data | Kind::Part) => {
                    return Ok(None);
                }
                None => altered = true,
            }
        }
        let stories = stories.into_iter().collect();
        Ok(Some(Selection { stories, scope: Scope::Changed, altered }))
    }
}

/// What pages are made by: the program, the theme, what they show of the site, and what the policies
/// hold back.
pub(super) fn looked(position: i64, site: &Site, policy: Policy, theme: &Theme) -> Looked {
    let policies = (policy.strike_photos_wait, policy.strike_hours, policy.ukrainian_first);
    let shown = format!(
        "{:?}",
        (&site.url, &site.name, site.shows_views, site.has_avif, policies, theme.stamp())
    );
    let shown: String =
        Sha256::digest(shown).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Looked { position, recipe: format!("{} {shown}", env!("SHPALTA_RECIPE")) }
}
