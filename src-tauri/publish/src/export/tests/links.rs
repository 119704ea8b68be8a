//! Links from story to story.

use proptest::prelude::*;

use super::*;
use crate::export::FateKind;

const OTHER: &str = "other";

/// Two stories that link to each other.
fn linked_scene() -> Scene {
    let mut scene = Scene::new();
    scene.desk.add(OTHER, "Another story");
    link(&mut scene.desk, 0, OTHER);
    link(&mut scene.desk, 1, "tramvai");
    scene
}

fn link(desk: &mut Desk, story: usize, to: &str) {
    for edition in &mut desk.stories[story].editions {
        let body = &mut edition.approved.as_mut().unwrap().text.body;
        body.push_str(&format!("\n\nLook [*here*](story:{to}).\n"));
    }
}

fn stop_other(scene: &mut Scene, language: Language) {
    let findings = &mut edition(&mut scene.desk.stories[1], language).findings;
    findings.push(Finding::of(FindingCode::Behind));
}

fn export_other(scene: &Scene) -> Outcome {
    let stories = Some(vec![scene.desk.stories[1].story.id]);
    let request = Request { stories, to: None, ..request(&scene.site()) };
    export(&scene.desk, &request, &mut unwatched).unwrap()
}

fn dead_links(outcome: &Outcome) -> Vec<(&str, Language)> {
    let is_dead = |finding: &Finding| finding.code == FindingCode::DeadLink;
    let with = outcome.editions.iter().filter(|edition| edition.findings.iter().any(is_dead));
    with.map(|edition| (edition.story.as_str(), edition.lang)).collect()
}

