//! Files that say they come from the future or from before there were such files: their sender's clock is wrong.

use super::Preview;
use crate::model::Moment;
use crate::model::clock::moment_of;
use chrono::Datelike;

/// How far clocks may differ, in milliseconds: a day, for those set to another time zone.
const LEEWAY_MS: i64 = 86_400_000;

/// No file of this format is older.
const FIRST_YEAR: i32 = 2020;

impl Preview {
    /// What files say of when they or their changes were written, where that cannot be; one moment a file, of those
    /// that are to be taken or not.
    pub fn wrong_clocks(&self, now: Moment) -> Vec<Moment> {
        let latest_ms = now.timestamp_millis().saturating_add(LEEWAY_MS);
        let is_wrong = |at: &Moment| at.timestamp_millis() > latest_ms || at.year() < FIRST_YEAR;
        let files = self.files.iter().filter_map(|file| {
            let times = file.items.iter().map(|at| self.items[*at].change.time);
            let latest = times.filter(|time| *time > latest_ms).max();
            let of_changes = latest.map(|time| moment_of(time, *now.offset()));
            file.envelope.at.filter(is_wrong).or(of_changes)
        });
        files.collect()
    }
}
