//! The board: what its filters list and count, against a slow telling of the same rules.

mod random;
mod slow;

use shpalta_language::Language::{self, En, Ru, Uk};
use shpalta_newsroom::board::{BoardCounts, BoardFilter, BoardPage, BoardQuery, Pill};
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::finding::FindingCode;
use shpalta_newsroom::publication::WithdrawalKind;
use shpalta_newsroom::revision::Reason;
use shpalta_newsroom::status::Publication;
use shpalta_tests::desk::{Desk, How, Who};
use shpalta_tests::news::{self, en, ru, uk};

fn query(filter: BoardFilter) -> BoardQuery {
    let search = String::new();
    BoardQuery { filter, search, language: Uk, offset: 0, limit: 100 }
}

fn listed(desk: &Desk, who: Who, filter: BoardFilter) -> BoardPage {
    desk.newsroom.board(&query(filter), Some(desk.person(who)), desk.now()).unwrap()
}

fn found(desk: &Desk, search: &str) -> Vec<String> {
    let query = BoardQuery { search: search.to_owned(), ..query(BoardFilter::All) };
    slugs(desk.newsroom.board(&query, None, desk.now()).unwrap())
}

fn slugs(page: BoardPage) -> Vec<String> {
    assert_eq!(page.total, page.stories.len());
    page.stories.into_iter().map(|story| story.story).collect()
}

fn counts(desk: &Desk, who: Who) -> BoardCounts {
    desk.newsroom.board_counts(Some(desk.person(who)), desk.now()).unwrap()
}

fn headed(headline: &str) -> EditionText {
    EditionText { headline: headline.to_owned(), ..news::edition(Uk, &[uk::A]) }
}

/// Begins another story, which the desk goes on with.
fn begin(desk: &mut Desk, language: Language, headline: &str) {
    let who = Desk::writer(language);
    let act = desk.act(who);
    desk.story = desk.newsroom.new_story(&act, language, headline).unwrap();
}

#[test]
fn a_story_goes_through_the_hands_of_everybody() {
    let mut desk = Desk::new();
    assert_eq!(counts(&desk, Who::Reporter).write, 1);
    assert_eq!(counts(&desk, Who::Editor).write, 0, "it is the reporter's");
    desk.write(Uk, &[uk::A, uk::B, uk::C]);
    assert_eq!(counts(&desk, Who::Translator).translate, 2);
    assert_eq!(counts(&desk, Who::Reporter).translate, 0);
    assert_eq!(counts(&desk, Who::UkrainianEditor).approve, 0, "nobody submitted it");

    desk.submit(Who::Reporter, Uk).unwrap();
    assert_eq!(counts(&desk, Who::UkrainianEditor).approve, 1);
    assert_eq!(counts(&desk, Who::Reporter).write, 0);
    desk.approve(Uk);
    let before = counts(&desk, Who::UkrainianEditor);
    assert_eq!((before.approve, before.ready, before.review), (0, 1, 0));
    assert_eq!(counts(&desk, Who::Reporter).ready, 0, "an editor exports");

    desk.export(&[Uk]);
    assert_eq!(counts(&desk, Who::Editor).ready, 0);
    assert_eq!(counts(&desk, Who::Editor).open, 0, "nobody began the translations");
    desk.write(En, &[en::A]);
    assert_eq!(desk.on_board(En).pill, Pill::DraftPart { written: 3, rows: 5 });
    assert_eq!(counts(&desk, Who::Editor).open, 1);
    desk.publish(En, &[en::A, en::B, en::C]);
    assert_eq!(desk.on_board(En).pill, Pill::Approved);
    desk.publish(Uk, &[uk::A_NEAR, uk::B, uk::C]);
    assert_eq!(desk.on_board(En).pill, Pill::Behind { count: 1 });
    let after = counts(&desk, Who::Translator);
    assert_eq!((after.behind, after.translate), (1, 2));
    assert_eq!(counts(&desk, Who::Editor).ready, 1, "the newer Ukrainian text alone");
    assert_eq!(desk.on_board(Uk).pill, Pill::NewerText);
}

