//! People and what they may do.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use shpalta_language::{Language, collate};
use ts_rs::TS;

use crate::act::Act;
use crate::decision::DecisionKind;
use crate::error::{Error, Expected};
use crate::id::PersonId;
use crate::log::Entry;
use crate::transact::Tx;
use crate::{Newsroom, Result};

/// A role on the staff, held per language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Reporter,
    Translator,
    Editor,
    Chief,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 4] = [Self::Reporter, Self::Translator, Self::Editor, Self::Chief];

    /// The role's name in code and command.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reporter => "reporter",
            Self::Translator => "translator",
            Self::Editor => "editor",
            Self::Chief => "chief",
        }
    }

    /// The role of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// What a person lacks who may not do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// Any role for any language.
    Role,
    /// Any role for the language.
    RoleIn(Language),
    /// An editor's role for the language.
    EditorOf(Language),
    /// An editor's role, whatever the language.
    Editor,
    /// A chief's role, or being the owner.
    Chief,
}

impl Needed {
    /// For programs: `role`, `role_uk`, `editor_en`, `editor`, `chief`.
    pub fn word(self) -> String {
        match self {
            Self::Role => "role".to_owned(),
            Self::RoleIn(language) => format!("role_{}", language.code()),
            Self::EditorOf(language) => format!("editor_{}", language.code()),
            Self::Editor => "editor".to_owned(),
            Self::Chief => "chief".to_owned(),
        }
    }
}

impl fmt::Display for Needed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role => f.write_str("a role on the staff"),
            Self::RoleIn(language) => write!(f, "a role for {}", language.code()),
            Self::EditorOf(language) => write!(f, "an editor for {}", language.code()),
            Self::Editor => f.write_str("an editor"),
            Self::Chief => f.write_str("a chief or the owner"),
        }
    }
}

/// Somebody on the staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// The owner made the newsroom and may do everything a chief may.
    pub owner: bool,
    pub roles: BTreeMap<Role, BTreeSet<Language>>,
}

impl Person {
    /// Whether they act as a chief.
    pub fn is_chief(&self) -> bool {
        self.owner || self.roles.contains_key(&Role::Chief)
    }

    /// Whether they may write, submit and confirm in a language.
    pub fn may_write(&self, language: Language) -> bool {
        self.is_chief() || self.roles.values().any(|languages| languages.contains(&language))
    }

    /// Whether they have an editor's right for a language.
    pub fn may_approve(&self, language: Language) -> bool {
        self.is_chief() || self.holds(Role::Editor, language)
    }

    /// Whether they may decide about whole stories: an editor of any language may.
    pub fn may_edit(&self) -> bool {
        self.is_chief() || self.roles.contains_key(&Role::Editor)
    }

    fn holds(&self, role: Role, language: Language) -> bool {
        self.roles.get(&role).is_some_and(|languages| languages.contains(&language))
    }

    /// Names and photos belong to no language.
    pub(crate) fn must_be_on_staff(&self) -> Result<()> {
        self.must(self.owner || !self.roles.is_empty(), Needed::Role)
    }

    pub(crate) fn must_write(&self, language: Language) -> Result<()> {
        self.must(self.may_write(language), Needed::RoleIn(language))
    }

    pub(crate) fn must_approve(&self, language: Language) -> Result<()> {
        self.must(self.may_approve(language), Needed::EditorOf(language))
    }

    /// Decisions on a whole story take an editor, whatever the language.
    pub(crate) fn must_edit(&self) -> Result<()> {
        self.must(self.may_edit(), Needed::Editor)
    }

    pub(crate) fn must_be_chief(&self) -> Result<()> {
        self.must(self.is_chief(), Needed::Chief)
    }

    fn must(&self, may: bool, needed: Needed) -> Result<()> {
        if may {
            return Ok(());
        }
        Err(Error::NotAllowed { person: self.name.clone(), needed })
    }
}

impl Newsroom {
    /// The person of a name.
    ///
    /// # Errors
    /// [`Error::NoPerson`].
    pub fn person_named(&self, name: &str) -> Result<Person> {
        self.read(|sql| {
            let id = find(sql, name)?.ok_or_else(|| Error::NoPerson(name.to_owned()))?;
            person(sql, id)
        })
    }

    /// Who made the newsroom.
    pub fn owner(&self) -> Result<Person> {
        self.read(|sql| {
            let query = "SELECT id FROM person WHERE owner = 1";
            person(sql, sql.query_row(query, [], |row| row.get(0))?)
        })
    }

