#![allow(clippy::unwrap_used)]

use rusqlite::Connection;
use rusqlite::types::Null;

use crate::newsroom::MIGRATIONS;

/// What SQLite does to answer a query, step by step.
fn plan(query: &str) -> Vec<String> {
    let sql = Connection::open_in_memory().unwrap();
    MIGRATIONS.iter().for_each(|migration| sql.execute_batch(migration).unwrap());
    let mut query = sql.prepare(&format!("EXPLAIN QUERY PLAN {query}")).unwrap();
    let nothing = vec![Null; query.parameter_count()];
    let nothing = rusqlite::params_from_iter(nothing);
    query.query_map(nothing, |row| row.get(3)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_list_of_the_board_is_read_in_the_order_of_an_index() {
    let list = plan(include_str!("list.sql"));
    let index = "SEARCH board_tag USING COVERING INDEX board_tag_changed (kind=? AND person=?)";
    assert_eq!(list, [index]);
    let ids = plan(include_str!("ids.sql"));
    assert!(ids[0].contains("board_tag_changed (kind=? AND person=?)"), "{ids:?}");
    assert!(!ids.iter().any(|step| step.contains("TEMP B-TREE")), "{ids:?}");
}

#[test]
fn the_counters_of_a_filter_lie_together() {
    let counters = plan("SELECT languages, stories FROM board_count WHERE kind = ? AND person = ?");
    assert_eq!(counters, ["SEARCH board_count USING PRIMARY KEY (kind=? AND person=?)"]);
}

#[test]
fn only_embargoes_that_have_not_passed_are_read() {
    let embargoed = plan(include_str!("embargoed.sql"));
    assert!(embargoed[0].contains("INDEX story_embargo (embargo>?)"), "{embargoed:?}");
}

#[test]
fn no_query_of_the_board_walks_a_table() {
    let queries = [
        include_str!("editions.sql"),
        include_str!("embargoed.sql"),
        include_str!("last_change.sql"),
        include_str!("story.sql"),
        "SELECT changed, languages FROM board_tag WHERE story = ? AND kind = ? AND person = ?",
        "SELECT kind, person, languages FROM board_tag WHERE story = ?",
        "SELECT number FROM board_story WHERE story = ?",
        include_str!("../change/since.sql"),
        include_str!("../publication/last_run.sql"),
        include_str!("../publication/withdrawals.sql"),
    ];
    for query in queries {
        let steps = plan(query);
        let walks = |step: &String| {
            let scan = step.starts_with("SCAN") && step != "SCAN CONSTANT ROW";
            scan || step.ends_with("(kind=?)")
        };
        assert!(!steps.iter().any(walks), "{query}: {steps:?}");
    }
}

#[test]
fn the_log_of_exports_is_read_from_its_end() {
    let log = plan(include_str!("../publication/export_log.sql"));
    assert_eq!(log[0], "SCAN export_run USING INDEX export_run_log");
    for index in ["export_row_run", "export_held_run"] {
        let covering = format!("COVERING INDEX {index} (run=?)");
        assert!(log.iter().any(|step| step.contains(&covering)), "{log:?}");
    }
    assert!(!log.iter().any(|step| step.contains("TEMP B-TREE")), "{log:?}");
    let pages = plan(include_str!("../publication/logged_pages.sql"));
    assert!(pages[0].contains("INDEX export_row_run (run=?)"), "{pages:?}");
    assert!(!pages.iter().any(|step| step.starts_with("SCAN")), "{pages:?}");
    let held = plan(include_str!("../publication/logged_held.sql"));
    assert!(held[0].contains("INDEX export_held_run (run=?)"), "{held:?}");
    assert!(!held.iter().any(|step| step.contains("TEMP B-TREE")), "{held:?}");
}

#[test]
fn no_query_of_a_storys_status_walks_a_table() {
    let queries = [
        include_str!("../story/get.sql"),
        include_str!("../edition/all.sql"),
        include_str!("../edition/of.sql"),
        include_str!("../edition/text.sql"),
        include_str!("../draft/get.sql"),
        include_str!("../revision/get.sql"),
        include_str!("../revision/blocks.sql"),
        include_str!("../decision/verdicts.sql"),
        include_str!("../translation/bases.sql"),
        include_str!("../publication/last_row.sql"),
        include_str!("../publication/withdrawals.sql"),
        include_str!("../media/find.sql"),
    ];
    for query in queries {
        let steps = plan(query);
        assert!(!steps.iter().any(|step| step.starts_with("SCAN")), "{query}: {steps:?}");
    }
}
