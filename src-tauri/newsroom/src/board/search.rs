//! Searching the board by headline.

use std::collections::HashSet;

use rusqlite::Connection;
use shpalta_language::fold;

use crate::Result;

/// Words of a search beyond these are left out of account.
const MOST_WORDS: usize = 16;

/// The words of a text as they are searched: folded, without apostrophes, so that «пять» finds
/// «п'ять».
pub(super) fn words(text: &str) -> Vec<String> {
    let key = fold::search_key(text).replace('\'', "");
    let words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The query that finds stories with words that begin like all words of `text`; none where there
/// are no words in it.
pub(super) fn query(text: &str) -> Option<String> {
    let words = words(text).into_iter().take(MOST_WORDS);
    let prefixes: Vec<String> = words.map(|word| format!("\"{word}\"*")).collect();
    (!prefixes.is_empty()).then(|| prefixes.join(" "))
}

/// The numbers of all stories that a query finds.
pub(super) fn matching(sql: &Connection, query: &str) -> Result<HashSet<i64>> {
    let mut find =
        sql.prepare_cached("SELECT rowid FROM board_search WHERE board_search MATCH ?")?;
    Ok(find.query_map([query], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Whether the index holds the words of every story where they stand, and no others: it is compared
/// with one that is made anew, in memory.
pub(super) fn agrees(sql: &Connection) -> Result<bool> {
    let anew = Connection::open_in_memory()?;
    anew.execute_batch(include_str!("anew.sql"))?;
    let mut add = anew.prepare("INSERT INTO board_search (rowid, words) VALUES (?, ?)")?;
    let mut words = sql.prepare("SELECT number, words FROM board_story")?;
    let mut rows = words.query([])?;
    while let Some(row) = rows.next()? {
        add.execute(rusqlite::params![row.get::<_, i64>(0)?, row.get::<_, String>(1)?])?;
    }
    let (index, anew) = (listed(sql)?, listed(&anew)?);
    Ok(index == anew)
}

/// Every word of an index with the story and the place where it stands, hashed.
fn listed(sql: &Connection) -> Result<[u8; 32]> {
    sql.execute_batch(include_str!("listed.sql"))?;
    let mut query = sql.prepare("SELECT term, doc, offset FROM temp.board_listed")?;
    let mut rows = query.query([])?;
    let mut hash = crate::edition::Hasher::new("shpalta board search 1");
    while let Some(row) = rows.next()? {
        hash.part(row.get::<_, String>(0)?.as_bytes());
        hash.part(&row.get::<_, i64>(1)?.to_be_bytes());
        hash.part(&row.get::<_, i64>(2)?.to_be_bytes());
    }
    drop(rows);
    drop(query);
    sql.execute_batch("DROP TABLE temp.board_listed")?;
    Ok(hash.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_lose_their_apostrophes() {
        let text = "П’ять об'єктів — «Ёлка-2025»: Київ";
        assert_eq!(words(text), ["пять", "обєктів", "елка", "2025", "київ"]);
    }

    #[test]
    fn a_query_quotes_every_word_whatever_is_typed() {
        assert_eq!(query("NEAR(\"ferry\" OR*").as_deref(), Some("\"near\"* \"ferry\"* \"or\"*"));
        assert_eq!(query(" — ' \" * "), None);
    }
}
