//! Random histories of a story, told to the newsroom and to a slow, obvious model of the desk's
//! rules: after each step both say the same.
//!
//! `SHPALTA_CAMPAIGN=40` runs forty times as many histories.

mod change;
mod run;
mod slow;
mod text;

use std::env;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence};

use change::{Change, Dice};
use run::{Doing, Run, Step};

const CASES: u32 = 48;
const STEPS: usize = 12;

fn config() -> Config {
    let times = env::var("SHPALTA_CAMPAIGN").ok().and_then(|times| times.parse().ok());
    Config {
        cases: CASES * times.unwrap_or(1),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "proptest-regressions/model.txt",
        ))),
        max_shrink_iters: 400,
        ..Config::default()
    }
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        8 => Just(Doing::Text(Change::Edit)),
        1 => Just(Doing::Text(Change::Rewrite)),
        2 => Just(Doing::Text(Change::Move)),
        1 => Just(Doing::Text(Change::Swap)),
        3 => Just(Doing::Text(Change::Split)),
        3 => Just(Doing::Text(Change::Join)),
        2 => Just(Doing::Text(Change::Delete)),
        2 => Just(Doing::Text(Change::Insert)),
        1 => Just(Doing::Text(Change::Twin)),
        5 => Just(Doing::Text(Change::Undo)),
        3 => Just(Doing::Translate),
        1 => Just(Doing::ImportFewer),
        1 => Just(Doing::SaveTheSame),
        2 => Just(Doing::Submit),
        1 => Just(Doing::Return),
        7 => Just(Doing::Approve),
        1 => Just(Doing::Revoke),
        3 => Just(Doing::Confirm),
        2 => Just(Doing::ConfirmAll),
        2 => Just(Doing::Minor),
        1 => Just(Doing::Switch),
    ]
}

prop_compose! {
    fn step()(
        doing in doing(),
        translation: bool,
        (pick, other) in any::<(u8, u8)>(),
        (hand, again) in any::<(bool, bool)>(),
        typed in prop::bool::weighted(0.3),
        unaware in prop::bool::weighted(0.3),
    ) -> Step {
        Step { doing, translation, dice: Dice { pick, other }, hand, typed, unaware, again }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_newsroom_and_a_slow_model_of_the_rules_agree(
        steps in vec(step(), 1..=STEPS),
        translation_first: bool,
    ) {
        let mut run = Run::new();
        for step in steps {
            run.step(step);
        }
        run.end(translation_first);
    }
}
