//! `sum`: XXH64 of the canonical bytes, against damage on the way, not against people.

use crate::model::Change;
use crate::model::canonical::push_text;
use crate::model::log::{Current, record_text};
use std::hash::Hasher;
use twox_hash::XxHash64;

/// The running sum of change lines.
pub(super) struct LineSum(XxHash64);

impl LineSum {
    pub(super) fn new() -> Self {
        Self(XxHash64::with_seed(0))
    }
    pub(super) fn add(&mut self, change: &Change) {
        self.0.write(change.line().as_bytes());
        self.0.write(b"\n");
    }
    pub(super) fn text(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}

/// The sum of `current`: of its RFC 8785 text.
pub(super) fn of_current(current: &Current) -> String {
    let mut text = String::from("{");
    for (at, (record, fields)) in current.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        push_text(&mut text, record.as_str());
        text.push(':');
        text.push_str(&record_text(fields));
    }
    text.push('}');
    format!("{:016x}", XxHash64::oneshot(0, text.as_bytes()))
}
