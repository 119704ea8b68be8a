//! How much memory a program takes, whose webview is processes of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The memory of a process and of all that it started, in bytes: the sum of their proportional
/// set sizes, in which a page that several processes share counts by its share (proc(5),
/// `smaps_rollup`).
pub fn of_tree(root: u32) -> u64 {
    tree(root, &parents()).into_iter().filter_map(of).sum()
}

/// A process and its descendants.
fn tree(root: u32, parents: &BTreeMap<u32, u32>) -> BTreeSet<u32> {
    let mut tree = BTreeSet::from([root]);
    loop {
        let belongs = |(child, parent): (&u32, &u32)| tree.contains(parent).then_some(*child);
        let children: Vec<u32> = parents.iter().filter_map(belongs).collect();
        let before = tree.len();
        tree.extend(children);
        if tree.len() == before {
            return tree;
        }
    }
}

/// The parent of each process.
fn parents() -> BTreeMap<u32, u32> {
    let entries = fs::read_dir("/proc").expect("Linux tells of its processes").flatten();
    let processes = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    processes.filter_map(|process| Some((process, parent(process)?))).collect()
}

fn parent(process: u32) -> Option<u32> {
    let about = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // State and parent stand after the name, which is in parentheses and may hold any of them.
    about.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()
}

fn of(process: u32) -> Option<u64> {
    let about = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = about.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_what_a_process_started_and_what_those_started() {
        let parents = BTreeMap::from([(2, 1), (3, 2), (4, 3), (5, 1), (6, 5)]);
        assert_eq!(tree(2, &parents), BTreeSet::from([2, 3, 4]));
    }

    #[test]
    fn memory_that_is_written_is_counted() {
        let own = std::process::id();
        let before = of_tree(own);
        let written = vec![1_u8; 64 << 20];
        let after = of_tree(own);
        assert!(after > before + (48 << 20), "{before} and {after}");
        drop(written);
    }
}
