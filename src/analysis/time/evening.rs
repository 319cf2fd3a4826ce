//! The hour until which an answer is asked for.

use crate::model::Moment;
use chrono::{NaiveDate, NaiveTime};

/// The evening of a day at 18:00, where the clock of `now` stands.
pub(in crate::analysis) fn evening_of(day: NaiveDate, now: Moment) -> Moment {
    let evening = day.and_time(NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default());
    evening
        .and_local_timezone(*now.offset())
        .single()
        .unwrap_or(now)
}
