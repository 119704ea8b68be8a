//! Revisions of an edition with their texts, each loaded once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rusqlite::Connection;
use shpalta_language::Language;

use super::Stand;
use crate::Result;
use crate::id::RevisionId;

/// What was loaded so far of an edition's revisions.
pub(crate) struct Stands<'a> {
    sql: &'a Connection,
    language: Language,
    loaded: RefCell<HashMap<RevisionId, Rc<Stand>>>,
}

impl<'a> Stands<'a> {
    pub(crate) fn new(sql: &'a Connection, language: Language) -> Self {
        Self { sql, language, loaded: RefCell::default() }
    }

    /// The text of a revision; nothing stands before the first.
    pub(crate) fn get(&self, revision: Option<RevisionId>) -> Result<Rc<Stand>> {
        let Some(id) = revision else { return Ok(Rc::default()) };
        if let Some(stand) = self.loaded.borrow().get(&id) {
            return Ok(Rc::clone(stand));
        }
        let stand = Rc::new(Stand::load(self.sql, self.language, revision)?);
        self.loaded.borrow_mut().insert(id, Rc::clone(&stand));
        Ok(stand)
    }
}
