//! What the window works with: the open newsroom, who sits at it, and what was picked for it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use jiff::Timestamp;
use shpalta_newsroom::id::{OperationId, PersonId, StoryId};
use shpalta_newsroom::recovery::{Journal, Replayed, Sign, Signs};
use shpalta_newsroom::staff::Person;
use shpalta_newsroom::{Act, Newsroom, Opened};
use tauri::AppHandle;
use uuid::Uuid;

use crate::arguments::Arguments;
use crate::closing::Closing;
use crate::failure::Failure;
use crate::guard::Guard;
use crate::jobs::Jobs;
use crate::picked::Picking;
use crate::rescue::{self, Rescue};
use crate::settings::SettingsFile;
use crate::watch::{Nudge, Own};

/// Everything behind the window. One stands for the whole life of the program.
pub(crate) struct Desk {
    pub(crate) app: AppHandle,
    /// Tells this program from others that have the newsroom open.
    pub(crate) process: Uuid,
    /// How the program was started.
    pub(crate) arguments: Arguments,
    pub(crate) settings: SettingsFile,
    pub(crate) picking: Picking,
    pub(crate) jobs: Jobs,
    pub(crate) closing: Closing,
    pub(crate) nudge: Nudge,
    pub(crate) own: Own,
    pub(crate) guard: Guard,
    pub(crate) rescue: Rescue,
    open: RwLock<Option<Arc<Open>>>,
}

/// An open newsroom. Reading does not wait for writing: each has a connection of its own.
pub(crate) struct Open {
    pub(crate) folder: PathBuf,
    me: RwLock<PersonId>,
    writer: Mutex<Newsroom>,
    reader: Mutex<Newsroom>,
    /// Says to other programs that this one has the newsroom open.
    sign: Mutex<Option<Sign>>,
    /// What the signs of others said when it was opened.
    signs: Signs,
    checked: AtomicBool,
}

impl Desk {
    pub(crate) fn new(app: AppHandle, arguments: Arguments, settings: SettingsFile) -> Self {
        Self {
            app,
            process: Uuid::new_v4(),
            arguments,
            settings,
            picking: Picking::default(),
            jobs: Jobs::default(),
            closing: Closing::default(),
            nudge: Nudge::default(),
            own: Own::default(),
            guard: Guard::default(),
            rescue: Rescue::default(),
            open: RwLock::default(),
        }
    }

    /// The open newsroom, if one is.
    pub(crate) fn opened(&self) -> Option<Arc<Open>> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The open newsroom.
    ///
    /// # Errors
    /// `nothing_open`.
    pub(crate) fn newsroom(&self) -> Result<Arc<Open>, Failure> {
        self.opened().ok_or_else(|| Failure::of("nothing_open"))
    }

