//! Which lines with a dash are attributions, which are list items, which are speech.

/// What a line that begins with a dash is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash<'a> {
    /// The attribution of the paragraph before it; the words after the dash.
    Attribution(&'a str),
    /// The same, but no word of saying tells so.
    Guess(&'a str),
    Item(&'a str),
    /// A paragraph that happens to begin with a dash.
    Speech,
}

/// What stands before a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before<'a> {
    Paragraph(&'a str),
    /// An item of a list made with dashes.
    DashItem,
    Other,
}

/// Beginnings of words that name an act of speech, one per stem and language. Sources: the lists
/// of verbs that the three languages' news prefers for attribution.
const SAYING: [&str; 71] = [
    "сказа",
    "зазнач",
    "повідом",
    "заяв",
    "наголос",
    "дода",
    "уточн",
    "підкресл",
    "поясн",
    "розпов",
    "напис",
    "зауваж",
    "запевн",
    "йдеться",
    "ідеться",
    "цитує",
    "мовиться",
    "відзнач",
    "констат",
    "резюм",
    "прокомент",
    "поінформ",
    "нагада",
    "вважа",
    "переконан",
    "розкри",
    "закликав",
    "закликала",
    "пише",
    "каже",
    "говорить",
    "сообщ",
    "отмет",
    "подчеркн",
    "добав",
    "рассказ",
    "замет",
    "говорится",
    "цитирует",
    "объясн",
    "прокоммент",
    "напомн",
    "считает",
    "убежден",
    "говорит",
    "пишет",
    "проинформ",
    "призвал",
    "заверил",
    "said",
    "says",
    "noted",
    "stressed",
    "emphasi",
    "added",
    "stated",
    "told",
    "wrote",
    "explain",
    "report",
    "according",
    "reads",
    "outlin",
    "pointed",
    "comment",
    "conclud",
    "clarif",
    "inform",
    "quoted",
    "recalled",
    "announced",
];

/// The longest attribution, in characters.
const LONGEST: usize = 160;

/// What a line is, seen with its neighbours; none when it does not begin with a dash.
/// `dash_follows` says whether the next line begins with one too.
pub fn dash<'a>(line: &'a str, before: Before<'_>, dash_follows: bool) -> Option<Dash<'a>> {
    let sign = line.chars().next().filter(|c| is_dash(*c))?;
    let text = line[sign.len_utf8()..].trim_start();
    let is_apart = text.len() < line.len() - sign.len_utf8();
    let says = names_speech(text);
    if text.is_empty() || !(is_apart || says) {
        return None;
    }
    Some(match before {
        Before::DashItem if is_apart => Dash::Item(text),
        Before::Paragraph(paragraph) if paragraph.trim_end().ends_with(':') => Dash::Item(text),
        Before::Paragraph(_) if says => Dash::Attribution(text),
        _ if dash_follows && (sign == '-' || text.ends_with([';', ','])) => Dash::Item(text),
        Before::Paragraph(_) if !dash_follows && could_attribute(text) => Dash::Guess(text),
        _ => Dash::Speech,
    })
}

/// Whether a line begins with a dash and a space.
pub fn begins_with_dash(line: &str) -> bool {
    let mut signs = line.chars();
    signs.next().is_some_and(is_dash) && signs.next().is_some_and(char::is_whitespace)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether one of the first three words names an act of speech, before the name of who spoke.
fn names_speech(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
        && text.split_whitespace().take(3).any(|word| {
            let word = word.to_lowercase();
            SAYING.iter().any(|stem| word.starts_with(stem))
        })
}

fn could_attribute(text: &str) -> bool {
    let has_speech = text.contains([',', '.', '!', '?'])
        && [" - ", " – ", " — "].iter().any(|dash| text.contains(dash));
    text.chars().count() <= LONGEST && !has_speech && !text.ends_with(['?', '!', '…', ';', ':'])
}
