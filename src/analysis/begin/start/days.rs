//! The days of a new plan: working days, in the order of what waits for what, stretched or pressed to the project's
//! length.

use super::Start;
use super::plan::Planned;
use crate::analysis::time::calendar::{Calendar, later};
use crate::model::value::Value;
use crate::templates::preset::Preset;
use chrono::NaiveDate;

/// First and last day.
pub(super) type Span = (NaiveDate, NaiveDate);

/// The lag of a task that begins on the day on which the one before ends: hours count there, not days.
pub(super) fn lag(spans: &[Span], before: usize, number: usize) -> Value {
    match (spans.get(before), spans.get(number)) {
        (Some((_, ends)), Some((begins, _))) if begins <= ends => Value::int(-1),
        _ => Value::Null,
    }
}

/// Thousandths: the preset's own length.
const WHOLE: u32 = 1000;
/// A project this much longer than the preset keeps the preset's days (13 weeks are three months).
const SPARE_DAYS: u32 = 14;

/// The days of the tasks, stretched or pressed to the project's length: first as the lengths say, then a little
/// shorter each time until the last task ends in time, which holidays may ask for. No task gets shorter than it may be.
pub(super) fn fitted(
    start: &Start,
    preset: &Preset,
    planned: &[Planned<'_>],
    before: &[Vec<usize>],
) -> Vec<Span> {
    if preset.counts_working_days {
        return in_working_days(start.start, planned);
    }
    let length = u32::try_from((start.end - start.start).num_days()).unwrap_or(0);
    let keeps = (preset.days..=preset.days + SPARE_DAYS).contains(&length);
    let mut scale = if keeps {
        WHOLE
    } else {
        length.min(3660) * WHOLE / (preset.days + 4)
    };
    loop {
        let spans = laid_out(start.start, preset, planned, before, scale);
        let ends_late = spans.iter().any(|(_, last)| *last > start.end);
        if !ends_late || scale < WHOLE / 100 {
            return spans;
        }
        scale -= scale / 50 + 1;
    }
}

/// The days of tasks that are counted in working days from the first.
fn in_working_days(start: NaiveDate, planned: &[Planned<'_>]) -> Vec<Span> {
    let calendar = Calendar::default();
    let first = calendar.next_working_day(start).unwrap_or(start);
    let day = |after: u32| calendar.add_working_days(first, after).unwrap_or(first);
    let spans = planned
        .iter()
        .map(|one| (day(one.row.days.0), day(one.row.days.1)));
    spans.collect()
}

fn laid_out(
    start: NaiveDate,
    preset: &Preset,
    planned: &[Planned<'_>],
    before: &[Vec<usize>],
    scale: u32,
) -> Vec<Span> {
    let calendar = Calendar::default();
    let mut spans: Vec<Span> = Vec::new();
    for (one, waits_for) in planned.iter().zip(before) {
        let (from, to) = one.row.days;
        let (from, to) = (scaled(from, scale), scaled(to, scale));
        let ends = waits_for.iter().filter_map(|place| spans.get(*place));
        let free = ends.filter_map(|(_, last)| later(*last, 1)).fold(
            later(start, u64::from(from)).unwrap_or(start),
            NaiveDate::max,
        );
        let first = calendar.next_working_day(free).unwrap_or(free);
        let length = weekdays(from, to).max(preset.shortest(one.at));
        let last = calendar
            .add_working_days(first, length - 1)
            .unwrap_or(first);
        spans.push((first, last));
    }
    spans
}

fn scaled(days: u32, scale: u32) -> u32 {
    (days * scale + WHOLE / 2) / WHOLE
}

/// Working days from one day of the preset to another, both counted; D+0 is a Monday. At least one.
fn weekdays(from: u32, to: u32) -> u32 {
    let worked = (from..=to).filter(|day| day % 7 < 5).count();
    u32::try_from(worked).unwrap_or(u32::MAX).max(1)
}
