//! Mutations: of bytes, and of JSON in a way that leaves it JSON.

use serde_json::{Value, json};
use shpalta_tests::campaign::Dice;

/// A place in something of a length.
pub(super) fn place(length: usize, dice: &mut Dice) -> usize {
    usize::try_from(dice.below(length as u64)).unwrap()
}

/// Bytes of any value.
pub(super) fn noise(most: u64, dice: &mut Dice) -> Vec<u8> {
    let length = dice.below(most + 1);
    (0..length).map(|_| u8::try_from(dice.below(256)).unwrap()).collect()
}

/// A few bytes are changed, put in, taken out, doubled or moved; now and then the end is lost.
pub(super) fn bytes(sample: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for _ in 0..=dice.below(12) {
        let at = place(bytes.len().max(1), dice).min(bytes.len());
        let length = place(200, dice).min(bytes.len() - at);
        match dice.below(8) {
            0 => bytes.insert(at, u8::try_from(dice.below(256)).unwrap()),
            1 | 2 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            3 => _ = bytes.drain(at..at + length),
            4 => bytes.extend_from_within(at..at + length),
            5 => {
                let moved: Vec<u8> = bytes.drain(at..at + length).collect();
                let to = place(bytes.len() + 1, dice);
                bytes.splice(to..to, moved);
            }
            6 => _ = bytes.splice(at..at + length, noise(40, dice)),
            _ if dice.below(4) == 0 => bytes.truncate(at),
            _ => {
                let many = bytes[at..at + length.min(8)].repeat(place(400, dice));
                bytes.splice(at..at, many);
            }
        }
    }
    bytes
}

/// A few values are replaced by others, of the same document where one can be had.
pub(super) fn value(sample: &Value, dice: &mut Dice) -> Value {
    let mut value = sample.clone();
    for _ in 0..=dice.below(3) {
        let all = pointers(&value);
        let at = dice.pick(&all).clone();
        let other = match dice.below(3) {
            0 => odd(dice),
            _ => value.pointer(dice.pick::<String>(&all)).cloned().unwrap_or_default(),
        };
        let same_kind = value.pointer(&at).is_some_and(|old| kind(old) == kind(&other));
        if same_kind || dice.below(3) == 0 {
            if let Some(place) = value.pointer_mut(&at) {
                *place = other;
            }
        } else {
            change(&mut value, &at, dice);
        }
    }
    value
}

/// A list loses, doubles or turns its items; a number and a text change a little.
fn change(value: &mut Value, at: &str, dice: &mut Dice) {
    match value.pointer_mut(at) {
        Some(Value::Array(list)) if !list.is_empty() => match dice.below(3) {
            0 => _ = list.remove(place(list.len(), dice)),
            1 => list.push(list[place(list.len(), dice)].clone()),
            _ => list.reverse(),
        },
        Some(Value::Object(object)) if !object.is_empty() => {
            let key = object.keys().nth(place(object.len(), dice)).cloned();
            key.and_then(|key| object.remove(&key));
        }
        Some(Value::Number(number)) => {
            let next = number.as_i64().unwrap_or_default().wrapping_add(1);
            *number = next.into();
        }
        Some(Value::String(text)) => {
            let bytes = bytes(text.as_bytes(), dice);
            *text = String::from_utf8_lossy(&bytes).into_owned();
        }
        Some(Value::Bool(is_so)) => *is_so = !*is_so,
        _ => {}
    }
}

fn kind(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    }
}

fn odd(dice: &mut Dice) -> Value {
    match dice.below(8) {
        0 => Value::Null,
        1 => json!(u64::MAX),
        2 => json!(i64::MIN),
        3 => json!("\u{0}\u{202e}media:\n../"),
        4 => json!([]),
        5 => json!({}),
        6 => json!("0".repeat(64)),
        _ => json!("а́".repeat(place(2000, dice))),
    }
}

/// The places of all values in a document.
fn pointers(value: &Value) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut below = |key: String, child: &Value| {
        let key = key.replace('~', "~0").replace('/', "~1");
        all.extend(pointers(child).into_iter().map(|rest| format!("/{key}{rest}")));
    };
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, child)| below(at.to_string(), child));
        }
        Value::Object(object) => object.iter().for_each(|(key, child)| below(key.clone(), child)),
        _ => {}
    }
    all
}