#[test]
fn nobody_is_asked_to_approve_what_they_submitted() {
    let mut desk = Desk::new();
    desk.write(Uk, &[uk::A]);
    desk.submit(Who::Editor, Uk).unwrap();
    desk.write(En, &[en::A]);
    desk.submit(Who::Translator, En).unwrap();
    assert_eq!(counts(&desk, Who::Editor).approve, 1);
    assert_eq!(counts(&desk, Who::SecondEditor).approve, 2);
    assert_eq!(listed(&desk, Who::Editor, BoardFilter::Approve).total, 1);
    let ukrainian = listed(&desk, Who::UkrainianEditor, BoardFilter::Approve);
    assert_eq!(ukrainian.total, 1);
    desk.return_by(Who::SecondEditor, En, "Ще раз.").unwrap();
    let left = listed(&desk, Who::Editor, BoardFilter::Approve);
    assert_eq!((left.total, left.stories.len()), (0, 0));
}

#[test]
fn an_embargo_holds_back_until_it_has_passed_and_nothing_is_written_then() {
    let mut desk = Desk::new();
    desk.publish(Uk, &[uk::A]);
    let soon = desk.now() + jiff::SignedDuration::from_hours(1);
    desk.set(Who::Editor, "embargo", &soon.to_string()).unwrap();
    let before = counts(&desk, Who::Editor);
    assert_eq!((before.embargoed, before.ready), (1, 0));
    let page = listed(&desk, Who::Editor, BoardFilter::Embargoed);
    assert_eq!(page.stories[0].editions[0].publication, Publication::Embargoed);
    assert_eq!(listed(&desk, Who::Editor, BoardFilter::Ready).total, 0);

    let editor = Some(desk.person(Who::Editor));
    let after = desk.newsroom.board_counts(editor, soon).unwrap();
    assert_eq!((after.embargoed, after.ready), (0, 1));
    let page = desk.newsroom.board(&query(BoardFilter::Ready), editor, soon).unwrap();
    assert_eq!((page.total, page.stories.len()), (1, 1));
}

#[test]
fn a_pill_tells_since_when_and_by_whom() {
    let mut desk = Desk::new();
    let by = |desk: &Desk, language| {
        let shown = desk.on_board(language);
        (shown.person.unwrap_or_default(), shown.since.is_some_and(|at| at == desk.now()))
    };
    assert_eq!(by(&desk, Uk), ("Ростислав Гай".to_owned(), true), "begun");
    assert_eq!(by(&desk, En), (String::new(), false), "nobody began it");
    desk.write_by(Who::Editor, Uk, &[uk::A]);
    assert_eq!(by(&desk, Uk), ("Едуард Кравець".to_owned(), true), "saved");
    desk.submit(Who::Reporter, Uk).unwrap();
    assert_eq!(by(&desk, Uk), ("Ростислав Гай".to_owned(), true), "submitted");
    desk.return_by(Who::UkrainianEditor, Uk, "Де це?").unwrap();
    assert_eq!(by(&desk, Uk), ("Юлія Бойко".to_owned(), true), "returned");
    desk.submit(Who::Reporter, Uk).unwrap();
    desk.approve_by(Who::SecondEditor, Uk).unwrap();
    assert_eq!(by(&desk, Uk), ("Дарина Мороз".to_owned(), true), "approved");
    desk.publish(En, &[en::A]);
    desk.export(&[Uk, En]);
    assert_eq!(by(&desk, Uk), ("Едуард Кравець".to_owned(), true), "exported");
    desk.write(Uk, &[uk::A_NEAR]);
    desk.approve_by(Who::SecondEditor, Uk).unwrap();
    assert_eq!(by(&desk, En), ("Дарина Мороз".to_owned(), true), "behind the approval");
    let (story, held) = (desk.story, WithdrawalKind::Held);
    let act = desk.act(Who::Chief);
    desk.newsroom.withdraw(&act, story, None, held, None).unwrap();
    assert_eq!(desk.on_board(Ru).pill, Pill::Held);
    assert_eq!(by(&desk, Ru), ("Чеслав Рудий".to_owned(), true), "held");
}

#[test]
fn the_first_finding_that_stops_a_text_is_named() {
    let mut desk = Desk::new();
    let text = EditionText { lead: String::new(), ..headed("Пожежа") };
    desk.save(Who::Reporter, Uk, &text, None, How::Cut(Reason::Write)).unwrap();
    let shown = desk.on_board(Uk);
    assert_eq!(shown.pill, Pill::Errors { count: 1 });
    assert_eq!(shown.finding, Some(FindingCode::EmptyLead));
}

