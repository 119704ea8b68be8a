//! Money: which currency, by sign, code or word.

use super::{
    Fact, FactKind,
    ending::is_case_ending,
    scan::{Found, Scan},
};

/// ISO 4217 code, then the stems of its words in the three languages.
const WORDS: [(&str, &[&str]); 12] = [
    ("UAH", &["грн", "гривень", "гривн", "гривен", "hryvnia", "hryvnya", "uah"]),
    ("USD", &["долар", "доллар", "dollar", "usd", "бакс"]),
    ("EUR", &["євро", "евро", "euro", "eur"]),
    ("GBP", &["gbp"]),
    ("RUB", &["рубл", "руб", "ruble", "rouble", "rub"]),
    ("PLN", &["злот", "zloty", "pln"]),
    ("CNY", &["юан", "yuan", "cny"]),
    ("JPY", &["ієн", "єн", "иен", "yen", "jpy"]),
    ("CHF", &["франк", "franc", "chf"]),
    ("CZK", &["czk"]),
    ("TRY", &["лір", "лир", "lira"]),
    ("BTC", &["біткоїн", "биткоин", "bitcoin", "btc"]),
];

/// Words that name another dollar.
const DOLLARS: [(&str, &[&str]); 2] = [
    ("CAD", &["канадськ", "канадск", "canadian"]),
    ("AUD", &["австралійськ", "австралийск", "australian"]),
];

impl Scan<'_> {
    pub(super) fn currency(&self, at: usize) -> Option<Found> {
        let code = self.currency_sign(at).or_else(|| self.currency_word(at))?;
        let (key, text) = (code.to_owned(), self.between(at, at + 1).to_owned());
        Some(Found { facts: vec![Fact { kind: FactKind::Currency, key, text }], end: at + 1 })
    }

    fn currency_sign(&self, at: usize) -> Option<&'static str> {
        let before = at.checked_sub(1).and_then(|before| self.word_at(before));
        match (self.tokens.get(at)?.text, before) {
            ("$", Some("CA" | "C")) => Some("CAD"),
            ("$", Some("A" | "AU")) => Some("AUD"),
            ("$", _) => Some("USD"),
            ("€", _) => Some("EUR"),
            ("£", _) => Some("GBP"),
            ("₴", _) => Some("UAH"),
            ("₽", _) => Some("RUB"),
            ("¥", _) => Some("JPY"),
            _ => None,
        }
    }

    fn currency_word(&self, at: usize) -> Option<&'static str> {
        let word = self.key_at(at)?;
        let next = self.key_at(at + 1).unwrap_or_default();
        if next.starts_with("стерлінг") || next.starts_with("стерлинг") || next == "sterling"
        {
            return Some("GBP");
        }
        let (code, _) =
            WORDS.iter().find(|(_, stems)| stems.iter().any(|stem| is_form(word, stem)))?;
        let before = self.key_before(at);
        let other = DOLLARS.iter().find(|(_, stems)| {
            let of = |stem: &&str| before.is_some_and(|before| before.starts_with(*stem));
            *code == "USD" && stems.iter().any(of)
        });
        Some(other.map_or(*code, |(other, _)| *other))
    }
}

fn is_form(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|ending| is_case_ending(ending) || ending == "s")
}
