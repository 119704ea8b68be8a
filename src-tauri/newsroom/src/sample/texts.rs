//! The files of the sample newsroom. Texts and pictures are our own invention.

/// A file that stands beside this one, under its name.
macro_rules! files {
    ($include:ident: $($name:literal),+ $(,)?) => { &[$(($name, $include!($name)),)+] };
}

/// Pictures, named in texts as `media:NAME`.
pub(super) const PHOTOS: &[(&str, &[u8])] =
    files![include_bytes: "metro.jpg", "night-train.jpg", "orchard.jpg"];

/// Texts with front matter.
pub(super) const TEXTS: &[(&str, &str)] = files![
    include_str:
    "apple-record.en.md",
    "apple-record.uk.md",
    "kharkiv-metro-changed.uk.md",
    "kharkiv-metro.en.md",
    "kharkiv-metro.ru.md",
    "kharkiv-metro.uk.md",
    "library-reopens.en.md",
    "library-reopens.ru.md",
    "library-reopens.uk.md",
    "night-trains.en.md",
    "night-trains.ru.md",
    "night-trains.uk.md",
    "planetarium-night.en.md",
    "planetarium-night.ru.md",
    "planetarium-night.uk.md",
    "port-photographs.uk.md",
    "transport-summit.en.md",
    "transport-summit.ru.md",
    "transport-summit.uk.md",
    "university-exchange.en.md",
    "university-exchange.uk.md",
];
