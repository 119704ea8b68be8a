//! A file that answers the kernel from memory and records, in their order, what it writes to it
//! and when it asks for all of it to be kept. It speaks as much of the FUSE protocol (`fuse.h`,
//! version 7.31) as a loop device asks for: the root of the file system is the file.
//!
//! It is served by a process of its own, outside of the namespace of the mounts: whoever uses the
//! disk is killed only when the disk has answered.

use std::env;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::process::parent_id;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::image::{Image, SIZE};
use super::log::{self, Entry};
use super::mount::Mount;

/// The file, which is there until it is dropped.
#[derive(Debug)]
pub struct Recorder {
    mount: Option<Mount>,
    server: Child,
}

/// Where the process that serves finds the log.
const LOG: &str = "SHPALTA_POWER_LOG";

/// The most that the kernel writes at once, and the room for what it says with it.
const MOST: usize = 128 << 10;
const WORDS: usize = 4096;

/// Operations.
const GETATTR: u32 = 3;
const OPEN: u32 = 14;
const READ: u32 = 15;
const WRITE: u32 = 16;
const FSYNC: u32 = 20;
const INIT: u32 = 26;

/// Operations that are not answered: two kinds of forgetting, and an interruption.
const SILENT: [u32; 3] = [2, 36, 42];

/// The file is read and written past the kernel's cache (`FOPEN_DIRECT_IO`).
const DIRECT: u32 = 1;

const ENOSYS: i32 = 38;

impl Recorder {
    /// Puts a disk in the place of a file. The log says what is on it, and takes what is done to it.
    pub fn put(file: &Path, log: &Path) -> Self {
        File::create_new(file).unwrap();
        let kernel = File::options().read(true).write(true).open("/dev/fuse").unwrap();
        let options = "fd=0,rootmode=100000,user_id=0,group_id=0";
        let words = ["-i", "-t", "fuse", "-o", options, "disk"];
        let stdin = Stdio::from(kernel.try_clone().unwrap());
        let mount = Mount::served(&words, file, stdin).unwrap();
        let mut server = Command::new("nsenter");
        server.arg(format!("--mount=/proc/{}/ns/mnt", parent_id()));
        server.arg(env::current_exe().unwrap()).args(["--exact", "power::a_disk_is_served"]);
        server.args(["--ignored", "--nocapture"]).env(LOG, log);
        server.stdin(kernel).stdout(Stdio::null());
        Self { mount: Some(mount), server: server.spawn().unwrap() }
    }
}

impl Drop for Recorder {
    /// The server ends when the kernel lets go of the file.
    fn drop(&mut self) {
        drop(self.mount.take());
        let _ = self.server.wait();
    }
}

/// Serves a file at the kernel's end that is stdin, until the kernel lets go of it.
pub fn serve() {
    let Some(path) = env::var_os(LOG) else { return };
    let mut disk = Served::of(Path::new(&path));
    let mut kernel = File::from(io::stdin().as_fd().try_clone_to_owned().unwrap());
    let mut said = vec![0; MOST + WORDS];
    loop {
        let length = match kernel.read(&mut said) {
            Ok(length) => length,
            // What was asked is taken back.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(_) => return,
        };
        let request = Request(&said[..length]);
        if SILENT.contains(&request.operation()) {
            continue;
        }
        let (error, answer) = match disk.answer(&request) {
            Some(answer) => (0, answer),
            None => (-ENOSYS, Vec::new()),
        };
        let length = u32::try_from(16 + answer.len()).unwrap();
        let head = [&length.to_ne_bytes()[..], &error.to_ne_bytes(), request.unique()].concat();
        // An answer to what was taken back meanwhile is refused.
        let _ = kernel.write(&[head, answer].concat());
    }
}

/// What the kernel asks: a head of forty bytes, then the operation's own words.
struct Request<'a>(&'a [u8]);

impl Request<'_> {
    fn word(&self, at: usize) -> u32 {
        u32::from_ne_bytes(self.0[at..at + 4].try_into().unwrap())
    }

    fn operation(&self) -> u32 {
        self.word(4)
    }

    /// Which request this is, as its answer repeats it.
    fn unique(&self) -> &[u8] {
        &self.0[8..16]
    }

    /// Where it reads or writes.
    fn at(&self) -> usize {
        usize::try_from(u64::from_ne_bytes(self.0[48..56].try_into().unwrap())).unwrap()
    }

    /// How much it reads.
    fn size(&self) -> usize {
        usize::try_from(self.word(56)).unwrap()
    }

    /// What it writes.
    fn bytes(&self) -> &[u8] {
        &self.0[80..80 + self.size()]
    }
}

/// A disk that is served.
struct Served {
    now: Image,
    log: File,
}

impl Served {
    fn of(path: &Path) -> Self {
        let now = Image::after(&log::read(path));
        Self { now, log: File::options().append(true).open(path).unwrap() }
    }

    /// Does what is asked; none where that is nothing of ours.
    fn answer(&mut self, request: &Request) -> Option<Vec<u8>> {
        match request.operation() {
            INIT => Some(greeting()),
            GETATTR => Some(attributes()),
            OPEN => Some(words(&[0, 0, DIRECT, 0])),
            READ => Some(self.now.read(request.at(), request.size())),
            WRITE => Some(self.write(request.at(), request.bytes())),
            FSYNC => {
                Entry::Flush.append_to(&mut self.log);
                Some(Vec::new())
            }
            _ => None,
        }
    }

    fn write(&mut self, at: usize, bytes: &[u8]) -> Vec<u8> {
        self.now.write(at, bytes);
        Entry::Write { at, bytes: bytes.to_vec() }.append_to(&mut self.log);
        words(&[u32::try_from(bytes.len()).unwrap(), 0])
    }
}

/// A regular file of the disk's size.
fn attributes() -> Vec<u8> {
    const REGULAR: u32 = 0o10_0600;
    let size = SIZE as u64;
    let numbers = [0, 0, 1, size, size / 512, 0, 0, 0];
    let small = [0, 0, 0, REGULAR, 1, 0, 0, 0, 4096, 0];
    [numbers.iter().flat_map(|number| number.to_ne_bytes()).collect(), words(&small)].concat()
}

/// The version, no flag, and the most that may be written at once.
fn greeting() -> Vec<u8> {
    let most = u32::try_from(MOST).unwrap();
    let mut answer = words(&[7, 31, 0, 0, 0, most]);
    answer.resize(64, 0);
    answer
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_ne_bytes()).collect()
}
