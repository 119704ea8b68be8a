//! Folding of typography, which is not news.

/// Apostrophes, quotes and dashes each become one sign; line breaks, runs of spaces and no-break
/// spaces become one space; ends are trimmed. Letters and their case stay. Folding twice is
/// folding once.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for sign in text.chars() {
        if is_invisible(sign) {
            continue;
        }
        if sign.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        folded.push(fold_sign(sign));
    }
    folded
}

/// Signs without width that only steer line breaks: soft hyphen, zero width space, word joiner,
/// byte order mark.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn fold_sign(sign: char) -> char {
    match sign {
        '`' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | '‘' | '’' | '‚' | '‛' | '′' | '‵' | '‹' | '›' | '＇' => {
            '\''
        }
        '«' | '»' | '“' | '”' | '„' | '‟' | '″' | '‶' | '〝' | '〞' | '＂' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '－' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::fold;

    #[test]
    fn apostrophes_quotes_dashes_and_spaces_are_one_sign_each() {
        assert_eq!(fold("п’ять пʼять п`ять"), "п'ять п'ять п'ять");
        assert_eq!(fold("«так» “так” „так‟"), "\"так\" \"так\" \"так\"");
        assert_eq!(fold("2020–2026 — −5 ‑ ―"), "2020-2026 - -5 - -");
        assert_eq!(fold("  10\u{a0}км \n\t на\u{202f}\u{2009}день "), "10 км на день");
        assert_eq!(fold("сло\u{ad}во\u{2060}"), "слово");
    }

    #[test]
    fn letters_and_their_case_stay() {
        assert_ne!(fold("Ґанок"), fold("Ганок"));
        assert_ne!(fold("Рада"), fold("рада"));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*|[ \\n\u{ad}\u{a0}\u{feff}'’«—-]*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
