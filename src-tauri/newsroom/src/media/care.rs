//! What a photo shows and whose it is: what may keep it from leaving.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use shpalta_language::date::kyiv;
use ts_rs::TS;

use super::{Media, Unusable, find, follow};
use crate::act::Act;
use crate::error::{Error, Expected};
use crate::finding::FindingCode;
use crate::id::{MediaHash, PersonId};
use crate::setting::StrikeHours;
use crate::{Newsroom, Result, setting, story};

/// What can be said of a photo, and what its value is.
pub const MEDIA_KEYS: [(&str, &str); 7] = [
    ("origin", "whose it is: own, handout, agency or reader"),
    ("until", "the last day on which it may be used: 2027-01-31"),
    ("banned", "on or off: it may not be used"),
    ("shows", "apart by commas: civilian_strike, military_strike, troops, air_defense, person"),
    ("struck", "when the strike was whose aftermath it shows: 2026-01-31 11:56 (Kyiv)"),
    ("checked", "on or off: position, faces and documents were looked at (an editor says so)"),
    ("(any)", "none: takes the value away, where that makes sense"),
];

/// Whose a photo is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    Own,
    /// Given out by an office or a company.
    Handout,
    Agency,
    Reader,
}

/// What a photo shows that may harm somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// The aftermath of a strike on a civilian site.
    CivilianStrike,
    /// The aftermath of a strike on a military site.
    MilitaryStrike,
    Troops,
    AirDefense,
    /// Somebody who is not in public life.
    Person,
}

impl Shows {
    /// How many hours after the strike such a photo waits.
    fn waiting(self, hours: StrikeHours) -> Option<u16> {
        match self {
            Self::CivilianStrike => Some(hours.civilian),
            Self::MilitaryStrike => Some(hours.military),
            Self::Troops | Self::AirDefense | Self::Person => None,
        }
    }
}

/// What a photo shows and whose it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Care {
    pub origin: Option<Origin>,
    /// The last day on which it may be used, in Kyiv.
    #[ts(type = "string | null")]
    pub until: Option<Date>,
    /// It may not be used.
    pub banned: bool,
    pub shows: BTreeSet<Shows>,
    /// When the strike was whose aftermath it shows.
    #[ts(type = "string | null")]
    pub struck: Option<Timestamp>,
    pub checked: Option<Checked>,
}

/// Who looked at a photo for what gives away position, faces and documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Checked {
    #[ts(type = "string")]
    pub by: PersonId,
    pub name: String,
    #[ts(type = "string")]
    pub at: Timestamp,
}

impl Care {
    /// Whether nobody said anything.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// What keeps it from leaving, whatever the time.
    pub(crate) fn findings(&self) -> impl Iterator<Item = FindingCode> {
        let unchecked = !self.shows.is_empty() && self.checked.is_none();
        let banned = self.banned.then_some(FindingCode::PhotoBanned);
        banned.into_iter().chain(unchecked.then_some(FindingCode::PhotoUnchecked))
    }

    /// Until when a photo of an aftermath waits. Where nobody said when the strike was, it is
    /// counted from when the photo was `added`, which was later.
    pub(crate) fn waits_until(&self, added: Timestamp, hours: StrikeHours) -> Option<Timestamp> {
        let longest = self.shows.iter().filter_map(|shows| shows.waiting(hours)).max()?;
        let longest = SignedDuration::from_hours(longest.into());
        self.struck.unwrap_or(added).checked_add(longest).ok()
    }

