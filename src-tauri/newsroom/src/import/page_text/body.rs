//! The lines of a page's text as Markdown.

use shpalta_language::Language;

use super::{
    Line, furniture,
    speech::{self, Before, Dash},
};
use crate::import::{
    escape,
    parsed::{Parsed, Remark},
};

/// What stands in the body, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece<'a> {
    Heading(&'a str),
    Paragraph(&'a str),
    Item { text: &'a str, by_dash: bool },
    Numbered { number: u32, text: &'a str },
    Image { caption: Option<&'a str> },
    Quote { paragraphs: Vec<&'a str>, attribution: &'a str },
}

/// The body of an edition in Markdown: every line is in it once.
pub(super) fn markdown(lines: &[&Line], language: Language, parsed: &mut Parsed) -> String {
    let pieces = pieces(lines, parsed);
    let mut markdown = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            let joined = continues_list(&pieces[index - 1], piece);
            markdown.push_str(if joined { "\n" } else { "\n\n" });
        }
        markdown.push_str(&write(piece, language));
    }
    markdown
}

/// The text of a line that begins with a bullet. A dash is no bullet by itself.
pub(super) fn item(line: &str) -> Option<&str> {
    if let Some(text) = line.strip_prefix(['•', '▪', '◦', '‣', '●', '○', '■', '▫', '·', '∙', '➢'])
    {
        let text = text.trim_start();
        return (!text.is_empty()).then_some(text);
    }
    let text = line.strip_prefix(['*', '+'])?;
    text.starts_with(char::is_whitespace).then(|| text.trim_start())
}

fn pieces<'a>(lines: &[&'a Line], parsed: &mut Parsed) -> Vec<Piece<'a>> {
    let mut pieces = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let next = lines.get(index + 1).map_or("", |line| line.text.as_str());
        let text = line.text.as_str();
        if let Some(number) = number(&pieces, text, next) {
            pieces.push(number);
        } else if let Some(text) = item(text) {
            pieces.push(Piece::Item { text, by_dash: false });
        } else if let Some(dash) = speech::dash(text, before(&pieces), is_dashed(next)) {
            add_dashed(&mut pieces, line, dash, parsed);
        } else if furniture::is_section(text) {
            pieces.push(Piece::Heading(text.trim_end_matches([':', ' '])));
        } else if furniture::is_image(text) {
            pieces.push(Piece::Image { caption: None });
        } else if let Some(Piece::Image { caption: caption @ None }) = pieces.last_mut()
            && furniture::is_credit(text)
        {
            *caption = Some(text);
        } else {
            pieces.push(Piece::Paragraph(text));
        }
    }
    pieces
}

fn is_dashed(line: &str) -> bool {
    speech::begins_with_dash(line)
}

fn before<'a>(pieces: &[Piece<'a>]) -> Before<'a> {
    match pieces.last() {
        Some(Piece::Paragraph(text)) => Before::Paragraph(text),
        Some(Piece::Item { by_dash: true, .. }) => Before::DashItem,
        _ => Before::Other,
    }
}

fn add_dashed<'a>(
    pieces: &mut Vec<Piece<'a>>,
    line: &'a Line,
    dash: Dash<'a>,
    parsed: &mut Parsed,
) {
    match dash {
        Dash::Item(text) => pieces.push(Piece::Item { text, by_dash: true }),
        Dash::Speech => pieces.push(Piece::Paragraph(&line.text)),
        Dash::Attribution(attribution) => attribute(pieces, attribution),
        Dash::Guess(attribution) => {
            parsed.note(line.number, Remark::AttributionGuessed { text: line.text.clone() });
            attribute(pieces, attribution);
        }
    }
}

/// Makes the paragraph before an attribution a quote; several when quotation marks embrace them.
fn attribute<'a>(pieces: &mut Vec<Piece<'a>>, attribution: &'a str) {
    let start = quote_start(pieces);
    let paragraphs = pieces
        .drain(start..)
        .filter_map(|piece| match piece {
            Piece::Paragraph(text) => Some(text),
            _ => None,
        })
        .collect();
    pieces.push(Piece::Quote { paragraphs, attribution });
}

fn quote_start(pieces: &[Piece<'_>]) -> usize {
    const MOST: usize = 8;
    let last = pieces.len().saturating_sub(1);
    let paragraph = |index: usize| match pieces.get(index) {
        Some(Piece::Paragraph(text)) => Some(*text),
        _ => None,
    };
    let closes =
        paragraph(last).is_some_and(|text| text.trim_end_matches(['.', ',']).ends_with(['»', '”']));
    if !closes {
        return last;
    }
    (0..=last)
        .rev()
        .take(MOST)
        .take_while(|index| paragraph(*index).is_some())
        .find(|index| paragraph(*index).is_some_and(|text| text.starts_with(['«', '“', '„'])))
        .unwrap_or(last)
}

/// A numbered item: a line `1.` that a line `2.` follows, and so on. One alone is text.
fn number<'a>(pieces: &[Piece<'_>], line: &'a str, next: &str) -> Option<Piece<'a>> {
    let (number, text) = numbered(line)?;
    let expected = match pieces.last() {
        Some(Piece::Numbered { number, .. }) => number.checked_add(1)?,
        _ => 1,
    };
    let goes_on = number > 1 || numbered(next).is_some_and(|(next, _)| next == 2);
    (number == expected && goes_on).then_some(Piece::Numbered { number, text })
}

fn numbered(line: &str) -> Option<(u32, &str)> {
    let (number, text) = line.split_once(['.', ')'])?;
    let is_number = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix(char::is_whitespace)?.trim_start();
    (is_number && !text.is_empty()).then(|| Some((number.parse().ok()?, text)))?
}

fn continues_list(before: &Piece<'_>, piece: &Piece<'_>) -> bool {
    matches!(
        (before, piece),
        (Piece::Item { .. }, Piece::Item { .. }) | (Piece::Numbered { .. }, Piece::Numbered { .. })
    )
}

fn write(piece: &Piece<'_>, language: Language) -> String {
    match piece {
        Piece::Heading(text) => format!("## {}", escape::inline(text)),
        Piece::Paragraph(text) => escape::paragraph(text),
        Piece::Item { text, .. } => format!("- {}", escape::paragraph(text)),
        Piece::Numbered { number, text } => format!("{number}. {}", escape::paragraph(text)),
        Piece::Image { caption: None } => "![](media:)".to_owned(),
        Piece::Image { caption: Some(text) } => {
            format!("![](media: \"{}\")", escape::caption(text))
        }
        Piece::Quote { paragraphs, attribution } => {
            let quoted =
                paragraphs.iter().map(|text| format!("> {}\n>\n", escape::paragraph(text)));
            let dash = attribution_dash(language);
            format!("{}> {dash} {}", quoted.collect::<String>(), escape::inline(attribution))
        }
    }
}

/// The dash before an attribution: short in Ukrainian, long in English and Russian.
pub(in crate::import) fn attribution_dash(language: Language) -> char {
    match language {
        Language::Uk => '–',
        Language::En | Language::Ru => '—',
    }
}
