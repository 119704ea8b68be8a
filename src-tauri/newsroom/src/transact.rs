//! The one way to change a newsroom.

use std::cell::RefCell;
use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde::{Serialize, de::DeserializeOwned};

use crate::act::{Act, Ids};
use crate::error::Error;
use crate::id::{DeviceId, EditionId, StoryId};
use crate::newsroom::{Newsroom, device};
use crate::staff::{self, Person};
use crate::{Result, board};

/// A mutation under way: the transaction, who acts, and what it touched so far.
pub(crate) struct Tx<'a> {
    sql: rusqlite::Transaction<'a>,
    pub(crate) act: Act,
    pub(crate) person: Person,
    pub(crate) device: DeviceId,
    pub(crate) ids: Ids,
    what: &'static str,
    touched: RefCell<BTreeSet<StoryId>>,
}

impl std::ops::Deref for Tx<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.sql
    }
}

impl Tx<'_> {
    /// Notes that the story (or one edition of it) changed: writes the `change` row, and has the
    /// board's cache follow before the transaction ends.
    pub(crate) fn changed(&self, story: StoryId, edition: Option<EditionId>) -> Result<()> {
        self.touched.borrow_mut().insert(story);
        self.change_row(self.what, Some(story), edition)
    }

    /// Notes a change that is no story's.
    pub(crate) fn changed_newsroom(&self) -> Result<()> {
        self.change_row(self.what, None, None)
    }

    /// Notes that a story that did not itself change looks different: the board's cache follows,
    /// and so does the next export.
    pub(crate) fn affected(&self, story: StoryId) -> Result<()> {
        self.touched.borrow_mut().insert(story);
        self.change_row("follow", Some(story), None)
    }

    fn change_row(
        &self,
        what: &str,
        story: Option<StoryId>,
        edition: Option<EditionId>,
    ) -> Result<()> {
        let sql = "INSERT INTO change (operation, at, what, story, edition) VALUES (?, ?, ?, ?, ?)";
        self.prepare_cached(sql)?.execute(params![
            self.act.operation,
            self.act.at.as_millisecond(),
            what,
            story,
            edition
        ])?;
        Ok(())
    }

    fn finish<T: Serialize>(self, result: &T) -> Result<()> {
        for story in self.touched.take() {
            board::refresh(&self.sql, story)?;
        }
        let answer =
            serde_json::to_string(&(self.what, result)).map_err(|_| Error::OperationReused)?;
        self.prepare_cached("INSERT INTO operation (id, at, result) VALUES (?, ?, ?)")?
            .execute(params![self.act.operation, self.act.at.as_millisecond(), answer])?;
        self.sql.commit()?;
        Ok(())
    }
}

impl Newsroom {
    /// Runs one mutation: a transaction that is kept whole or not at all. `what` names it in the
    /// change feed. An operation that ran before is not run again; its first result is returned.
    pub(crate) fn transact<T, F>(&mut self, act: &Act, what: &'static str, body: F) -> Result<T>
    where
        T: Serialize + DeserializeOwned,
        F: FnOnce(&Tx<'_>) -> Result<T>,
    {
        self.must_be_writable()?;
        self.must_be_in_place()?;
        let fingerprint = self.fingerprint;
        let path = self.database.clone();
        let explain = |error| Error::explained(error, &path);
        let run = || -> Result<T> {
            let sql = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if let Some(answer) = earlier_result(&sql, act)? {
                return first_result(&answer, what);
            }
            let ids = Ids::new(act.operation, act.at);
            let device = device::current(&sql, fingerprint, &ids, act.at)?;
            let person = staff::person(&sql, act.by)?;
            let touched = RefCell::default();
            let tx = Tx { sql, act: *act, person, device, ids, what, touched };
            let result = body(&tx)?;
            tx.finish(&result)?;
            Ok(result)
        };
        let result = run().map_err(explain)?;
        self.must_be_in_place()?;
        Ok(result)
    }
}

fn earlier_result(sql: &Connection, act: &Act) -> Result<Option<String>> {
    let sql = sql.prepare_cached("SELECT result FROM operation WHERE id = ?");
    Ok(sql?.query_row([act.operation], |row| row.get(0)).optional()?)
}

/// The first result of an operation, if it was the same mutation.
fn first_result<T: DeserializeOwned>(answer: &str, what: &str) -> Result<T> {
    match serde_json::from_str::<(String, T)>(answer) {
        Ok((first, result)) if first == what => Ok(result),
        _ => Err(Error::OperationReused),
    }
}
