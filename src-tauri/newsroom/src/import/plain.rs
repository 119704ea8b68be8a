//! Facts in words of no language, for people who compare two of them.

use jiff::Timestamp;
use shpalta_language::Language;
use shpalta_language::date::{When, kyiv};

/// A fact as somebody would write it into a file.
pub(super) trait Plain {
    /// `2025-01-20`, `2025-01-20 11:56` by Kyiv's clock, `30209`, `uk`.
    fn plain(&self) -> String;
}

impl Plain for When {
    fn plain(&self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Instant(instant) => instant.plain(),
        }
    }
}

impl Plain for Timestamp {
    fn plain(&self) -> String {
        let local = self.to_zoned_datetime(kyiv());
        let form = if local.second() == 0 { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d %H:%M:%S" };
        local.strftime(form).to_string()
    }
}

impl Plain for u64 {
    fn plain(&self) -> String {
        self.to_string()
    }
}

impl Plain for Language {
    fn plain(&self) -> String {
        self.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn moments_are_told_by_the_clock_of_kyiv() {
        let instant = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(When::Day(jiff::civil::date(2025, 1, 20)).plain(), "2025-01-20");
        assert_eq!(instant("2025-01-20T09:56:00Z").plain(), "2025-01-20 11:56");
        assert_eq!(When::Instant(instant("2025-07-01T09:56:07Z")).plain(), "2025-07-01 12:56:07");
        assert_eq!((30_209_u64.plain(), Language::Uk.plain()), ("30209".into(), "uk".into()));
    }
}
