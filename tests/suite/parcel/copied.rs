//! Copies of one newsroom: the same people, devices of their own, and chains that stay whole.

use std::fs;

use rusqlite::Connection;
use serde_json::json;
use shpalta_tests::cli::{Desk, WEATHER_UK};
use shpalta_tests::desk;

use super::{hand, out, state, verified};

/// The newsroom as it is on another laptop from now on.
fn laptop(of: &Desk) -> Desk {
    let laptop = Desk::empty();
    desk::copy(&of.newsroom(), &laptop.newsroom());
    laptop
}

fn sql(desk: &Desk) -> Connection {
    Connection::open(desk.newsroom().join("newsroom.db")).unwrap()
}

#[test]
fn two_laptops_go_on_and_no_chain_breaks() {
    let office = Desk::with_weather();
    let road = laptop(&office);
    // Decisions about other stories and people lie between those of the story: no parcel has them.
    for desk in [&office, &road] {
        desk.ok(["staff", "add", "Lesia", "--role", "editor"]);
        desk.ok("revoke weather --lang en --by Edyta");
        desk.ok("site set name Шпальта");
    }
    road.write("weather", "uk", &WEATHER_UK.replace("20 см", "30 см"));
    road.pass("weather", "uk");
    let taken = hand(&road, &office, "weather");
    assert_eq!((&taken["decisions"], &taken["people"]), (&json!(3), &json!([])));
    assert_eq!(office.editorial("weather", "uk"), "draft", "no signature says who approved");
    hand(&office, &road, "weather");
    let before = (state(&office), state(&road));
    hand(&road, &office, "weather");
    hand(&office, &road, "weather");
    assert!((state(&office), state(&road)) == before);
    for desk in [&office, &road] {
        verified(desk);
        let devices = "SELECT count(DISTINCT device) FROM log";
        assert_eq!(sql(desk).query_row(devices, [], |row| row.get::<_, u32>(0)).unwrap(), 2);
    }
}

#[test]
fn a_decision_that_came_in_a_parcel_and_is_lost_or_altered_is_told() {
    let (from, to) = (Desk::with_weather(), Desk::new());
    hand(&from, &to, "weather");
    verified(&to);
    let faults = |statement: &str| {
        let damaged = laptop(&to);
        sql(&damaged).execute_batch(statement).unwrap();
        let found = damaged.run("verify").value.unwrap()["faults"].take();
        let codes = found.as_array().unwrap().iter().map(|fault| fault["code"].to_string());
        codes.collect::<Vec<_>>()
    };
    let last = "(SELECT max(position) FROM log WHERE parcel IS NOT NULL)";
    assert_eq!(faults("SELECT 1"), [""; 0], "the control");
    assert!(
        faults(&format!("DELETE FROM log WHERE position = {last}")).contains(&"\"chain\"".into())
    );
    let altered = format!("UPDATE log SET payload = x'7b7d' WHERE position = {last}");
    assert!(faults(&altered).contains(&"\"decision\"".into()));
    let own = format!("UPDATE log SET parcel = NULL WHERE position = {last}");
    assert!(faults(&own).contains(&"\"chain\"".into()));
    let foreign = "UPDATE log SET parcel = 1 WHERE position = (SELECT max(position) FROM log)";
    assert!(faults(foreign).contains(&"\"chain\"".into()));
}

/// A newsroom that is put back to an earlier state in its own place goes on as the same device:
/// its decisions then contradict those that others have of it.
#[test]
fn two_decisions_of_one_device_under_one_number_are_refused() {
    let (home, abroad) = (Desk::with_weather(), Desk::new());
    let database = home.newsroom().join("newsroom.db");
    let earlier = fs::read(&database).unwrap();
    home.ok("revoke weather --lang uk --by Edyta");
    hand(&home, &abroad, "weather");
    // Written over in place, so that machine, path and inode are the same.
    let own = out(&home, "weather");
    fs::write(&database, &earlier).unwrap();
    let refused = home.run(["parcel", "in", own.to_str().unwrap(), "--by", "Rosa"]);
    assert_eq!(refused.refusal.unwrap().code, "parcel_contradicts");
    home.ok("revoke weather --lang en --by Edyta");
    let before = state(&abroad);
    let parcel = out(&home, "weather");
    let refused = abroad.run(["parcel", "in", parcel.to_str().unwrap(), "--by", "Rosa"]);
    assert_eq!(refused.refusal.unwrap().code, "parcel_contradicts");
    assert!(state(&abroad) == before);
}