#[test]
fn stories_lead_to_each_other_in_each_language() {
    let scene = linked_scene();
    let outcome = scene.export();
    for folder in ["", "en/", "ru/"] {
        let tram = scene.read(&format!("{folder}news/tramvai-na-naberezhnii.html"));
        let there = r#"<a data-story="other" href="other.html"><em>here</em></a>"#;
        assert!(tram.contains(there), "{folder}: {tram}");
        let other = scene.read(&format!("{folder}news/other.html"));
        assert!(other.contains(r#"href="tramvai-na-naberezhnii.html"><em>here"#), "{folder}");
    }
    assert_eq!(dead_links(&outcome), []);
    let again = scene.export();
    assert_eq!(again.written, Vec::<String>::new());
    assert!(again.editions.iter().all(|edition| edition.fate == FateKind::Unchanged));
}

#[test]
fn a_language_without_a_page_leads_to_the_ukrainian_and_says_so() {
    let mut scene = linked_scene();
    stop_other(&mut scene, Language::Ru);
    scene.export();
    let link = r#"href="../../news/other.html" hreflang="uk"><em>here</em><small> (на"#;
    assert!(scene.read(RU).contains(link));
    assert!(scene.read(EN).contains(r#"href="other.html"><em>here"#));
}

#[test]
fn a_page_is_linked_anew_when_the_story_that_it_leads_to_comes_and_goes() {
    let mut scene = linked_scene();
    scene.desk.site.folder = Some(scene.site());
    for language in Language::ALL {
        stop_other(&mut scene, language);
    }
    let first = scene.export();
    scene.record(&first);
    let words = r#"<data value="story:other"><em>here</em></data>"#;
    assert!(scene.read(UK).contains(words));
    let all = Language::ALL.map(|language| ("tramvai", language));
    assert_eq!(dead_links(&first), all, "they are told of until the story is there");
    for edition in &mut scene.desk.stories[1].editions {
        edition.findings.clear();
    }
    let came = export_other(&scene);
    assert!(scene.read(UK).contains(r#"href="other.html""#));
    let row = came.rows.iter().find(|row| row.path == UK).expect("it is on record");
    let last = scene.desk.edition(Language::Uk).exported.clone().unwrap();
    assert_eq!(row.sha256, crate::folder::sha256(scene.read(UK).as_bytes()));
    assert_eq!((row.revision, row.content), (last.revision, last.content));
    scene.record(&came);
    for edition in &mut scene.desk.stories[1].editions {
        let at = instant("2026-03-05T11:00:00Z");
        edition.withdrawal = Some(Withdrawal { kind: WithdrawalKind::Withdrawn, at, note: None });
    }
    export_other(&scene);
    assert!(scene.read(UK).contains(words), "a notice is nothing to lead to");
}

#[test]
fn a_page_that_is_held_back_is_linked_anew_too() {
    let mut scene = linked_scene();
    stop_other(&mut scene, Language::En);
    scene.export();
    assert!(scene.read(EN).contains("(in Ukrainian)"));
    stop(&mut scene, Language::En, FindingCode::Behind);
    edition(&mut scene.desk.stories[1], Language::En).findings.clear();
    scene.export();
    assert!(scene.read(EN).contains(r#"href="other.html"><em>here</em></a>"#));
}

#[test]
fn nothing_leads_to_a_page_that_goes_with_a_lost_story() {
    let mut scene = linked_scene();
    scene.export();
    scene.desk.stories.pop();
    scene.export();
    assert!(!scene.has("news/other.html"));
    assert!(scene.read(UK).contains(r#"<data value="story:other">"#));
}

#[test]
fn what_others_take_on_has_the_words_alone() {
    let mut scene = linked_scene();
    scene.desk.site.url = Some("https://example.org".to_owned());
    scene.export();
    let ninjs = scene.read(&EN.replace(".html", ".json"));
    assert!(ninjs.contains("Look <em>here</em>."), "{ninjs}");
}

/// What is done to a desk of four stories.
#[derive(Debug, Clone)]
enum Step {
    LetOut(usize, Language),
    Address(usize, Language),
    Export(usize),
    ExportAll,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let of = || (0..4_usize, prop::sample::select(Language::ALL.to_vec()));
    let step = prop_oneof![
        4 => of().prop_map(|(story, language)| Step::LetOut(story, language)),
        1 => of().prop_map(|(story, language)| Step::Address(story, language)),
        3 => (0..4_usize).prop_map(Step::Export),
        1 => Just(Step::ExportAll),
    ];
    prop::collection::vec(step, 1..16)
}

/// Four stories of which none may go out yet, with links from one to another.
fn four(links: &[(usize, usize)]) -> Scene {
    let mut scene = Scene::new();
    for number in 0..4 {
        scene.desk.add(&format!("s{number}"), "A story");
    }
    scene.desk.stories.remove(0);
    for (from, to) in links {
        link(&mut scene.desk, *from, &format!("s{to}"));
    }
    for story in &mut scene.desk.stories {
        for edition in &mut story.editions {
            edition.findings.push(Finding::of(FindingCode::Behind));
        }
    }
    scene
}

fn take(scene: &mut Scene, step: &Step) {
    let mut stories = None;
    match *step {
        Step::LetOut(story, language) => {
            return edition(&mut scene.desk.stories[story], language).findings.clear();
        }
        Step::Address(story, language) => {
            let address = &mut edition(&mut scene.desk.stories[story], language).address;
            return address.push('x');
        }
        Step::Export(story) => stories = Some(vec![scene.desk.stories[story].story.id]),
        Step::ExportAll => {}
    }
    let request = Request { stories, ..request(&scene.site()) };
    export(&scene.desk, &request, &mut unwatched).unwrap();
}

fn pages(folder: &Path) -> BTreeMap<String, String> {
    let files = manifest::listed(folder).unwrap().unwrap_or_default().into_values();
    let pages = files.filter(|file| file.kind == Kind::Page);
    pages
        .map(|page| (page.path.clone(), fs::read_to_string(folder.join(page.path)).unwrap()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn in_whatever_order_pages_came_they_are_as_if_all_had_come_at_once(
        links in prop::collection::vec((0..4_usize, 0..4_usize), 0..6),
        steps in steps(),
    ) {
        let mut scene = four(&links);
        for step in steps.iter().chain([&Step::ExportAll]) {
            take(&mut scene, step);
        }
        let other = scene.folder.path().join("at-once");
        export(&scene.desk, &request(&other), &mut unwatched).unwrap();
        prop_assert_eq!(pages(&scene.site()), pages(&other));
    }
}
