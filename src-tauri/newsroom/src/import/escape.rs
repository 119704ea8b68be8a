//! Plain text as Markdown: the same words, and nothing that becomes markup by accident.

/// One line of plain text as a paragraph. A sign is escaped only where Markdown would read it as
/// markup (CommonMark 0.31 with tables, strikethrough and footnotes).
pub fn paragraph(line: &str) -> String {
    let inline = inline(line);
    match line_start(&inline) {
        Some(sign) => format!("{}\\{}", &inline[..sign], &inline[sign..]),
        None => inline,
    }
}

/// Plain text inside a heading, a list item or a quote's line.
pub fn inline(text: &str) -> String {
    let paired: Vec<char> = "*_`~".chars().filter(|sign| is_paired(text, *sign)).collect();
    // A bracket opens a link when an address follows, or a definition at the very start.
    let last_link = text.rfind("](").unwrap_or(0);
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    for (start, c) in text.char_indices() {
        let rest = &text[start + c.len_utf8()..];
        let is_markup = match c {
            '\\' => rest.starts_with(|next: char| next.is_ascii_punctuation()),
            '`' => paired.contains(&c),
            '*' | '~' => paired.contains(&c) && !stands_alone(before, rest),
            '_' => paired.contains(&c) && !stands_alone(before, rest) && !is_inside(before, rest),
            '[' => start < last_link || (start == 0 && rest.contains("]:")),
            '<' => {
                rest.starts_with(|next: char| next.is_ascii_alphabetic() || "/!?".contains(next))
            }
            '&' => is_entity(rest),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// Text between the quotation marks of an image's caption, or in the brackets of its alt text.
pub fn caption(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '"' | '[' | ']' | '\\') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Where a line's first sign would open a heading, a list, a quote, a rule or a fence.
fn line_start(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let run = line.chars().take_while(|c| *c == first).count();
    let after = &line[run * first.len_utf8()..];
    let is_marker = after.is_empty() || after.starts_with([' ', '\t']);
    let opens = match first {
        '#' => run <= 6 && is_marker,
        '>' => true,
        '+' => run == 1 && is_marker,
        '-' | '*' => (run == 1 && is_marker) || is_rule(line, first),
        '_' => is_rule(line, first),
        '`' | '~' => run >= 3,
        _ => return ordered_marker(line),
    };
    opens.then_some(0)
}

/// Three or more of a sign with nothing but spaces between.
fn is_rule(line: &str, sign: char) -> bool {
    let signs = line.chars().filter(|c| !matches!(c, ' ' | '\t'));
    line.matches(sign).nth(2).is_some() && signs.into_iter().all(|c| c == sign)
}

/// The stop of `1.` or `1)` where it would open a numbered list.
fn ordered_marker(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?;
    let after = rest.strip_prefix(['.', ')'])?;
    let opens = (1..=9).contains(&digits) && (after.is_empty() || after.starts_with([' ', '\t']));
    opens.then_some(digits)
}

/// One sign alone marks nothing; two may embrace what stands between them.
fn is_paired(text: &str, sign: char) -> bool {
    text.matches(sign).nth(1).is_some()
}

fn stands_alone(before: char, rest: &str) -> bool {
    before.is_whitespace() && rest.chars().next().is_none_or(char::is_whitespace)
}

fn is_inside(before: char, rest: &str) -> bool {
    before.is_alphanumeric() && rest.starts_with(char::is_alphanumeric)
}

/// `&name;`, `&#8470;` or `&#x2116;`; no name is longer than 31 letters.
fn is_entity(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let length = name.bytes().take(32).take_while(u8::is_ascii_alphanumeric).count();
    length > 0 && name[length..].starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_escaped_only_where_it_would_be_markup() {
        for (plain, markdown) in [
            ("# 1 in the list", "\\# 1 in the list"),
            ("#hashtag", "#hashtag"),
            ("1. травня", "1\\. травня"),
            ("1.5 млн", "1.5 млн"),
            ("2025) так", "2025\\) так"),
            ("+ 5 °C", "\\+ 5 °C"),
            ("+5 °C", "+5 °C"),
            ("- так", "\\- так"),
            ("-5 °C", "-5 °C"),
            ("– так", "– так"),
            ("> так", "\\> так"),
            ("* * *", "\\* * *"),
            ("---", "\\---"),
            ("п*ять", "п*ять"),
            ("п*ять об*єктів", "п\\*ять об\\*єктів"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("snake_case_name", "snake_case_name"),
            ("_так_", "\\_так\\_"),
            ("об`єкт", "об`єкт"),
            ("об`єкт п`ять", "об\\`єкт п\\`ять"),
            ("[так] (ні)", "[так] (ні)"),
            ("[так](ні)", "\\[так](ні)"),
            ("[так]: ні", "\\[так]: ні"),
            ("a < b", "a < b"),
            ("a <b>", "a \\<b>"),
            ("AT&T; R&D", "AT\\&T; R&D"),
            ("&amp;", "\\&amp;"),
            ("C:\\temp", "C:\\temp"),
            ("\\*", "\\\\*"),
        ] {
            assert_eq!(paragraph(plain), markdown, "{plain}");
        }
    }
}
