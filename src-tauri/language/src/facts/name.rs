//! Names, compared across alphabets and case forms.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::LazyLock,
};

use super::{Fact, FactKind, ending::is_case_ending, scan::Scan, skeleton::skeletons};
use crate::{
    Language,
    date::{month_of_key, weekday_of_key},
    fold::{is_apostrophe, search_key},
    place,
};

/// The table of names whose consonants do not agree. Its columns are described in its first lines.
const TABLE: &str = include_str!("names.tsv");

/// Capitalised words that are titles and offices, not names, as stems in the three languages;
/// with a capital in one text and without in another, and alike across the languages.
const OFFICES: &str = "міністр министр minister міністерств министерств ministry президент president \
    прем'єр премьер premier prime парламент parliament директор director генерал general адмірал \
    адмирал admiral канцлер chancellor депутат deputy сенатор senator губернатор governor кабінет \
    кабинет cabinet комітет комитет committee комісі комисси commission команд command commander \
    клуб club університет университет university фонд fund foundation банк bank компані компани \
    company корпораці корпораци corporation партнер partner лідер лидер leader експерт эксперт \
    expert аналітик аналитик analyst журналіст журналист journalist кореспондент корреспондент \
    correspondent редактор editor адвокат прокурор prosecutor поліці полици police арм army дрон \
    drone ракет rocket процес процесс process проєкт проект project програм программ program \
    контракт contract делегаці делегаци delegation місі мисси mission систем system штаб центр \
    center агентств agency сенат senate конгрес congress конституці конституци constitution \
    федерац federation республік республик republic сторон стат state states chief head of \
    defense defence оборон secretary foreign office house department council";

/// Words that open sentences and are no names, however they sound.
const OPENERS: &str = "але також проте однак після перед між через коли якщо тому тож цей ця це ці \
    той та те ті він вона вони воно ми ви його її їх їхній про для без біля над під при від до за на \
    що як де чому хто який яка яке які всі усі весь вся все кожен кожна деякі інші інший раніше \
    потім тепер зараз сьогодні вчора учора завтра вже ще навіть лише тільки можливо звісно отже \
    водночас крім окрім згідно внаслідок замість серед проти но также однако после между через \
    когда если поэтому этот эта это эти тот та те он она они оно мы вы его ее их о об для без у над \
    под при от до за на что как где почему кто который которая которые все весь вся каждый каждая \
    некоторые другие другой ранее потом теперь сейчас сегодня вчера завтра уже еще даже только \
    возможно конечно итак кроме согласно вместо среди против the a an and but or if when while \
    after before since until because although though this that these those he she it they we you \
    his her its their our there here what which who where why how all some most many few other \
    another each every both also however then now today yesterday tomorrow still even only maybe \
    in on at by for from with without to into over under between about as not no yes i";

static OPENER_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| OPENERS.split_whitespace().collect());
static OFFICE_STEMS: LazyLock<Vec<&str>> = LazyLock::new(|| OFFICES.split_whitespace().collect());

/// How a capitalised word stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Inside a sentence: a name by its capital.
    Inside,
    /// First in its sentence: perhaps only a word.
    First,
}

/// A name, or what may be one.
pub(super) struct Name<'a> {
    pub text: &'a str,
    pub standing: Standing,
    pub keys: BTreeSet<String>,
}

impl Name<'_> {
    pub fn agrees(&self, keys: &BTreeSet<String>) -> bool {
        !self.keys.is_disjoint(keys)
    }

    /// Its fact; the key joins the alternatives with `|`.
    pub fn fact(&self) -> Fact {
        let keys: Vec<&str> = self.keys.iter().map(String::as_str).collect();
        Fact { kind: FactKind::Name, key: keys.join("|"), text: self.text.to_owned() }
    }
}

