//! A folder that SSH leads to.

mod enter;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use russh::client::Handle;
use russh_sftp::client::RawSftpSession;
use russh_sftp::client::error::Error as Failure;
use russh_sftp::protocol::{FileAttributes, OpenFlags, Packet, StatusCode};

use crate::address::Host;
use crate::{Error, Result};
use enter::Door;

/// What every server takes at once, in bytes.
const PIECE: usize = 32 * 1024;

/// How long a server may take to answer, in seconds.
const PATIENCE: u64 = 60;

/// Where files wait until they are whole; what is in it counts for nothing.
const WAITING: &str = ".shpalta-staging";

/// Renames in one step, over what stands there; the protocol's own rename does not.
const POSIX_RENAME: &str = "posix-rename@openssh.com";

pub(crate) struct Sftp {
    server: String,
    session: RawSftpSession,
    /// The folder, absolute.
    root: String,
    /// Folders that are there.
    folders: Mutex<BTreeSet<String>>,
    /// The next name among what waits.
    next: AtomicU64,
    renames: bool,
    /// The connection ends with it.
    _connection: Handle<Door>,
}

impl Sftp {
    pub async fn connect(server: String, host: &Host, secret: Option<&str>) -> Result<Self> {
        let connection = enter::enter(&server, host, secret).await?;
        let lost = |error: russh::Error| Error::unreachable(&server, error);
        let channel = connection.channel_open_session().await.map_err(lost)?;
        channel.request_subsystem(true, "sftp").await.map_err(lost)?;
        let session = RawSftpSession::new(channel.into_stream());
        session.set_timeout(PATIENCE);
        let version = session.init().await.map_err(|error| Error::unreachable(&server, error))?;
        let mut sftp = Self {
            server,
            session,
            root: String::new(),
            folders: Mutex::default(),
            next: AtomicU64::new(0),
            renames: version.extensions.contains_key(POSIX_RENAME),
            _connection: connection,
        };
        sftp.root = sftp.folder(&host.folder).await?;
        Ok(sftp)
    }

    /// The folder of an address, absolute.
    ///
    /// # Errors
    /// [`Error::NoFolder`].
    async fn folder(&self, folder: &str) -> Result<String> {
        let asked = match folder.strip_prefix('~') {
            Some(rest) => format!(".{rest}"),
            None => folder.to_owned(),
        };
        let none = || Error::NoFolder { server: self.server.clone() };
        let real = self.there(folder, self.session.realpath(asked).await)?.ok_or_else(none)?;
        let real = real.files.into_iter().next().ok_or_else(none)?.filename;
        let found = self.there(folder, self.session.stat(&real).await)?;
        match found.is_some_and(|found| found.attrs.is_dir()) {
            true => Ok(real),
            false => Err(none()),
        }
    }

