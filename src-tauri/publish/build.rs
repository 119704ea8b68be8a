//! Says what pages are made by: when that changes, no page in a folder is known to be as it would
//! be made now.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The crates that have a part in a page, and the versions of what they use.
const INGREDIENTS: [&str; 7] = [
    "../text",
    "../language",
    "../newsroom",
    "../photo",
    "../resample",
    "../publish",
    "../../Cargo.lock",
];

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut hash = DefaultHasher::new();
    for ingredient in INGREDIENTS {
        println!("cargo:rerun-if-changed={ingredient}");
        add(&here.join(ingredient), &mut hash)?;
    }
    println!("cargo:rustc-env=SHPALTA_RECIPE={:016x}", hash.finish());
    Ok(())
}

fn add(path: &Path, hash: &mut DefaultHasher) -> io::Result<()> {
    if !path.is_dir() {
        hash.write(&fs::read(path)?);
        return Ok(());
    }
    let mut inside: Vec<_> =
        fs::read_dir(path)?.map(|file| Ok(file?.path())).collect::<io::Result<_>>()?;
    inside.sort();
    inside.iter().try_for_each(|path| add(path, hash))
}
