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
