//! What photos tell when they are out, as exiftool reads it, which is not our code.

mod camera;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use shpalta_photo::{Job, NotRead, Purpose, develop, with_words};

use super::site::Site;
use crate::cli::{Desk, text};

/// Groups that tell of the file and its pixels only.
const GROUPS: [&str; 8] =
    ["File", "System", "ExifTool", "JFIF", "RIFF", "PNG", "ICC_Profile", "ICC-header"];
/// What an AVIF tells of itself in groups that could tell more.
const AVIF: [&str; 19] = [
    "Meta:PrimaryItemReference",
    "QuickTime:AV1ConfigurationVersion",
    "QuickTime:ChromaFormat",
    "QuickTime:ChromaSamplePosition",
    "QuickTime:CompatibleBrands",
    "QuickTime:HandlerType",
    "QuickTime:HighBitDepth",
    "QuickTime:ImagePixelDepth",
    "QuickTime:ImageSpatialExtent",
    "QuickTime:InitialDelaySamples",
    "QuickTime:MajorBrand",
    "QuickTime:MediaData",
    "QuickTime:MediaDataOffset",
    "QuickTime:MediaDataSize",
    "QuickTime:MinorVersion",
    "QuickTime:SeqLevelIdx0",
    "QuickTime:SeqProfile",
    "QuickTime:SeqTier0",
    "QuickTime:TwelveBit",
];
/// What a file may say in words.
const WORDS: [&str; 5] = [
    "XMP-dc:Creator",
    "XMP-dc:Description",
    "XMP-dc:Rights",
    "XMP-iptcExt:DigitalSourceType",
    "XMP-photoshop:Credit",
];
/// In groups that would let more pass.
const ODD: [&str; 4] = ["File:Comment", "PNG:Comment", "ExifTool:Warning", "ExifTool:Error"];

fn no_exiftool() -> bool {
    let missing = Command::new("exiftool").arg("-ver").output().is_err();
    if missing {
        println!("skipped: there is no exiftool");
    }
    missing
}

/// All that exiftool finds in files.
fn found(files: &[PathBuf]) -> Vec<Map<String, Value>> {
    let output = Command::new("exiftool")
        .args(["-j", "-a", "-u", "-e", "-G1", "-struct", "-ee", "-n"])
        .args(files)
        .output()
        .unwrap();
    let found: Vec<Map<String, Value>> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found.len(), files.len(), "{}", String::from_utf8_lossy(&output.stderr));
    found
}

/// The names of what may not leave.
fn forbidden(tags: &Map<String, Value>) -> Vec<&String> {
    let is_allowed = |tag: &&String| {
        let group = tag.split(':').next().unwrap_or_default();
        let is_ours = WORDS.iter().chain(&AVIF).chain(&["SourceFile"]).any(|ours| ours == tag);
        is_ours || (GROUPS.contains(&group) && !ODD.contains(&tag.as_str()))
    };
    tags.keys().filter(|tag| !is_allowed(tag)).collect()
}

/// Publishes a story that shows a photo, on a site with an address; its images.
fn published(desk: &Desk, photo: &[u8]) -> Vec<PathBuf> {
    let photo = desk.file("photo.jpg", photo);
    let media = text(&desk.ok(["media", "add", &photo, "--credit", "uk=Степ/Гай"])["media"]);
    desk.ok(["author", "add", "Леся Гай", "--photo", &photo]);
    let story = format!(
        "---\ntitle: Трамвай\ndescription: Поїхав.\nslug: tram\nsource: Степ\ndateline: Київ\n\
         authors: [Леся Гай]\n---\n\n![Трамвай]({media} \"Набережна\")\n"
    );
    desk.ok(["story", "import", &desk.file("tram.uk.md", story)]);
    desk.ok("site set folder site");
    desk.ok("site set url https://example.org");
    desk.ok("approve tram --lang uk --by Edyta");
    desk.ok("export --lang uk");
    images(desk)
}

fn images(desk: &Desk) -> Vec<PathBuf> {
    let site = Site::of(desk);
    let images = site.listed().into_iter().filter(|path| path.starts_with("media/"));
    images.map(|path| site.0.join(path)).collect()
}

