//! How much room backups may take.

use std::path::Path;

/// What backups may take, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most that all databases of a place take together; the newest stays however large.
    pub size: u64,
    /// What is left free on the disk.
    pub reserve: u64,
}

const MEGABYTE: u64 = 1_000_000;

/// Databases of a newsroom of 100,000 stories take some 1.5 GB: ten gigabytes hold a few of those
/// and every backup of smaller ones.
const SIZE: u64 = 10_000 * MEGABYTE;

/// Enough to go on writing for weeks when a backup took all that was left.
const RESERVE: u64 = 500 * MEGABYTE;

impl Default for Limits {
    fn default() -> Self {
        Self { size: SIZE, reserve: RESERVE }
    }
}

impl Limits {
    /// With the size that a setting says, in megabytes.
    pub(super) fn of_setting(size: Option<&str>) -> Self {
        let megabytes = size.and_then(|size| size.parse::<u64>().ok());
        let size = megabytes.map_or(SIZE, |megabytes| megabytes.saturating_mul(MEGABYTE));
        Self { size, ..Self::default() }
    }
}

/// Bytes that are free on the disk of a folder; none where the system does not say.
#[cfg(unix)]
pub(super) fn free(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(not(unix))]
pub(super) fn free(_: &Path) -> Option<u64> {
    None
}
