//! Words held against what asks for them.

use std::collections::BTreeSet;

use super::asked::Strings;
use super::family::Family;

/// What does not fit. Nothing is what should stand here.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Words that nothing asks for by their whole name, and that no family has.
    pub unused: BTreeSet<String>,
    /// Members of families without a word.
    pub missing: BTreeSet<String>,
    /// Forms in the code from which keys are made that are no family's.
    pub homeless: BTreeSet<String>,
    /// Families from which nothing is made any more.
    pub idle: BTreeSet<String>,
}

impl Held {
    /// Holds words against the strings of the code and its families.
    pub fn of(words: &BTreeSet<&str>, strings: &Strings, families: &[Family]) -> Self {
        let members: BTreeSet<String> = families.iter().flat_map(Family::keys).collect();
        let forms: BTreeSet<String> =
            families.iter().map(|family| family.form.to_owned()).collect();
        let followed: BTreeSet<String> = families.iter().flat_map(Family::forms).collect();
        let is_used = |word: &&&str| strings.literals.contains(**word) || members.contains(**word);
        let has_word = |key: &&String| words.contains(key.as_str());
        Self {
            unused: words.iter().filter(|word| !is_used(word)).map(|&word| word.into()).collect(),
            missing: members.iter().filter(|key| !has_word(key)).cloned().collect(),
            homeless: strings.forms.difference(&followed).cloned().collect(),
            idle: forms.difference(&strings.forms).cloned().collect(),
        }
    }
}

mod tests {
    use super::super::asked::strings;
    use super::*;

    /// A page that asks for one word by name and makes others from a colour.
    const PAGE: &str = r#"<p class="looks-red">{t("paint-title")}</p>{t(`paint-${colour}`)}"#;

    const PAINTS: &[Family] =
        &[Family::of("paint-*", &["", "-tip"], || ["red", "light_blue"].map(str::to_owned).into())];

    fn held(page: &str, words: &[&str], families: &[Family]) -> Held {
        let strings = strings([("Page.svelte".to_owned(), page.to_owned())]);
        Held::of(&words.iter().copied().collect(), &strings, families)
    }

    fn set(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    const ALL: [&str; 5] =
        ["paint-title", "paint-red", "paint-red-tip", "paint-light-blue", "paint-light-blue-tip"];

    #[test]
    fn words_that_fit_are_all_used() {
        assert_eq!(held(PAGE, &ALL, PAINTS), Held::default());
    }

    #[test]
    fn a_word_that_begins_like_a_family_is_unused_all_the_same() {
        let words = [&ALL[..], &["paint-green", "paint-red-hint", "looks-red"]].concat();
        let unused = set(&["looks-red", "paint-green", "paint-red-hint"]);
        assert_eq!(held(PAGE, &words, PAINTS), Held { unused, ..Held::default() });
    }

    #[test]
    fn a_family_without_one_of_its_words_is_found_out() {
        let missing = set(&["paint-light-blue-tip"]);
        assert_eq!(held(PAGE, &ALL[..4], PAINTS), Held { missing, ..Held::default() });
    }

    #[test]
    fn a_form_without_a_family_is_found_out() {
        let page =
            format!(r#"{PAGE}{{t(`brush-${{size.replaceAll("_", "-")}}-${{of({{x}})}}-tip`)}}"#);
        let homeless = set(&["brush-*-tip"]);
        assert_eq!(held(&page, &ALL, PAINTS), Held { homeless, ..Held::default() });
    }

    #[test]
    fn a_family_that_nothing_is_made_from_is_found_out() {
        let page = r#"{t("paint-title")}"#;
        assert_eq!(held(page, &ALL, PAINTS), Held { idle: set(&["paint-*"]), ..Held::default() });
    }
}
