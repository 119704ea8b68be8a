//! Site and policies.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::str::FromStr;

use rusqlite::{Connection, OptionalExtension};
use shpalta_language::Language;

use crate::act::Act;
use crate::decision::DecisionKind;
use crate::error::{Error, Expected};
use crate::log::Entry;
use crate::{Newsroom, Result};

/// The site that the newsroom publishes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// Its address without a slash at the end; none keeps all links relative.
    pub url: Option<String>,
    /// Its name per language, as the page's head shows it.
    pub name: BTreeMap<Language, String>,
    /// The folder that export writes to.
    pub folder: Option<PathBuf>,
    /// The address on a server where that folder is brought, if the site does not live in it.
    pub server: Option<String>,
    /// Whether pages show the counter of views.
    pub shows_views: bool,
    /// Whether photos of texts are there as AVIF, too.
    pub has_avif: bool,
}

/// The policies of the newsroom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Policy {
    /// An editor may approve a text of their own; it is marked for a second look.
    pub self_approve: bool,
    /// An editor may let an edition out in spite of a finding, as a chief may.
    pub editor_overrides: bool,
    /// A photo of a strike's aftermath holds its page back until its time has come.
    pub strike_photos_wait: bool,
    /// How long it waits.
    pub strike_hours: StrikeHours,
    /// A story that has no Ukrainian page, or a much shorter one, has none in another language.
    pub ukrainian_first: bool,
}

/// How long after a strike photos of its aftermath wait, in hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StrikeHours {
    pub civilian: u16,
    pub military: u16,
}

impl Default for StrikeHours {
    /// What the military asks of the press.
    fn default() -> Self {
        Self { civilian: 3, military: 12 }
    }
}

/// The settings of the site: key and what its value is.
pub const SITE_KEYS: [(&str, &str); 10] = [
    ("url", "the site's address: https://…"),
    ("folder", "the folder that export writes to"),
    ("server", "where that folder is brought: sftp://USER@HOST/FOLDER or s3://KEY@BUCKET/FOLDER"),
    ("name.uk", "the site's name on Ukrainian pages"),
    ("name.en", "the site's name on English pages"),
    ("name.ru", "the site's name on Russian pages"),
    ("views", "on or off: whether pages show the counter"),
    ("avif", "on or off: photos as AVIF, too: smaller files, slow to make (off)"),
    ("backup.folder", "a second place for backups, on another disk; it may be absent"),
    ("backup.size", "the most that backups may take, in MB (10000)"),
];

/// The policies: key and what it says; each is `on` or `off`, or for two of them hours.
pub const POLICY_KEYS: [(&str, &str); 6] = [
    ("self_approve", "on or off: an editor may approve a text of their own (second look due)"),
    ("editor_overrides", "on or off: an editor may override findings at export, with a reason"),
    (
        "strike_photos_wait",
        "on or off: photos of a strike hold pages back until their time has come",
    ),
    (CIVILIAN, "hours after a strike that photos of a civilian site wait (3)"),
    (MILITARY, "hours after a strike that photos of a military site wait (12)"),
    (
        "ukrainian_first",
        "on or off: without a Ukrainian page as long, a story has none in another language",
    ),
];

const CIVILIAN: &str = "civilian_strike_hours";
const MILITARY: &str = "military_strike_hours";

impl Newsroom {
    /// The site.
    pub fn site(&self) -> Result<Site> {
        self.read(site)
    }

    /// The policies.
    pub fn policy(&self) -> Result<Policy> {
        self.read(policy)
    }

    /// All settings of `site` as (key, value), unset ones left out.
    pub fn site_settings(&self) -> Result<Vec<(String, String)>> {
        self.read(|sql| listed(sql, "site.", &SITE_KEYS))
    }

    /// All policies as (key, value), those that nobody set as well.
    pub fn policy_settings(&self) -> Result<Vec<(String, String)>> {
        self.read(|sql| {
            let StrikeHours { civilian, military } = strike_hours(sql)?;
            let value = |key| -> Result<String> {
                Ok(match key {
                    CIVILIAN => civilian.to_string(),
                    MILITARY => military.to_string(),
                    _ if is_on(sql, &policy_key(key))? => "on".to_owned(),
                    _ => "off".to_owned(),
                })
            };
            POLICY_KEYS.iter().map(|(key, _)| Ok(((*key).to_owned(), value(key)?))).collect()
        })
    }

    /// Sets one of [`SITE_KEYS`]. `name` sets all three names. An empty value unsets.
    ///
    /// # Errors
    /// [`Error::NoKey`], [`Error::BadValue`], [`Error::NotAllowed`] unless a chief asks.
    pub fn set_site(&mut self, act: &Act, key: &str, value: &str) -> Result<()> {
        let value = value.trim();
        let value = match key {
            "url" if !value.is_empty() => checked_url(value)?,
            "views" | "avif" => on_or_off(key, value)?.to_owned(),
            "backup.folder" if !value.is_empty() => absolute(value),
            "backup.size" if !value.is_empty() => whole_number::<u64>(key, value)?.to_string(),
            _ => value.to_owned(),
        };
        let keys: Vec<&str> = match key {
            "name" => vec!["name.uk", "name.en", "name.ru"],
            _ => vec![known(&SITE_KEYS, key)?],
        };
        self.set_logged(act, DecisionKind::Site, "site.", &keys, &value)
    }

