//! Texts written out as Markdown with front matter, for a place of somebody's choice: importing
//! reads them.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use shpalta_language::Language;
use shpalta_language::date::kyiv;

use super::replay::whole;
use super::{file_name, new_folder};
use crate::Result;
use crate::backup::sync_folder;
use crate::edition::EditionText;
use crate::error::Error;

/// A text with its place in the newsroom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The story's slug.
    pub story: String,
    pub language: Language,
    pub text: EditionText,
    /// Words that have no place in it yet.
    pub loose: Vec<String>,
}

/// Writes texts into a new folder within `to`, a file each, and has them on disk. Returns the
/// folder.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::ReadOnly`], [`Error::Files`].
pub fn write_texts(to: &Path, texts: &[Text], now: Timestamp) -> Result<PathBuf> {
    let stamp = now.to_zoned_datetime(kyiv()).strftime("shpalta-%Y-%m-%d-%H-%M").to_string();
    let folder = new_folder(to, &stamp)?;
    for text in texts {
        let path = free_name(&folder, &text.story, text.language);
        let write = || {
            let mut file = File::create_new(&path)?;
            file.write_all(as_markdown(text).as_bytes())?;
            file.sync_all()
        };
        write().map_err(|error| Error::files(&path, &error))?;
    }
    sync_folder(&folder)?;
    Ok(folder)
}

/// Two texts of one edition stand beside each other.
fn free_name(folder: &Path, story: &str, language: Language) -> PathBuf {
    let story = file_name(story);
    let mut path = folder.join(format!("{story}.{}.md", language.code()));
    let mut number = 1;
    while path.exists() {
        number += 1;
        path = folder.join(format!("{story}-{number}.{}.md", language.code()));
    }
    path
}

/// Values as JSON writes them are values of YAML, too.
fn as_markdown(text: &Text) -> String {
    let EditionText { headline, lead, body, variants } = whole(&text.text, &text.loose);
    let value = |text: &str| serde_json::Value::from(text).to_string();
    let mut file = format!("---\ntitle: {}\n", value(&headline));
    if !lead.is_empty() {
        let _ = writeln!(file, "description: {}", value(&lead));
    }
    let _ = writeln!(file, "lang: {}", text.language.code());
    for (name, words) in &variants {
        let _ = writeln!(file, "variant-{name}: {}", value(words));
    }
    format!("{file}---\n\n{}\n", body.trim_end())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::fs;

    use super::*;
    use crate::import::front_matter;

    fn text(headline: &str, lead: &str, body: &str) -> Text {
        let (headline, lead, body) = (headline.into(), lead.into(), body.into());
        let variants = [("push".to_owned(), "Пуш: «так»".to_owned())].into();
        let text = EditionText { headline, lead, body, variants };
        Text { story: "weather".into(), language: Language::Uk, text, loose: Vec::new() }
    }

    #[test]
    fn what_is_written_is_read_by_importing() {
        let place = tempfile::tempdir().unwrap();
        let odd = text(
            "Дощ: «так» \"і\" \\ні",
            "Лід – з # та: двокрапкою",
            "# Не заголовок\n\n---\n\nАбзац.",
        );
        let untitled = Text {
            loose: vec!["Рядок без місця.".into()], ..text("", "", "Абзац.")
        };
        let texts = [odd.clone(), untitled];
        let now = Timestamp::from_second(1_737_352_800).unwrap();
        let folder = write_texts(place.path(), &texts, now).unwrap();
        assert_eq!(folder.file_name().unwrap(), "shpalta-2025-01-20-08-00");
        let file = fs::read_to_string(folder.join("weather.uk.md")).unwrap();
        let parsed = front_matter::parse(&file, None).unwrap();
        assert_eq!(parsed.headline.as_ref(), Some(&odd.text.headline));
        assert_eq!(parsed.lead.as_ref(), Some(&odd.text.lead));
        assert_eq!((parsed.body, parsed.language), (odd.text.body, Some(Language::Uk)));
        let second = fs::read_to_string(folder.join("weather-2.uk.md")).unwrap();
        assert!(second.ends_with("\n\nАбзац.\n\nРядок без місця.\n"), "{second}");
        let again = write_texts(place.path(), &texts, now).unwrap();
        assert_ne!(folder, again, "nothing is overwritten");
    }
}
