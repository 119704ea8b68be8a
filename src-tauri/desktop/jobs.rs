//! What takes its time, runs beside the window and can be called off.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The jobs that run.
#[derive(Default)]
pub(crate) struct Jobs {
    last: AtomicU32,
    running: Mutex<HashMap<u32, Arc<AtomicBool>>>,
}

/// A running job's ear: whether it was called off.
#[derive(Clone)]
pub(crate) struct Calling(Arc<AtomicBool>);

impl Calling {
    pub(crate) fn is_off(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Jobs {
    pub(crate) fn begin(&self) -> (u32, Calling) {
        let number = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        let off = Arc::new(AtomicBool::new(false));
        self.lock().insert(number, Arc::clone(&off));
        (number, Calling(off))
    }

    /// Calls a job off; one that has ended is left alone.
    pub(crate) fn call_off(&self, number: u32) {
        if let Some(off) = self.lock().get(&number) {
            off.store(true, Ordering::Relaxed);
        }
    }

    pub(crate) fn end(&self, number: u32) {
        self.lock().remove(&number);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<u32, Arc<AtomicBool>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
