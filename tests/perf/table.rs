//! The table of figures.

use std::fmt;
use std::time::Duration;

/// What was measured.
#[derive(Debug, Clone, Copy)]
pub enum Figure {
    Time(Duration),
    /// Bytes.
    Memory(u64),
}

/// A table whose rows are printed as they come.
pub struct Table {
    baseline: f64,
}

impl From<Duration> for Figure {
    fn from(time: Duration) -> Self {
        Self::Time(time)
    }
}

impl Table {
    pub fn new() -> Self {
        print("what", "figure", "ratio", "remark");
        Self { baseline: f64::NAN }
    }

    /// A figure that the following rows are measured against.
    pub fn baseline(&mut self, what: &str, figure: impl Into<Figure>, remark: String) {
        let figure = figure.into();
        self.baseline = figure.size();
        print(what, &figure.to_string(), "baseline", &remark);
    }

    /// A figure, with its ratio to the last baseline.
    pub fn row(&mut self, what: &str, figure: impl Into<Figure>, remark: String) {
        let figure = figure.into();
        let ratio = format!("{:.2}×", figure.size() / self.baseline);
        print(what, &figure.to_string(), &ratio, &remark);
    }
}

impl Figure {
    fn size(self) -> f64 {
        match self {
            Self::Time(time) => time.as_secs_f64(),
            Self::Memory(bytes) => bytes as f64,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(time) => write!(f, "{:.2} ms", time.as_secs_f64() * 1e3),
            Self::Memory(bytes) => write!(f, "{:.1} MiB", *bytes as f64 / f64::from(1 << 20)),
        }
    }
}

fn print(what: &str, figure: &str, ratio: &str, remark: &str) {
    println!("{what:<40} {figure:>12} {ratio:>10}  {remark}");
}
