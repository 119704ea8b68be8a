//! The table of figures.

use std::fmt;
use std::time::Duration;

#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
    baseline: Duration,
}

struct Row {
    what: &'static str,
    time: Duration,
    ratio: Option<f64>,
    remark: String,
}

impl Table {
    /// A figure that the following rows are measured against.
    pub fn baseline(&mut self, what: &'static str, time: Duration, remark: String) {
        self.baseline = time;
        self.rows.push(Row { what, time, ratio: None, remark });
    }

    /// A figure, with its ratio to the last baseline.
    pub fn row(&mut self, what: &'static str, time: Duration, remark: String) {
        let ratio = time.as_secs_f64() / self.baseline.as_secs_f64();
        self.rows.push(Row { what, time, ratio: Some(ratio), remark });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<40} {:>12} {:>10}  remark", "what", "time", "ratio")?;
        for row in &self.rows {
            let time = format!("{:.2} ms", row.time.as_secs_f64() * 1e3);
            let ratio = row.ratio.map_or("baseline".to_owned(), |ratio| format!("{ratio:.2}×"));
            writeln!(f, "{:<40} {time:>12} {ratio:>10}  {}", row.what, row.remark)?;
        }
        Ok(())
    }
}
