//! Work that several threads do.

use std::thread;

use crate::error::Error;

use super::Source;

/// No more threads than this: the rest of the machine has work of its own.
const MOST: usize = 8;

/// For fewer stories than this, opening the newsroom once more takes longer than it saves.
const FEW: usize = 12;

/// A reader for each thread; none where the work is for one.
///
/// # Errors
/// Those of opening the newsroom.
pub(super) fn readers<S: Source>(source: &S, stories: usize) -> Result<Vec<S>, Error> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST);
    if stories < FEW || threads < 2 {
        return Ok(Vec::new());
    }
    (0..threads).map(|_| Ok(source.another()?)).collect()
}

/// Does each piece of work, and answers in their order. Each thread has one of `helps` to itself;
/// where there are none, `help` is this thread's.
pub(super) fn spread<H: Send, W: Sync, A: Send>(
    help: &H,
    helps: &mut [H],
    work: &[W],
    run: impl Fn(&H, &W) -> A + Sync,
) -> Vec<A> {
    if helps.is_empty() || work.len() < 2 {
        return work.iter().map(|piece| run(help, piece)).collect();
    }
    let share = work.len().div_ceil(helps.len());
    let run = &run;
    thread::scope(|scope| {
        let shares = work.chunks(share).zip(helps.iter_mut());
        let threads: Vec<_> = shares
            .map(|(share, help)| {
                scope.spawn(move || share.iter().map(|piece| run(help, piece)).collect::<Vec<_>>())
            })
            .collect();
        let join = |thread: thread::ScopedJoinHandle<'_, Vec<A>>| match thread.join() {
            Ok(answers) => answers,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        threads.into_iter().flat_map(join).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_work_however_many_do_it() {
        let work: Vec<usize> = (0..100).collect();
        let doubled: Vec<usize> = work.iter().map(|number| number * 2).collect();
        for threads in [0, 1, 3, 8, 200] {
            let mut helps = vec![(); threads];
            let answers = spread(&(), &mut helps, &work, |(), number| number * 2);
            assert_eq!(answers, doubled, "{threads} threads");
        }
    }
}
