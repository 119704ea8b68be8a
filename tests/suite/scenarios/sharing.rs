//! Two windows, two laptops, an operation that runs twice: nothing is lost and nothing runs twice.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;
use shpalta_language::Language::{En, Uk};
use shpalta_newsroom::decision::Approving;
use shpalta_newsroom::draft::{Save, Saved};
use shpalta_newsroom::publication::ChangeKind;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::status::Editorial::Draft;
use shpalta_newsroom::translation::Which;
use shpalta_newsroom::{Act, Newsroom};
use shpalta_tests::desk::{self, Desk, How, Who};
use shpalta_tests::news::{self, en, uk};

#[test]
fn s26_the_loser_of_a_race_is_kept_as_a_revision_and_the_draft_is_the_winners() {
    for cut in [false, true] {
        let mut desk = Desk::published_fire();
        let based_on = desk.newsroom.draft(desk.story, Uk).unwrap().save;
        let winner = news::edition(Uk, &[uk::A_DAWN, uk::B, uk::C]);
        let loser = news::edition(Uk, &[uk::A, uk::B_FENCE, uk::C]);
        let save = |text| Save {
            story: desk.story,
            language: Uk,
            text,
            based_on,
            seen: None,
            sitting: None,
        };
        let (first, second) = (save(&winner), save(&loser));
        let mut put = |who, save: &Save<'_>| {
            let act = desk.act(who);
            match cut {
                true => desk.newsroom.write(&act, save, Reason::Write).unwrap(),
                false => desk.newsroom.save_draft(&act, save).unwrap(),
            }
        };
        assert!(matches!(put(Who::Reporter, &first), Saved::Saved { .. }));
        let Saved::Conflict { save, kept } = put(Who::Editor, &second) else {
            panic!("the second save is based on a draft that is gone");
        };

        let draft = desk.newsroom.draft(desk.story, Uk).unwrap();
        assert_eq!((draft.text, draft.save), (winner, save));
        assert_eq!(desk.newsroom.show(desk.story, Uk, Some(kept)).unwrap().text, loser);
        assert_eq!(desk.editorial(Uk), Draft);
        desk.verify();

        desk.write_by(Who::Editor, Uk, &[uk::A_DAWN, uk::B_FENCE, uk::C]);
        desk.approve_by(Who::SecondEditor, Uk).unwrap();
        assert_eq!(desk.behind(En), 2);
        desk.verify();
    }
}

