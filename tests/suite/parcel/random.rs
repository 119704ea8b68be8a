//! Three newsrooms that write, hand over and merge in any order: no text is lost, every chain holds,
//! and once all was handed around they say the same. `SHPALTA_CAMPAIGN=40` plays forty times as
//! long.

use std::collections::BTreeSet;

use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::draft::Save;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::id::{ContentHash, PersonId, StoryId};
use shpalta_newsroom::parcel::Taken;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::{Act, Error, Founding, Newsroom};
use shpalta_tests::campaign::{Dice, rounds};
use shpalta_tests::desk;
use tempfile::TempDir;
use uuid::Uuid;

/// A newsroom of one person.
struct House {
    newsroom: Newsroom,
    owner: PersonId,
    acts: i64,
    place: TempDir,
}

impl House {
    fn new(number: i64) -> Self {
        let place = desk::folder();
        let owner = PersonId(Uuid::from_u128(u128::try_from(100 + number).unwrap()));
        let founding = Founding { owner: "Olha".into(), source: [].into(), site: None };
        let acts = 1_000_000 * (1 + number);
        let founded = desk::act(owner, acts);
        let newsroom =
            Newsroom::create(&place.path().join("newsroom"), &founded, &founding).unwrap();
        Self { newsroom, owner, acts, place }
    }

    fn act(&mut self) -> Act {
        self.acts += 1;
        desk::act(self.owner, self.acts)
    }

    fn write(&mut self, story: StoryId, text: &EditionText, how: How) {
        let language = how.language;
        let based_on = self.newsroom.draft(story, language).unwrap().save;
        let act = self.act();
        let save = Save { story, language, text, based_on, seen: None, sitting: None };
        match how.is_cut {
            true => _ = self.newsroom.write(&act, &save, Reason::Write).unwrap(),
            false => _ = self.newsroom.save_draft(&act, &save).unwrap(),
        }
    }

    fn merge(&mut self, story: StoryId) {
        for differing in self.newsroom.differing(story).unwrap() {
            let act = self.act();
            let (language, theirs) = (differing.language, differing.theirs);
            match self.newsroom.merge(&act, story, language, theirs, None, None) {
                Err(Error::MergeConflicts(_)) => {
                    let ours = self.newsroom.draft(story, language).unwrap().text;
                    let act = self.act();
                    self.newsroom.merge(&act, story, language, theirs, Some(&ours), None).unwrap();
                }
                // An earlier merge of this round may have it in it.
                Err(Error::NothingToMerge(_)) => {}
                other => _ = other.unwrap(),
            }
        }
    }

    fn says(&self, story: StoryId) -> [EditionText; 2] {
        [Uk, En].map(|language| self.newsroom.draft(story, language).unwrap().text)
    }

    /// The contents of all revisions and of the drafts.
    fn has(&self, story: StoryId) -> BTreeSet<ContentHash> {
        let of = |language| {
            let history = self.newsroom.history(story, language).unwrap();
            let draft = self.newsroom.show(story, language, None).unwrap().content;
            history.revisions.into_iter().map(|one| one.content_hash).chain(draft)
        };
        of(Uk).chain(of(En)).collect()
    }
}

#[derive(Clone, Copy)]
struct How {
    language: shpalta_language::Language,
    is_cut: bool,
}

fn hand(houses: &mut [House], from: usize, to: usize, story: StoryId) -> Taken {
    let file = houses[from].place.path().join("parcel.shpalta");
    let act = houses[from].act();
    houses[from].newsroom.parcel_out(&act, story, &file).unwrap();
    let act = houses[to].act();
    houses[to].newsroom.parcel_in(&act, &file).unwrap()
}

/// Changes one paragraph, puts one in or takes one out.
fn changed(text: &EditionText, words: &str, dice: &mut Dice) -> EditionText {
    let mut paragraphs: Vec<String> = text.body.split("\n\n").map(str::to_owned).collect();
    let at = usize::try_from(dice.below(paragraphs.len() as u64)).unwrap();
    match dice.below(5) {
        0 if paragraphs.len() > 1 => _ = paragraphs.remove(at),
        1 => paragraphs.insert(at, format!("Новий абзац {words}.")),
        2 => {
            let at = dice.below(2) == 0;
            let lead = if at { format!("Лід {words}.") } else { text.lead.clone() };
            return EditionText {
                lead, headline: format!("Заголовок {words}"), ..text.clone()
            };
        }
        _ => paragraphs[at] = format!("{} {words}", paragraphs[at].trim_end_matches('.')),
    }
    EditionText { body: paragraphs.join("\n\n"), ..text.clone() }
}

fn play(seed: u64) {
    let mut dice = Dice::of(seed);
    let mut houses = [0, 1, 2].map(House::new);
    let act = houses[0].act();
    let story = houses[0].newsroom.new_story(&act, Uk, "Міст відкрито").unwrap();
    let first = EditionText {
        headline: "Міст відкрито".into(),
        lead: "Коротко.".into(),
        body: "Перший абзац про міст.\n\nДругий про ремонт.\n\nТретій про сходи.".into(),
        ..EditionText::default()
    };
    houses[0].write(story, &first.normalised(), How { language: Uk, is_cut: true });
    for (from, to) in [(0, 1), (1, 2)] {
        hand(&mut houses, from, to, story);
    }
    for step in 0..14 {
        let [at, other] = [0, 1].map(|_| usize::try_from(dice.below(3)).unwrap());
        match dice.below(4) {
            0 | 1 => {
                let language = *dice.pick(&[Uk, Uk, En]);
                let text = houses[at].newsroom.draft(story, language).unwrap().text;
                let text = changed(&text, &format!("{seed} {step}"), &mut dice).normalised();
                let is_cut = dice.below(3) > 0;
                houses[at].write(story, &text, How { language, is_cut });
            }
            2 if at != other => {
                let before = houses[other].has(story);
                hand(&mut houses, at, other, story);
                let (sent, got) = (houses[at].has(story), houses[other].has(story));
                assert!(got.is_superset(&sent) && got.is_superset(&before), "{seed}: step {step}");
            }
            _ => houses[at].merge(story),
        }
        for house in &houses {
            assert_eq!(house.newsroom.verify().unwrap().faults, [], "{seed}: step {step}");
        }
    }
    let all: BTreeSet<_> = houses.iter().flat_map(|house| house.has(story)).collect();
    for (from, to) in [(1, 0), (2, 0)] {
        hand(&mut houses, from, to, story);
        houses[0].merge(story);
    }
    for to in [1, 2] {
        let taken = hand(&mut houses, 0, to, story);
        assert_eq!(taken.differing, [], "{seed}: whoever gets the merge goes on from it");
    }
    let agreed = houses[0].says(story);
    for house in &houses {
        assert_eq!(house.says(story), agreed, "{seed}");
        assert!(house.has(story).is_superset(&all), "{seed}: a text is lost");
        assert_eq!(house.newsroom.differing(story).unwrap(), [], "{seed}");
        assert_eq!(house.newsroom.verify().unwrap().faults, [], "{seed}");
    }
}

#[test]
fn three_houses_in_any_order_lose_nothing_and_agree_in_the_end() {
    (0..rounds(12)).for_each(play);
}
