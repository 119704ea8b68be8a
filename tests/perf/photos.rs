//! Photos, against ImageMagick and libvips where those are installed.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use jpeg_encoder::{ColorType, Encoder};
use sha2::{Digest, Sha256};
use shpalta_photo::{Job, NotRead, Purpose, develop};
use tempfile::TempDir;

use crate::once;
use crate::table::Table;

const WIDTH: u32 = 6_000;
const HEIGHT: u32 = 4_000;
/// Widths, and qualities of JPEG and WebP, that the others are asked for: our own.
const WIDTHS: [u32; 4] = [480, 800, 1_200, 1_600];
const QUALITIES: [(&str, u8); 2] = [("jpg", 80), ("webp", 76)];
const FILES: u32 = 8;
/// So many are made as AVIF: it takes long.
const AVIF: usize = 2;

/// As many photos as `SHPALTA_PHOTOS` says, else 8: a hundred take minutes.
pub fn measure(table: &mut Table) {
    let count = std::env::var("SHPALTA_PHOTOS").ok().and_then(|count| count.parse().ok());
    let folder = TempDir::new().expect("a temporary folder");
    let jobs: Vec<_> = (0..count.unwrap_or(8)).map(|number| job(folder.path(), number)).collect();
    let photos = u32::try_from(jobs.len()).expect("so many photos fit").max(1);
    let file = |time: Duration| time / (photos * FILES);
    let remark = format!("{photos} photos of 24 megapixels, {FILES} files of each");
    let (vips, done) = once(|| jobs.iter().all(|job| by_vips(&job.file, folder.path())));
    let (magick, too) = once(|| jobs.iter().all(|job| by_image_magick(&job.file, folder.path())));
    let (one_by_one, ()) = once(|| jobs.iter().for_each(|job| develop_alone(&uncached(job))));
    match done {
        true => table.baseline("a photo's file by libvips", file(vips), remark.clone()),
        false => println!("libvips is not measured: it has no vipsthumbnail here"),
    }
    if too {
        let name = "a photo's file by ImageMagick";
        match done {
            true => table.row(name, file(magick), remark.clone()),
            false => table.baseline(name, file(magick), remark.clone()),
        }
    } else {
        println!("ImageMagick is not measured: it has no convert here");
    }
    match done || too {
        true => table.row("a photo's file by Shpalta", file(one_by_one), remark),
        false => table.baseline("a photo's file by Shpalta", file(one_by_one), remark),
    }
    avif(table, &jobs[..jobs.len().min(AVIF)]);
    kept(table, &jobs);
}

/// What AVIF, which a site may have beside JPEG and WebP, adds to that.
fn avif(table: &mut Table, jobs: &[Job]) {
    let photos = u32::try_from(jobs.len()).expect("so many photos fit").max(1);
    let alone = |purposes: &[Purpose]| {
        let of = |job| Job { purposes: purposes.to_vec(), ..uncached(job) };
        once(|| jobs.iter().for_each(|job| develop_alone(&of(job)))).0 / photos
    };
    let remark = format!("{photos} of them");
    table.baseline("a photo without AVIF", alone(&[Purpose::Text]), remark.clone());
    table.row("a photo with AVIF, too", alone(&[Purpose::Text, Purpose::Avif]), remark);
}

/// All photos as an export has them developed, and again.
fn kept(table: &mut Table, jobs: &[Job]) {
    let all =
        |jobs: &[Job]| develop(jobs, &mut || Ok::<_, NotRead>(())).expect("photos are developed");
    let (first, decoded) = once(|| all(jobs).decoded);
    table.baseline("all photos, developed", first, format!("{decoded} decoded"));
    let (again, decoded) = once(|| all(jobs).decoded);
    table.row("all photos, from the cache", again, format!("{decoded} decoded"));
}

/// One photo at a time has one worker.
fn develop_alone(job: &Job) {
    let developed = develop(std::slice::from_ref(job), &mut || Ok::<_, NotRead>(()));
    assert_eq!(developed.expect("a photo is developed").photos.len(), 1);
}

fn uncached(job: &Job) -> Job {
    Job { cache: None, ..job.clone() }
}

/// A photo that no other is like: soft shapes, sharp edges and the noise of a sensor.
fn job(folder: &Path, number: u32) -> Job {
    let mut noise = number.wrapping_mul(0x9e37_79b9) | 1;
    let mut pixels = Vec::with_capacity((WIDTH * HEIGHT * 3) as usize);
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            noise ^= noise << 13;
            noise ^= noise >> 17;
            noise ^= noise << 5;
            let soft = (x as f32 / 700.0 + number as f32).sin() + (y as f32 / 500.0).cos();
            let edge = if (x / 190 + y / 130) % 7 == 0 { 40.0 } else { 0.0 };
            let grain = (noise % 17) as f32 - 8.0;
            for tint in [0.0, 12.0, 25.0] {
                pixels.push((110.0 + soft * 40.0 + edge + grain + tint).clamp(0.0, 255.0) as u8);
            }
        }
    }
    let mut bytes = Vec::new();
    let sides = (WIDTH as u16, HEIGHT as u16);
    let encoded = Encoder::new(&mut bytes, 90).encode(&pixels, sides.0, sides.1, ColorType::Rgb);
    encoded.expect("a photo is encoded");
    let hash = Sha256::digest(&bytes).into();
    let file = folder.join(format!("{number}.jpg"));
    fs::write(&file, bytes).expect("a photo is written");
    let cache = Some(folder.join("cache").join(number.to_string()));
    Job { hash, file, cache, purposes: vec![Purpose::Text] }
}

/// Each file by a process of its own that reads as little of the photo as it needs.
fn by_vips(photo: &Path, folder: &Path) -> bool {
    WIDTHS.iter().all(|width| {
        QUALITIES.iter().all(|(extension, quality)| {
            let out = folder.join(format!("vips.{extension}[Q={quality},strip]"));
            let mut vips = Command::new("vipsthumbnail");
            vips.env("VIPS_CONCURRENCY", "1").arg(photo).arg("--size").arg(format!("{width}x"));
            succeeds(vips.arg("-o").arg(out))
        })
    })
}

/// All files by one process that decodes the photo once.
fn by_image_magick(photo: &Path, folder: &Path) -> bool {
    let mut magick = Command::new("convert");
    magick.env("MAGICK_THREAD_LIMIT", "1").arg(photo);
    for width in WIDTHS {
        magick.args(["(", "+clone", "-resize", &format!("{width}x")]);
        for (extension, quality) in QUALITIES {
            let out = folder.join(format!("magick.{extension}"));
            magick.args(["-quality", &quality.to_string(), "-write"]).arg(out);
        }
        magick.args(["+delete", ")"]);
    }
    succeeds(magick.arg("null:"))
}

fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
