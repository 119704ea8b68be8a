#![allow(clippy::unwrap_used, clippy::panic)]

use clap::error::ErrorKind;
use shpalta_language::Language;

use super::*;

fn parsed(arguments: &str) -> Result<Cli, ErrorKind> {
    let words = std::iter::once("shpalta").chain(arguments.split_whitespace());
    Cli::try_parse_from(words).map_err(|error| error.kind())
}

#[test]
fn the_arguments_contradict_each_other_nowhere() {
    command().debug_assert();
}

#[test]
fn newsroom_and_json_may_stand_anywhere() {
    for line in [
        "--newsroom d --json story show s",
        "story --newsroom d show --json s",
        "story show s --json --newsroom d",
    ] {
        let cli = parsed(line).unwrap();
        assert!(cli.json && cli.newsroom == Some("d".into()), "{line}");
    }
}

#[test]
fn whatever_changes_something_takes_a_name() {
    for line in [
        "staff add X --role editor",
        "staff remove X --role editor",
        "author add X",
        "author correct X Y",
        "place add X",
        "place correct X Y",
        "media add x.jpg",
        "site set url https://example.org",
        "policy set self_approve on",
        "story import a.uk.md",
        "story new --lang uk --headline H",
        "story write s --lang uk --from f.md",
        "story set s views 3",
        "submit s --lang uk",
        "return s --lang uk",
        "revoke s --lang uk",
        "approve s --lang uk",
        "hold s",
        "withdraw s",
        "reinstate s",
        "confirm s --lang en --all",
        "minor s --block 2",
        "export",
        "verify --rebuild",
        "parcel out s",
        "parcel in f.shpalta",
        "parcel merge s --lang uk --revision r2",
    ] {
        assert!(parsed(&format!("{line} --by N")).is_ok(), "{line}");
    }
}

#[test]
fn a_revision_is_written_with_or_without_its_letter() {
    let Some(Command::AtDesk(AtDesk::Diff(diff))) =
        parsed("diff s --lang uk r3 12").unwrap().command
    else {
        panic!("another command");
    };
    assert_eq!((diff.old, diff.new, diff.lang), (Revision(3), Revision(12), Language::Uk));
    for wrong in ["r0", "0", "x", "r-1", "rr1"] {
        let line = format!("diff s --lang uk {wrong} r1");
        assert_eq!(parsed(&line).unwrap_err(), ErrorKind::ValueValidation, "{wrong}");
    }
}

#[test]
fn confirm_takes_one_row_or_all() {
    assert!(parsed("confirm s --lang en --row 3").is_ok());
    let neither = parsed("confirm s --lang en").unwrap_err();
    assert_eq!(neither, ErrorKind::MissingRequiredArgument);
    let both = parsed("confirm s --lang en --row 3 --all").unwrap_err();
    assert_eq!(both, ErrorKind::ArgumentConflict);
}

#[test]
fn only_the_three_languages_are_known() {
    assert_eq!(parsed("submit s --lang de").unwrap_err(), ErrorKind::InvalidValue);
    let Some(Command::AtDesk(AtDesk::Staff(Staff::Add(StaffRole { langs, .. })))) =
        parsed("staff add X --role editor --langs uk,ru").unwrap().command
    else {
        panic!("another command");
    };
    assert_eq!(langs, [Language::Uk, Language::Ru]);
}

#[test]
fn an_approval_is_an_update_unless_it_says_otherwise() {
    let kind = |line: &str| match parsed(line).unwrap().command {
        Some(Command::AtDesk(AtDesk::Approve(approve))) => approve.kind,
        other => panic!("{other:?}"),
    };
    assert_eq!(kind("approve s --lang uk"), As::Update);
    assert_eq!(kind("approve s --lang uk --as silent"), As::Silent);
}

#[test]
fn nothing_at_all_is_understood() {
    assert!(parsed("").unwrap().command.is_none());
}
