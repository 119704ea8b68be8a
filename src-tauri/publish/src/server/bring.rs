//! What differs from the folder is brought to the server.

use std::fs;
use std::path::Path;

use shpalta_remote::Upload;

use super::{Brought, INTENDED, Server, Stand, read_manifest};
use crate::address;
use crate::error::Error;
use crate::export::{Phase, Progress, Watch, step};
use crate::folder::sha256;
use crate::manifest::{self, Entry, Files, Kind};

/// What is brought in one go, in this order: what a later part needs is there before it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Nobody is led to it yet: here a run can be stopped.
    Asset,
    Page,
    List,
}

impl Rank {
    const ALL: [Self; 3] = [Self::Asset, Self::Page, Self::List];

    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Style | Kind::Image | Kind::Data => Self::Asset,
            Kind::Page | Kind::Notice | Kind::Redirect => Self::Page,
            Kind::Index | Kind::Feed | Kind::Sitemap | Kind::Part => Self::List,
        }
    }
}

/// What is to be done.
struct Plan {
    /// Files to be put there, by path.
    put: Files,
    /// Files to be removed there, by path.
    gone: Files,
    /// What runs that were cut off meant to put there or to remove: ours, whatever stands there.
    begun: Files,
}

impl Server<'_> {
    /// Brings the folder there. A run that is cut off leaves each file old or new, and whole; the
    /// next one goes on.
    ///
    /// # Errors
    /// [`Error::Server`]; [`Error::ForeignFile`] before anything is brought; [`Error::Busy`] when
    /// somebody else brings something at the same time; [`Error::Cancelled`].
    pub fn bring(mut self, watch: &mut Watch<'_>) -> Result<Brought, Error> {
        let here = self.here()?;
        let json = self.manifest_there()?;
        let begun = self.remote.read(INTENDED)?;
        let server = self.address.to_string();
        if begun.is_none() && json.as_deref().map(sha256) == here.stamp {
            return Ok(Brought { server, written: 0, removed: 0 });
        }
        let there = self.there(json.as_deref())?;
        self.notes.keep(there.stamp.clone(), here.stamp.clone())?;
        if begun.as_deref().map(sha256) != self.notes.run {
            self.notes.done.clear();
        }
        let plan = self.plan(&here, &there, begun.as_deref())?;
        self.nothing_foreign(&plan, &there)?;
        self.declare(&plan)?;
        for rank in Rank::ALL {
            self.put(&plan, rank, watch)?;
        }
        self.remote.remove(plan.gone.keys().cloned())?;
        self.switch(&here, &there)?;
        self.remote.clear_waiting()?;
        self.remote.remove([INTENDED.to_owned()].into_iter())?;
        self.notes.keep(here.stamp.clone(), here.stamp)?;
        self.notes.end();
        Ok(Brought { server, written: plan.put.len(), removed: plan.gone.len() })
    }

    fn plan(&self, here: &Stand, there: &Stand, begun: Option<&[u8]>) -> Result<Plan, Error> {
        let begun = begun.map(|json| read_manifest(self.address, INTENDED, json)).transpose()?;
        let begun: Files = begun
            .unwrap_or_default()
            .files
            .into_iter()
            .map(|file| (file.path.clone(), file))
            .collect();
        let stands = |file: &Entry| match begun.contains_key(&file.path) {
            true => self.notes.done.get(&file.path) == Some(&file.sha256),
            false => there.files.get(&file.path).is_some_and(|there| there.sha256 == file.sha256),
        };
        let put = here.files.values().filter(|file| !stands(file)).map(by_path).collect();
        let known = there.files.values().chain(begun.values());
        let gone = known.filter(|file| !here.files.contains_key(&file.path)).map(by_path).collect();
        Ok(Plan { put, gone, begun })
    }

    /// Nothing that is not ours is written over.
    fn nothing_foreign(&self, plan: &Plan, there: &Stand) -> Result<(), Error> {
        let is_ours = |path: &str| there.files.contains_key(path) || plan.begun.contains_key(path);
        let new = plan.put.keys().filter(|path| !is_ours(path));
        match self.remote.standing(new.cloned())?.first() {
            Some(path) => Err(Error::ForeignFile(self.shown(path))),
            None => Ok(()),
        }
    }

    /// Says what is meant to be put there or removed, by this run and by those before it.
    fn declare(&mut self, plan: &Plan) -> Result<(), Error> {
        let files = plan.begun.values().chain(plan.gone.values()).chain(plan.put.values());
        let intended: Files = files.map(by_path).collect();
        let json = manifest::written(intended.values(), &[])
            .map_err(|error| Error::writing(Path::new(INTENDED), &error.into()))?;
        self.notes.begin(sha256(json.as_bytes()))?;
        Ok(self.remote.write(upload(INTENDED, json.into_bytes()))?)
    }

    fn put(&mut self, plan: &Plan, rank: Rank, watch: &mut Watch<'_>) -> Result<(), Error> {
        let before = plan.put.values().filter(|file| Rank::of(file.kind) < rank).count();
        let mut progress = Progress { phase: Phase::Bring, done: before, of: plan.put.len() };
        let files: Vec<&Entry> =
            plan.put.values().filter(|file| Rank::of(file.kind) == rank).collect();
        let folder = self.folder;
        let read = files.iter().map(|file| {
            let path = folder.join(&file.path);
            let bytes = fs::read(&path).map_err(|error| Error::reading(&path, &error))?;
            match sha256(&bytes) == file.sha256 {
                true => Ok(upload(&file.path, bytes)),
                false => Err(Error::NotRead { path, detail: "it was changed".to_owned() }),
            }
        });
        let notes = &mut self.notes;
        self.remote.write_each::<Error>(read, |path| {
            notes.enter(&path, &plan.put[&path].sha256);
            progress.done += 1;
            match step(watch, progress) {
                Err(stopped) if rank == Rank::Asset => Err(stopped),
                _ => Ok(()),
            }
        })
    }

    /// The manifest, last. Who began something else meanwhile has the server.
    fn switch(&self, here: &Stand, there: &Stand) -> Result<(), Error> {
        let begun = self.remote.read(INTENDED)?;
        if begun.map(|json| sha256(&json)) != self.notes.run {
            return Err(Error::Busy(self.address.to_string().into()));
        }
        let new = here.parts.iter().filter(|part| !there.parts.contains(part));
        for path in new.map(|part| part.path.as_str()).chain([manifest::NAME]) {
            let at = self.folder.join(path);
            let bytes = fs::read(&at).map_err(|error| Error::reading(&at, &error))?;
            self.remote.write(upload(path, bytes))?;
        }
        let old = there.parts.iter().filter(|part| !here.parts.contains(part));
        Ok(self.remote.remove(old.map(|part| part.path.clone()))?)
    }
}

fn upload(path: &str, bytes: Vec<u8>) -> Upload {
    let lasts = path.starts_with(address::MEDIA);
    Upload { path: path.to_owned(), bytes, media_type: media_type(path), lasts }
}

/// What a file is, for those who read it from there.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "xml" => "application/xml",
        "json" => "application/json",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "gif" => "image/gif",
        _ => "text/plain; charset=utf-8",
    }
}

fn by_path(file: &Entry) -> (String, Entry) {
    (file.path.clone(), file.clone())
}
