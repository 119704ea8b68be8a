//! Random work on a few stories; after each step the board lists and counts what a slow telling
//! says.
//!
//! `SHPALTA_CAMPAIGN=40` does forty times as much of it.

use std::env;

use jiff::SignedDuration;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence};
use shpalta_language::Language;
use shpalta_newsroom::board::{BoardCounts, BoardFilter, BoardQuery};
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::publication::WithdrawalKind;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::translation::Which;
use shpalta_tests::desk::{Desk, How, Who};
use shpalta_tests::news::{self, en, ru, uk};

use super::slow::Told;

const STORIES: usize = 3;

const PEOPLE: [Who; 7] = [
    Who::Owner,
    Who::Reporter,
    Who::Translator,
    Who::Editor,
    Who::SecondEditor,
    Who::UkrainianEditor,
    Who::Chief,
];

const FILTERS: [BoardFilter; 10] = [
    BoardFilter::Open,
    BoardFilter::Behind,
    BoardFilter::Review,
    BoardFilter::Embargoed,
    BoardFilter::Withdrawn,
    BoardFilter::Write,
    BoardFilter::Translate,
    BoardFilter::Approve,
    BoardFilter::Ready,
    BoardFilter::All,
];

#[derive(Debug, Clone, Copy)]
enum Doing {
    /// So many paragraphs of the original, or of their translation.
    Write(usize),
    Empty,
    LoseTheLead,
    Submit,
    Return,
    Approve,
    Revoke,
    Confirm,
    Export,
    Withdraw(WithdrawalKind),
    Reinstate,
    Embargo(i64),
    Original,
    Follow(Language),
    Byline,
}

#[derive(Debug, Clone, Copy)]
struct Step {
    story: usize,
    language: Language,
    who: Who,
    doing: Doing,
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        8 => (1..=4_usize).prop_map(Doing::Write),
        1 => Just(Doing::Empty),
        1 => Just(Doing::LoseTheLead),
        6 => Just(Doing::Submit),
        2 => Just(Doing::Return),
        8 => Just(Doing::Approve),
        1 => Just(Doing::Revoke),
        3 => Just(Doing::Confirm),
        4 => Just(Doing::Export),
        1 => Just(Doing::Withdraw(WithdrawalKind::Withdrawn)),
        1 => Just(Doing::Withdraw(WithdrawalKind::Held)),
        2 => Just(Doing::Reinstate),
        2 => (-3..5_i64).prop_map(Doing::Embargo),
        1 => Just(Doing::Original),
        1 => language().prop_map(Doing::Follow),
        1 => Just(Doing::Byline),
    ]
}

fn language() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

fn step() -> impl Strategy<Value = Step> {
    let who = prop::sample::select(PEOPLE.to_vec());
    (0..STORIES, language(), who, doing()).prop_map(|(story, language, who, doing)| Step {
        story,
        language,
        who,
        doing,
    })
}

fn paragraphs(language: Language) -> [&'static str; 4] {
    match language {
        Language::Uk => [uk::A, uk::B, uk::C, uk::D],
        Language::En => [en::A, en::B, en::C, en::D],
        Language::Ru => [ru::A, ru::B, ru::C, ru::A],
    }
}

/// Does a step; what is refused is left.
fn act(desk: &mut Desk, step: Step) {
    let Step { language, who, .. } = step;
    let cut = How::Cut(Reason::Write);
    match step.doing {
        Doing::Write(count) => {
            let text = news::edition(language, &paragraphs(language)[..count]);
            let how = if count % 2 == 0 { cut } else { How::Typed };
            let _ = desk.save(who, language, &text, None, how);
        }
        Doing::Empty => {
            let _ = desk.save(who, language, &EditionText::default(), None, cut);
        }
        Doing::LoseTheLead => {
            let text = desk.newsroom.draft(desk.story, language).unwrap().text;
            let text = EditionText { lead: String::new(), ..text };
            let _ = desk.save(who, language, &text, None, cut);
        }
        Doing::Submit => drop(desk.submit(who, language)),
        Doing::Return => drop(desk.return_by(who, language, "Ще раз.")),
        Doing::Approve => drop(desk.approve_by(who, language)),
        Doing::Revoke => drop(desk.revoke(who, language)),
        Doing::Confirm => {
            let act = desk.act(who);
            let story = desk.story;
            let _ = desk.newsroom.confirm(&act, story, language, Which::All, Some("Так"), None);
        }
        Doing::Export => {
            if desk.is_exportable(language) {
                let _ = desk.export_by(who, &[language], None);
            }
        }
        Doing::Withdraw(kind) => {
            let act = desk.act(who);
            let among = Some(language).filter(|language| *language != Language::Ru);
            let _ = desk.newsroom.withdraw(&act, desk.story, among, kind, None);
        }
        Doing::Reinstate => {
            let act = desk.act(who);
            let _ = desk.newsroom.reinstate(&act, desk.story, None, None);
        }
        Doing::Embargo(minutes) => {
            let until = desk.now() + SignedDuration::from_mins(minutes);
            drop(desk.set(who, "embargo", &until.to_string()));
        }
        Doing::Original => drop(desk.set(who, "original", language.code())),
        Doing::Follow(followed) => {
            let key = format!("follows.{}", language.code());
            drop(desk.set(who, &key, followed.code()));
        }
        Doing::Byline => drop(desk.set(who, "authors", "Марія Шевчук")),
    }
}

