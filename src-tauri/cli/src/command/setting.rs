//! Site and policies.

use std::path::absolute;

use serde_json::{Map, Value, json};

use super::Answer;
use crate::arguments::By;
use crate::desk::Desk;
use crate::output::Reply;

/// `site show`
pub(super) fn show_site(desk: &Desk) -> Answer {
    Ok(shown(desk, desk.newsroom.site_settings()?))
}

/// `policy show`
pub(super) fn show_policy(desk: &Desk) -> Answer {
    Ok(shown(desk, desk.newsroom.policy_settings()?))
}

/// `site set`. A folder is remembered as seen from anywhere.
pub(super) fn set_site(desk: &mut Desk, key: &str, value: &str, by: &By) -> Answer {
    let act = desk.act(by)?;
    let value = match key {
        "folder" if !value.is_empty() => match absolute(value) {
            Ok(folder) => folder.to_string_lossy().into_owned(),
            Err(_) => value.to_owned(),
        },
        _ => value.to_owned(),
    };
    desk.newsroom.set_site(&act, key, &value)?;
    show_site(desk)
}

/// `policy set`
pub(super) fn set_policy(desk: &mut Desk, key: &str, value: &str, by: &By) -> Answer {
    let act = desk.act(by)?;
    desk.newsroom.set_policy(&act, key, value)?;
    show_policy(desk)
}

fn shown(desk: &Desk, settings: Vec<(String, String)>) -> Reply {
    let text = || match settings.is_empty() {
        true => "Nothing is set yet.".to_owned(),
        false => settings.iter().map(|(key, value)| format!("{key} = {value}\n")).collect(),
    };
    let value = || {
        let settings = settings.iter().map(|(key, value)| (key.clone(), json!(value)));
        Value::Object(settings.collect::<Map<_, _>>())
    };
    desk.format.reply(value, text)
}
