//! Files on a server, S3-compatible storage or SFTP: what of an address is whose, who may go in
//! with which secret, and reading, writing, listing and removing files, many at a time.

mod address;
mod error;
mod s3;
mod secret;
mod sftp;

use std::future::Future;
use std::pin::pin;

use futures_util::{StreamExt, stream};
use tokio::runtime::{Builder, Runtime};

pub use address::{Address, Bucket, Host};
pub use error::Error;
use s3::S3;
pub use secret::{keep_secret, kept_secret};
use sftp::Sftp;

type Result<T> = std::result::Result<T, Error>;

/// How many files are on their way at a time: a server far away answers late, not slowly.
const AT_ONCE: usize = 16;

/// A connection to the folder of an address.
pub struct Remote {
    /// Its thread keeps the connection alive while nobody asks for anything.
    runtime: Runtime,
    store: Store,
}

enum Store {
    S3(S3),
    Sftp(Box<Sftp>),
}

/// A file as it is to be.
pub struct Upload {
    /// Below the address, `/` between its parts.
    pub path: String,
    pub bytes: Vec<u8>,
    /// Its media type, for those who read it from there.
    pub media_type: &'static str,
    /// Its path says what it holds: whoever has it need not ask for it again.
    pub lasts: bool,
}

impl Remote {
    /// Connects. The secret is the password, the passphrase of a key or the secret key of storage.
    ///
    /// # Errors
    /// [`Error::NoSecret`], [`Error::Unreachable`], [`Error::Refused`], [`Error::HostUnknown`],
    /// [`Error::HostChanged`], [`Error::NoFolder`].
    pub fn connect(address: &Address, secret: Option<&str>) -> Result<Self> {
        let server = address.to_string();
        let unreachable = |error: std::io::Error| Error::unreachable(&server, error);
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .map_err(unreachable)?;
        let store = runtime.block_on(async {
            Ok::<_, Error>(match address {
                Address::S3(bucket) => Store::S3(S3::connect(server, bucket, secret).await?),
                Address::Sftp(host) => {
                    Store::Sftp(Box::new(Sftp::connect(server, host, secret).await?))
                }
            })
        })?;
        Ok(Self { runtime, store })
    }

    /// A file; none where there is none.
    ///
    /// # Errors
    /// [`Error::Unreachable`], [`Error::Forbidden`], here as below.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        self.runtime.block_on(self.store.read(path))
    }

    /// Files as they come, in any order; `each` may end it.
    ///
    /// # Errors
    /// Those of `each`, too.
    pub fn read_each<E: From<Error>>(
        &self,
        paths: impl Iterator<Item = String>,
        each: impl FnMut((String, Option<Vec<u8>>)) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let read = async |path: std::result::Result<String, E>| {
            let path = path?;
            let bytes = self.store.read(&path).await?;
            Ok((path, bytes))
        };
        self.many(paths.map(Ok), read, each)
    }

    /// Those of the paths where a file stands.
    pub fn standing(&self, paths: impl Iterator<Item = String>) -> Result<Vec<String>> {
        let mut standing = Vec::new();
        let stands = async |path: Result<String>| {
            let path = path?;
            Ok(self.store.stands(&path).await?.then_some(path))
        };
        self.many(paths.map(Ok), stands, |path| {
            standing.extend(path);
            Ok(())
        })?;
        standing.sort_unstable();
        Ok(standing)
    }

    /// All files below the address.
    pub fn list(&self) -> Result<Vec<String>> {
        let mut paths = self.runtime.block_on(self.store.list())?;
        paths.sort_unstable();
        Ok(paths)
    }

    /// Writes one file.
    pub fn write(&self, file: Upload) -> Result<()> {
        self.runtime.block_on(self.store.write(file))
    }

    /// Writes files, each whole or not at all, in any order; `each` hears what is written and may
    /// end it.
    ///
    /// # Errors
    /// Those of `files` and `each`, too.
    pub fn write_each<E: From<Error>>(
        &self,
        files: impl Iterator<Item = std::result::Result<Upload, E>>,
        each: impl FnMut(String) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let write = async |file: std::result::Result<Upload, E>| {
            let file = file?;
            let path = file.path.clone();
            self.store.write(file).await?;
            Ok(path)
        };
        self.many(files, write, each)
    }

    /// Removes files, whether they are there or not.
    pub fn remove(&self, paths: impl Iterator<Item = String>) -> Result<()> {
        let remove = async |path: Result<String>| self.store.remove(&path?).await;
        self.many(paths.map(Ok), remove, Ok)
    }

    /// Removes what runs that were cut off left waiting; no other may be at work there.
    pub fn clear_waiting(&self) -> Result<()> {
        match &self.store {
            Store::S3(_) => Ok(()),
            Store::Sftp(sftp) => self.runtime.block_on(sftp.clear_waiting()),
        }
    }

    fn many<T, R, E, F: Future<Output = std::result::Result<R, E>>>(
        &self,
        all: impl Iterator<Item = T>,
        work: impl Fn(T) -> F,
        mut each: impl FnMut(R) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.runtime.block_on(async {
            let mut done = pin!(stream::iter(all).map(work).buffer_unordered(AT_ONCE));
            while let Some(one) = done.next().await {
                each(one?)?;
            }
            Ok(())
        })
    }
}

impl Store {
    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        match self {
            Self::S3(s3) => s3.read(path).await,
            Self::Sftp(sftp) => sftp.read(path).await,
        }
    }

    async fn stands(&self, path: &str) -> Result<bool> {
        match self {
            Self::S3(s3) => s3.stands(path).await,
            Self::Sftp(sftp) => sftp.stands(path).await,
        }
    }

    async fn list(&self) -> Result<Vec<String>> {
        match self {
            Self::S3(s3) => s3.list().await,
            Self::Sftp(sftp) => sftp.list().await,
        }
    }

    async fn write(&self, file: Upload) -> Result<()> {
        match self {
            Self::S3(s3) => s3.write(file).await,
            Self::Sftp(sftp) => sftp.write(&file.path, &file.bytes).await,
        }
    }

    async fn remove(&self, path: &str) -> Result<()> {
        match self {
            Self::S3(s3) => s3.remove(path).await,
            Self::Sftp(sftp) => sftp.remove(path).await,
        }
    }
}
