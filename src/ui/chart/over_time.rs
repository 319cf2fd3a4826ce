//! What was at each released review and is today: points in time joined by a line, each with its figure.

use super::dates::short;
use super::picture::{ACTUAL, Colour, Ink, Picture, WordAnchor, width_of};
use super::{ChartSpot, ChartTable, DRAWN, SpotTarget};
use crate::model::RecordId;
use crate::model::template::{Label, Lang};
use crate::ui::texts;
use chrono::NaiveDate;

/// How far under a point its figure stands.
const BELOW: i64 = 18;
/// How far around a point can be pressed: 24 pixels in all.
const REACH: i64 = 12;

/// Where in time a picture begins and ends, and where that is in pixels.
pub(super) struct TimeSpan {
    first: NaiveDate,
    days: i64,
    left: i64,
    across: i64,
}

impl TimeSpan {
    /// From the first of these days to today.
    pub(super) fn new(
        days: impl Iterator<Item = NaiveDate>,
        today: NaiveDate,
        left: i64,
        across: i64,
    ) -> Self {
        let first = days.chain([today]).min().unwrap_or(today);
        Self {
            first,
            days: (today - first).num_days().max(1),
            left,
            across,
        }
    }

    pub(super) fn x(&self, day: NaiveDate) -> i64 {
        self.left + self.across * (day - self.first).num_days() / self.days
    }
}

/// The reviews that are drawn: the newest.
pub(super) fn newest<T>(points: &[T]) -> &[T] {
    &points[points.len().saturating_sub(DRAWN)..]
}

/// A point: where, its figure as it is read, its day, and the review that froze it; none is today.
pub(super) struct TimePoint {
    pub(super) at: (i64, i64),
    pub(super) said: String,
    pub(super) day: NaiveDate,
    /// The review, and what is said of it.
    pub(super) review: Option<(RecordId, String)>,
}

/// Draws them; the last one is today's.
pub(super) fn over_time(out: &mut Picture, points: &[TimePoint], lang: Lang) {
    let Some((here, past)) = points.split_last() else {
        return;
    };
    let foot = out.height - 8;
    let way: Vec<(i64, i64)> = points.iter().map(|point| point.at).collect();
    out.line(ACTUAL, &way);
    let mut free = 0;
    for (at, point) in past.iter().enumerate() {
        let (x, y) = point.at;
        out.ring(Ink::area(Colour::Accent, Colour::Accent), point.at, 3);
        // Where the line comes from above or goes there, the figure stands under it.
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let is_above = |at: usize| points.get(at).is_some_and(|one| one.at.1 < y);
        let is_under = beside.into_iter().any(is_above) && y + BELOW < foot - BELOW;
        let line = if is_under { y + BELOW } else { y - 8 };
        let (x_word, anchor) = match at {
            0 => (x + 4, WordAnchor::Start),
            _ => (x, WordAnchor::Middle),
        };
        out.word((x_word, line), anchor, Colour::Text, point.said.as_str());
        let date = short(point.day);
        let is_clear = x + width_of(&date) <= here.at.0 - 16;
        if x - 18 >= free && is_clear {
            out.word((x, foot), WordAnchor::Middle, Colour::Text3, date);
            free = x + 24;
        }
        out.spots
            .extend(point.review.clone().map(|(review, said)| ChartSpot {
                at: (x - REACH, y - REACH),
                size: (2 * REACH, 2 * REACH),
                said,
                leads_to: SpotTarget::One(review),
            }));
    }
    let ring = Ink {
        width: "2",
        ..Ink::area(Colour::Surface, Colour::Accent)
    };
    out.ring(ring, here.at, 5);
    out.strong(
        (here.at.0 + 9, here.at.1 + 4),
        WordAnchor::Start,
        Colour::Text,
        here.said.as_str(),
    );
    out.strong(
        (here.at.0, foot),
        WordAnchor::Middle,
        Colour::Text2,
        texts::mail::TODAY.text(lang),
    );
}

/// The same as a table: a row for each review, and for today.
pub(super) fn table_over_time(
    column: Label,
    past: impl Iterator<Item = (NaiveDate, String)>,
    (today, now): (NaiveDate, String),
    lang: Lang,
) -> ChartTable {
    let today = format!("{} {today}", texts::mail::TODAY.text(lang));
    let past = past.map(|(day, said)| vec![day.to_string(), said]);
    let head = [texts::charts::MEETING_DAY, column];
    ChartTable {
        head: head.map(|label| label.text(lang).to_owned()).to_vec(),
        rows: past.chain([vec![today, now]]).collect(),
    }
}