#[test]
fn a_photo_leaves_with_its_makers_words_and_without_place_camera_and_history() {
    if no_exiftool() {
        return;
    }
    let desk = Desk::new();
    let photo = camera::photo(1_700, 1_300);
    let shown = published(&desk, &photo);
    assert_eq!(shown.len(), 8 + 3 + 2, "{shown:?}");
    desk.ok("site set avif on");
    desk.ok("export --lang uk");
    let images = images(&desk);
    assert_eq!(images.len(), shown.len() + 4, "{images:?}");
    for tags in found(&images) {
        let file = &tags["SourceFile"];
        assert_eq!(forbidden(&tags), Vec::<&String>::new(), "{file}");
        let words = WORDS.map(|word| match &tags[word] {
            Value::Array(names) => names.iter().map(text).collect(),
            word => text(word),
        });
        let source = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";
        assert_eq!(words, ["Леся Гай", "Трамвай", "© Степ", source, "Степ/Гай"], "{file}");
    }
    assert_eq!(widest(&images), 1_600);
    for image in images {
        let bytes = fs::read(image).unwrap();
        for secret in camera::SECRETS {
            let secret = secret.as_bytes();
            assert!(!bytes.windows(secret.len()).any(|part| part == secret));
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_browser_takes_the_avif_and_shows_it() {
    use shpalta_tests::browser::{Browser, Policy, SITE};

    let desk = Desk::new();
    desk.ok("site set avif on");
    published(&desk, &camera::photo(900, 600));
    desk.ok(["site", "set", "url", SITE]);
    desk.ok("export --lang uk");
    let site = Site::of(&desk);
    let Some(mut browser) = Browser::open(Policy::Kept) else { return };
    for path in site.listed() {
        browser.put(&path, fs::read(site.0.join(&path)).unwrap());
    }
    let page = "news/tram.html";
    assert_eq!(browser.show(page, &site.read(page)), Vec::<String>::new());
    let shown = browser.evaluate(
        "(async () => { const photo = document.querySelector('figure img'); await photo.decode(); \
         return [photo.currentSrc.split('.').pop(), photo.naturalWidth > 0].join(); })()",
    );
    assert_eq!(shown, "avif,true");
}

/// In pixels.
fn widest(images: &[PathBuf]) -> u64 {
    let tags = found(images);
    let widths =
        tags.iter().flat_map(|tags| tags.iter().filter(|(tag, _)| tag.ends_with(":ImageWidth")));
    widths.filter_map(|(_, width)| width.as_u64()).max().unwrap()
}

/// The check above would see it.
#[test]
fn the_camera_tells_all_that_may_not_leave() {
    if no_exiftool() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("photo.jpg");
    fs::write(&file, camera::photo(64, 48)).unwrap();
    let tags = found(&[file]).remove(0);
    let told: BTreeSet<_> = forbidden(&tags).into_iter().map(String::as_str).collect();
    for secret in [
        "GPS:GPSLatitude",
        "ExifIFD:SerialNumber",
        "IFD0:Make",
        "IFD1:ThumbnailOffset",
        "IPTC:City",
        "XMP-photoshop:City",
        "XMP-xmpMM:History",
        "File:Comment",
    ] {
        assert!(told.contains(secret), "{secret} is not among {told:?}");
    }
    assert!(told.iter().any(|tag| tag.contains("Maker")), "{told:?}");
}

#[test]
fn a_second_export_writes_nothing_and_pages_name_every_image() {
    let desk = Desk::new();
    let images = published(&desk, &camera::photo(900, 600));
    let page = Site::of(&desk).read("news/tram.html");
    for image in &images {
        let name = image.file_name().unwrap().to_str().unwrap();
        assert!(page.contains(name), "{name} is on no page");
    }
    let kept = times(&desk.newsroom().join("cache/photos"));
    assert!(!kept.is_empty());
    assert_eq!(desk.ok("export --lang uk")["written"], Value::Array(Vec::new()));
    assert_eq!(times(&desk.newsroom().join("cache/photos")), kept);
    fs::remove_dir_all(desk.newsroom().join("cache")).unwrap();
    assert_eq!(desk.ok("export --lang uk")["written"], Value::Array(Vec::new()), "made as before");
}

fn times(folder: &Path) -> Vec<(PathBuf, std::time::SystemTime)> {
    let folders = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut times: Vec<_> = files
        .map(|file| file.unwrap())
        .map(|file| (file.path(), file.metadata().unwrap().modified().unwrap()))
        .collect();
    times.sort();
    times
}

#[test]
fn real_photos_leave_without_what_they_tell() {
    let Some(data) = std::env::var_os("TESTDATA") else {
        println!("skipped: TESTDATA names no folder with images/");
        return;
    };
    if no_exiftool() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    let mut developed = 0;
    for file in
        fs::read_dir(Path::new(&data).join("images")).unwrap().map(|one| one.unwrap().path())
    {
        let hash = Sha256::digest(fs::read(&file).unwrap()).into();
        let purposes = vec![Purpose::Text, Purpose::Avif, Purpose::Machines, Purpose::Portrait];
        let job = Job { hash, file: file.clone(), cache: None, purposes };
        let Some(made) =
            develop(&[job], &mut || Ok::<_, NotRead>(())).unwrap().photos.remove(&hash)
        else {
            println!("held back: {}", file.display());
            continue;
        };
        developed += 1;
        for (purpose, made) in made {
            for (number, one) in made.renditions.iter().enumerate() {
                let worded = with_words(&one.bytes, one.extension, &made.facts);
                let name = format!("{developed}-{purpose:?}-{number}.{}", one.extension);
                let path = folder.path().join(name);
                fs::write(&path, worded.unwrap_or_else(|| one.bytes.clone())).unwrap();
                files.push(path);
            }
        }
    }
    assert!(developed >= 9, "only {developed} photos could be developed");
    for tags in found(&files) {
        assert_eq!(forbidden(&tags), Vec::<&String>::new(), "{}", tags["SourceFile"]);
    }
    println!("{developed} photos, {} files", files.len());
}
