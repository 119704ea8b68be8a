//! Storage that speaks Amazon's S3.

use std::time::Duration;

use futures_util::TryStreamExt;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, ClientOptions, Error as Failure, ObjectStore, ObjectStoreExt,
    PutOptions, RetryConfig,
};

use crate::address::Bucket;
use crate::{Error, Result, Upload};

/// What is tried again, is so for this long.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long anything may take: a photo over a slow line.
const LONGEST: Duration = Duration::from_secs(120);

/// A page is asked for anew each time, so that a correction is seen at once.
const ASK_AGAIN: &str = "no-cache";
/// A year, for what is named by its contents.
const LASTS: &str = "public, max-age=31536000, immutable";

pub(crate) struct S3 {
    server: String,
    store: AmazonS3,
    folder: Path,
}

impl S3 {
    pub async fn connect(server: String, bucket: &Bucket, secret: Option<&str>) -> Result<Self> {
        let Some(secret) = secret else { return Err(Error::NoSecret { server }) };
        // Whoever was first has chosen the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let options = ClientOptions::new()
            .with_allow_http(bucket.endpoint.as_deref().is_some_and(|at| at.starts_with("http:")))
            .with_connect_timeout(PATIENCE)
            .with_timeout(LONGEST);
        let retry = RetryConfig { max_retries: 4, retry_timeout: PATIENCE, ..Default::default() };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&bucket.name)
            .with_region(&bucket.region)
            .with_access_key_id(&bucket.key)
            .with_secret_access_key(secret)
            .with_client_options(options)
            .with_retry(retry);
        if let Some(endpoint) = &bucket.endpoint {
            builder = builder.with_endpoint(endpoint);
        }
        let store = builder.build().map_err(|error| Error::unreachable(&server, error))?;
        let s3 = Self { server, store, folder: Path::from(bucket.folder.as_str()) };
        s3.must_be_there().await?;
        Ok(s3)
    }

    /// # Errors
    /// [`Error::NoFolder`] without the bucket, [`Error::Refused`] without the right to look into it.
    async fn must_be_there(&self) -> Result<()> {
        let Err(error) = self.store.list(Some(&self.folder)).try_next().await else {
            return Ok(());
        };
        let (server, said) = (self.server.clone(), error.to_string());
        // A list's errors are told apart by what the server said only.
        match said {
            said if said.contains("NoSuchBucket") => Err(Error::NoFolder { server }),
            said if said.contains("403 Forbidden") => Err(Error::Refused { server }),
            _ => Err(self.failed("", error)),
        }
    }

    pub async fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let read = async { self.store.get(&self.at(path)).await?.bytes().await };
        self.there(path, read.await.map(|bytes| bytes.to_vec()))
    }

    pub async fn stands(&self, path: &str) -> Result<bool> {
        let found = self.store.head(&self.at(path)).await;
        Ok(self.there(path, found)?.is_some())
    }

    pub async fn list(&self) -> Result<Vec<String>> {
        let listed = self.store.list(Some(&self.folder)).try_collect::<Vec<_>>().await;
        let listed = self.there("", listed)?.unwrap_or_default();
        Ok(listed.into_iter().filter_map(|object| self.below(&object.location)).collect())
    }

    pub async fn write(&self, file: Upload) -> Result<()> {
        let attributes = Attributes::from_iter([
            (Attribute::ContentType, file.media_type),
            (Attribute::CacheControl, if file.lasts { LASTS } else { ASK_AGAIN }),
        ]);
        let options = PutOptions { attributes, ..Default::default() };
        let put = self.store.put_opts(&self.at(&file.path), file.bytes.into(), options).await;
        put.map(drop).map_err(|error| self.failed(&file.path, error))
    }

    pub async fn remove(&self, path: &str) -> Result<()> {
        let removed = self.store.delete(&self.at(path)).await;
        self.there(path, removed).map(drop)
    }

    fn at(&self, path: &str) -> Path {
        self.folder.parts().chain(Path::from(path).parts()).collect()
    }

    fn below(&self, location: &Path) -> Option<String> {
        let parts: Vec<String> =
            location.prefix_match(&self.folder)?.map(|part| part.as_ref().to_owned()).collect();
        Some(parts.join("/"))
    }

    /// None: there is no such object.
    fn there<T>(&self, path: &str, got: object_store::Result<T>) -> Result<Option<T>> {
        match got {
            Ok(got) => Ok(Some(got)),
            Err(Failure::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.failed(path, error)),
        }
    }

    fn failed(&self, path: &str, error: Failure) -> Error {
        let server = self.server.clone();
        match error {
            Failure::Unauthenticated { .. } => Error::Refused { server },
            Failure::PermissionDenied { .. } => Error::Forbidden { server, path: path.to_owned() },
            error => Error::unreachable(&server, first_line(&error.to_string())),
        }
    }
}

/// Without the page or the document that the server sent along.
fn first_line(said: &str) -> &str {
    let end = said.find(['\n', '<']).unwrap_or(said.len());
    said[..end].trim_end_matches([' ', ':'])
}
