//! What can go wrong with a server. The sentences are English; the window words them by code and
//! parameters.

use std::collections::BTreeMap;
use std::fmt::Display;

/// Why something could not be done with a server; `server` is its address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error("“{server}” is not the address of a server.")]
    BadServer { server: String },
    #[error("{server} cannot be reached: {detail}.")]
    Unreachable { server: String, detail: String },
    #[error("{server} does not let us in.")]
    Refused { server: String },
    #[error("There is no secret for {server}.")]
    NoSecret { server: String },
    #[error("{server} is not known yet. It shows the key {fingerprint}.")]
    HostUnknown { server: String, fingerprint: String },
    #[error("{server} shows another key than it should: {fingerprint}.")]
    HostChanged { server: String, fingerprint: String },
    #[error("{server} is not there: no such folder or bucket.")]
    NoFolder { server: String },
    #[error("{server} does not let us at {path}.")]
    Forbidden { server: String, path: String },
    #[error("The system's keyring does not answer: {detail}.")]
    Keyring { detail: String },
}

impl Error {
    /// Stable, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadServer { .. } => "server_bad_address",
            Self::Unreachable { .. } => "server_unreachable",
            Self::Refused { .. } => "server_refused",
            Self::NoSecret { .. } => "server_no_secret",
            Self::HostUnknown { .. } => "server_unknown",
            Self::HostChanged { .. } => "server_changed",
            Self::NoFolder { .. } => "server_no_folder",
            Self::Forbidden { .. } => "server_forbids",
            Self::Keyring { .. } => "server_no_keyring",
        }
    }

    /// What to do about it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::BadServer { .. } => {
                "Write sftp://USER@HOST/FOLDER, or s3://KEY@BUCKET/FOLDER?endpoint=https://HOST&region=REGION."
            }
            Self::Unreachable { .. } => {
                "Look after the connection, then export again: it goes on where it stopped."
            }
            Self::Refused { .. } | Self::NoSecret { .. } => {
                "Give the password, or the secret key, with “shpalta site secret”, or load your key into the SSH agent."
            }
            Self::HostUnknown { .. } => {
                "Compare the key with what your hosting tells. If it is the same, write it into the address: sftp://USER;fingerprint=KEY@HOST/FOLDER."
            }
            Self::HostChanged { .. } => {
                "Ask your hosting whether the key was changed, and write the new one into the address only if so: somebody else may be answering."
            }
            Self::NoFolder { .. } => "Make it, or correct the address with “shpalta site set”.",
            Self::Forbidden { .. } => "Ask your hosting to let this account write there.",
            Self::Keyring { .. } => {
                "Unlock the keyring, or give the secret in the variable SHPALTA_SECRET."
            }
        }
    }

    /// What differs from case to case, by name.
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        let (server, other) = match self {
            Self::BadServer { server }
            | Self::Refused { server }
            | Self::NoSecret { server }
            | Self::NoFolder { server } => (Some(server), None),
            Self::Unreachable { server, detail } => (Some(server), Some(("detail", detail))),
            Self::HostUnknown { server, fingerprint }
            | Self::HostChanged { server, fingerprint } => {
                (Some(server), Some(("fingerprint", fingerprint)))
            }
            Self::Forbidden { server, path } => (Some(server), Some(("path", path))),
            Self::Keyring { detail } => (None, Some(("detail", detail))),
        };
        let server = server.map(|server| ("server", server));
        server.into_iter().chain(other).map(|(name, value)| (name, value.clone())).collect()
    }

    pub(crate) fn unreachable(server: &str, error: impl Display) -> Self {
        Self::Unreachable { server: server.to_owned(), detail: error.to_string() }
    }
}
