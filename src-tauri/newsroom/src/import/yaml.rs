//! YAML as written: scalars keep their spelling (`1.10` stays `1.10`), entries keep their lines.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use serde_saphyr::{
    Spanned,
    options::{DuplicateKeyPolicy, NonFiniteFloatPolicy},
};

use super::error::{Fault, Refusal};

/// One entry of the front matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub key: String,
    /// The line of the YAML, counted from 1.
    pub line: usize,
    pub node: Node,
}

/// What stands after a key.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Nothing,
    Text(String),
    /// A number or a truth value, with its spelling.
    Plain(String, Value),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    /// A scalar as it is spelt.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Plain(text, _) => Some(text),
            Self::Nothing | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// One scalar, or a list of them.
    pub fn texts(&self) -> Option<Vec<&str>> {
        match self {
            Self::List(nodes) => nodes.iter().map(Self::text).collect(),
            _ => self.text().map(|text| vec![text]),
        }
    }

    /// The same value as JSON.
    pub fn json(self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Text(text) => Value::String(text),
            Self::Plain(_, value) => value,
            Self::List(nodes) => nodes.into_iter().map(Self::json).collect(),
            Self::Map(entries) => {
                let entries = entries.into_iter().map(|(key, node)| (key, node.json()));
                Value::Object(entries.collect::<Map<_, _>>())
            }
        }
    }
}

/// The entries of a mapping in order, repeated keys included. A fault's line is the YAML's.
pub fn entries(yaml: &str) -> Result<Vec<Entry>, Fault> {
    if yaml.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Vec::new());
    }
    let raw: Pairs<Spanned<String>> =
        serde_saphyr::from_str_with_options(yaml, options()).map_err(|error| fault(&error))?;
    let entry = |(key, raw): (Spanned<String>, Spanned<Raw>)| Entry {
        line: usize::try_from(key.referenced.line()).unwrap_or(usize::MAX),
        key: key.value,
        node: node(raw, yaml),
    };
    Ok(raw.0.into_iter().map(entry).collect())
}

/// Front matter is a page of settings, not a data set: these bounds stop a YAML bomb early.
fn options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: 20_000,
            max_nodes: 10_000,
            max_depth: 32,
            max_aliases: 100,
            max_anchors: 100,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: 10_000,
            max_replay_stack_depth: 8,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        strict_booleans: true,
        with_snippet: false,
    }
}

fn fault(error: &serde_saphyr::Error) -> Fault {
    let place = error.location();
    let line = place.map(|place| usize::try_from(place.line()).unwrap_or(usize::MAX));
    let text = error.to_string();
    let sentence = text.lines().next().unwrap_or_default();
    let sentence = sentence.split(" at line ").next().unwrap_or_default();
    Fault { line, refusal: Refusal::Yaml { detail: sentence.trim_end_matches('.').to_owned() } }
}

fn node(raw: Spanned<Raw>, yaml: &str) -> Node {
    let spelling = || {
        let span = raw.defined.span();
        let start = usize::try_from(span.byte_offset()?).ok()?;
        let end = start.checked_add(usize::try_from(span.byte_len()?).ok()?)?;
        yaml.get(start..end).map(|text| text.trim().to_owned())
    };
    match raw.value {
        Raw::Nothing => Node::Nothing,
        Raw::Text(text) => Node::Text(text),
        Raw::Plain(value) => Node::Plain(spelling().unwrap_or_else(|| value.to_string()), value),
        Raw::List(list) => Node::List(list.into_iter().map(|raw| node(raw, yaml)).collect()),
        Raw::Map(pairs) => {
            Node::Map(pairs.0.into_iter().map(|(key, raw)| (key, node(raw, yaml))).collect())
        }
    }
}

/// A value before its spelling is looked up.
enum Raw {
    Nothing,
    Text(String),
    Plain(Value),
    List(Vec<Spanned<Raw>>),
    Map(Pairs<String>),
}

/// A mapping in the order of the file, repeated keys included.
struct Pairs<K>(Vec<(K, Spanned<Raw>)>);

impl<'de, K: Deserialize<'de>> Deserialize<'de> for Pairs<K> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct PairsVisitor<K>(std::marker::PhantomData<K>);

        impl<'de, K: Deserialize<'de>> Visitor<'de> for PairsVisitor<K> {
            type Value = Pairs<K>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("lines “key: value”")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                pairs(map)
            }
        }

        from.deserialize_map(PairsVisitor(std::marker::PhantomData))
    }
}

fn pairs<'de, K: Deserialize<'de>, A: MapAccess<'de>>(mut map: A) -> Result<Pairs<K>, A::Error> {
    let mut pairs = Vec::new();
    while let Some(pair) = map.next_entry()? {
        pairs.push(pair);
    }
    Ok(Pairs(pairs))
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_none<E: Error>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Raw, D::Error> {
        Raw::deserialize(from)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Plain(Value::Bool(value)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Plain(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Plain(value.into()))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_string()))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Raw, E> {
        let number = Number::from_f64(value);
        Ok(number.map_or_else(|| Raw::Text(value.to_string()), |n| Raw::Plain(Value::Number(n))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Raw, A::Error> {
        pairs(map).map(Raw::Map)
    }
}
