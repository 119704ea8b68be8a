//! People and roles.

use serde_json::json;
use shpalta_language::Language;
use shpalta_newsroom::staff::{Person, Role};

use super::Answer;
use crate::arguments::By;
use crate::desk::Desk;

/// `staff add`
pub(super) fn add(
    desk: &mut Desk,
    name: &str,
    role: Role,
    languages: &[Language],
    by: &By,
) -> Answer {
    let act = desk.act(by)?;
    desk.newsroom.add_staff(&act, name, role, all_or(languages))?;
    shown(desk, name)
}

/// `staff remove`
pub(super) fn remove(
    desk: &mut Desk,
    name: &str,
    role: Role,
    languages: &[Language],
    by: &By,
) -> Answer {
    let act = desk.act(by)?;
    desk.newsroom.remove_staff(&act, name, role, all_or(languages))?;
    shown(desk, name)
}

/// The languages that were named, or all.
fn all_or(named: &[Language]) -> &[Language] {
    if named.is_empty() { &Language::ALL } else { named }
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
