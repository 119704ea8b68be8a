//! Help as a whole: what the desk is, which commands there are, and what the codes mean.

use std::fmt::Write;

use serde_json::json;
use shpalta_newsroom::finding::Severity;

use crate::arguments;
use crate::codes::{self, Code};
use crate::failure::Failure;
use crate::output::{Format, Reply};

/// What `shpalta` alone says.
pub(crate) const OVERVIEW: &str = "\
Shpalta is a desk for news in Ukrainian, English and Russian: a story is written once, translated,
approved by a second pair of eyes, and exported as pages.

The story of a story:

  shpalta --newsroom ~/desk init --owner \"Олена\" --source \"УНН,en=UNN\"
  shpalta staff add \"Петро\" --role editor
  shpalta story import trains.uk.md trains.en.md trains.ru.md
  shpalta submit trains --lang uk
  shpalta approve trains --lang uk --by \"Петро\"     (then en and ru in the same way)
  shpalta site set folder ~/site
  shpalta export

When the original changes, `shpalta status trains` says which rows of the translations are behind;
the translators write or confirm them, an editor approves, and `shpalta export` writes what changed.

  shpalta --newsroom ~/try init --sample     a newsroom with stories to try things on
  shpalta help                               all commands and words
  shpalta help COMMAND                       one of them, with examples
";

const WORDS: &str = "\
Words

  story      one piece of news; its slug names it in every command
  edition    the story in one language: uk, en or ru; one is the original, two are translations
  draft      the working text; saving cuts a revision: r1, r2, r3 …
  approved   an editor who did not submit the text put their name to exactly this text
  row        a paragraph, heading, caption … of a translation with what it stands for
  behind     rows that do not stand for the original's approved text
  coming     rows that will be behind when the original's newest text is approved
  finding    what the checks say: a stop holds an edition back, a warning does not
";

const ANYWHERE: &str = "\
Everywhere

  --newsroom DIR   which newsroom; otherwise $SHPALTA_NEWSROOM, or the one opened last
  --json           one JSON value on stdout; an error as the last line of stderr
  --by NAME        who does it, with whatever changes something; otherwise the owner

Exit status: 0 done, 1 something was refused or held back, 2 the command was not understood,
3 the newsroom cannot be opened. The codes of errors and findings: shpalta help codes
";

/// The commands in the order of a story's way through the desk.
const GROUPS: [(&str, &[&str]); 5] = [
    ("Set up", &["init", "staff", "author", "place", "media", "site", "policy"]),
    ("Write", &["story", "status", "check", "history", "diff"]),
    ("Decide", &["submit", "return", "approve", "revoke", "confirm", "minor"]),
    ("Publish", &["export", "hold", "withdraw", "reinstate", "parcel"]),
    ("Look after", &["backup", "restore", "verify", "erase", "help"]),
];

/// `help`
pub(crate) fn answer(topic: &[String], format: Format) -> Result<Reply, Failure> {
    match topic {
        [] => Ok(format.text_only("help", &whole())),
        [codes] if codes == "codes" => Ok(all_codes(format)),
        path => about(path, format),
    }
}

fn whole() -> String {
    let command = arguments::command();
    let mut text = format!("{OVERVIEW}\n");
    for (group, names) in GROUPS {
        let _ = writeln!(text, "{group}\n");
        for command in names.iter().filter_map(|name| command.find_subcommand(name)) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            let parts: Vec<_> = command.get_subcommands().map(clap::Command::get_name).collect();
            let name = match parts.is_empty() {
                true => command.get_name().to_owned(),
                false => format!("{} {}", command.get_name(), parts.join("|")),
            };
            match name.len() {
                ..=10 => _ = writeln!(text, "  {name:10} {about}"),
                _ => _ = writeln!(text, "  {name}\n             {about}"),
            }
        }
        text.push('\n');
    }
    text.push_str(WORDS);
    text.push('\n');
    text.push_str(ANYWHERE);
    text
}

fn about(path: &[String], format: Format) -> Result<Reply, Failure> {
    let mut command = arguments::command();
    command.build();
    let mut found = &mut command;
    for name in path {
        found = found.find_subcommand_mut(name).ok_or_else(|| {
            let message = format!("There is no command “{}”.", path.join(" "));
            Failure::usage(message, "See: shpalta help.")
        })?;
    }
    Ok(format.text_only("help", &found.render_long_help().to_string()))
}

fn all_codes(format: Format) -> Reply {
    let lists = [
        ("errors", codes::errors()),
        ("stops", codes::findings(Severity::Stop)),
        ("warnings", codes::findings(Severity::Warn)),
    ];
    let text = || {
        let mut text = String::new();
        for (name, codes) in &lists {
            let _ = writeln!(text, "{name}\n");
            text.extend(codes.iter().map(paragraph));
        }
        text
    };
    let value = || {
        let [(_, errors), (_, stops), (_, warnings)] = &lists;
        json!({ "errors": errors, "stops": stops, "warnings": warnings })
    };
    format.reply(value, text)
}

fn paragraph(code: &Code) -> String {
    let Code { code, message, remedy } = code;
    format!("  {code}\n    {message}\n    {remedy}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_in_one_group_of_the_help() {
        let mut grouped: Vec<_> =
            GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        grouped.sort_unstable();
        let command = arguments::command();
        let mut known: Vec<_> = command.get_subcommands().map(clap::Command::get_name).collect();
        known.sort_unstable();
        assert_eq!(grouped, known);
    }

    #[test]
    fn every_verb_shows_an_example() {
        fn verbs(command: &clap::Command, path: &str, without: &mut Vec<String>) {
            for part in command.get_subcommands() {
                let path = format!("{path} {}", part.get_name());
                let example = part.get_after_help().map(ToString::to_string).unwrap_or_default();
                let reads = ["list", "show"].contains(&part.get_name());
                if !part.has_subcommands() && !reads && !example.contains("Example") {
                    without.push(path.clone());
                }
                verbs(part, &path, without);
            }
        }
        let mut without = Vec::new();
        verbs(&arguments::command(), "shpalta", &mut without);
        assert!(without.is_empty(), "{without:?}");
    }

    #[test]
    fn what_help_shows_fits_a_terminal() {
        let long: Vec<_> = [whole(), OVERVIEW.to_owned()]
            .iter()
            .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
            .filter(|line| line.chars().count() > 100)
            .collect();
        assert!(long.is_empty(), "{long:?}");
    }
}
