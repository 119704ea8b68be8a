//! The consonants of a name: what stays of it from alphabet to alphabet and case to case.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    Language,
    fold::{is_apostrophe, is_cyrillic},
    romanise::{kmu55, russian},
};

/// The skeletons of a word: of the word as it stands and, in Cyrillic, without a case ending that
/// has a consonant («Умєровим» → `*mrvm`, `*mrv`) and with a locative's consonant put back
/// («Празі» → also `prg`); in Latin also without a silent h. None for words with fewer than two sounds.
pub(super) fn skeletons(language: Language, word: &str) -> Vec<String> {
    let word: String = word.to_lowercase().nfc().filter(|c| !is_apostrophe(*c)).collect();
    let mut forms = vec![word.clone()];
    if word.chars().any(is_cyrillic) {
        forms.extend(without_ending(&word));
        forms.extend(with_old_consonant(&word));
    } else {
        forms.extend(without_silent_h(&word));
    }
    let mut skeletons: Vec<String> = forms
        .iter()
        .map(|form| skeleton(&latin(language, form)))
        .filter(|skeleton| skeleton.chars().count() >= 2)
        .collect();
    skeletons.dedup();
    skeletons
}

fn latin(language: Language, word: &str) -> String {
    match language {
        Language::Ru => russian(word),
        // Г as in Гаага is a sound of its own here; h is often silent.
        Language::Uk | Language::En => kmu55(&word.replace('г', "ґ")),
    }
}

/// Case endings with a consonant, longest first; at least three letters stay.
fn without_ending(word: &str) -> Option<String> {
    const ENDINGS: [&str; 22] = [
        "ього", "ьому", "ого", "ому", "его", "ему", "ими", "ыми", "ами", "ями", "ові", "еві",
        "єві", "ом", "ем", "єм", "им", "ым", "ам", "ям", "ах", "ях",
    ];
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|stem| stem.chars().count() >= 3)
        .map(str::to_owned)
}

/// «Празі», «Вероніці», «Волновасі» → the consonant of the nominative.
fn with_old_consonant(word: &str) -> Option<String> {
    [("зі", "г"), ("ці", "к"), ("сі", "х")]
        .iter()
        .find_map(|(locative, old)| Some(format!("{}{old}", word.strip_suffix(locative)?)))
}

/// "Johnson" sounds without its h, "Bohdan" with it: both are tried.
fn without_silent_h(word: &str) -> Option<String> {
    const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];
    let letters: Vec<char> = word.chars().collect();
    let is_vowel = |at: usize| letters.get(at).is_some_and(|c| VOWELS.contains(c));
    let silent = |at: usize| {
        letters[at] == 'h' && at.checked_sub(1).is_some_and(is_vowel) && !is_vowel(at + 1)
    };
    let spoken = (0..letters.len()).filter(|at| !silent(*at)).map(|at| letters[at]);
    Some(spoken.collect()).filter(|spoken: &String| spoken != word)
}

/// Consonants by their sound class; a vowel at the start is `*`, the others fall away.
fn skeleton(latin: &str) -> String {
    let letters: Vec<char> =
        latin.nfkd().filter(|c| c.is_alphabetic() && !is_combining_mark(*c)).collect();
    let mut skeleton = String::new();
    let mut last = ' ';
    let mut at = 0;
    while at < letters.len() {
        let (sound, taken) = sound(&letters[at..]);
        let doubled = at > 0 && letters[at] == letters[at - 1];
        match sound {
            "" if at == 0 => skeleton.push('*'),
            "" => {}
            sound if doubled && sound.starts_with(last) => {}
            sound => skeleton.push_str(sound),
        }
        last = sound.chars().last().unwrap_or(' ');
        at += taken;
    }
    skeleton
}

/// The class of the sound at the start, and how many letters spell it.
fn sound(letters: &[char]) -> (&'static str, usize) {
    let next = letters.get(1).copied().unwrap_or(' ');
    let third = letters.get(2).copied().unwrap_or(' ');
    match (letters[0], next, third) {
        ('s', 'h', 'c') if letters.get(3) == Some(&'h') => ("S", 4),
        ('s', 'c', 'h') => ("S", 3),
        ('d', 'z', 'h') => ("C", 3),
        ('s' | 'z', 'h', _) => ("S", 2),
        ('c', 'h', _) => ("C", 2),
        ('c', 'z', _) => ("C", 2),
        ('t', 's', _) => ("c", 2),
        ('k' | 'g', 'h', _) => ("g", 2),
        ('p', 'h', _) => ("f", 2),
        ('t', 'h', _) => ("t", 2),
        ('g', 'n', 'a' | 'e' | 'i' | 'o' | 'u') => ("n", 2),
        ('c', 'k', _) => ("k", 2),
        ('q', 'u', _) => ("kv", 2),
        ('c', 'e' | 'i' | 'y', _) => ("s", 1),
        (letter, ..) => (letter_class(letter), 1),
    }
}

fn letter_class(letter: char) -> &'static str {
    match letter {
        'b' => "b",
        'c' | 'k' | 'q' => "k",
        'd' => "d",
        'f' => "f",
        'g' | 'h' => "g",
        'j' => "C",
        'l' => "l",
        'm' => "m",
        'n' => "n",
        'p' => "p",
        'r' => "r",
        's' | 'z' => "s",
        't' => "t",
        'v' | 'w' => "v",
        'x' => "ks",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(a: (Language, &str), b: (Language, &str)) -> bool {
        let second = skeletons(b.0, b.1);
        skeletons(a.0, a.1).iter().any(|skeleton| second.contains(skeleton))
    }

    #[test]
    fn a_name_agrees_with_itself_in_other_alphabets_and_cases() {
        use Language::{En, Ru, Uk};
        for (uk, ru, en) in [
            ("Умєровим", "Умеровым", "Umerov"),
            ("Каріньян", "Кариньян", "Carignan"),
            ("Зеленського", "Зеленского", "Zelenskyy"),
            ("Дженні", "Дженни", "Jennie"),
            ("Вашингтоні", "Вашингтоне", "Washington"),
            ("Харкова", "Харькова", "Kharkiv"),
            ("Трампом", "Трампом", "Trump"),
            ("Джонсону", "Джонсону", "Johnson"),
            ("Богдан", "Богдан", "Bohdan"),
            ("Єрмак", "Ермак", "Yermak"),
            ("Празі", "Праге", "Prague"),
            ("Сибіга", "Сибига", "Sybiha"),
        ] {
            assert!(agree((Uk, uk), (En, en)), "{uk} {en}");
            assert!(agree((Ru, ru), (En, en)), "{ru} {en}");
            assert!(agree((Uk, uk), (Ru, ru)), "{uk} {ru}");
        }
    }

    #[test]
    fn different_names_do_not_agree() {
        use Language::{En, Uk};
        for (uk, en) in [
            ("Умєров", "Reznikov"),
            ("Київ", "Kovel"),
            ("Іран", "Iraq"),
            ("Зеленський", "Zelenetska"),
            ("Харків", "Kherson"),
            ("Одеса", "Odense"),
        ] {
            assert!(!agree((Uk, uk), (En, en)), "{uk} {en}");
        }
    }
}
