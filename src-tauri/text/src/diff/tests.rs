#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::token::tokens;
use super::{Change, words};

/// The diff in short: `[-removed-]`, `{+added+}`, the rest kept.
fn short(old: &str, new: &str) -> String {
    let runs = words(old, new).into_iter().map(|run| match run.change {
        Change::Kept => run.text,
        Change::Removed => format!("[-{}-]", run.text),
        Change::Added => format!("{{+{}+}}", run.text),
    });
    runs.collect()
}

fn split(text: &str) -> Vec<&str> {
    tokens(text).map(|token| &text[token]).collect()
}

#[test]
fn words_keep_their_apostrophes_hyphens_and_separators() {
    assert_eq!(
        split("Віцепрем'єр і 21-річний об’єкт, п\u{2bc}ять."),
        ["Віцепрем'єр", "і", "21-річний", "об’єкт", ",", "п\u{2bc}ять", "."]
    );
    assert_eq!(split("30\u{a0}209, 1,5 о 12:40."), ["30\u{a0}209", ",", "1,5", "о", "12:40", "."]);
    assert_eq!(split("«так» — 'ні'"), ["«", "так", "»", "—", "'", "ні", "'"]);
    assert_eq!(split("за́мок"), ["за́мок"]);
    assert_eq!(
        split("[тут](https://a.ua/b-c?d=1), ні"),
        ["[", "тут", "]", "(", "https://a.ua/b-c?d=1", ")", ",", "ні"]
    );
    assert_eq!(split("http: 👩‍🚒!"), ["http", ":", "👩‍🚒", "!"]);
}

#[test]
fn a_changed_word_is_one_change() {
    assert_eq!(
        short("Уряд виділив 120 мільйонів.", "Уряд виділив 150 мільйонів."),
        "Уряд виділив [-120-]{+150+} мільйонів."
    );
    assert_eq!(
        short("віцепрем'єрка прибула", "прем'єрка прибула"),
        "[-віцепрем'єрка-]{+прем'єрка+} прибула"
    );
}

#[test]
fn a_changed_phrase_reads_as_one() {
    assert_eq!(
        short("У Києві пройшов сильний дощ вночі", "У Києві випав перший сніг вночі"),
        "У Києві [-пройшов сильний дощ-]{+випав перший сніг+} вночі"
    );
}

#[test]
fn an_added_or_removed_word_takes_one_space_with_it() {
    assert_eq!(short("one two", "one and two"), "one {+and +}two");
    assert_eq!(short("one and two", "one two"), "one [-and -]two");
    assert_eq!(short("one", "one two"), "one{+ two+}");
    assert_eq!(short("", "two"), "{+two+}");
    assert_eq!(short("two", ""), "[-two-]");
}

#[test]
fn marks_change_apart_from_the_word_before_them() {
    assert_eq!(short("Так, він був", "Так він був"), "Так[-,-] він був");
    assert_eq!(short("Він був.", "Він був!"), "Він був[-.-]{+!+}");
}

#[test]
fn a_changed_space_is_a_change() {
    assert_eq!(short("a  b", "a b"), "a [- -]b");
    assert_eq!(short("5 км", "5\u{a0}км"), "5[- -]{+\u{a0}+}км");
}

#[test]
fn small_words_that_happen_to_stand_in_both_do_not_cut_a_rewritten_phrase() {
    assert_eq!(
        short(
            "Він поїхав учора в Одесу й повернувся",
            "Комісія засідала цілу добу в Києві без перерви"
        ),
        "[-Він поїхав учора в Одесу й повернувся-]{+Комісія засідала цілу добу в Києві без перерви+}"
    );
}

#[test]
fn equal_texts_are_one_kept_run_and_empty_ones_none() {
    assert_eq!(words("один два", "один два").len(), 1);
    assert!(words("", "").is_empty());
}

proptest! {
    #[test]
    fn runs_give_both_texts_back(
        old in "([а-гa-c]{1,3}|[ .,'’\u{a0}\n-]|[0-9]|👩‍🚒|e\u{301}){0,30}",
        new in "([а-гa-c]{1,3}|[ .,'’\u{a0}\n-]|[0-9]|👩‍🚒|e\u{301}){0,30}",
    ) {
        let runs = words(&old, &new);
        let without = |change: Change| -> String {
            let others = runs.iter().filter(|run| run.change != change);
            others.map(|run| run.text.as_str()).collect()
        };
        prop_assert_eq!(without(Change::Added), old);
        prop_assert_eq!(without(Change::Removed), new);
        for pair in runs.windows(2) {
            prop_assert_ne!(pair[0].change, pair[1].change);
            prop_assert!((pair[0].change, pair[1].change) != (Change::Added, Change::Removed));
        }
        prop_assert!(runs.iter().all(|run| !run.text.is_empty()));
    }

    #[test]
    fn any_text_at_all_can_be_compared(old in ".{0,40}", new in ".{0,40}") {
        let kept: String = words(&old, &new)
            .into_iter()
            .filter(|run| run.change != Change::Removed)
            .map(|run| run.text)
            .collect();
        prop_assert_eq!(kept, new);
    }
}
