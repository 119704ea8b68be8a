//! An exact number without a size limit: digits and a power of ten.

use std::fmt;

/// `digits` × 10^`exponent`, without leading or trailing zeros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: String,
    exponent: i32,
}

impl Decimal {
    /// Of ASCII digits before and after the decimal sign.
    pub fn new(whole: &str, fraction: &str) -> Self {
        let fraction = fraction.trim_end_matches('0');
        let exponent = -i32::try_from(fraction.len()).unwrap_or(i32::MAX);
        Self { digits: format!("{whole}{fraction}"), exponent }.normalised()
    }

    /// Times ten to a power.
    pub fn times_ten_to(mut self, power: i32) -> Self {
        self.exponent = self.exponent.saturating_add(power);
        self.normalised()
    }

    fn normalised(mut self) -> Self {
        self.digits = self.digits.trim_start_matches('0').to_owned();
        let kept = self.digits.trim_end_matches('0').len();
        let zeros = i32::try_from(self.digits.len() - kept).unwrap_or(i32::MAX);
        self.digits.truncate(kept);
        self.exponent = if kept == 0 { 0 } else { self.exponent.saturating_add(zeros) };
        self
    }
}

impl From<u64> for Decimal {
    fn from(n: u64) -> Self {
        Self::new(&n.to_string(), "")
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.digits.is_empty() {
            return f.write_str("0");
        }
        if let Ok(zeros) = usize::try_from(self.exponent) {
            return write!(f, "{}{}", self.digits, "0".repeat(zeros.min(64)));
        }
        let places = usize::try_from(-self.exponent).unwrap_or(usize::MAX);
        let padded = format!("{:0>width$}", self.digits, width = places.saturating_add(1));
        let (whole, fraction) = padded.split_at(padded.len() - places);
        write!(f, "{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_has_one_spelling() {
        assert_eq!(Decimal::new("1", "5").times_ten_to(6).to_string(), "1500000");
        assert_eq!(Decimal::new("30", "").times_ten_to(3).to_string(), "30000");
        assert_eq!(Decimal::new("007", "50").to_string(), "7.5");
        assert_eq!(Decimal::new("0", "05").to_string(), "0.05");
        assert_eq!(Decimal::new("0", "").to_string(), "0");
        assert_eq!(Decimal::from(120), Decimal::new("12", "").times_ten_to(1));
    }
}
