//! A file of words, read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;
use shpalta_language::Language;

use crate::cli::root;

/// The categories of CLDR that choose a form by a number.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The words of one language.
pub struct Shelf {
    pub language: Language,
    pub source: String,
    pub messages: Vec<Message>,
}

/// The words of one key.
#[derive(Debug, Default)]
pub struct Message {
    pub key: String,
    pub variables: BTreeSet<String>,
    /// Other messages that are part of it.
    pub references: BTreeSet<String>,
    /// The variables that choose a plural form, and the forms that stand there.
    pub plurals: BTreeMap<String, BTreeSet<String>>,
}

/// The shelves of uk, en and ru.
pub fn shelves() -> [Shelf; 3] {
    Language::ALL.map(Shelf::read)
}

impl Shelf {
    fn read(language: Language) -> Self {
        let file = format!("ui/src/i18n/{}.ftl", language.code());
        let source = fs::read_to_string(root().join(&file)).unwrap();
        let resource = parser::parse(source.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        let messages = resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(Message::of(message.id.name, message.value.as_ref()?)),
            _ => None,
        });
        let messages = messages.collect();
        Self { language, source, messages }
    }

    pub fn code(&self) -> &'static str {
        self.language.code()
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.iter().map(|message| message.key.as_str())
    }

    pub fn get(&self, key: &str) -> &Message {
        let found = self.messages.iter().find(|message| message.key == key);
        found.unwrap_or_else(|| panic!("{}.ftl has no {key}", self.code()))
    }

    /// The variables of a message with those of the messages in it.
    pub fn named_in(&self, key: &str) -> BTreeSet<String> {
        let Some(message) = self.messages.iter().find(|message| message.key == key) else {
            return BTreeSet::new();
        };
        let within = message.references.iter().flat_map(|reference| self.named_in(reference));
        within.chain(message.variables.iter().cloned()).collect()
    }
}

impl Message {
    fn of(key: &str, value: &Pattern<&str>) -> Self {
        let mut message = Self { key: key.to_owned(), ..Self::default() };
        message.read(value);
        message
    }

    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                let forms: BTreeSet<String> = variants.iter().map(|v| form(&v.key)).collect();
                if let Some(variable) = counted(selector)
                    && forms.iter().all(|form| CATEGORIES.contains(&form.as_str()))
                {
                    self.plurals.insert(variable.to_owned(), forms);
                }
                variants.iter().for_each(|variant| self.read(&variant.value));
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.read_inline(argument));
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}

fn form(key: &VariantKey<&str>) -> String {
    match key {
        VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => {
            (*name).to_owned()
        }
    }
}

/// The variable that a selection goes by.
fn counted<'s>(selector: &InlineExpression<&'s str>) -> Option<&'s str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().find_map(counted)
        }
        _ => None,
    }
}