#[test]
fn a_row_left_out_on_purpose_is_not_missing_from_the_pill() {
    let mut desk = Desk::new();
    desk.publish(Uk, &[uk::A, uk::B]);
    desk.write(En, &[en::A]);
    assert_eq!(desk.on_board(En).pill, Pill::DraftPart { written: 3, rows: 4 });
    desk.confirm_row(Who::Translator, En, 4, Some("Не для цих читачів")).unwrap();
    assert_eq!(desk.on_board(En).pill, Pill::Draft);
}

#[test]
fn a_search_finds_the_beginnings_of_words_in_any_language() {
    let mut desk = Desk::new();
    desk.save(Who::Reporter, Uk, &headed("П’ять об’єктів здали"), None, How::Typed).unwrap();
    let five = desk.newsroom.story(desk.story).unwrap().slug;
    begin(&mut desk, Uk, "Ялинка на площі");
    desk.write(Uk, &[uk::A]);
    let text =
        EditionText { headline: "Новая ЁЛКА".to_owned(), ..news::edition(Ru, &[ru::A]) };
    desk.save(Who::Translator, Ru, &text, None, How::Typed).unwrap();
    let tree = desk.newsroom.story(desk.story).unwrap().slug;

    for search in ["п'ять", "ПЯТЬ обєкт", "здали п", "«об`єктів»"] {
        assert_eq!(found(&desk, search), [five.as_str()], "{search}");
    }
    for search in ["елка", "Ёл", "нов"] {
        assert_eq!(found(&desk, search), [tree.as_str()], "{search}");
    }
    assert_eq!(found(&desk, "ялинка"), [""; 0], "the headline was written otherwise");
    assert_eq!(found(&desk, "  — ").len(), 2, "no words, no search");
    for odd in ["\"", "*", "NOT", "a OR (b", "\u{93f}\u{301}\u{b7}"] {
        found(&desk, odd);
    }
    desk.save(Who::Translator, Ru, &EditionText::default(), None, How::Typed).unwrap();
    assert_eq!(found(&desk, "елка"), [""; 0]);
    desk.verify();
}

#[test]
fn a_search_stays_within_its_filter() {
    let mut desk = Desk::new();
    desk.publish(Uk, &[uk::A]);
    let first = news::edition(Uk, &[uk::A]).headline;
    begin(&mut desk, Uk, "Друга");
    desk.write(Uk, &[uk::A]);
    let search = |filter| {
        let query = BoardQuery { search: first.clone(), ..query(filter) };
        let editor = Some(desk.person(Who::Editor));
        desk.newsroom.board(&query, editor, desk.now()).unwrap().total
    };
    assert_eq!(search(BoardFilter::All), 2);
    assert_eq!(search(BoardFilter::Ready), 1);
    assert_eq!(search(BoardFilter::Embargoed), 0);
}

#[test]
fn a_story_is_shown_with_its_names_spelt_in_the_readers_language() {
    let mut desk = Desk::new();
    desk.set(Who::Editor, "dateline", "Миколаїв").unwrap();
    desk.set(Who::Editor, "authors", "uk=Марія Шевчук,en=Maria Shevchuk").unwrap();
    desk.set(Who::Editor, "section", "Події").unwrap();
    desk.write(Uk, &[uk::A]);
    let shown = desk.newsroom.board_story(desk.story, En, desk.now()).unwrap();
    assert_eq!(shown.place.as_deref(), Some("Mykolaiv"));
    assert_eq!(shown.authors, ["Maria Shevchuk"]);
    assert_eq!(shown.section.as_deref(), Some("Події"));
    assert_eq!(shown.headline, news::edition(Uk, &[uk::A]).headline);
    assert_eq!(shown.changed, desk.now());
}

#[test]
fn nobody_sees_the_board_but_has_no_work_there() {
    let desk = Desk::published_fire();
    let counts = desk.newsroom.board_counts(None, desk.now()).unwrap();
    let own = (counts.write, counts.translate, counts.approve, counts.ready);
    assert_eq!((counts.all, counts.open, own), (1, 1, (0, 0, 0, 0)));
    for filter in [BoardFilter::Write, BoardFilter::Translate, BoardFilter::Ready] {
        let page = desk.newsroom.board(&query(filter), None, desk.now()).unwrap();
        assert_eq!((page.total, page.stories.len()), (0, 0));
    }
}
