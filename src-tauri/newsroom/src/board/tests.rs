#![allow(clippy::unwrap_used)]

use rusqlite::{Connection, params};

use crate::newsroom::MIGRATIONS;

fn plan(query: &str, parameters: &[&dyn rusqlite::ToSql]) -> Vec<String> {
    let sql = Connection::open_in_memory().unwrap();
    MIGRATIONS.iter().for_each(|migration| sql.execute_batch(migration).unwrap());
    let mut query = sql.prepare(&format!("EXPLAIN QUERY PLAN {query}")).unwrap();
    query.query_map(parameters, |row| row.get(3)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_page_of_the_board_reads_a_page_of_rows_in_the_order_of_an_index() {
    let page = plan(include_str!("page.sql"), params![i64::MAX, 50]);
    assert!(page[0].contains("INDEX board_story_changed (changed<?)"), "{page:?}");
    assert!(page.iter().all(|step| step.starts_with("SEARCH")), "{page:?}");
}

#[test]
fn the_editions_of_a_story_are_found_by_an_index() {
    let editions = plan(include_str!("editions.sql"), params![[0_u8; 16]]);
    assert!(editions[0].contains("INDEX board_of_story (story=?)"), "{editions:?}");
}

#[test]
fn no_query_of_a_storys_status_walks_a_table() {
    let queries = [
        include_str!("../story/get.sql"),
        include_str!("../edition/of.sql"),
        include_str!("../edition/text.sql"),
        include_str!("../draft/get.sql"),
        include_str!("../revision/get.sql"),
        include_str!("../revision/blocks.sql"),
        include_str!("../decision/verdicts.sql"),
        include_str!("../translation/bases.sql"),
        include_str!("../publication/last_row.sql"),
        include_str!("../media/find.sql"),
    ];
    for query in queries {
        let parameters = query.matches('?').count();
        let nothing: Vec<_> =
            std::iter::repeat_n(&rusqlite::types::Null as _, parameters).collect();
        let steps = plan(query, &nothing);
        assert!(!steps.iter().any(|step| step.starts_with("SCAN")), "{query}: {steps:?}");
    }
}
