//! Where files lie on a server: `sftp://USER;fingerprint=KEY@HOST:PORT/FOLDER` or
//! `s3://KEY@BUCKET/FOLDER?endpoint=URL&region=REGION`. An address holds no secret.

use std::fmt;
use std::str::FromStr;

use url::{Url, form_urlencoded};

use crate::{Error, Result};

const SSH_PORT: u16 = 22;
/// Where storage without regions takes every one, this is the usual one.
const REGION: &str = "us-east-1";

/// Where files lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    S3(Bucket),
    Sftp(Host),
}

/// Below a prefix of S3-compatible storage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    /// Of the two halves of an access key the one that is no secret.
    pub key: String,
    pub name: String,
    /// Without slashes around it; may be empty.
    pub folder: String,
    /// None: Amazon's.
    pub endpoint: Option<String>,
    pub region: String,
}

/// In a folder that SSH leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    pub user: String,
    pub name: String,
    pub port: u16,
    /// What `ssh-keygen -l` shows of its key: `SHA256:…`. None: the person's `known_hosts` tells.
    pub fingerprint: Option<String>,
    /// Absolute, or below the user's own folder if it begins with `~/`.
    pub folder: String,
}

impl FromStr for Address {
    type Err = Error;

    /// # Errors
    /// [`Error::BadServer`].
    fn from_str(text: &str) -> Result<Self> {
        let read = match text.split_once("://") {
            Some(("sftp", rest)) => Host::read(rest).map(Self::Sftp),
            Some(("s3", rest)) => Bucket::read(rest).map(Self::S3),
            _ => None,
        };
        read.ok_or_else(|| Error::BadServer { server: text.to_owned() })
    }
}

impl Host {
    fn read(rest: &str) -> Option<Self> {
        // A fingerprint may hold a slash, so who comes before the host is cut off first.
        let (who, rest) = rest.split_once('@')?;
        let (user, fingerprint) = match who.split_once(";fingerprint=") {
            Some((user, fingerprint)) if fingerprint.starts_with("SHA256:") => {
                (user, Some(fingerprint.trim_end_matches('=').to_owned()))
            }
            Some(_) => return None,
            None => (who, None),
        };
        let (at, folder) = rest.split_once('/').unwrap_or((rest, "~"));
        let (name, port) = host_and_port(at)?;
        let folder = match folder.trim_end_matches('/') {
            folder if folder == "~" || folder.starts_with("~/") => folder.to_owned(),
            folder => format!("/{folder}"),
        };
        let is_good = is_word(user) && is_word(name) && is_path(&folder);
        is_good.then(|| Self {
            user: user.to_owned(),
            name: name.to_owned(),
            port,
            fingerprint,
            folder,
        })
    }
}

/// `HOST`, `HOST:PORT` or, for IPv6, `[HOST]:PORT`.
fn host_and_port(at: &str) -> Option<(&str, u16)> {
    let (name, port) = match at.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?,
        None => at.find(':').map_or((at, ""), |colon| at.split_at(colon)),
    };
    match port.strip_prefix(':') {
        Some(port) => Some((name, port.parse().ok()?)),
        None if port.is_empty() => Some((name, SSH_PORT)),
        None => None,
    }
}

impl Bucket {
    fn read(rest: &str) -> Option<Self> {
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (key, rest) = rest.split_once('@')?;
        let (name, folder) = rest.split_once('/').unwrap_or((rest, ""));
        let folder = folder.trim_matches('/');
        let (mut endpoint, mut region) = (None, REGION.to_owned());
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "endpoint" => endpoint = Some(checked_endpoint(&value)?),
                "region" if is_word(&value) => region = value.into_owned(),
                _ => return None,
            }
        }
        let is_good = is_word(key) && is_word(name) && is_path(folder);
        is_good.then(|| Self {
            key: key.to_owned(),
            name: name.to_owned(),
            folder: folder.to_owned(),
            endpoint,
            region,
        })
    }
}

