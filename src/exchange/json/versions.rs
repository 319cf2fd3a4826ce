//! Format steps: each lifts the changes of one file version to the next. One change gives one change, pure, frozen once
//! shipped, and tested with a real old file in `tests/fixtures/`.

use crate::exchange::refusal::Refusal;
use crate::model::Change;

/// The version written, and the newest one read.
pub const VERSION: u64 = 1;

/// What lifts a change to the next version.
type Lift = fn(Change) -> Change;

/// `LIFTS[n]` lifts version n + 1. A new version adds one at the end and raises [`VERSION`].
const LIFTS: &[Lift] = &[];

/// Whether a file of that version can be read.
pub(super) fn check(version: u64) -> Result<(), Refusal> {
    if version > VERSION {
        Err(Refusal::Newer(version))
    } else {
        Ok(())
    }
}

/// Brings a change of an older file to [`VERSION`].
pub(super) fn lift(change: Change, version: u64) -> Change {
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    LIFTS
        .iter()
        .skip(done)
        .fold(change, |change, lift| lift(change))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_has_its_lift() {
        assert_eq!(LIFTS.len() as u64 + 1, VERSION);
    }
}
