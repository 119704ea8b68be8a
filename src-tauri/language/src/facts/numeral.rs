//! Numbers written in words, in all their case forms.

use std::{collections::HashMap, sync::LazyLock};

use super::ending::is_case_ending;
use crate::Language;

const UK: &[(u64, &str)] = &[
    (1, "один одна одне одного одної одному одній одну одним одною однієї однією"),
    (2, "два дві двох двом двома двоє"),
    (3, "три трьох трьом трьома троє"),
    (4, "чотири чотирьох чотирьом чотирма четверо"),
    (5, "п'ять п'яти п'ятьох п'ятьом п'ятьма п'ятьома п'ятеро"),
    (6, "шість шести шістьох шістьом шістьма шістьома шестеро"),
    (7, "сім семи сімох сімом сьома сімома семеро"),
    (8, "вісім восьми вісьмох вісьмом вісьма вісьмома восьмеро"),
    (9, "дев'ять дев'яти дев'ятьох дев'ятьом дев'ятьма дев'ятьома дев'ятеро"),
    (10, "десять десяти десятьох десятьом десятьма десятьома десятеро"),
    (40, "сорок сорока"),
    (90, "дев'яносто дев'яноста"),
    (100, "сто ста"),
    (200, "двісті двохсот двомстам"),
    (300, "триста трьохсот"),
    (400, "чотириста чотирьохсот"),
    (500, "п'ятсот п'ятисот"),
    (600, "шістсот шестисот"),
    (700, "сімсот семисот"),
    (800, "вісімсот восьмисот"),
    (900, "дев'ятсот дев'ятисот"),
];
const UK_TEENS_AND_TENS: &[(u64, &str)] = &[
    (11, "одинадцят"),
    (12, "дванадцят"),
    (13, "тринадцят"),
    (14, "чотирнадцят"),
    (15, "п'ятнадцят"),
    (16, "шістнадцят"),
    (17, "сімнадцят"),
    (18, "вісімнадцят"),
    (19, "дев'ятнадцят"),
    (20, "двадцят"),
    (30, "тридцят"),
];
const UK_TENS: &[(u64, &str)] =
    &[(50, "п'ятдесят"), (60, "шістдесят"), (70, "сімдесят"), (80, "вісімдесят")];
const UK_ORDINALS: &[(u64, &str)] = &[
    (1, "перш"),
    (4, "четверт"),
    (5, "п'ят"),
    (6, "шост"),
    (7, "сьом"),
    (8, "восьм"),
    (9, "дев'ят"),
    (10, "десят"),
];
const UK_ORDINAL_ENDINGS: &str = "ий а е ого ої ому ій у ою им их ими";
/// «Друга» and «другу» are also a friend.
const UK_OTHER_ORDINALS: &[(u64, &str)] = &[
    (2, "другий друге другого другої другому другій другою другим"),
    (3, "третій третя третє третього третьої третьому третю третьою третім третіх третіми"),
];

const RU: &[(u64, &str)] = &[
    (1, "один одна одно одного одной одному одну одним одною"),
    (2, "два две двух двум двумя двое"),
    (3, "три трех трем тремя трое"),
    (4, "четыре четырех четырем четырьмя четверо"),
    (5, "пять пяти пятью пятеро"),
    (6, "шесть шести шестью шестеро"),
    (7, "семь семи семью семеро"),
    (8, "восемь восьми восемью восьмью восьмеро"),
    (9, "девять девяти девятью девятеро"),
    (10, "десять десяти десятью десятеро"),
    (40, "сорок сорока"),
    (50, "пятьдесят пятидесяти пятьюдесятью"),
    (60, "шестьдесят шестидесяти шестьюдесятью"),
    (70, "семьдесят семидесяти семьюдесятью"),
    (80, "восемьдесят восьмидесяти"),
    (90, "девяносто девяноста"),
    (100, "сто ста"),
    (200, "двести двухсот двумстам"),
    (300, "триста трехсот тремстам"),
    (400, "четыреста четырехсот"),
    (500, "пятьсот пятисот"),
    (600, "шестьсот шестисот"),
    (700, "семьсот семисот"),
    (800, "восемьсот восьмисот"),
    (900, "девятьсот девятисот"),
];
const RU_TEENS_AND_TENS: &[(u64, &str)] = &[
    (11, "одиннадцат"),
    (12, "двенадцат"),
    (13, "тринадцат"),
    (14, "четырнадцат"),
    (15, "пятнадцат"),
    (16, "шестнадцат"),
    (17, "семнадцат"),
    (18, "восемнадцат"),
    (19, "девятнадцат"),
    (20, "двадцат"),
    (30, "тридцат"),
];
const RU_ORDINALS: &[(u64, &str)] = &[
    (1, "перв"),
    (2, "втор"),
    (4, "четверт"),
    (5, "пят"),
    (6, "шест"),
    (7, "седьм"),
    (8, "восьм"),
    (9, "девят"),
    (10, "десят"),
];
const RU_ORDINAL_ENDINGS: &str = "ый ой ая ое ого ому ую ым ом ые ых ыми";
const RU_THIRD: &[(u64, &str)] =
    &[(3, "третий третья третье третьего третьей третьему третью третьим третьем третьи третьих")];

