//! People and roles.

use serde_json::json;
use shpalta_language::Language;
use shpalta_newsroom::act::Act;
use shpalta_newsroom::id::PersonId;
use shpalta_newsroom::staff::{Person, Role};
use shpalta_newsroom::{Newsroom, Result};

use super::Answer;
use crate::arguments::StaffRole;
use crate::desk::Desk;

/// What a person may do from now on, or no longer.
type Change = fn(&mut Newsroom, &Act, &str, Role, &[Language]) -> Result<PersonId>;

/// `staff add`, `staff remove`
pub(super) fn change(desk: &mut Desk, wanted: &StaffRole, change: Change) -> Answer {
    let StaffRole { name, role, langs, by } = wanted;
    let act = desk.act(by)?;
    let languages = if langs.is_empty() { &Language::ALL[..] } else { langs };
    change(&mut desk.newsroom, &act, name, *role, languages)?;
    shown(desk, name)
}

fn shown(desk: &Desk, name: &str) -> Answer {
    let person = desk.newsroom.person_named(name)?;
    Ok(desk.format.reply(|| &person, || line(&person)))
}

/// `staff list`
pub(super) fn list(desk: &Desk) -> Answer {
    let staff = desk.newsroom.staff()?;
    Ok(desk.format.reply(|| json!({ "staff": staff }), || staff.iter().map(line).collect()))
}

fn line(person: &Person) -> String {
    let mut held: Vec<_> = person
        .roles
        .iter()
        .map(|(role, languages)| {
            let codes: Vec<_> = languages.iter().map(|language| language.code()).collect();
            format!("{} {}", role.name(), codes.join(","))
        })
        .collect();
    if person.owner {
        held.insert(0, "owner".to_owned());
    }
    if held.is_empty() {
        held.push("no role".to_owned());
    }
    format!("{}: {}\n", person.name, held.join("; "))
}
