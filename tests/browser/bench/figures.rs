//! Medians, percentiles and how they are printed.

use serde_json::Value;

/// Some measured times, in milliseconds.
#[derive(Clone, Debug)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// Takes the numbers of a list.
    pub(crate) fn of(list: &Value) -> Self {
        let mut times: Vec<f64> = list
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect();
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    /// The time that this share (0 to 1) of all does not exceed.
    pub(crate) fn at(&self, share: f64) -> f64 {
        let Some(last) = self.0.len().checked_sub(1) else {
            return f64::NAN;
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a short list"
        )]
        let place = (last as f64 * share).ceil() as usize;
        self.0[place.min(last)]
    }

    /// The middle.
    pub(crate) fn median(&self) -> f64 {
        self.at(0.5)
    }

    /// Shortest, median, 90th and 99th percentile, longest, and how many.
    pub(crate) fn line(&self) -> String {
        format!(
            "min {:>6.1}  p50 {:>6.1}  p90 {:>6.1}  p99 {:>6.1}  max {:>6.1} ms  (n = {})",
            self.at(0.0),
            self.median(),
            self.at(0.9),
            self.at(0.99),
            self.at(1.0),
            self.0.len()
        )
    }
}

/// A heading.
pub(crate) fn head(text: &str) {
    println!("\n-- {text}");
}

/// A named figure.
pub(crate) fn row(name: &str, text: &str) {
    println!("  {name:<44} {text}");
}
