//! What stands between quotation marks.

use super::{Fact, FactKind};
use crate::fold::search_key;

/// The outermost quotations of a text. The key is the folded text without its last stop or comma,
/// which stands inside in one style and outside in another.
pub(super) fn quotes(text: &str) -> Vec<Fact> {
    let mut quotes = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            None => {
                open = closing(c).map(|closing| (at + c.len_utf8(), closing));
            }
            Some((start, closing)) if c == closing => {
                quotes.extend(quote(&text[start..at]));
                open = None;
            }
            Some(_) => {}
        }
    }
    quotes
}

fn closing(opening: char) -> Option<char> {
    match opening {
        '«' => Some('»'),
        '“' => Some('”'),
        '„' => Some('“'),
        '"' => Some('"'),
        _ => None,
    }
}

fn quote(text: &str) -> Option<Fact> {
    let key = search_key(text).trim_end_matches(['.', ',', ';']).trim().to_owned();
    let text = text.to_owned();
    (!key.is_empty()).then_some(Fact { kind: FactKind::Quote, key, text })
}
