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
    let languages = if languages.is_empty() { &Language::ALL } else { languages };
    desk.newsroom.add_staff(&act, name, role, languages)?;
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
    format!("{}: {}\n", person.name, held.join("; "))
}
