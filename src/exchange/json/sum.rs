//! `sum`: XXH64 of the canonical bytes, against damage on the way, not against people.

use crate::model::Change;
use crate::model::canonical::push_text;
use crate::model::log::{Current, record_text};
use std::hash::Hasher;
use twox_hash::XxHash64;

/// The running sum of change lines, hashed in large pieces.
pub(super) struct LineSum {
    hash: XxHash64,
    piece: Vec<u8>,
}

/// Bytes gathered before they are hashed.
const PIECE: usize = 1 << 15;

impl LineSum {
    pub(super) fn new() -> Self {
        Self {
            hash: XxHash64::with_seed(0),
            piece: Vec::with_capacity(PIECE + 4096),
        }
    }
    pub(super) fn add(&mut self, change: &Change) {
        self.piece.extend_from_slice(change.line().as_bytes());
        self.piece.push(b'\n');
        if self.piece.len() >= PIECE {
            self.hash.write(&self.piece);
            self.piece.clear();
        }
    }
    pub(super) fn text(mut self) -> String {
        self.hash.write(&self.piece);
        format!("{:016x}", self.hash.finish())
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