/// Over the net only enciphered; a secret or a text is read by nobody on the way.
fn checked_endpoint(endpoint: &str) -> Option<String> {
    let url = Url::parse(endpoint).ok()?;
    let is_here = matches!(url.host_str()?, "localhost" | "127.0.0.1" | "[::1]");
    let is_good = url.scheme() == "https" || url.scheme() == "http" && is_here;
    is_good.then(|| endpoint.trim_end_matches('/').to_owned())
}

fn is_word(text: &str) -> bool {
    let is_good = |sign: char| sign.is_ascii_graphic() && !"/\\?#@;\"'<>".contains(sign);
    !text.is_empty() && text.chars().all(is_good)
}

fn is_path(text: &str) -> bool {
    !text.contains(['\\', '?', '#', '\0', '\n']) && !text.split('/').any(|part| part == "..")
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::S3(bucket) => bucket.fmt(f),
            Self::Sftp(host) => host.fmt(f),
        }
    }
}

impl fmt::Display for Host {
    /// Without the fingerprint: this names it for people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.name.contains(':') {
            true => format!("[{}]", self.name),
            false => self.name.clone(),
        };
        write!(f, "sftp://{}@{name}", self.user)?;
        if self.port != SSH_PORT {
            write!(f, ":{}", self.port)?;
        }
        write!(f, "/{}", self.folder.trim_start_matches('/'))
    }
}

impl fmt::Display for Bucket {
    /// Without the region.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}@{}/{}", self.key, self.name, self.folder)?;
        match &self.endpoint {
            Some(endpoint) => write!(f, "?endpoint={endpoint}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn host(text: &str) -> Host {
        match text.parse().unwrap() {
            Address::Sftp(host) => host,
            Address::S3(_) => unreachable!(),
        }
    }

    #[test]
    fn an_sftp_address_names_user_host_port_key_and_folder() {
        let address = "sftp://desk;fingerprint=SHA256:a/b+c=@news.example:2222/srv/www/";
        assert_eq!(
            host(address),
            Host {
                user: "desk".into(),
                name: "news.example".into(),
                port: 2222,
                fingerprint: Some("SHA256:a/b+c".into()),
                folder: "/srv/www".into(),
            }
        );
        assert_eq!(host("sftp://desk@[::1]:2222/~/www").name, "::1");
        assert_eq!(host("sftp://desk@news.example").folder, "~");
    }

    #[test]
    fn an_s3_address_names_key_bucket_folder_endpoint_and_region() {
        let address = "s3://AKIA@site/news?endpoint=https://s3.example/&region=eu";
        assert_eq!(
            address.parse::<Address>().unwrap(),
            Address::S3(Bucket {
                key: "AKIA".into(),
                name: "site".into(),
                folder: "news".into(),
                endpoint: Some("https://s3.example".into()),
                region: "eu".into(),
            })
        );
    }

    #[test]
    fn what_is_shown_of_an_address_reads_back() {
        for text in [
            "sftp://desk@news.example:2222/srv/www",
            "sftp://desk@[::1]/~/www",
            "s3://AKIA@site/news?endpoint=https://s3.example",
            "s3://AKIA@site/",
        ] {
            assert_eq!(text.parse::<Address>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_address_or_would_go_in_the_clear_is_refused() {
        for text in [
            "ftp://desk@news.example/www",
            "sftp://news.example/www",
            "sftp://desk@news.example:port/www",
            "sftp://desk@news.example/../etc",
            "sftp://desk;fingerprint=MD5:00@news.example/www",
            "s3://site/news",
            "s3://AKIA@site/news?endpoint=http://s3.example",
            "s3://AKIA@site/news?secret=x",
            "/srv/www",
        ] {
            let refused = text.parse::<Address>();
            assert_eq!(refused, Err(Error::BadServer { server: text.to_owned() }), "{text}");
        }
    }
}