    /// Opens a newsroom in place of the one that was open. Whoever sat at it last sits down again,
    /// else the owner.
    ///
    /// # Errors
    /// Those of opening.
    pub(crate) fn sit_down(&self, folder: &Path) -> Result<Arc<Open>, Failure> {
        let writer = Newsroom::open(folder)?;
        let reader = Newsroom::open(folder)?;
        let me =
            match self.settings.sitting_at(folder).and_then(|name| reader.person_named(&name).ok())
            {
                Some(person) => person,
                None => reader.owner()?,
            };
        if let Some(before) = self.opened() {
            before.has_ended();
        }
        let (sign, signs) = Sign::set(folder, self.process);
        let open = Arc::new(Open {
            folder: folder.to_owned(),
            me: RwLock::new(me.id),
            writer: Mutex::new(writer),
            reader: Mutex::new(reader),
            sign: Mutex::new(sign),
            signs,
            checked: AtomicBool::new(false),
        });
        self.guard.forget();
        self.rescue.forget();
        rescue::replay_all(self, &open);
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&open));
        if let Some(opened) = Opened::here() {
            opened.remember(folder);
        }
        self.nudge.now();
        Ok(open)
    }

    /// Lets go of the newsroom of a folder, if it is the one that is open.
    pub(crate) fn close_newsroom(&self, folder: &Path) {
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(closed) = open.take_if(|open| open.folder == folder) {
            closed.has_ended();
        }
    }

    /// Reads from the open newsroom.
    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Newsroom) -> shpalta_newsroom::Result<T>,
    ) -> Result<T, Failure> {
        self.newsroom()?.read(read)
    }

    /// Reads what concerns one story.
    pub(crate) fn read_story<T>(
        &self,
        slug: &str,
        read: impl FnOnce(&Newsroom, StoryId) -> shpalta_newsroom::Result<T>,
    ) -> Result<T, Failure> {
        self.read(|newsroom| {
            let story = newsroom.story_id(slug)?;
            read(newsroom, story)
        })
    }

    /// Changes the open newsroom in the name of who sits at it.
    pub(crate) fn change<T>(
        &self,
        operation: Uuid,
        change: impl FnOnce(&mut Newsroom, &Act) -> shpalta_newsroom::Result<T>,
    ) -> Result<T, Failure> {
        let open = self.newsroom()?;
        rescue::renew(self, &open);
        let act = open.act(operation);
        self.own.add(act.operation);
        let result = change(&mut open.writer(), &act);
        self.nudge.now();
        Ok(result?)
    }

    /// The same by a connection of its own: what takes long before or after it writes holds no
    /// save up.
    pub(crate) fn change_aside<T>(
        &self,
        operation: Uuid,
        change: impl FnOnce(&mut Newsroom, &Act) -> shpalta_newsroom::Result<T>,
    ) -> Result<T, Failure> {
        let open = self.newsroom()?;
        let act = open.act(operation);
        self.own.add(act.operation);
        let result = change(&mut Newsroom::open(&open.folder)?, &act);
        self.nudge.now();
        Ok(result?)
    }

    /// Changes what concerns one story.
    pub(crate) fn change_story<T>(
        &self,
        operation: Uuid,
        slug: &str,
        change: impl FnOnce(&mut Newsroom, &Act, StoryId) -> shpalta_newsroom::Result<T>,
    ) -> Result<T, Failure> {
        self.change(operation, |newsroom, act| {
            let story = newsroom.story_id(slug)?;
            change(newsroom, act, story)
        })
    }
}

impl Open {
    pub(crate) fn reader(&self) -> MutexGuard<'_, Newsroom> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn writer(&self) -> MutexGuard<'_, Newsroom> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Newsroom) -> shpalta_newsroom::Result<T>,
    ) -> Result<T, Failure> {
        Ok(read(&self.reader())?)
    }

    /// Saves what a journal holds.
    ///
    /// # Errors
    /// Those of saving.
    pub(crate) fn replay(&self, journal: &Journal) -> shpalta_newsroom::Result<Replayed> {
        self.writer().replay(journal)
    }

    /// Opens the newsroom anew where it could only be read, or is no longer in its place. Says
    /// whether it did.
    ///
    /// # Errors
    /// Those of opening; it stays as it is then.
    pub(crate) fn renew(&self) -> shpalta_newsroom::Result<bool> {
        let mut writer = self.writer();
        if writer.is_writable() && writer.is_in_place() {
            return Ok(false);
        }
        let fresh = Newsroom::open(&self.folder)?;
        if !fresh.is_writable() && writer.is_in_place() {
            return Ok(false);
        }
        let reader = Newsroom::open(&self.folder)?;
        *writer = fresh;
        *self.reader() = reader;
        Ok(true)
    }

    /// Whether another program had the newsroom open when this one opened it: the journals there
    /// may be that one's.
    pub(crate) fn is_shared(&self) -> bool {
        self.signs.held
    }

    /// Whether an earlier program did not come to its end, and nobody has looked at the whole
    /// since.
    pub(crate) fn ended_badly(&self) -> bool {
        self.signs.left && !self.checked.load(Ordering::Relaxed)
    }

    /// The whole was looked at.
    pub(crate) fn is_checked(&self) {
        self.checked.store(true, Ordering::Relaxed);
    }

    /// Comes to an end as it should.
    pub(crate) fn has_ended(&self) {
        self.sign.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// Who sits at the desk.
    pub(crate) fn me(&self) -> PersonId {
        *self.me.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn person(&self) -> Result<Person, Failure> {
        let me = self.me();
        let staff = self.read(Newsroom::staff)?;
        staff.into_iter().find(|person| person.id == me).ok_or_else(|| Failure::of("no_person"))
    }

    pub(crate) fn seat(&self, person: PersonId) {
        *self.me.write().unwrap_or_else(PoisonError::into_inner) = person;
    }

    /// What a change of who sits here is told.
    pub(crate) fn act(&self, operation: Uuid) -> Act {
        Act { operation: OperationId(operation), by: self.me(), at: Timestamp::now() }
    }
}
