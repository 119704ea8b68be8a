//! Texts to measure with.

use std::fs;
use std::path::PathBuf;

use shpalta_language::Language;

/// A long text with everything an article has.
pub fn article(paragraphs: usize) -> String {
    let mut text = String::new();
    for number in 0..paragraphs {
        text.push_str(&match number % 8 {
            0 => format!("## Деталі {number}\n\n"),
            1 => format!("- перший пункт {number};\n- другий **пункт**;\n- третій.\n\n"),
            2 => format!("> Розраховуємо на співпрацю {number}.\n>\n> – сказав міністр.\n\n"),
            3 => format!("| Місто | Рейсів |\n| --- | --- |\n| Київ | {number} |\n\n"),
            _ => format!(
                "{} [Укрзалізниця](https://example.org/{number}) *повідомила* про це.\n\n",
                sentence(Language::Uk, number)
            ),
        });
    }
    text
}

/// What Comrak makes of a text on its own, with the same extensions.
pub fn comrak(text: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    comrak::markdown_to_html(text, &options)
}

/// Paragraphs of news; the same number says the same in each language.
pub fn paragraphs(language: Language, count: usize) -> String {
    paragraphs_from(language, 0, count)
}

/// The same, beginning with the paragraph of a number.
pub fn paragraphs_from(language: Language, first: usize, count: usize) -> String {
    let sentences: Vec<_> =
        (first..first + count).map(|number| sentence(language, number)).collect();
    sentences.join("\n\n")
}

fn sentence(language: Language, number: usize) -> String {
    let (day, platform) = (number % 28 + 1, number % 9 + 1);
    match language {
        Language::Uk => format!(
            "Потяг № {number} вирушить {day} лютого о 12:15 з {platform}-ї платформи, \
             квитки на рейс {number} коштують 480 грн."
        ),
        Language::En => format!(
            "Train No. {number} leaves on Feb. {day} at 12:15 from platform {platform}, \
             tickets for service {number} cost 480 hryvnias."
        ),
        Language::Ru => format!(
            "Поезд № {number} отправится {day} февраля в 12:15 с {platform}-й платформы, \
             билеты на рейс {number} стоят 480 грн."
        ),
    }
}

/// The size of all files together, having read them.
pub fn read_all(files: &[PathBuf]) -> usize {
    files.iter().filter_map(|file| fs::read(file).ok()).map(|bytes| bytes.len()).sum()
}
