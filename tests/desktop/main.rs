//! The window, driven as a person drives it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(target_os = "linux")]
mod backups;
#[cfg(target_os = "linux")]
mod board;
#[cfg(target_os = "linux")]
mod deciding;
#[cfg(target_os = "linux")]
mod details;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod harness;
#[cfg(target_os = "linux")]
mod job;
#[cfg(target_os = "linux")]
mod keys;
#[cfg(target_os = "linux")]
mod kill;
#[cfg(target_os = "linux")]
mod leaving;
#[cfg(target_os = "linux")]
mod parcel;
#[cfg(target_os = "linux")]
mod payloads;
#[cfg(target_os = "linux")]
mod safety;
#[cfg(target_os = "linux")]
mod saving;
#[cfg(target_os = "linux")]
mod screens;
#[cfg(target_os = "linux")]
mod server;
#[cfg(target_os = "linux")]
mod settings;
#[cfg(target_os = "linux")]
mod shell;
#[cfg(target_os = "linux")]
mod start;
#[cfg(target_os = "linux")]
mod steps;
#[cfg(target_os = "linux")]
mod translating;
#[cfg(target_os = "linux")]
mod troubles;

#[cfg(not(target_os = "linux"))]
#[test]
fn the_window_is_driven_on_linux() {
    println!("skipped: the virtual display and the driver are Linux's");
}
