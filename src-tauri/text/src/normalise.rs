//! The one normalisation of a text, done once when it enters the newsroom.

use unicode_normalization::UnicodeNormalization;

/// The mark that some programs put before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// NFC, line feeds, no byte order mark, no blank lines at either end (and no final line feed).
/// After that bytes count. Normalising twice is normalising once.
pub fn body(text: &str) -> String {
    let text: String = text.replace("\r\n", "\n").replace('\r', "\n").nfc().collect();
    without_trailing_blank_lines(without_leading_blank_lines(&text)).to_owned()
}

/// One line: like [`body`], and line breaks become spaces, ends are trimmed.
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut broken = false;
    for sign in text.nfc() {
        if is_line_break(sign) {
            broken = true;
            continue;
        }
        if std::mem::take(&mut broken) {
            line.push(' ');
        }
        line.push(sign);
    }
    line.trim_matches(|sign: char| sign.is_whitespace() || sign == BYTE_ORDER_MARK).to_owned()
}

fn is_line_break(sign: char) -> bool {
    matches!(sign, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}

/// Spaces before the first word stay: four of them mean code.
fn without_leading_blank_lines(text: &str) -> &str {
    let mut rest = text.trim_start_matches(BYTE_ORDER_MARK);
    while let Some((first, after)) = rest.split_once('\n') {
        if !is_blank(first) {
            break;
        }
        rest = after.trim_start_matches(BYTE_ORDER_MARK);
    }
    rest
}

fn without_trailing_blank_lines(text: &str) -> &str {
    let mut rest = text;
    while let Some((before, last)) = rest.rsplit_once('\n') {
        if !is_blank(last) {
            return rest;
        }
        rest = before;
    }
    if is_blank(rest) { "" } else { rest }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{body, line};

    #[test]
    fn a_body_has_line_feeds_composed_letters_and_no_blank_ends() {
        assert_eq!(body("\u{feff}Перший\r\nдругий\rтретій\n\n \t\n"), "Перший\nдругий\nтретій");
        assert_eq!(body("\n  \n    code\n\nи\u{306}од"), "    code\n\nйод");
        assert_eq!(body(" \n\t\n"), "");
    }

    #[test]
    fn a_line_has_no_line_breaks_and_trimmed_ends() {
        assert_eq!(line("\u{feff} Ракети\r\nнад\u{2028}містом \n"), "Ракети над містом");
        assert_eq!(line(" \n "), "");
    }

    proptest! {
        #[test]
        fn normalising_twice_is_normalising_once(
            text in "(\\PC|[ \\t\\r\\n\u{b}\u{feff}\u{85}иеЕ\u{306}\u{308}])*"
        ) {
            let once = body(&text);
            prop_assert_eq!(body(&once), once.clone());
            let once = line(&text);
            prop_assert_eq!(line(&once), once.clone());
        }
    }
}