    /// Everybody, in the order of the names.
    pub fn staff(&self) -> Result<Vec<Person>> {
        self.read(|sql| {
            let mut query = sql.prepare_cached("SELECT id FROM person")?;
            let ids = query.query_map([], |row| row.get(0))?.collect::<Result<Vec<_>, _>>()?;
            let mut people =
                ids.into_iter().map(|id| person(sql, id)).collect::<Result<Vec<_>>>()?;
            people.sort_by(|a, b| collate::compare(Language::Uk, &a.name, &b.name));
            Ok(people)
        })
    }

    /// Gives a person a role for some languages; a name not known yet joins the staff.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] unless a chief asks, [`Error::BadValue`] for an empty name.
    pub fn add_staff(
        &mut self,
        act: &Act,
        name: &str,
        role: Role,
        languages: &[Language],
    ) -> Result<PersonId> {
        let name = name.trim();
        if name.is_empty() || name.contains(char::is_control) {
            return Err(Error::bad_value("name", name, Expected::Name));
        }
        self.transact(act, "staff", |tx| {
            tx.person.must_be_chief()?;
            let id = match find(tx, name)? {
                Some(id) => id,
                None => insert(tx, PersonId(tx.ids.next()), name)?,
            };
            for language in languages {
                let sql = "INSERT OR IGNORE INTO staff_role VALUES (?, ?, ?)";
                tx.prepare_cached(sql)?.execute(params![id, role.name(), language.code()])?;
            }
            log_role(tx, name, ("role", role), languages)?;
            tx.changed_newsroom()?;
            Ok(id)
        })
    }

    /// Takes a role away from a person for some languages. Whoever loses the last one stays on the
    /// staff without a right; what they did stays theirs.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] unless a chief asks, [`Error::NoPerson`], [`Error::OwnerStays`] for
    /// the owner, whose right is no role, [`Error::NoRole`] where they have it in none of these
    /// languages.
    pub fn remove_staff(
        &mut self,
        act: &Act,
        name: &str,
        role: Role,
        languages: &[Language],
    ) -> Result<PersonId> {
        self.transact(act, "staff", |tx| {
            tx.person.must_be_chief()?;
            let id = find(tx, name)?.ok_or_else(|| Error::NoPerson(name.to_owned()))?;
            let Person { name, owner, roles, .. } = person(tx, id)?;
            if owner {
                return Err(Error::OwnerStays(name));
            }
            let held = roles.get(&role).into_iter().flatten();
            let taken: Vec<_> = held.filter(|held| languages.contains(held)).copied().collect();
            if taken.is_empty() {
                return Err(Error::NoRole { person: name, role });
            }
            for language in &taken {
                let sql = "DELETE FROM staff_role WHERE person = ? AND role = ? AND language = ?";
                tx.prepare_cached(sql)?.execute(params![id, role.name(), language.code()])?;
            }
            log_role(tx, &name, ("taken", role), &taken)?;
            tx.changed_newsroom()?;
            Ok(id)
        })
    }
}

/// Logs that a role was given (`role`) or taken away (`taken`).
fn log_role(
    tx: &Tx<'_>,
    name: &str,
    (deed, role): (&str, Role),
    languages: &[Language],
) -> Result<()> {
    let codes: Vec<_> = languages.iter().map(|language| language.code()).collect();
    let entry = Entry::of(DecisionKind::Staff).with("name", name);
    tx.log(entry.with(deed, role.name()).with("languages", codes.join(",")))?;
    Ok(())
}

pub(crate) fn insert(sql: &Connection, id: PersonId, name: &str) -> Result<PersonId> {
    sql.execute("INSERT INTO person (id, name) VALUES (?, ?)", params![id, name])?;
    Ok(id)
}

pub(crate) fn find(sql: &Connection, name: &str) -> Result<Option<PersonId>> {
    let mut query = sql.prepare_cached("SELECT id FROM person WHERE name = ?")?;
    Ok(query.query_row([name.trim()], |row| row.get(0)).optional()?)
}

/// A person with their roles.
pub(crate) fn person(sql: &Connection, id: PersonId) -> Result<Person> {
    let (name, owner) = sql
        .prepare_cached("SELECT name, owner FROM person WHERE id = ?")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or_else(|| Error::NoPerson(id.to_string()))?;
    let mut roles: BTreeMap<Role, BTreeSet<Language>> = BTreeMap::new();
    let mut query = sql.prepare_cached("SELECT role, language FROM staff_role WHERE person = ?")?;
    let mut rows = query.query([id])?;
    while let Some(row) = rows.next()? {
        let role = Role::from_name(row.get_ref(0)?.as_str().unwrap_or_default());
        let language = Language::from_code(row.get_ref(1)?.as_str().unwrap_or_default());
        if let (Some(role), Some(language)) = (role, language) {
            roles.entry(role).or_default().insert(language);
        }
    }
    Ok(Person { id, name, owner, roles })
}
