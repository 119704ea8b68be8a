//! A sitting of commands, as a person or a script runs them: each is acknowledged when it ends.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;
use shpalta_language::Language::{self, En, Uk};
use shpalta_newsroom::{Newsroom, Result, backup};
use shpalta_tests::cli::{Desk, WEATHER_EN, WEATHER_UK, fixture};
use shpalta_tests::desk::folder;

use super::Sitting;
use super::disk::{Disk, formatted};
use super::image::Image;

/// The page that the sitting exports.
const PAGE: &str = "site/news/na-vykhidnykh-u-karpatakh-chekaiut-na-snih.html";

/// A command of a sitting, and how one sees ever after that it was done.
struct Step {
    words: &'static str,
    is_kept: fn(&Desk) -> bool,
}

const SITTING: [Step; 8] = [
    Step {
        words: "story write weather --lang uk --from uk30.md --by Rosa",
        is_kept: |desk| is_written(desk, Uk, "30 см"),
    },
    Step {
        words: "media add tram.png --credit uk=Музей --by Rosa",
        is_kept: |desk| has_photo(desk).unwrap_or(false),
    },
    Step {
        words: "story write weather --lang uk --from uk40.md --by Rosa",
        is_kept: |desk| is_written(desk, Uk, "40 см"),
    },
    Step {
        words: "submit weather --lang uk --by Rosa",
        is_kept: |desk| ["in_review", "approved"].contains(&&*desk.editorial("weather", "uk")),
    },
    Step {
        words: "approve weather --lang uk --by Edyta",
        is_kept: |desk| desk.editorial("weather", "uk") == "approved",
    },
    Step {
        words: "export weather --lang uk --by Edyta",
        is_kept: |desk| desk.publication("weather", "uk") == "exported" && has_page(desk),
    },
    Step { words: "backup", is_kept: |desk| has_backup(desk).unwrap_or(false) },
    Step {
        words: "story write weather --lang en --from en30.md --by Rosa",
        is_kept: |desk| is_written(desk, En, "30 cm"),
    },
];

/// The save that must succeed once the power is back.
const NEXT: Step = Step {
    words: "story write weather --lang uk --from uk50.md --by Rosa",
    is_kept: |desk| is_written(desk, Uk, "50 см"),
};

fn is_written(desk: &Desk, language: Language, words: &str) -> bool {
    texts(desk, language).is_ok_and(|texts| texts.iter().any(|text| text.contains(words)))
}

/// The texts of all revisions of the story, and of its draft.
fn texts(desk: &Desk, language: Language) -> Result<Vec<String>> {
    let newsroom = Newsroom::open(&desk.newsroom())?;
    let story = newsroom.story_id("weather")?;
    let history = newsroom.history(story, language)?;
    let numbers = history.revisions.iter().map(|revision| Some(revision.revision));
    let texts = numbers.chain([None]).map(|number| newsroom.show(story, language, number));
    texts.map(|shown| Ok(shown?.text.body)).collect()
}

fn has_photo(desk: &Desk) -> Result<bool> {
    let newsroom = Newsroom::open(&desk.newsroom())?;
    let photo = fs::read(fixture("news/tram.png")).unwrap();
    let is_it = |path: &Path| fs::read(path).is_ok_and(|bytes| bytes == photo);
    Ok(newsroom.media()?.iter().any(|media| is_it(&newsroom.media_path(media.hash))))
}

/// Whether the site holds the page, and every file that it should.
fn has_page(desk: &Desk) -> bool {
    let page = fs::read_to_string(desk.beside(PAGE));
    let verified = desk.run("verify --export site").value.unwrap_or_default();
    page.is_ok_and(|page| page.contains("40&nbsp;см")) && verified["export"]["faults"] == json!([])
}

/// Whether there is a backup, and it becomes a newsroom.
fn has_backup(desk: &Desk) -> Result<bool> {
    let backups = Newsroom::open(&desk.newsroom())?.backups()?;
    let place = folder();
    let Some(newest) = backups.first() else { return Ok(false) };
    Ok(backup::restore(&newest.path, &place.path().join("restored"))?.faults.is_empty())
}

/// A disk with a newsroom, and all that a sitting takes up.
pub fn furnished() -> Image {
    let desk = Desk::new();
    desk.import(&["weather.uk.md", "weather.en.md"]);
    for depth in ["30", "40", "50"] {
        desk.file(&format!("uk{depth}.md"), WEATHER_UK.replace("20 см", &format!("{depth} см")));
    }
    desk.file("en30.md", WEATHER_EN.replace("20 cm", "30 cm"));
    fs::copy(fixture("news/tram.png"), desk.beside("tram.png")).unwrap();
    formatted(desk.place())
}

/// Has all steps done, by a command that is made so.
pub fn held(image: &Image, command: impl Fn(&Desk, &str) -> Command) -> Sitting {
    let desk = Desk::empty();
    let disk = Disk::mounted(image, desk.place()).unwrap();
    desk.ok("site set folder site");
    let mut acknowledged = Vec::new();
    for step in &SITTING {
        let output = command(&desk, step.words).output().unwrap();
        assert!(output.status.success(), "{}: {output:?}", step.words);
        acknowledged.push(disk.now());
    }
    let unseen = SITTING.iter().find(|step| !(step.is_kept)(&desk)).map(|step| step.words);
    assert_eq!(unseen, None, "one sees that it was done");
    Sitting { disk, acknowledged, _desk: desk }
}

/// What must hold when the power is back.
pub fn look(desk: &Desk, acknowledged: usize) -> Result<(), String> {
    let verified = desk.run("verify");
    let is_whole = verified.value.as_ref().is_some_and(|said| said["faults"] == json!([]));
    let opens = Newsroom::open(&desk.newsroom()).is_ok();
    let lost = SITTING[..acknowledged].iter().find(|step| !opens || !(step.is_kept)(desk));
    if let Some(lost) = lost {
        return Err(format!("lost: {}; {verified:?}", lost.words));
    }
    if !is_whole {
        return Err(format!("the newsroom has faults: {verified:?}"));
    }
    let next = desk.run(NEXT.words);
    match next.status == 0 && (NEXT.is_kept)(desk) {
        true => Ok(()),
        false => Err(format!("does not go on: {next:?}")),
    }
}

/// The plain command.
pub fn plain(desk: &Desk, words: &str) -> Command {
    let mut command = desk.command();
    command.arg("--newsroom").arg(desk.newsroom()).arg("--json").args(words.split(' '));
    command
}