impl<'a> Scan<'a> {
    /// Every capitalised word that may be a name; months, weekdays, offices and openers are none.
    pub(super) fn names(&self) -> Vec<Name<'a>> {
        let capitals = self.tokens.iter().filter(|token| token.is_capitalised());
        capitals
            .filter(|token| !self.is_common(token.text))
            .map(|token| Name {
                text: token.text,
                standing: if token.opens_sentence { Standing::First } else { Standing::Inside },
                keys: keys(self.language, token.text),
            })
            .filter(|name| !name.keys.is_empty())
            .collect()
    }

    /// The keys of every word, whatever its case: what a name may stand as elsewhere.
    pub(super) fn word_keys(&self) -> BTreeSet<String> {
        (0..self.tokens.len())
            .filter_map(|at| self.word_at(at))
            .flat_map(|word| keys(self.language, word))
            .collect()
    }

    fn is_common(&self, word: &str) -> bool {
        let word = search_key(&without_possessive(word));
        word.chars().count() < 2
            || month_of_key(self.language, &word).is_some()
            || weekday_of_key(self.language, &word).is_some()
            || OPENER_SET.contains(word.as_str())
            || is_office(&word)
    }
}

/// Names that are so wherever they stand: a capital inside a sentence, a known look, or a capital
/// elsewhere in the text.
pub(super) fn sure_names(names: Vec<Name<'_>>) -> Vec<Name<'_>> {
    let inside: BTreeSet<String> = names
        .iter()
        .filter(|name| name.standing == Standing::Inside)
        .flat_map(|name| name.keys.iter().cloned())
        .collect();
    let mut names = names;
    names.retain(|name| {
        name.standing == Standing::Inside || looks_like_a_name(name) || name.agrees(&inside)
    });
    names
}

/// Names by their look alone: places, names of the table, surnames by their ending.
fn looks_like_a_name(name: &Name<'_>) -> bool {
    const SURNAMES: [&str; 18] = [
        "енко",
        "ський",
        "ського",
        "ському",
        "ським",
        "цький",
        "цького",
        "цькому",
        "ский",
        "ского",
        "ському",
        "цкий",
        "enko",
        "skyi",
        "sky",
        "skyy",
        "ська",
        "ская",
    ];
    let word = search_key(&without_possessive(name.text));
    name.keys.iter().any(|key| key.starts_with('@'))
        || SURNAMES.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len() + 4)
}

fn is_office(word: &str) -> bool {
    OFFICE_STEMS.iter().any(|stem| {
        let ending = word.strip_prefix(stem).map(|ending| ending.chars().count());
        ending.is_some_and(|letters| if stem.is_ascii() { letters <= 1 } else { letters <= 3 })
    })
}

/// What a word is compared by: an entry of the table or a place (`@germany`), and the consonants
/// of its romanised form with and without a case ending.
pub(super) fn keys(language: Language, word: &str) -> BTreeSet<String> {
    let word = without_possessive(word);
    let mut keys: BTreeSet<String> = skeletons(language, &word).into_iter().collect();
    if let Some(known) = known(language, &word) {
        keys.insert(format!("@{known}"));
    }
    keys
}

fn without_possessive(word: &str) -> String {
    let word = word.strip_suffix('s').filter(|word| word.ends_with(is_apostrophe)).unwrap_or(word);
    word.trim_end_matches(is_apostrophe).to_owned()
}

/// Folded word or stem → key, by language in the order of the desk.
type Known = [HashMap<String, &'static str>; 3];

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known::default();
    let rows = TABLE.lines().filter(|row| !row.starts_with('#'));
    for cells in rows.map(|row| row.split('\t').collect::<Vec<_>>()) {
        let [key, words @ ..] = cells.as_slice() else { continue };
        for (known, words) in known.iter_mut().zip(words) {
            known.extend(words.split(' ').map(|word| (table_word(word), *key)));
        }
    }
    let [uk, en, ru] = &mut known;
    for place in place::all() {
        let key = place.key.as_str();
        for (known, names) in
            [(&mut *uk, [&place.uk, &place.uk_in]), (&mut *ru, [&place.ru, &place.ru_in])]
        {
            for name in names.into_iter().filter_map(|name| name.rsplit(' ').next()) {
                known.entry(place_stem(&search_key(name))).or_insert(key);
            }
        }
        if let Some(name) = place.en.rsplit(' ').next() {
            en.entry(search_key(name)).or_insert(key);
        }
    }
    known
});

/// Acronyms keep their capitals, so that «США» is not a stem.
fn table_word(word: &str) -> String {
    if is_acronym(word) { word.to_owned() } else { search_key(word) }
}