fn compare(desk: &Desk, begun_by: Who) {
    let page = |filter, offset, limit, who: Who| {
        let search = String::new();
        let query = BoardQuery { filter, search, language: Language::Uk, offset, limit };
        desk.newsroom.board(&query, Some(desk.person(who)), desk.now()).unwrap()
    };
    let all = page(BoardFilter::All, 0, 100, Who::Owner).stories.into_iter();
    let all: Vec<Told> = all.map(|shown| Told::of(desk, shown, begun_by)).collect();
    for who in PEOPLE {
        let counts = desk.newsroom.board_counts(Some(desk.person(who)), desk.now()).unwrap();
        for filter in FILTERS {
            let told = all.iter().map(|story| (&*story.slug, story.editions(desk, who, filter)));
            let told: Vec<(&str, usize)> = told.filter(|(_, editions)| *editions > 0).collect();
            let stories: Vec<&str> = told.iter().map(|(slug, _)| *slug).collect();
            let whole = page(filter, 0, 100, who);
            let shown: Vec<&str> = whole.stories.iter().map(|story| &*story.story).collect();
            assert_eq!(shown, stories, "{who:?} {filter:?}");
            assert_eq!(whole.total, stories.len(), "{who:?} {filter:?}");
            let second = page(filter, 1, 1, who).stories;
            assert_eq!(second.first(), whole.stories.get(1), "{who:?} {filter:?}");
            let editions = told.iter().map(|(_, editions)| editions).sum();
            assert_eq!(counted(&counts, filter), counting(filter, stories.len(), editions));
        }
    }
    assert!(desk.newsroom.board_counts_agree().unwrap());
}

fn counting(filter: BoardFilter, stories: usize, editions: usize) -> usize {
    use BoardFilter::{Approve, Ready, Translate, Write};
    if matches!(filter, Write | Translate | Approve | Ready) { editions } else { stories }
}

fn counted(counts: &BoardCounts, filter: BoardFilter) -> usize {
    match filter {
        BoardFilter::Open => counts.open,
        BoardFilter::Behind => counts.behind,
        BoardFilter::Review => counts.review,
        BoardFilter::Embargoed => counts.embargoed,
        BoardFilter::Withdrawn => counts.withdrawn,
        BoardFilter::Write => counts.write,
        BoardFilter::Translate => counts.translate,
        BoardFilter::Approve => counts.approve,
        BoardFilter::Ready => counts.ready,
        BoardFilter::All => counts.all,
    }
}

fn config() -> Config {
    let times = env::var("SHPALTA_CAMPAIGN").ok().and_then(|times| times.parse().ok());
    Config {
        cases: 6 * times.unwrap_or(1),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "proptest-regressions/board.txt",
        ))),
        max_shrink_iters: 200,
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_board_lists_and_counts_what_a_slow_telling_says(steps in vec(step(), 40)) {
        let mut desk = Desk::new();
        let mut stories = vec![desk.story];
        for number in 1..STORIES {
            let act = desk.act(Who::Reporter);
            let headline = format!("Пожежа {number}");
            stories.push(desk.newsroom.new_story(&act, Language::Uk, &headline).unwrap());
        }
        for (number, step) in steps.into_iter().enumerate() {
            desk.story = stories[step.story];
            act(&mut desk, step);
            if number % 8 == 7 {
                compare(&desk, Who::Reporter);
            }
        }
        desk.verify();
    }
}
