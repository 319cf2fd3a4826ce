//! Days along a chart: which of them bear a date, and how it is written.

use chrono::{Datelike, NaiveDate};

/// `04-13`
pub(super) fn short(day: NaiveDate) -> String {
    day.format("%m-%d").to_string()
}

/// The places of the last days of weeks, so many apart that a date has room under each: `day_px` is the width of one.
pub(super) fn week_ends(days: &[NaiveDate], day_tenths: i64) -> Vec<usize> {
    /// The room that a date needs, in pixels.
    const ROOM: i64 = 50;
    let is_last = |at: &usize| match days.get(at + 1) {
        Some(next) => next.iso_week() != days[*at].iso_week(),
        None => true,
    };
    let ends: Vec<usize> = (0..days.len()).filter(is_last).collect();
    let mut out: Vec<usize> = Vec::new();
    for at in ends {
        let room = out.last().map_or(i64::MAX, |last| {
            i64::try_from(at - last).unwrap_or(0) * day_tenths / 10
        });
        if room >= ROOM {
            out.push(at);
        }
    }
    out
}