fn is_acronym(word: &str) -> bool {
    word.chars().count() <= 5 && !word.chars().any(char::is_lowercase)
}

fn known(language: Language, word: &str) -> Option<&'static str> {
    let [uk, en, ru] = &*KNOWN;
    let letters: String = word.chars().filter(|c| *c != '.').collect();
    let folded = search_key(&letters);
    match language {
        Language::En => en.get(&letters).or_else(|| en.get(&folded)).copied(),
        Language::Uk => slavic(uk, &letters, &folded),
        Language::Ru => slavic(ru, &letters, &folded),
    }
}

fn slavic(known: &HashMap<String, &'static str>, word: &str, folded: &str) -> Option<&'static str> {
    let whole = known.get(word).or_else(|| known.get(folded));
    if let Some(key) = whole.or_else(|| known.get(&place_stem(folded))) {
        return Some(key);
    }
    let stems = folded.char_indices().skip(3).map(|(end, _)| folded.split_at(end));
    let declined = stems.filter(|(_, ending)| is_case_ending(ending));
    declined.map(|(stem, _)| known.get(stem)).find_map(|key| key.copied()).or_else(|| {
        places_of_adjective(folded).iter().find_map(|stem| known.get(stem.as_str())).copied()
    })
}

/// The stems of the places that an adjective may be made from: «харківський», «одеська»,
/// «празького» are of Харків, Одеса and Прага.
fn places_of_adjective(word: &str) -> Vec<String> {
    /// What the suffix became, and the ends of the stem that it may have swallowed.
    const SUFFIXES: [(&str, &[&str]); 5] = [
        ("ськ", &["", "с"]),
        ("цьк", &["ц", "к", "ч"]),
        ("зьк", &["з", "ж", "жж", "г"]),
        ("цк", &["ц", "к", "ч"]),
        ("ск", &["", "с"]),
    ];
    let cut = |(suffix, ends): (&'static str, &'static [&'static str])| {
        let (stem, ending) = word.rsplit_once(suffix)?;
        let is_adjective = !ending.is_empty() && is_case_ending(ending);
        (stem.chars().count() >= 3 && is_adjective).then_some((stem, ends))
    };
    let Some((stem, ends)) = SUFFIXES.into_iter().find_map(cut) else { return Vec::new() };
    let whole = ends.iter().map(|end| format!("{stem}{end}"));
    // «дніпровський» of Дніпро, «пражский» of Прага.
    let longer = stem.strip_suffix("ов").map(str::to_owned);
    let softer = stem.strip_suffix('ж').map(|stem| format!("{stem}г"));
    whole.chain(longer).chain(softer).collect()
}

/// A folded place name without its case ending; at least three letters stay.
fn place_stem(word: &str) -> String {
    const ENDINGS: [&str; 32] = [
        "ого", "ому", "ими", "ами", "ями", "ові", "еві", "єві", "ою", "ею", "єю", "ой", "ей", "ом",
        "ем", "єм", "им", "ым", "ах", "ях", "ий", "ый", "а", "я", "у", "ю", "і", "и", "ы", "е",
        "о", "ь",
    ];
    let stem = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|stem| stem.chars().count() >= 3);
    stem.unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adjective_is_known_by_its_place() {
        let agrees = |language, adjective: &str, place: &str| {
            !keys(language, adjective).is_disjoint(&keys(Language::En, place))
        };
        for (adjective, place) in [
            ("Харківський", "Kharkiv"),
            ("київського", "Kyiv"),
            ("Одеська", "Odesa"),
            ("вінницьких", "Vinnytsia"),
            ("Дніпровській", "Dnipro"),
            ("запорізькою", "Zaporizhzhia"),
            ("Львівські", "Lviv"),
        ] {
            assert!(agrees(Language::Uk, adjective, place), "{adjective}");
        }
        for (adjective, place) in [
            ("Харьковский", "Kharkiv"),
            ("одесской", "Odesa"),
            ("Винницкие", "Vinnytsia"),
            ("днепровского", "Dnipro"),
        ] {
            assert!(agrees(Language::Ru, adjective, place), "{adjective}");
        }
        assert!(!agrees(Language::Uk, "Харківський", "Kherson"));
        assert!(!agrees(Language::Uk, "морський", "Kyiv"));
    }
}
