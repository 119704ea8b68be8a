//! Progress, and stopping.

use std::ops::ControlFlow;

use super::*;

/// An export that is stopped at a step, counted from 0; the steps that were heard of. While photos
/// are in work, the same step is told again and again.
fn stopped_at(scene: &Scene, step: usize) -> (Result<Outcome, Error>, Vec<Progress>) {
    let mut heard = Vec::new();
    let result = export(&scene.desk, &request(&scene.site()), &mut |progress| {
        if heard.last() != Some(&progress) {
            heard.push(progress);
        }
        match heard.len() > step {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    (result, heard)
}

fn contents(scene: &Scene) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = scene.times().into_keys().filter(|path| path.is_file());
    files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

#[test]
fn the_watcher_hears_of_every_story_and_of_every_phase() {
    let mut scene = Scene::new();
    scene.desk.add("bridge", "The bridge");
    let (result, heard) = stopped_at(&scene, usize::MAX);
    result.unwrap();
    let progress = |phase, done| Progress { phase, done, of: 2 };
    let expected = [
        progress(Phase::Stories, 0),
        progress(Phase::Stories, 1),
        progress(Phase::Fronts, 2),
        progress(Phase::Switch, 2),
    ];
    assert_eq!(heard, expected);
}

#[test]
fn an_export_that_is_stopped_changes_nothing() {
    let mut scene = Scene::new();
    scene.export();
    scene.desk.add("bridge", "The bridge");
    scene.desk.text(Language::En).headline = "Trams are back".to_owned();
    scene.desk.stories[0].editions[2].address = "tramvai".to_owned();
    let before = contents(&scene);
    for step in 0..4 {
        let error = stopped_at(&scene, step).0.unwrap_err();
        assert_eq!(error.code(), Some("export_cancelled"));
        assert_eq!(contents(&scene), before);
        assert!(!scene.has(".shpalta-staging"));
    }
    assert_eq!(stopped_at(&scene, 4).0.unwrap().written.len(), 12);
}

#[test]
fn a_first_export_that_is_stopped_leaves_no_folder() {
    let scene = Scene::new();
    for step in 0..3 {
        assert!(stopped_at(&scene, step).0.is_err());
        assert!(!scene.site().exists());
    }
    assert!(stopped_at(&scene, 3).0.is_ok());
    assert!(scene.has(UK));
}

#[test]
fn stopping_keeps_what_a_killed_run_has_to_say() {
    let mut scene = Scene::new();
    scene.export();
    scene.desk.text(Language::En).headline = "Trams are back".to_owned();
    let staging = scene.site().join(".shpalta-staging");
    fs::create_dir(&staging).unwrap();
    let manifest = scene.read(manifest::NAME);
    fs::write(staging.join(manifest::NAME), &manifest).unwrap();
    fs::write(staging.join("0"), "half a pa").unwrap();
    assert!(stopped_at(&scene, 2).0.is_err());
    assert_eq!(scene.read(".shpalta-staging/manifest.json"), manifest);
    assert_eq!(fs::read_dir(&staging).unwrap().count(), 1);
    scene.export();
    assert!(!staging.exists());
}

#[test]
fn a_dry_run_can_be_stopped_too() {
    let scene = Scene::new();
    let dry = Request { mode: Mode::DryRun, ..request(&scene.site()) };
    let result = export(&scene.desk, &dry, &mut |_| ControlFlow::Break(()));
    assert_eq!(result.unwrap_err().code(), Some("export_cancelled"));
}
