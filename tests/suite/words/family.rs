//! Keys that the code puts together from a form and one of a list of codes.

use std::collections::BTreeSet;

use super::codes::{
    actions, declared, error_codes, fates, faults, fields, languages, marks, notices, of_type,
    pills, ranks, reasons, remarks, roles, rows, said_in, variants, warnings,
};

/// Keys that are made from one form, with a code in the place of its `*`.
pub struct Family {
    pub form: &'static str,
    /// What may follow such a key; each does.
    suffixes: &'static [&'static str],
    codes: fn() -> BTreeSet<String>,
}

/// Every form that the window's code makes keys from.
pub const FAMILIES: &[Family] = &[
    Family::of("error-*", &["", "-remedy"], error_codes),
    Family::of("finding-*", &[""], || of_type("FindingCode")),
    Family::of("severity-*", &[""], || of_type("Severity")),
    Family::of("pill-*", &["", "-tip"], pills),
    Family::of("language-*", &[""], languages),
    Family::of("in-language-*", &[""], languages),
    Family::of("from-language-*", &[""], languages),
    Family::of("original-*", &[""], languages),
    Family::of("edition-*", &[""], languages),
    Family::of("role-*", &[""], ranks),
    Family::of("role-*-may", &[""], roles),
    Family::of("filter-*", &[""], || declared("const FILTERS")),
    Family::of("board-nothing-*", &[""], || of_type("BoardFilter")),
    Family::of("mode-*", &[""], || declared("type Mode =")),
    Family::of("variant-*", &[""], variants),
    Family::of("row-*", &[""], rows),
    Family::of("kind-*", &[""], || declared("const NAMED = new Set")),
    Family::of("fact-*", &[""], || of_type("FactKind")),
    Family::of("history-view-*", &[""], || said_in("features/history/", "value: \"")),
    Family::of("history-field-*", &[""], fields),
    Family::of("history-why-*", &[""], reasons),
    Family::of("history-decision-*", &[""], || of_type("DecisionKind")),
    Family::of("review-block-*", &[""], marks),
    Family::of("review-kind-*", &["", "-tip"], || of_type("ChangeKind")),
    Family::of("details-*", &[""], || said_in("features/review/", "|| block.kind === \"")),
    Family::of("section-*", &[""], || declared("const SECTIONS = [\n  \"war\"")),
    Family::of("warning-*", &[""], warnings),
    Family::of("readers-now-*", &[""], || declared("type Seen =")),
    Family::of("readers-done-*", &[""], || of_type("WithdrawKind")),
    Family::of("notice-*", &[""], notices),
    Family::of("action-*", &[""], || declared("const ACTION =")),
    Family::of("export-*", &[""], fates),
    Family::of("import-note-*", &[""], remarks),
    Family::of("start-*", &["", "-what"], || declared("const WAYS: Way[]")),
    Family::of("found-*-needed", &[""], || declared("type Asked =")),
    Family::of("merge-*", &["", "-out"], || declared("type Side =")),
    Family::of("merge-whole-*", &[""], || declared("type Whole =")),
    Family::of("theme-*", &[""], || of_type("Theme")),
    Family::of("settings-*", &[""], || declared("const SECTIONS = [\n  \"window\"")),
    Family::of("names-*", &[""], || of_type("NameKind")),
    Family::of("names-add-*", &[""], || of_type("NameKind")),
    Family::of("policy-*", &["", "-what"], || {
        &declared("const POLICIES =") | &declared("const HOURS =")
    }),
    Family::of("care-origin-*", &[""], || of_type("Origin")),
    Family::of("care-shows-*", &[""], || of_type("Shows")),
    Family::of("folder-*", &[""], || declared("const paths: [Which, string | null][]")),
    Family::of("fault-*", &[""], faults),
    Family::of("shortcut-*", &[""], actions),
    Family::of("scope-*", &[""], || declared("export type Scope = \"window\"")),
];

impl Family {
    pub const fn of(
        form: &'static str,
        suffixes: &'static [&'static str],
        codes: fn() -> BTreeSet<String>,
    ) -> Self {
        Self { form, suffixes, codes }
    }

    /// The forms that its keys may be made from in the code.
    pub fn forms(&self) -> impl Iterator<Item = String> {
        self.suffixes.iter().map(|suffix| format!("{}{suffix}", self.form))
    }

    /// All keys of it.
    pub fn keys(&self) -> Vec<String> {
        let keys = |code: String| {
            let key = self.form.replace('*', &code.replace('_', "-"));
            self.suffixes.iter().map(move |suffix| format!("{key}{suffix}"))
        };
        (self.codes)().into_iter().flat_map(keys).collect()
    }
}
