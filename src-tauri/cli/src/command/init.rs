//! Founding a newsroom.

use std::collections::BTreeMap;
use std::env;

use serde_json::json;
use shpalta_language::Language;
use shpalta_newsroom::id::{OperationId, PersonId};
use shpalta_newsroom::names::Names;
use shpalta_newsroom::{Act, Founding, Newsroom, Opened, sample};
use uuid::Uuid;

use super::Answer;
use crate::arguments::{Cli, Init};
use crate::desk;
use crate::failure::Failure;
use crate::output::Format;

/// `init`
pub(super) fn run(cli: &Cli, init: &Init, format: Format) -> Answer {
    let folder = desk::named(cli).ok_or_else(|| {
        let remedy = "Write: shpalta --newsroom DIR init.";
        Failure::usage("The folder of the new newsroom is not named.", remedy)
    })?;
    let source = match &init.source {
        Some(source) => source_names(source)?,
        None if init.sample => sample::source(),
        None => Names::new(),
    };
    let founding = Founding {
        owner: init.owner.clone().unwrap_or_else(login_name),
        source,
        site: init.site.clone(),
    };
    let act = Act {
        operation: OperationId(Uuid::now_v7()),
        by: PersonId(Uuid::now_v7()),
        at: desk::now()?,
    };
    let mut newsroom = Newsroom::create(&folder, &act, &founding)?;
    if let Some(opened) = Opened::here() {
        opened.remember(&folder);
    }
    if init.sample {
        sample::furnish(&mut newsroom, &act)?;
    }
    let value = || json!({ "newsroom": folder, "owner": founding.owner });
    let text = || {
        let next = match init.sample {
            true => "Look round: shpalta status",
            false => "Next: shpalta staff add NAME --role editor, shpalta story import FILE...",
        };
        format!("The newsroom {} belongs to {}.\n{next}", folder.display(), founding.owner)
    };
    Ok(format.reply(value, text))
}

fn login_name() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|name| !name.trim().is_empty()))
        .unwrap_or_else(|| "Owner".to_owned())
}

/// The agency's names. One name alone is that of the languages that write it with these letters;
/// the others are left open, so that an import may fill them.
fn source_names(value: &str) -> Result<Names, Failure> {
    let mut names = Names::new();
    let mut explicit = BTreeMap::new();
    for part in value.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            None => names.extend(languages_of(part).iter().map(|one| (*one, part.to_owned()))),
            Some((code, name)) => {
                let language = Language::from_code(code.trim()).ok_or_else(|| {
                    let message = format!("“{code}” is not a language of the desk.");
                    Failure::usage(message, "Write: --source NAME,uk=…,en=…,ru=….")
                })?;
                explicit.insert(language, name.trim().to_owned());
            }
        }
    }
    names.extend(explicit);
    Ok(names)
}

fn languages_of(name: &str) -> &'static [Language] {
    let has = |letters: &str| name.to_lowercase().chars().any(|letter| letters.contains(letter));
    let is_cyrillic = name.chars().any(|letter| ('\u{400}'..='\u{52f}').contains(&letter));
    match (is_cyrillic, has("іїєґ"), has("ыэъё")) {
        (false, _, _) => &[Language::En],
        (true, true, false) => &[Language::Uk],
        (true, false, true) => &[Language::Ru],
        (true, _, _) => &[Language::Uk, Language::Ru],
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn names(value: &str) -> Vec<(&'static str, String)> {
        let names = source_names(value).unwrap();
        names.into_iter().map(|(language, name)| (language.code(), name)).collect()
    }

    fn named(pairs: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
        pairs.iter().map(|(code, name)| (*code, (*name).to_owned())).collect()
    }

    #[test]
    fn a_source_alone_is_named_in_the_languages_of_its_letters() {
        assert_eq!(names("UNN"), named(&[("en", "UNN")]));
        assert_eq!(names("УНН"), named(&[("uk", "УНН"), ("ru", "УНН")]));
        assert_eq!(names("Укрінформ"), named(&[("uk", "Укрінформ")]));
        assert_eq!(names("Вестник Крыма"), named(&[("ru", "Вестник Крыма")]));
    }

    #[test]
    fn explicit_names_have_the_last_word() {
        let expected = named(&[("uk", "УНН"), ("en", "UNN"), ("ru", "УНН (рус.)")]);
        assert_eq!(names("УНН,en=UNN,ru=УНН (рус.)"), expected);
        assert!(source_names("X,de=Y").is_err());
    }
}