    /// What two newsrooms say of a photo, the more careful of both. That somebody elsewhere checked
    /// it is nobody's word here.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let shows: BTreeSet<_> = self.shows.union(&other.shows).copied().collect();
        Self {
            origin: self.origin.or(other.origin),
            until: [self.until, other.until].into_iter().flatten().min(),
            banned: self.banned || other.banned,
            struck: [self.struck, other.struck].into_iter().flatten().max(),
            checked: self.checked.clone().filter(|_| shows == self.shows),
            shows,
        }
    }

    /// Whether this says at least as much against using the photo.
    fn is_as_careful_as(&self, other: &Self, added: Timestamp, hours: StrikeHours) -> bool {
        let ends = |care: &Self| care.until.unwrap_or(Date::MAX);
        ends(self) <= ends(other)
            && self.banned >= other.banned
            && self.shows.is_superset(&other.shows)
            && self.waits_until(added, hours) >= other.waits_until(added, hours)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<()> {
        let given = (value != "none" && !value.is_empty()).then_some(value);
        match key {
            "origin" => self.origin = given.map(|value| word(key, value)).transpose()?,
            "until" => {
                let bad = |_| Error::bad_value(key, value, Expected::Day);
                self.until = given.map(|value| value.parse().map_err(bad)).transpose()?;
            }
            "banned" => self.banned = setting::on_or_off(key, value)? == "on",
            "shows" => {
                let words = given.into_iter().flat_map(|value| value.split(',')).map(str::trim);
                let words = words.filter(|word| !word.is_empty());
                let shows = words.map(|value| word(key, value)).collect::<Result<_>>()?;
                // What was looked at was something else.
                self.checked = self.checked.take().filter(|_| self.shows == shows);
                self.shows = shows;
            }
            "struck" => {
                self.struck = given.map(|value| story::instant(key, value)).transpose()?;
            }
            _ => return Err(Error::NoKey(key.to_owned())),
        }
        Ok(())
    }
}

/// The value of a word that programs know.
fn word<T: DeserializeOwned>(key: &str, value: &str) -> Result<T> {
    let found = serde_json::from_value(serde_json::Value::String(value.to_owned()));
    found.map_err(|_| Error::bad_value(key, value, Expected::Word))
}

/// When a photo may not be used any more: the end of its last day, in Kyiv.
pub(crate) fn ends(until: Date) -> Option<Timestamp> {
    let next = until.tomorrow().ok()?;
    next.to_zoned_datetime(kyiv()).ok().map(|midnight| midnight.timestamp())
}

impl Newsroom {
    /// Says one of [`MEDIA_KEYS`] of a photo; `none` takes it back. Whoever says that a photo shows
    /// something else has it looked at again.
    ///
    /// # Errors
    /// [`Error::NoKey`], [`Error::BadValue`], [`Error::BadMedia`] for a photo that is not in the
    /// newsroom, [`Error::NotAllowed`] without a role; for what takes caution back, and for saying
    /// that it was checked, to who is no editor.
    pub fn set_media(&mut self, act: &Act, media: MediaHash, key: &str, value: &str) -> Result<()> {
        let value = value.trim();
        self.transact(act, "care", |tx| {
            tx.person.must_be_on_staff()?;
            let Media { care: before, added, .. } =
                find(tx, media)?.ok_or(Error::BadMedia(Unusable::NotHere))?;
            let mut care = before.clone();
            if key == "checked" {
                tx.person.must_edit()?;
                let (by, name, at) = (act.by, tx.person.name.clone(), act.at);
                let is_checked = setting::on_or_off(key, value)? == "on";
                care.checked = is_checked.then_some(Checked { by, name, at });
            } else {
                care.set(key, value)?;
            }
            if !care.is_as_careful_as(&before, added, setting::strike_hours(tx)?) {
                tx.person.must_edit()?;
            }
            store(tx, media, &care)?;
            follow(tx, media)
        })
    }
}

