//! The words of the window: three files that say the same, each in its language, and nothing that
//! the window does not ask for.

mod asked;
mod codes;
mod family;
mod held;
mod shelf;

use std::collections::BTreeSet;

use shpalta_language::Language;

use asked::{asked, of_the_window};
use codes::errors;
use family::FAMILIES;
use held::Held;
use shelf::{Message, Shelf, shelves};

#[test]
fn the_three_files_have_the_same_keys_in_the_same_order() {
    let [uk, en, ru] = shelves();
    for (at, key) in uk.keys().enumerate() {
        for other in [&en, &ru] {
            let same = other.messages.get(at).map(|message| message.key.as_str());
            assert_eq!(same, Some(key), "{} in the place of {key}", other.language.code());
        }
    }
    assert_eq!((uk.messages.len(), uk.messages.len()), (en.messages.len(), ru.messages.len()));
}

#[test]
fn no_key_stands_twice() {
    for shelf in shelves() {
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = shelf.keys().filter(|key| !seen.insert(*key)).collect();
        assert_eq!(twice, [""; 0], "{}", shelf.language.code());
    }
}

#[test]
fn a_message_names_the_same_things_in_the_three_languages() {
    let [uk, en, ru] = shelves();
    for message in &uk.messages {
        for other in [&en, &ru] {
            let same = other.get(&message.key);
            assert_eq!(message.variables, same.variables, "{} {}", message.key, other.code());
            assert_eq!(message.references, same.references, "{} {}", message.key, other.code());
        }
    }
}

#[test]
fn what_is_counted_has_every_form_of_its_language() {
    let mut missing = Vec::new();
    for shelf in shelves() {
        let forms: &[&str] = match shelf.language {
            Language::Uk | Language::Ru => &["one", "few", "many"],
            Language::En => &["one", "other"],
        };
        for Message { key, plurals, .. } in &shelf.messages {
            for (variable, said) in plurals {
                let lacking = forms.iter().filter(|form| !said.contains(**form));
                let told = lacking.map(|form| format!("{} {key} ${variable} {form}", shelf.code()));
                missing.extend(told);
            }
        }
    }
    assert_eq!(missing, [""; 0]);
}

#[test]
fn what_one_language_counts_all_of_them_count() {
    let shelves = shelves();
    for message in &shelves[0].messages {
        let counted = |shelf: &Shelf| shelf.get(&message.key).plurals.keys().cloned().collect();
        let [uk, en, ru]: [BTreeSet<String>; 3] = shelves.each_ref().map(counted);
        assert_eq!((&uk, &uk), (&en, &ru), "{}", message.key);
    }
}

#[test]
fn the_letters_are_those_of_the_house() {
    let [uk, _, ru] = shelves();
    for (number, line) in (1..).zip(uk.source.lines()) {
        let letters: Vec<char> = line.chars().collect();
        for around in letters.windows(3) {
            let between = around[0].is_alphabetic() && around[2].is_alphabetic();
            let straight = matches!(around[1], '\'' | 'ʼ' | '`' | '´' | '‘');
            assert!(!(between && straight), "uk.ftl:{number}: the apostrophe is ’: {line}");
        }
    }
    for (number, line) in (1..).zip(ru.source.lines()) {
        assert!(!line.contains(['ё', 'Ё']), "ru.ftl:{number}: {line}");
    }
}

#[test]
fn every_word_that_is_asked_for_by_name_is_there() {
    let [uk, ..] = shelves();
    let keys: BTreeSet<&str> = uk.keys().collect();
    let missing = asked().into_iter().filter(|(key, _)| !keys.contains(key.as_str()));
    let missing: Vec<String> = missing.map(|(key, file)| format!("{key} ({file})")).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn every_word_is_asked_for_by_name_or_is_of_a_family() {
    let [uk, ..] = shelves();
    let mut strings = of_the_window();
    strings.literals.extend(uk.messages.iter().flat_map(|message| message.references.clone()));
    assert_eq!(Held::of(&uk.keys().collect(), &strings, FAMILIES), Held::default());
}

#[test]
fn an_error_names_only_what_it_knows() {
    let [uk, ..] = shelves();
    let mut unknown = Vec::new();
    for (code, known) in errors() {
        let Some(known) = known else { continue };
        for key in [format!("error-{code}"), format!("error-{code}-remedy")] {
            let named = uk.named_in(&key);
            unknown.extend(named.difference(&known).map(|name| format!("{key} ${name}")));
        }
    }
    assert_eq!(unknown, [""; 0]);
}
