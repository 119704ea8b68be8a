//! The endings of Ukrainian and Russian nouns and adjectives.

use std::{collections::HashSet, sync::LazyLock};

/// Endings by which a word may differ from its stem and stay the same word, folded.
const CASE_ENDINGS: &str = "а е и й о у ь ю я є і ї ам ах ая ев ей ем ею ие ии ий им их ию ия иї ов ое ой ом ою ої \
    ую ые ый ым ых ье ью ям ях єм єю єї ів ій ім іх ію ія ії їв їм ами еві ией ими ові ого \
    ому ыми ями єві ією";

static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| CASE_ENDINGS.split_whitespace().collect());

/// Whether what follows a stem is one of its case endings, or nothing.
pub(super) fn is_case_ending(ending: &str) -> bool {
    ending.is_empty() || SET.contains(ending)
}
