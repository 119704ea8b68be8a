//! The words of what Rust itself shows: menus, native dialogs, notifications. They stand with all
//! others in the window's `.ftl` files.

use std::cell::OnceCell;
use std::thread::LocalKey;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use shpalta_language::Language;
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static UK: OnceCell<Bundle> = const { OnceCell::new() };
    static EN: OnceCell<Bundle> = const { OnceCell::new() };
    static RU: OnceCell<Bundle> = const { OnceCell::new() };
}

/// The words of a key.
pub(crate) fn of(language: Language, key: &str) -> String {
    said(language, key, None)
}

/// The words of a key that counts something.
pub(crate) fn counted(language: Language, key: &str, n: usize) -> String {
    let mut args = FluentArgs::new();
    args.set("n", n);
    said(language, key, Some(&args))
}

fn said(language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    let (bundle, source) = shelf(language);
    bundle.with(|cell| {
        let bundle = cell.get_or_init(|| parsed(language, source));
        let pattern = bundle.get_message(key).and_then(|message| message.value());
        match pattern {
            Some(pattern) => bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned(),
            None => key.to_owned(),
        }
    })
}

fn shelf(language: Language) -> (&'static LocalKey<OnceCell<Bundle>>, &'static str) {
    match language {
        Language::Uk => (&UK, include_str!("../../ui/src/i18n/uk.ftl")),
        Language::En => (&EN, include_str!("../../ui/src/i18n/en.ftl")),
        Language::Ru => (&RU, include_str!("../../ui/src/i18n/ru.ftl")),
    }
}

fn parsed(language: Language, source: &str) -> Bundle {
    let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new(vec![locale]);
    bundle.set_use_isolating(false);
    // What stands beside an error is usable; a test holds the files to be whole.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(usable, _)| usable);
    bundle.add_resource_overriding(resource);
    bundle
}
