//! Going in: who answers there, and who we are.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use russh::client::{Config, Handle, Handler, connect};
use russh::keys::known_hosts::check_known_hosts;
use russh::keys::{
    Error as KeyError, HashAlg, PrivateKeyWithHashAlg, PublicKeyOrCertificate, load_secret_key,
};

use crate::address::Host;
use crate::{Error, Result};

/// How long a server may take to answer at all.
const PATIENCE: Duration = Duration::from_secs(20);

/// Files below `~/.ssh` in which a person's keys lie, the best first.
const KEYS: [&str; 2] = ["id_ed25519", "id_ecdsa"];

/// Who looks at the key of the server.
pub(crate) struct Door {
    host: Host,
    /// What is wrong with it.
    wrong: Arc<Mutex<Option<Wrong>>>,
}

/// A key that is not taken, and whether another was expected.
struct Wrong {
    fingerprint: String,
    changed: bool,
}

impl Handler for Door {
    type Error = russh::Error;

    async fn check_server_key(
        &mut self,
        shown: &PublicKeyOrCertificate,
    ) -> std::result::Result<bool, Self::Error> {
        let key = match shown {
            PublicKeyOrCertificate::PublicKey { key, .. } => key.clone(),
            PublicKeyOrCertificate::Certificate(certificate) => {
                certificate.public_key().clone().into()
            }
        };
        let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
        let (known, changed) = match &self.host.fingerprint {
            Some(expected) => (*expected == fingerprint, true),
            None => match check_known_hosts(&self.host.name, self.host.port, &key) {
                Ok(known) => (known, false),
                Err(error) => (false, matches!(error, KeyError::KeyChanged { .. })),
            },
        };
        if !known {
            let wrong = Wrong { fingerprint, changed };
            *self.wrong.lock().unwrap_or_else(PoisonError::into_inner) = Some(wrong);
        }
        Ok(known)
    }
}

/// # Errors
/// [`Error::Unreachable`], [`Error::HostUnknown`], [`Error::HostChanged`], [`Error::Refused`].
pub(crate) async fn enter(server: &str, host: &Host, secret: Option<&str>) -> Result<Handle<Door>> {
    let wrong = Arc::default();
    let door = Door { host: host.clone(), wrong: Arc::clone(&wrong) };
    let config = Config { keepalive_interval: Some(PATIENCE), nodelay: true, ..Config::default() };
    let connecting = connect(Arc::new(config), (host.name.as_str(), host.port), door);
    let connected = tokio::time::timeout(PATIENCE, connecting).await;
    if let Some(wrong) = wrong.lock().unwrap_or_else(PoisonError::into_inner).take() {
        return Err(wrong.of(server));
    }
    let mut connection = connected
        .map_err(|late| Error::unreachable(server, late))?
        .map_err(|error| Error::unreachable(server, error))?;
    match introduce(&mut connection, &host.user, secret).await {
        Ok(true) => Ok(connection),
        Ok(false) if connection.is_closed() => Err(Error::unreachable(server, russh::Error::HUP)),
        Ok(false) => Err(Error::Refused { server: server.to_owned() }),
        Err(error) => Err(Error::unreachable(server, error)),
    }
}

impl Wrong {
    fn of(self, server: &str) -> Error {
        let (server, fingerprint) = (server.to_owned(), self.fingerprint);
        match self.changed {
            true => Error::HostChanged { server, fingerprint },
            false => Error::HostUnknown { server, fingerprint },
        }
    }
}

/// Shows the keys of the person's agent, those in their folder, and the password.
async fn introduce(
    connection: &mut Handle<Door>,
    user: &str,
    secret: Option<&str>,
) -> std::result::Result<bool, russh::Error> {
    #[cfg(unix)]
    if by_agent(connection, user).await? {
        return Ok(true);
    }
    for key in KEYS.iter().filter_map(|name| Some(own_folder()?.join(name))) {
        // Its passphrase may be the secret; a key that needs another is none of ours.
        let Ok(key) = load_secret_key(&key, None).or_else(|_| load_secret_key(&key, secret)) else {
            continue;
        };
        let key = PrivateKeyWithHashAlg::new(Arc::new(key), None);
        if connection.authenticate_publickey(user, key).await?.success() {
            return Ok(true);
        }
    }
    match secret {
        Some(secret) => Ok(connection.authenticate_password(user, secret).await?.success()),
        None => Ok(false),
    }
}

fn own_folder() -> Option<PathBuf> {
    Some(std::env::home_dir()?.join(".ssh"))
}

/// Whether a key of the agent is taken. Without an agent none is.
#[cfg(unix)]
async fn by_agent(
    connection: &mut Handle<Door>,
    user: &str,
) -> std::result::Result<bool, russh::Error> {
    use russh::keys::agent::AgentIdentity;
    use russh::keys::agent::client::AgentClient;

    let Ok(mut agent) = AgentClient::connect_env().await else { return Ok(false) };
    let identities = agent.request_identities().await.unwrap_or_default();
    for identity in identities {
        let AgentIdentity::PublicKey { key, .. } = identity else { continue };
        let hash = match key.algorithm().is_rsa() {
            true => connection.best_supported_rsa_hash().await?.flatten(),
            false => None,
        };
        let shown = connection.authenticate_publickey_with(user, key, hash, &mut agent).await;
        if shown.is_ok_and(|shown| shown.success()) {
            return Ok(true);
        }
    }
    Ok(false)
}