    /// Sets one of [`POLICY_KEYS`]. Empty hours are the usual ones.
    ///
    /// # Errors
    /// As [`Newsroom::set_site`].
    pub fn set_policy(&mut self, act: &Act, key: &str, value: &str) -> Result<()> {
        let key = known(&POLICY_KEYS, key)?;
        let value = match (key, value.trim()) {
            (CIVILIAN | MILITARY, "") => String::new(),
            (CIVILIAN | MILITARY, hours) => whole_number::<u16>(key, hours)?.to_string(),
            (_, value) => on_or_off(key, value)?.to_owned(),
        };
        self.set_logged(act, DecisionKind::Policy, "policy.", &[key], &value)
    }

    fn set_logged(
        &mut self,
        act: &Act,
        kind: DecisionKind,
        prefix: &str,
        keys: &[&str],
        value: &str,
    ) -> Result<()> {
        self.transact(act, "setting", |tx| {
            tx.person.must_be_chief()?;
            for key in keys {
                put(tx, &format!("{prefix}{key}"), value)?;
                tx.log(Entry::of(kind).with("key", *key).with("value", value))?;
            }
            tx.changed_newsroom()
        })
    }
}

fn known(keys: &[(&'static str, &str)], key: &str) -> Result<&'static str> {
    keys.iter()
        .find(|(known, _)| *known == key)
        .map(|(known, _)| *known)
        .ok_or_else(|| Error::NoKey(key.to_owned()))
}

pub(crate) fn on_or_off(key: &str, value: &str) -> Result<&'static str> {
    match value {
        "on" | "true" | "yes" => Ok("on"),
        "off" | "false" | "no" => Ok("off"),
        _ => Err(Error::bad_value(key, value, Expected::OnOrOff)),
    }
}

/// The same folder wherever the program is started.
fn absolute(folder: &str) -> String {
    let whole = std::path::absolute(folder).ok();
    whole.and_then(|path| path.to_str().map(str::to_owned)).unwrap_or_else(|| folder.to_owned())
}

fn whole_number<N: FromStr>(key: &str, value: &str) -> Result<N> {
    value.parse().map_err(|_| Error::bad_value(key, value, Expected::WholeNumber))
}

/// An `http` or `https` address without a slash at the end.
pub(crate) fn checked_url(url: &str) -> Result<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let odd = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\?#".contains(c);
    match rest {
        Some(host) if !host.trim_matches('/').is_empty() && !host.contains(odd) => {
            Ok(url.trim_end_matches('/').to_owned())
        }
        _ => Err(Error::bad_value("url", url, Expected::WebAddress)),
    }
}

pub(crate) fn site(sql: &Connection) -> Result<Site> {
    let mut name = BTreeMap::new();
    for language in Language::ALL {
        if let Some(text) = get(sql, &format!("site.name.{}", language.code()))? {
            name.insert(language, text);
        }
    }
    Ok(Site {
        url: get(sql, "site.url")?,
        name,
        folder: get(sql, "site.folder")?.map(PathBuf::from),
        server: get(sql, "site.server")?,
        shows_views: get(sql, "site.views")?.as_deref() != Some("off"),
        has_avif: is_on(sql, "site.avif")?,
    })
}

pub(crate) fn policy(sql: &Connection) -> Result<Policy> {
    Ok(Policy {
        self_approve: is_on(sql, "policy.self_approve")?,
        editor_overrides: is_on(sql, "policy.editor_overrides")?,
        strike_photos_wait: is_on(sql, "policy.strike_photos_wait")?,
        strike_hours: strike_hours(sql)?,
        ukrainian_first: is_on(sql, "policy.ukrainian_first")?,
    })
}

/// How long photos of a strike's aftermath wait.
pub(crate) fn strike_hours(sql: &Connection) -> Result<StrikeHours> {
    let usual = StrikeHours::default();
    let hours = |key, usual| -> Result<u16> {
        let set = get(sql, &policy_key(key))?.and_then(|hours| hours.parse().ok());
        Ok(set.unwrap_or(usual))
    };
    Ok(StrikeHours {
        civilian: hours(CIVILIAN, usual.civilian)?,
        military: hours(MILITARY, usual.military)?,
    })
}

fn policy_key(key: &str) -> String {
    format!("policy.{key}")
}

fn is_on(sql: &Connection, key: &str) -> Result<bool> {
    Ok(get(sql, key)?.as_deref() == Some("on"))
}

fn listed(
    sql: &Connection,
    prefix: &str,
    keys: &[(&'static str, &str)],
) -> Result<Vec<(String, String)>> {
    let mut settings = Vec::new();
    for (key, _) in keys {
        if let Some(value) = get(sql, &format!("{prefix}{key}"))? {
            settings.push(((*key).to_owned(), value));
        }
    }
    Ok(settings)
}

pub(crate) fn get(sql: &Connection, key: &str) -> Result<Option<String>> {
    let mut query = sql.prepare_cached("SELECT value FROM setting WHERE key = ?")?;
    Ok(query.query_row([key], |row| row.get(0)).optional()?)
}

/// An empty value unsets.
pub(crate) fn put(sql: &Connection, key: &str, value: &str) -> Result<()> {
    if value.is_empty() {
        sql.prepare_cached("DELETE FROM setting WHERE key = ?")?.execute([key])?;
        return Ok(());
    }
    sql.prepare_cached("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)")?
        .execute([key, value])?;
    Ok(())
}
