//! Site and policies.

use std::io::{self, IsTerminal};
use std::path::absolute;

use serde_json::{Map, Value, json};
use shpalta_publish::{Error, ServerAddress, check_site, keep_secret};

use super::Answer;
use crate::arguments::By;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::output::Reply;

/// What to do where a secret cannot be typed.
const SECRET_REMEDY: &str = "Give it on stdin: shpalta site secret < FILE.";

/// What to do where no server is set.
pub(crate) const NO_SERVER_REMEDY: &str =
    "Set it: shpalta site set server sftp://USER@HOST/FOLDER.";

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
    check_site(key, &value)?;
    desk.newsroom.set_site(&act, key, &value)?;
    show_site(desk)
}

/// `site secret`: asked for where somebody types, else read.
pub(super) fn secret(desk: &Desk, forget: bool) -> Answer {
    let address: ServerAddress = match desk.newsroom.site()?.server {
        Some(server) => server.parse().map_err(Error::from)?,
        None => return Err(no_server()),
    };
    let secret = match (forget, io::stdin().is_terminal()) {
        (true, _) => Ok(String::new()),
        (false, true) => rpassword::prompt_password(format!("Secret for {address}: ")),
        (false, false) => io::read_to_string(io::stdin()),
    };
    let unread =
        |error| Failure::usage(format!("The secret could not be read: {error}."), SECRET_REMEDY);
    let secret = secret.map_err(unread)?;
    keep_secret(&address, secret.trim_end_matches(['\r', '\n'])).map_err(Error::from)?;
    let kept = if forget { "forgotten" } else { "kept" };
    Ok(desk.format.reply(
        || json!({ "server": address.to_string(), "secret": kept }),
        || format!("The secret for {address} is {kept}.\n"),
    ))
}

fn no_server() -> Failure {
    let message = "The site has no server.".to_owned();
    Failure::refused("no_server", message, NO_SERVER_REMEDY)
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
