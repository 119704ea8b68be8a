//! Threads that ask the newsroom and make pages while one decides.

use std::collections::VecDeque;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::error::Error;

use super::Source;

/// No more threads than this: the rest of the machine has work of its own.
const MOST: usize = 8;

/// For fewer stories than this, opening the newsroom once more takes longer than it saves.
const FEW: usize = 12;

/// So much is given away before the first answer is asked for: it keeps the threads at work, and
/// bounds what is in memory.
const AHEAD: usize = 32;

type Job<'j, H> = Box<dyn FnOnce(&H) + Send + 'j>;

/// Threads that do what they are given; each has a reader of the newsroom to itself.
pub(super) struct Crew<'j, H> {
    /// None: what is given is done at once, by this thread.
    jobs: Option<Sender<Job<'j, H>>>,
    own: &'j H,
}

/// Work that was given away.
pub(super) struct Given<A>(Receiver<thread::Result<A>>);

impl<'j, H> Crew<'j, H> {
    /// Gives work away, to be done in the order of giving.
    pub fn give<A: Send + 'j>(&self, work: impl FnOnce(&H) -> A + Send + 'j) -> Given<A> {
        let (done, answer) = mpsc::channel();
        let job: Job<'j, H> = Box::new(move |help| {
            // An export that ended early waits for no answer.
            let _ = done.send(panic::catch_unwind(AssertUnwindSafe(|| work(help))));
        });
        let left = match &self.jobs {
            Some(jobs) => jobs.send(job).err().map(|unsent| unsent.0),
            None => Some(job),
        };
        if let Some(job) = left {
            job(self.own);
        }
        Given(answer)
    }

    /// Does each piece of work, some of them ahead of the answers, which come in their order.
    pub fn each<A: Send + 'j, W: FnOnce(&H) -> A + Send + 'j>(
        &self,
        mut work: impl Iterator<Item = W>,
    ) -> impl Iterator<Item = A> {
        let mut line = Line::default();
        std::iter::from_fn(move || {
            for work in work.by_ref() {
                if let Some(answer) = line.add(self.give(work)) {
                    return Some(answer);
                }
            }
            line.next()
        })
    }
}

impl<A> Given<A> {
    /// Waits until it is done. A thread's panic goes on in this one.
    pub fn answer(self) -> A {
        let answer = self.0.recv().unwrap_or_else(|gone| Err(Box::new(gone)));
        answer.unwrap_or_else(|panic| panic::resume_unwind(panic))
    }
}

/// Work under way, answered in its order.
pub(super) struct Line<A>(VecDeque<Given<A>>);

impl<A> Default for Line<A> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<A> Line<A> {
    /// Adds work; with the answer to the oldest where enough is under way.
    pub fn add(&mut self, given: Given<A>) -> Option<A> {
        self.0.push_back(given);
        if self.0.len() > AHEAD { self.next() } else { None }
    }
}

impl<A> Iterator for Line<A> {
    type Item = A;

    fn next(&mut self) -> Option<A> {
        self.0.pop_front().map(Given::answer)
    }
}

/// Leads a crew; there are threads in it where the stories are worth it.
///
/// # Errors
/// Those of opening the newsroom, and of `lead`.
pub(super) fn with_crew<'j, S: Source, T>(
    source: &'j S,
    stories: usize,
    lead: impl FnOnce(&Crew<'j, S>) -> Result<T, Error>,
) -> Result<T, Error> {
    with_helps(source, readers(source, stories)?, lead)
}

fn readers<S: Source>(source: &S, stories: usize) -> shpalta_newsroom::Result<Vec<S>> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST);
    let is_worth_it = stories >= FEW && threads > 1;
    (0..threads).filter(|_| is_worth_it).map(|_| source.another()).collect()
}

fn with_helps<'j, H: Send, T>(
    own: &'j H,
    helps: Vec<H>,
    lead: impl FnOnce(&Crew<'j, H>) -> T,
) -> T {
    let (jobs, queue) = mpsc::channel::<Job<'j, H>>();
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        let jobs = Some(jobs).filter(|_| !helps.is_empty());
        for help in helps {
            let queue = &queue;
            scope.spawn(move || {
                while let Some(job) = next(queue) {
                    job(&help);
                }
            });
        }
        lead(&Crew { jobs, own })
    })
}

/// None: nothing more will come.
fn next<J>(queue: &Mutex<Receiver<J>>) -> Option<J> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::*;

    #[test]
    fn answers_come_in_the_order_of_asking_however_many_work() {
        let doubled: Vec<usize> = (0..100).map(|number| number * 2).collect();
        for threads in [0, 1, 3, 8] {
            let answers = with_helps(&0, vec![0; threads], |crew| {
                let double = |number: usize| move |_: &usize| number * 2;
                crew.each((0..100).map(double)).collect::<Vec<_>>()
            });
            assert_eq!(answers, doubled, "{threads} threads");
        }
    }

    #[test]
    fn an_export_ends_with_the_thread_that_ends() {
        for threads in [0, 2] {
            let work = || {
                with_helps(&0, vec![0; threads], |crew| {
                    crew.give(|_| panic!("a fault")).answer();
                });
            };
            let ended = panic::catch_unwind(AssertUnwindSafe(work));
            let said = ended.err().and_then(|said| said.downcast_ref::<&str>().copied());
            assert_eq!(said, Some("a fault"), "{threads} threads");
        }
    }
}