pub(crate) fn store(sql: &Connection, media: MediaHash, care: &Care) -> Result<()> {
    let json = match care.is_none() {
        true => None,
        false => serde_json::to_string(care).ok(),
    };
    sql.prepare_cached("UPDATE media SET care = ? WHERE hash = ?")?
        .execute(params![json, media])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn care(values: &[(&str, &str)]) -> Care {
        let mut care = Care::default();
        values.iter().for_each(|(key, value)| care.set(key, value).unwrap());
        care
    }

    fn checked(shows: &str) -> Care {
        let by = PersonId(uuid::Uuid::from_u128(1));
        let checked = Checked { by, name: "Олена".to_owned(), at: Timestamp::UNIX_EPOCH };
        Care { checked: Some(checked), ..care(&[("shows", shows)]) }
    }

    #[test]
    fn an_aftermath_waits_from_the_strike_else_from_when_the_photo_came() {
        let added: Timestamp = "2026-03-05T10:00:00Z".parse().unwrap();
        let until = |values: &[(&str, &str)]| {
            let until = care(values).waits_until(added, StrikeHours::default());
            until.map(|at| at.to_string())
        };
        let at = |hour: &str| Some(format!("2026-03-05T{hour}:00:00Z"));
        assert_eq!(until(&[("shows", "civilian_strike")]), at("13"));
        assert_eq!(until(&[("shows", "civilian_strike, military_strike")]), at("22"));
        let told = [("shows", "civilian_strike"), ("struck", "2026-03-05 09:00")];
        assert_eq!(until(&told), at("10"));
        assert_eq!(until(&[("shows", "troops,air_defense,person")]), None);
        let hours = StrikeHours { civilian: 5, ..StrikeHours::default() };
        let civilian = care(&[("shows", "civilian_strike")]).waits_until(added, hours);
        assert_eq!(civilian.map(|at| at.to_string()), at("15"));
    }

    #[test]
    fn what_may_harm_somebody_is_to_be_looked_at_and_again_when_it_shows_something_else() {
        let codes = |care: &Care| care.findings().collect::<Vec<_>>();
        assert_eq!(codes(&care(&[("origin", "own")])), []);
        assert_eq!(codes(&care(&[("shows", "person")])), [FindingCode::PhotoUnchecked]);
        let mut looked = checked("person");
        assert_eq!(codes(&looked), []);
        looked.set("shows", "person, troops").unwrap();
        assert_eq!(codes(&looked), [FindingCode::PhotoUnchecked]);
        assert_eq!(codes(&care(&[("banned", "on")])), [FindingCode::PhotoBanned]);
    }

    #[test]
    fn caution_is_taken_back_by_each_of_these() {
        let added: Timestamp = "2026-03-05T10:30:00Z".parse().unwrap();
        let careful = [
            ("until", "2026-03-05"),
            ("banned", "on"),
            ("shows", "civilian_strike, person"),
            ("struck", "2026-03-05 12:00"),
        ];
        let as_careful =
            |one: &Care, other: &Care| one.is_as_careful_as(other, added, StrikeHours::default());
        let before = care(&careful);
        for (key, value) in [
            ("until", "2026-03-06"),
            ("until", "none"),
            ("banned", "off"),
            ("shows", "person"),
            ("struck", "2026-03-05 11:00"),
        ] {
            let mut after = before.clone();
            after.set(key, value).unwrap();
            assert!(!as_careful(&after, &before), "{key} {value}");
            assert!(as_careful(&before, &after), "{key} {value}");
        }
        let mut later = before.clone();
        later.set("struck", "2026-03-05 13:00").unwrap();
        assert!(as_careful(&later, &before));
        let untold = care(&[("shows", "civilian_strike")]);
        let told = care(&[("shows", "civilian_strike"), ("struck", "2026-03-05 12:00")]);
        assert!(!as_careful(&told, &untold), "it was counted from when it came");
    }

    #[test]
    fn of_two_newsrooms_the_more_careful_word_counts_and_only_our_check() {
        let ours = checked("person");
        let same = Care { checked: None, ..ours.clone() };
        assert_eq!(ours.with(&same), ours);
        assert_eq!(same.with(&ours).checked, None);
        let more = care(&[("shows", "troops"), ("banned", "on"), ("until", "2026-03-05")]);
        let both = ours.with(&more);
        assert_eq!(both.shows, [Shows::Troops, Shows::Person].into());
        assert!(both.banned && both.checked.is_none() && both.until == more.until);
    }

    #[test]
    fn words_that_nobody_knows_are_refused() {
        let mut care = Care::default();
        for (key, value) in [("origin", "stolen"), ("shows", "cats"), ("until", "soon"), ("x", "y")]
        {
            assert!(care.set(key, value).is_err(), "{key} {value}");
        }
        assert!(care.is_none());
    }
}
