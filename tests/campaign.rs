//! Long runs: the same tests, many times as long.

use std::env;

/// A test's number of rounds, times the whole number in `SHPALTA_CAMPAIGN`.
pub fn rounds(short: u64) -> u64 {
    let times = env::var("SHPALTA_CAMPAIGN").ok().and_then(|times| times.parse().ok());
    short * times.unwrap_or(1)
}

/// Numbers that look random and are the same in every run.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1))
    }

    /// A number below a bound (xorshift64*).
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16) % bound.max(1)
    }

    /// One of a list.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[usize::try_from(self.below(list.len() as u64)).unwrap()]
    }
}