const EN: &[(u64, &str)] = &[
    (1, "one first"),
    (2, "two second"),
    (3, "three third"),
    (4, "four fourth"),
    (5, "five fifth"),
    (6, "six sixth"),
    (7, "seven seventh"),
    (8, "eight eighth"),
    (9, "nine ninth"),
    (10, "ten tenth"),
    (11, "eleven eleventh"),
    (12, "twelve twelfth"),
    (13, "thirteen thirteenth"),
    (14, "fourteen fourteenth"),
    (15, "fifteen fifteenth"),
    (16, "sixteen sixteenth"),
    (17, "seventeen seventeenth"),
    (18, "eighteen eighteenth"),
    (19, "nineteen nineteenth"),
    (20, "twenty twentieth"),
    (30, "thirty thirtieth"),
    (40, "forty fortieth"),
    (50, "fifty fiftieth"),
    (60, "sixty sixtieth"),
    (70, "seventy seventieth"),
    (80, "eighty eightieth"),
    (90, "ninety ninetieth"),
];

/// Shares and multiples: key and words. A share has no decimal that people would write.
const PARTS: [(&str, &str); 6] = [
    ("1/2", "половина половини половині половину половиною пів половины половине половиной half"),
    ("1/3", "третина третини третині третину третиною треть трети третью thirds one-third"),
    ("1/4", "чверть чверті чвертю четверть четверти четвертью quarters one-quarter three-quarters"),
    ("3/2", "півтора півтори полтора полторы полутора"),
    ("×2", "удвічі вдвічі удвоє вдвоє вдвое twice double doubled doubles doubling twofold"),
    ("×3", "утричі втричі втроє втрое triple tripled triples tripling threefold"),
];

/// Stems of verbs and adjectives that multiply.
const MULTIPLES: [(&str, &[&str]); 2] = [
    ("×2", &["подвої", "подвій", "удвои", "удваив"]),
    ("×3", &["потрої", "потрій", "утрои", "утраив"]),
];

type Words = HashMap<String, u64>;

static WORDS: LazyLock<[Words; 3]> = LazyLock::new(|| {
    let soft = |rows, endings: &str| with_endings(rows, endings);
    let mut uk = forms(UK);
    uk.extend(soft(UK_TEENS_AND_TENS, "ь и ьох ьом ьма ьома"));
    uk.extend(soft(UK_TENS, "- и ьох ьом ьма ьома"));
    uk.extend(soft(UK_ORDINALS, UK_ORDINAL_ENDINGS));
    uk.extend(forms(UK_OTHER_ORDINALS));
    let mut ru = forms(RU);
    ru.extend(soft(RU_TEENS_AND_TENS, "ь и ью"));
    ru.extend(soft(RU_ORDINALS, RU_ORDINAL_ENDINGS));
    ru.extend(forms(RU_THIRD));
    [uk, forms(EN), ru].map(|rows| rows.into_iter().collect())
});

static PART_WORDS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    PARTS
        .iter()
        .flat_map(|(key, words)| words.split_whitespace().map(move |word| (word, *key)))
        .collect()
});

/// The value of one folded word, cardinal or ordinal.
pub(super) fn value(language: Language, word: &str) -> Option<u64> {
    let [uk, en, ru] = &*WORDS;
    let words = match language {
        Language::Uk => uk,
        Language::En => en,
        Language::Ru => ru,
    };
    words.get(word).copied()
}

/// The key of a share or multiple, of a folded word: half, a quarter, twice.
pub(super) fn part(word: &str) -> Option<&'static str> {
    let multiple =
        MULTIPLES.iter().find(|(_, stems)| stems.iter().any(|stem| word.starts_with(stem)));
    PART_WORDS.get(word).copied().or(multiple.map(|(key, _)| *key))
}

/// The power of ten of a counted word: thousand 3, million 6; folded, short forms without
/// their stop.
pub(super) fn power(language: Language, word: &str) -> Option<i32> {
    let stems: &[(&str, i32)] = match language {
        Language::Uk => &[("тисяч", 3), ("мільйон", 6), ("мільярд", 9), ("трильйон", 12)],
        Language::Ru => &[("тысяч", 3), ("миллион", 6), ("миллиард", 9), ("триллион", 12)],
        Language::En => &[],
    };
    let short = match word {
        "тис" | "тыс" | "thousand" | "k" => Some(3),
        "hundred" => Some(2),
        "млн" | "million" | "mln" => Some(6),
        "млрд" | "billion" | "bn" | "bln" => Some(9),
        "трлн" | "trillion" | "trn" => Some(12),
        _ => None,
    };
    short.or_else(|| {
        let within = |stem: &str| word.strip_prefix(stem).is_some_and(is_case_ending);
        stems.iter().find(|(stem, _)| within(stem)).map(|(_, power)| *power)
    })
}

fn forms(rows: &[(u64, &str)]) -> Vec<(String, u64)> {
    rows.iter()
        .flat_map(|(value, forms)| forms.split(' ').map(|form| (form.to_owned(), *value)))
        .collect()
}

fn with_endings(stems: &[(u64, &str)], endings: &str) -> Vec<(String, u64)> {
    stems
        .iter()
        .flat_map(|(value, stem)| {
            endings
                .split(' ')
                .map(move |ending| (format!("{stem}{}", ending.trim_start_matches('-')), *value))
        })
        .collect()
}