    pub async fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let opened = self.session.open(self.at(path), OpenFlags::READ, FileAttributes::empty());
        let Some(opened) = self.there(path, opened.await)? else { return Ok(None) };
        let mut bytes = Vec::new();
        let next =
            async |at: usize| self.session.read(&opened.handle, at as u64, PIECE as u32).await;
        while let Some(piece) = self.unless_end(path, next(bytes.len()).await)? {
            bytes.extend(piece.data);
        }
        self.session.close(opened.handle).await.map_err(|error| self.failed(path, error))?;
        Ok(Some(bytes))
    }

    pub async fn stands(&self, path: &str) -> Result<bool> {
        Ok(self.there(path, self.session.lstat(self.at(path)).await)?.is_some())
    }

    /// Links are not followed.
    pub async fn list(&self) -> Result<Vec<String>> {
        let (mut files, mut folders) = (Vec::new(), vec![String::new()]);
        while let Some(folder) = folders.pop() {
            for (path, is_folder) in self.listed(&folder).await? {
                match is_folder {
                    true => folders.push(path),
                    false => files.push(path),
                }
            }
        }
        Ok(files)
    }

    /// What lies in one folder, and whether it is a folder.
    async fn listed(&self, folder: &str) -> Result<Vec<(String, bool)>> {
        let opened = self.session.opendir(self.at(folder)).await;
        let Some(opened) = self.there(folder, opened)? else { return Ok(Vec::new()) };
        let mut listed = Vec::new();
        let next = async || self.session.readdir(&opened.handle).await;
        while let Some(names) = self.unless_end(folder, next().await)? {
            listed.extend(names.files);
        }
        self.session.close(opened.handle).await.map_err(|error| self.failed(folder, error))?;
        let own = listed.into_iter().filter(|file| file.filename != "." && file.filename != "..");
        let below = |name: &str| match folder {
            "" => name.to_owned(),
            folder => format!("{folder}/{name}"),
        };
        Ok(own.map(|file| (below(&file.filename), file.attrs.is_dir())).collect())
    }

    pub async fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.make_folders(WAITING).await?;
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.make_folders(folder).await?;
        }
        let waiting = format!("{WAITING}/{}.part", self.next.fetch_add(1, Ordering::Relaxed));
        self.send(&waiting, bytes).await.map_err(|error| self.failed(path, error))?;
        self.rename(&waiting, path).await.map_err(|error| self.failed(path, error))
    }

    /// Removes what waits to be whole.
    pub async fn clear_waiting(&self) -> Result<()> {
        for (path, is_folder) in self.listed(WAITING).await? {
            if !is_folder && path.ends_with(".part") {
                self.remove(&path).await?;
            }
        }
        Ok(())
    }

    async fn send(&self, path: &str, bytes: &[u8]) -> std::result::Result<(), Failure> {
        let anew = OpenFlags::WRITE | OpenFlags::CREATE | OpenFlags::TRUNCATE;
        let opened = self.session.open(self.at(path), anew, FileAttributes::empty()).await?;
        for (number, piece) in bytes.chunks(PIECE).enumerate() {
            let at = (number * PIECE) as u64;
            self.session.write(&opened.handle, at, piece.to_vec()).await?;
        }
        self.session.close(opened.handle).await.map(drop)
    }

    async fn rename(&self, from: &str, to: &str) -> std::result::Result<(), Failure> {
        let (from, to) = (self.at(from), self.at(to));
        if !self.renames {
            // There is no step that does both, so for a moment nothing stands there.
            let _ = self.session.remove(&to).await;
            return self.session.rename(from, to).await.map(drop);
        }
        let names = [from, to].iter().flat_map(|name| strung(name)).collect();
        match self.session.extended(POSIX_RENAME, names).await? {
            Packet::Status(status) if status.status_code == StatusCode::Ok => Ok(()),
            Packet::Status(status) => Err(Failure::Status(status)),
            _ => Err(Failure::UnexpectedPacket),
        }
    }

    /// Removes a file and the folders that it leaves empty.
    pub async fn remove(&self, path: &str) -> Result<()> {
        self.there(path, self.session.remove(self.at(path)).await)?;
        for (at, _) in path.rmatch_indices('/') {
            // It is refused for a folder with something in it.
            if self.session.rmdir(self.at(&path[..at])).await.is_err() {
                break;
            }
            self.folders.lock().unwrap_or_else(PoisonError::into_inner).remove(&path[..at]);
        }
        Ok(())
    }

    /// Makes a folder and those above it.
    async fn make_folders(&self, folder: &str) -> Result<()> {
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
        for end in ends {
            let part = &folder[..end];
            if self.folders.lock().unwrap_or_else(PoisonError::into_inner).contains(part) {
                continue;
            }
            let made = self.session.mkdir(self.at(part), FileAttributes::empty()).await;
            if let Err(error) = made {
                // What is there already fails without saying why.
                match self.there(part, self.session.lstat(self.at(part)).await)? {
                    Some(found) if found.attrs.is_dir() => (),
                    Some(_) => return Err(self.forbidden(part)),
                    None => return Err(self.failed(part, error)),
                }
            }
            self.folders.lock().unwrap_or_else(PoisonError::into_inner).insert(part.to_owned());
        }
        Ok(())
    }

    fn at(&self, path: &str) -> String {
        match path {
            "" => self.root.clone(),
            path => format!("{}/{path}", self.root.trim_end_matches('/')),
        }
    }

    /// None: there is no such file.
    fn there<T>(&self, path: &str, got: std::result::Result<T, Failure>) -> Result<Option<T>> {
        match got {
            Ok(got) => Ok(Some(got)),
            Err(Failure::Status(status)) if status.status_code == StatusCode::NoSuchFile => {
                Ok(None)
            }
            Err(error) => Err(self.failed(path, error)),
        }
    }

    /// None: there is no more of it.
    fn unless_end<T>(&self, path: &str, got: std::result::Result<T, Failure>) -> Result<Option<T>> {
        match got {
            Err(Failure::Status(status)) if status.status_code == StatusCode::Eof => Ok(None),
            got => got.map(Some).map_err(|error| self.failed(path, error)),
        }
    }

    fn failed(&self, path: &str, error: Failure) -> Error {
        match error {
            Failure::Status(status) if status.status_code == StatusCode::PermissionDenied => {
                self.forbidden(path)
            }
            error => Error::unreachable(&self.server, error),
        }
    }

    fn forbidden(&self, path: &str) -> Error {
        Error::Forbidden { server: self.server.clone(), path: path.to_owned() }
    }
}

/// A string as the protocol writes it: its length in bytes before it.
fn strung(text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    [&length.to_be_bytes()[..], text.as_bytes()].concat()
}