#[test]
fn s26_a_text_that_lost_a_race_is_nobodys_news() {
    let mut desk = Desk::published_fire();
    let loser = news::edition(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    let act = desk.act(Who::Editor);
    let save = Save {
        story: desk.story,
        language: Uk,
        text: &loser,
        based_on: 0,
        seen: None,
        sitting: None,
    };
    let saved = desk.newsroom.write(&act, &save, Reason::Write).unwrap();
    assert!(matches!(saved, Saved::Conflict { .. }));
    assert_eq!(desk.status(Uk).editorial.name(), "approved");
    assert_eq!(desk.coming(En), 0);
    assert_eq!(desk.newsroom.stale_board_rows().unwrap(), [] as [String; 0]);
}

#[test]
fn s26_a_copied_newsroom_goes_on_as_another_device_and_no_chain_breaks() {
    let mut desk = Desk::published_fire();
    let (first, second) = (desk.folder(), desk.beside("second-laptop"));
    desk::copy(&first, &second);
    let mut other = Newsroom::open(&second).unwrap();

    let theirs = news::edition(Uk, &[uk::A, uk::B_FENCE, uk::C]);
    let based_on = other.draft(desk.story, Uk).unwrap().save;
    let save = Save {
        story: desk.story,
        language: Uk,
        text: &theirs,
        based_on,
        seen: None,
        sitting: None,
    };
    let act = desk.act(Who::Reporter);
    other.write(&act, &save, Reason::Write).unwrap();
    let act = desk.act(Who::Editor);
    let approving = Approving { change: ChangeKind::Update, note: None, content: None };
    other.approve(&act, desk.story, Uk, approving).unwrap();
    desk.publish(Uk, &[uk::A_DAWN, uk::B, uk::C]);

    desk.verify();
    assert_eq!(other.verify().unwrap().faults, []);
    let (ours, theirs) = (chain(&first), chain(&second));
    let shared: BTreeSet<_> = ours.intersection(&theirs).collect();
    let ours: BTreeSet<_> = ours.iter().filter(|row| !shared.contains(row)).collect();
    let theirs: BTreeSet<_> = theirs.iter().filter(|row| !shared.contains(row)).collect();
    assert!(!shared.is_empty() && !ours.is_empty() && !theirs.is_empty());
    for (device, seq, _) in ours {
        assert!(theirs.iter().all(|(other, number, _)| (device, seq) != (other, number)));
    }
}

/// The log's rows as (device, sequence number, hash).
fn chain(folder: &Path) -> BTreeSet<(Vec<u8>, u64, Vec<u8>)> {
    let sql = Connection::open(folder.join("newsroom.db")).unwrap();
    let mut query = sql.prepare("SELECT device, device_seq, hash FROM log").unwrap();
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_newsroom_opened_again_is_as_it_was_left() {
    let mut desk = Desk::published_fire();
    desk.type_in(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let before = desk.newsroom.status(desk.story, desk.now()).unwrap();
    let folder = desk.folder();
    desk.newsroom = Newsroom::open(&folder).unwrap();
    assert_eq!(desk.newsroom.status(desk.story, desk.now()).unwrap(), before);
    assert!(desk.body(Uk).contains(uk::A_DAWN), "what was typed is there");
    desk.verify();
}

#[test]
fn a_save_that_changes_nothing_changes_nothing() {
    let mut desk = Desk::published_fire();
    let before = (desk.changes(), desk.newsroom.draft(desk.story, En).unwrap());
    let same = [en::A, en::B, en::C];
    assert!(matches!(desk.write_by(Who::Editor, En, &same), Saved::Unchanged { .. }));
    assert!(matches!(desk.type_in(En, &same), Saved::Unchanged { .. }));
    let trailing = format!("{}\n\n\n", en::C);
    assert!(matches!(desk.write(En, &[en::A, en::B, &trailing]), Saved::Unchanged { .. }));
    assert_eq!((desk.changes(), desk.newsroom.draft(desk.story, En).unwrap()), before);
    assert_eq!(desk.newsroom.history(desk.story, En).unwrap().revisions.len(), 1);
}

#[test]
fn typing_cuts_no_revision_and_a_decision_cuts_one() {
    let mut desk = Desk::published_fire();
    for paragraphs in [[uk::A_NEAR, uk::B, uk::C], [uk::A_DAWN, uk::B, uk::C]] {
        desk.type_in(Uk, &paragraphs);
    }
    assert_eq!(desk.status(Uk).revision, Some(1));
    desk.submit(Who::Reporter, Uk).unwrap();
    assert_eq!(desk.status(Uk).revision, Some(2));
    assert_eq!(desk.newsroom.history(desk.story, Uk).unwrap().revisions[0].reason, "write");
}

#[test]
fn an_operation_that_runs_twice_equals_one_that_runs_once() {
    let mut desk = Desk::published_fire();
    let text = news::edition(Uk, &[uk::A_DAWN, uk::B, uk::C]);
    let story = desk.story;
    let save = Save { story, language: Uk, text: &text, based_on: 1, seen: None, sitting: None };
    let based_on = desk.newsroom.draft(story, Uk).unwrap().save;
    let save = Save { based_on, ..save };
    let approving = Approving { change: ChangeKind::Update, note: None, content: None };
    twice(&mut desk, Who::Reporter, |newsroom, act| {
        newsroom.write(act, &save, Reason::Write).unwrap()
    });
    twice(&mut desk, Who::Reporter, |newsroom, act| {
        newsroom.submit(act, story, Uk, None).unwrap();
    });
    twice(&mut desk, Who::Editor, |newsroom, act| {
        newsroom.approve(act, story, Uk, approving).unwrap();
    });
    twice(&mut desk, Who::Translator, |newsroom, act| {
        newsroom.confirm(act, story, En, Which::All, None, None).unwrap()
    });
    twice(&mut desk, Who::Editor, |newsroom, act| {
        newsroom.revoke(act, story, Uk, None).unwrap();
    });
    twice(&mut desk, Who::Editor, |newsroom, act| {
        newsroom.set_story(act, story, "views", "30209").unwrap()
    });
    desk.verify();
}

/// Runs one operation two times: the second answers as the first and changes nothing.
fn twice<T: PartialEq + std::fmt::Debug>(
    desk: &mut Desk,
    who: Who,
    operation: impl Fn(&mut Newsroom, &Act) -> T,
) {
    let act = desk.act(who);
    let first = operation(&mut desk.newsroom, &act);
    let state = |desk: &Desk| (desk.changes(), desk.newsroom.status(desk.story, act.at).unwrap());
    let before = state(desk);
    assert_eq!(operation(&mut desk.newsroom, &act), first);
    assert_eq!(state(desk), before);
}

#[test]
fn what_is_refused_changes_nothing() {
    let mut desk = Desk::published_fire();
    let changes = desk.changes();
    assert!(desk.approve_by(Who::Editor, Uk).is_err());
    assert!(desk.revoke(Who::Reporter, Uk).is_err());
    assert!(desk.confirm(Who::Translator, En, 1, None).is_err());
    let text = news::edition(Uk, &[uk::A_DAWN]);
    assert!(desk.save(Who::Translator, Uk, &text, None, How::Typed).is_err());
    assert_eq!(desk.changes(), changes);
    desk.verify();
}
