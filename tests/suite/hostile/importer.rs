//! What is fed, and what it is fed with.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use shpalta_language::Language::Uk;
use shpalta_newsroom::edition::EditionText;
use shpalta_newsroom::import::file;
use shpalta_newsroom::{Newsroom, backup};
use shpalta_tests::campaign::Dice;
use shpalta_tests::cli::{fixture, root};
use shpalta_tests::desk;
use shpalta_text::{diff, html, merge};
use tempfile::TempDir;

use super::mutate;
use crate::parcel::altered::{Receiver, parcel};
use crate::parcel::apart::Apart;

/// Everything that reads what others made, and controls.
pub(super) enum Importer {
    Markdown {
        samples: Vec<Vec<u8>>,
    },
    /// Files of editions by their ending: Markdown, page text, HTML.
    File {
        samples: Vec<(String, Vec<u8>)>,
        place: TempDir,
    },
    Parcel {
        whole: Vec<u8>,
        apart: Apart,
        receiver: Box<Receiver>,
        taken: u64,
    },
    Database {
        samples: Vec<Vec<u8>>,
    },
    Panics,
    Dawdles,
    Hoards(Vec<u8>),
}

impl Importer {
    pub(super) fn named(name: &str) -> Self {
        match name {
            "markdown" => {
                let of_editions = samples().into_iter().filter(|(ending, _)| ending == "md");
                Self::Markdown { samples: of_editions.map(|(_, bytes)| bytes).collect() }
            }
            "file" => Self::File { samples: samples(), place: desk::folder() },
            "parcel" => {
                let whole = parcel();
                let (apart, receiver) = (Apart::of(&whole), Box::new(Receiver::new()));
                Self::Parcel { whole, apart, receiver, taken: 0 }
            }
            "database" => {
                let names = ["newsroom-v1.db", "newsroom-v2.db"];
                Self::Database {
                    samples: names.map(|name| fs::read(fixture(name)).unwrap()).into(),
                }
            }
            "panics" => Self::Panics,
            "dawdles" => Self::Dawdles,
            "hoards" => Self::Hoards(Vec::new()),
            _ => panic!("there is no importer {name}"),
        }
    }

    /// Feeds one file.
    pub(super) fn feed(&mut self, dice: &mut Dice) {
        match self {
            Self::Markdown { samples } => {
                markdown(&hostile(dice.pick(samples).clone(), dice), dice)
            }
            Self::File { samples, place } => {
                let (ending, sample) = dice.pick(samples).clone();
                let path = place.path().join(format!("hostile.uk.{ending}"));
                fs::write(&path, hostile(sample, dice)).unwrap();
                let today = jiff::civil::date(2026, 3, 5);
                for language in [None, Some(Uk)] {
                    let _ = file::parse(&path, None, language, today);
                }
            }
            Self::Parcel { whole, apart, receiver, taken } => {
                let file = match dice.below(8) {
                    0 => hostile(whole.clone(), dice),
                    _ => {
                        Apart { story: mutate::value(&apart.story, dice), ..apart.clone() }.sealed()
                    }
                };
                match receiver.take(&file) {
                    Err(error) => assert!(error.remedy().ends_with('.')),
                    Ok(()) => {
                        *taken += 1;
                        // Whatever is let in leaves nothing behind that is not so.
                        assert_eq!(receiver.newsroom.verify().unwrap().faults, []);
                        **receiver = Receiver::new();
                    }
                }
            }
            Self::Database { samples } => database(&hostile(dice.pick(samples).clone(), dice)),
            Self::Panics => panic!("a control"),
            Self::Dawdles => {
                let begun = super::busy();
                while super::busy() - begun < super::PATIENCE {
                    std::hint::black_box((0..1_000_000_u64).sum::<u64>());
                }
            }
            Self::Hoards(hoard) => *hoard = vec![1; 520_000_000],
        }
    }

    /// Whether it was fed with what got anywhere.
    pub(super) fn end(&self) {
        if let Self::Parcel { taken, .. } = self {
            eprintln!("{taken} parcels were let in");
            assert!(env::var_os(super::ROUND).is_some() || *taken > 0, "no parcel was let in");
        }
    }
}

/// Noise, or something that was a real file.
fn hostile(sample: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    match dice.below(10) {
        0 => mutate::noise(4000, dice),
        _ => mutate::bytes(&sample, dice),
    }
}

fn markdown(bytes: &[u8], dice: &mut Dice) {
    let body = String::from_utf8_lossy(bytes).into_owned();
    let text =
        EditionText { headline: body.clone(), lead: body.clone(), body, ..Default::default() };
    let text = text.normalised();
    let blocks = text.blocks(Uk);
    let _ = html::html(&text.body, &Default::default());
    let all: usize = blocks.iter().map(|block| block.text.len()).sum();
    std::hint::black_box(all);
    let [ours, theirs] = [0, 1].map(|_| mutate::bytes(text.body.as_bytes(), dice));
    let [ours, theirs] = [ours, theirs].map(|side| String::from_utf8_lossy(&side).into_owned());
    let _ = diff::words(&text.body, &ours);
    let _ = merge::merge(&text.body, &ours, &theirs);
}

/// Opens it as a newsroom, and restores it as a backup.
fn database(bytes: &[u8]) {
    let place = desk::folder();
    let folder = place.path().join("newsroom");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("newsroom.db"), bytes).unwrap();
    if let Ok(newsroom) = Newsroom::open(&folder) {
        let _ = newsroom.verify();
        let _ = newsroom.story_ids();
    }
    let copy = place.path().join("copy.db");
    fs::write(&copy, bytes).unwrap();
    let _ = backup::restore(&copy, &place.path().join("restored"));
}

/// Real files of editions by their ending: the suite's own, the importer's, and corpora where they
/// are at hand.
fn samples() -> Vec<(String, Vec<u8>)> {
    let mut folders = vec![fixture("news"), root().join("src-tauri/newsroom/src/import/samples")];
    folders.extend(env::var_os("TESTDATA").map(|folder| PathBuf::from(folder).join("seed")));
    let mut files: Vec<_> = folders.iter().flat_map(|folder| files(folder)).collect();
    files.sort();
    files
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path()).filter(|path| path.is_file());
    paths
        .filter_map(|path| {
            let ending = path.extension()?.to_str()?.to_owned();
            ["md", "txt", "html"]
                .contains(&ending.as_str())
                .then(|| (ending, fs::read(&path).unwrap()))
        })
        .collect()
}
