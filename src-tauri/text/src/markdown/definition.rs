//! Link reference definitions (CommonMark 0.31.2, section 4.7). Comrak reads them and leaves them
//! out of its tree; their bytes are the person's all the same.

/// Most characters that a link label may have (CommonMark 0.31.2, section 6.3).
const LONGEST_LABEL: usize = 999;

/// The lengths of the definitions that a paragraph's inline source begins with, line ends included.
pub(crate) fn definitions(inline: &str) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut rest = inline;
    while let Some(length) = definition(rest) {
        lengths.push(length);
        rest = &rest[length..];
    }
    lengths
}

fn definition(text: &str) -> Option<usize> {
    let mut at = label(text)?;
    at += text[at..].strip_prefix(':').map(|_| 1)?;
    at += blanks_and_one_break(&text[at..]);
    at += destination(&text[at..])?;
    let untitled = line_end(&text[at..]).map(|end| at + end);
    let titled = titled_end(text, at);
    titled.or(untitled)
}

fn titled_end(text: &str, after_destination: usize) -> Option<usize> {
    let gap = blanks_and_one_break(&text[after_destination..]);
    if gap == 0 {
        return None;
    }
    let mut at = after_destination + gap;
    at += title(&text[at..])?;
    line_end(&text[at..]).map(|end| at + end)
}

/// `[label]`: not blank, no bracket inside unless escaped.
fn label(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('[')?;
    let mut escaped = false;
    for (count, (at, sign)) in inside.char_indices().enumerate() {
        match sign {
            _ if count > LONGEST_LABEL => return None,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => return None,
            ']' if inside[..at].trim().is_empty() => return None,
            ']' => return Some(at + 2),
            _ => {}
        }
    }
    None
}

/// The length of a link's address: `<…>`, or signs without blanks in balanced parentheses.
pub(crate) fn destination(text: &str) -> Option<usize> {
    if let Some(inside) = text.strip_prefix('<') {
        return closing(inside, '>', &['<', '\n']).map(|at| at + 2);
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, sign) in text.char_indices() {
        match sign {
            _ if sign.is_ascii_whitespace() || sign.is_ascii_control() => return ended(at, depth),
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return ended(at, depth),
            ')' => depth -= 1,
            _ => {}
        }
    }
    ended(text.len(), depth)
}

fn ended(at: usize, depth: usize) -> Option<usize> {
    (at > 0 && depth == 0).then_some(at)
}

/// The length of a link's title with its quotes.
pub(crate) fn title(text: &str) -> Option<usize> {
    let (close, forbidden): (char, &[char]) = match text.chars().next()? {
        '"' => ('"', &[]),
        '\'' => ('\'', &[]),
        '(' => (')', &['(']),
        _ => return None,
    };
    closing(&text[1..], close, forbidden).map(|at| at + 2)
}

fn closing(text: &str, close: char, forbidden: &[char]) -> Option<usize> {
    let mut escaped = false;
    for (at, sign) in text.char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if sign == close => return Some(at),
            _ if forbidden.contains(&sign) => return None,
            _ => {}
        }
    }
    None
}

/// Blanks with at most one line break among them.
pub(crate) fn blanks_and_one_break(text: &str) -> usize {
    let first = blanks(text);
    match text[first..].strip_prefix('\n') {
        Some(rest) => first + 1 + blanks(rest),
        None => first,
    }
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

fn line_end(text: &str) -> Option<usize> {
    let at = blanks(text);
    match text.as_bytes().get(at) {
        None => Some(at),
        Some(b'\n') => Some(at + 1),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::definitions;

    #[test]
    fn definitions_at_a_paragraphs_start_are_measured() {
        assert_eq!(definitions("[a]: /u\n[b]: <x y> 'T'\ntext"), [8, 15]);
        assert_eq!(definitions("[a]:\n/u\n\"two\nlines\"\n"), [20]);
    }

    #[test]
    fn what_is_no_definition_has_no_length() {
        for text in ["[a]", "[a] : /u", "[ ]: /u", "[a]: /u x", "[a]:", "text", "[a[b]: /u"] {
            assert!(definitions(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_title_that_never_ends_is_text() {
        assert_eq!(definitions("[a]: /u\n'title\n"), [8]);
        assert!(definitions("[a]: /u 'title").is_empty());
    }
}
