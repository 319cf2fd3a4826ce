//! The shapes of a row: always the same ones in the same order, so that a place on the screen can keep its elements.

use super::shape::{Anchor, Drawable, Metrics, diamond, rect, text_width, ticked};
use crate::analysis::standing::plan_view::PlanHeading;
use crate::analysis::standing::schedule::{Progress, Schedule};
use crate::analysis::time::axis::Axis;
use chrono::NaiveDate;

/// Where the bar of a task lies, and what it shows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The first and the last day of the bar.
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub progress: Progress,
    pub is_critical: bool,
    /// Working days after its due date; 0 where it is not late.
    pub late_days: i32,
    /// When it is expected to end, where that is later than its due date.
    pub expected: Option<NaiveDate>,
    /// How far it may slip.
    pub latest: Option<NaiveDate>,
    pub original: Option<(NaiveDate, NaiveDate)>,
    /// Per cent done.
    pub percent: i32,
    pub is_fixed: bool,
    pub is_in_review: bool,
}

/// The bar of a task; nothing where it has no dates.
pub fn bar_of(schedule: &Schedule, task: u32) -> Option<Bar> {
    let plan = &schedule.plan;
    let read = &plan.tasks[task as usize];
    let (first, due) = read.planned?;
    let of = &schedule.tasks[task as usize];
    let (is_done, is_cancelled) = (
        read.progress == Progress::Done,
        read.progress == Progress::Cancelled,
    );
    let is_open = !is_done && !is_cancelled;
    let (first, last) = match is_done {
        true => {
            let last = read.actual_end.unwrap_or(due);
            (read.actual_start.unwrap_or(first).min(last), last)
        }
        false => (first, due),
    };
    let late = plan.days.end(schedule.today) - plan.days.end(due);
    let expected = schedule.dates(task).1;
    let slack = of.slack.filter(|slack| *slack > 0);
    Some(Bar {
        first,
        last,
        progress: read.progress,
        is_critical: is_open && of.is_critical(),
        late_days: if is_open { late.max(0) } else { 0 },
        expected: Some(expected).filter(|day| is_open && *day > due),
        latest: slack.map(|slack| plan.days.date(of.early.end + slack)),
        original: read.original,
        percent: if is_done { 100 } else { read.percent },
        is_fixed: read.is_fixed,
        is_in_review: read.status == crate::templates::task::REVIEW.key,
    })
}

/// The shapes of a task's row. What lies outside of `window` is cut off; `label` stands beside the bar.
pub fn row_shapes(
    bar: Option<&Bar>,
    today: NaiveDate,
    axis: &Axis,
    metrics: &Metrics,
    window: (i32, i32),
    label: (&str, bool),
) -> Vec<Drawable> {
    let Some(bar) = bar else {
        return row(Slots::default(), label.1, None);
    };
    let cut = |from: i32, to: i32| (from.max(window.0), to.min(window.1));
    let boxed = |from: i32, to: i32, top: i32, height: i32| {
        let (from, to) = cut(from, to);
        rect(from, top, to - from, height)
    };
    let (x, end) = (
        axis.x(bar.first),
        axis.end(bar.last).max(axis.x(bar.first) + 4 * metrics.hair),
    );
    let (top, height) = (metrics.top, metrics.height);
    let is_over = matches!(bar.progress, Progress::Done | Progress::Cancelled);
    let done = x + (end - x) * bar.percent.clamp(0, 100) / 100;
    let late_end = match bar.late_days > 0 {
        true => axis.end(today).max(end),
        false => end,
    };
    let expected_end = bar
        .expected
        .map_or(late_end, |day| axis.end(day).max(late_end));
    let slack_end = bar.latest.map_or(expected_end, |day| axis.end(day));
    let last = expected_end.max(slack_end);
    let base = bar.original.map(|(from, to)| {
        boxed(
            axis.x(from),
            axis.end(to),
            metrics.base_top,
            metrics.base_height,
        )
    });
    let (slack_from, slack_to) = cut(expected_end, slack_end);
    let middle = metrics.middle();
    let slots = Slots {
        base: base.unwrap_or_default(),
        slack: ticked(slack_from, slack_to, middle, 4 * metrics.hair),
        expected: boxed(late_end, expected_end, top, height),
        bar: boxed(x, end, top, height),
        is_over,
        done: match is_over {
            true => String::new(),
            false => boxed(x, done, top, height),
        },
        hatch: match bar.is_critical {
            true => boxed(done, end, top, height),
            false => String::new(),
        },
        late: boxed(end, late_end, top, height),
        edge: match bar.is_critical {
            true => {
                let (from, to) = cut(x, end);
                let inset = metrics.hair;
                rect(
                    from + inset,
                    top + inset,
                    to - from - 2 * inset,
                    height - 2 * inset,
                )
            }
            false => String::new(),
        },
        marks: marks(bar, x, end, metrics),
    };
    row(
        slots,
        label.1,
        Some(beside(label.0, (x, last), bar, metrics, window)),
    )
}

#[derive(Default)]
struct Slots {
    base: String,
    slack: String,
    expected: String,
    bar: String,
    is_over: bool,
    done: String,
    hatch: String,
    late: String,
    edge: String,
    marks: String,
}

/// What a label is, where it stands and on which side.
type LabelPlace = (i32, i32, Anchor, String);

fn row(slots: Slots, is_danger: bool, label: Option<LabelPlace>) -> Vec<Drawable> {
    let (x, y, anchor, text) = label.unwrap_or((0, 0, Anchor::Start, String::new()));
    vec![
        Drawable::path("g-base", slots.base),
        Drawable::path("g-slack", slots.slack),
        Drawable::path("g-expected", slots.expected),
        Drawable::path(
            if slots.is_over { "g-bar-over" } else { "g-bar" },
            slots.bar,
        ),
        Drawable::path("g-done", slots.done),
        Drawable::path("g-hatch", slots.hatch),
        Drawable::path("g-late", slots.late),
        Drawable::path("g-edge", slots.edge),
        Drawable::path("g-mark", slots.marks),
        Drawable::Text {
            class: if is_danger {
                "g-label-danger"
            } else {
                "g-label"
            },
            x,
            y,
            anchor,
            text,
        },
    ]
}

/// The tick of what is over, the lock of what is fixed, the diamond of what is being reviewed.
fn marks(bar: &Bar, x: i32, end: i32, metrics: &Metrics) -> String {
    let (hair, middle) = (metrics.hair, metrics.middle());
    let mut d = String::new();
    if bar.progress == Progress::Done && end - x >= 14 * hair {
        let at = x + 4 * hair;
        d += &format!(
            "M{at} {middle}l{} {}l{} {}",
            3 * hair,
            3 * hair,
            5 * hair,
            -7 * hair
        );
    }
    if bar.is_fixed {
        let (at, top) = (x - 12 * hair, middle - hair);
        d += &rect(at, top, 8 * hair, 6 * hair);
        d += &format!(
            "M{} {top}v{}h{}v{}",
            at + 2 * hair,
            -4 * hair,
            4 * hair,
            4 * hair
        );
    }
    if bar.is_in_review {
        d += &diamond(end, middle, 5 * hair);
    }
    d
}

/// Where the words beside a bar stand: right of all that is drawn, or left of it where the window ends there.
fn beside(
    text: &str,
    (x, last): (i32, i32),
    bar: &Bar,
    metrics: &Metrics,
    window: (i32, i32),
) -> LabelPlace {
    let width = text_width(text, metrics.letter);
    let gap = 6 * metrics.hair;
    let left = x - gap - if bar.is_fixed { 14 * metrics.hair } else { 0 };
    let is_left = last + gap + width > window.1 && left - width > window.0;
    let (at, anchor) = match is_left {
        true => (left, Anchor::End),
        false => (last + gap, Anchor::Start),
    };
    (at, metrics.baseline(), anchor, text.to_owned())
}

/// The bracket over the tasks of a group, in the places of a row's shapes.
pub fn heading_shapes(
    heading: &PlanHeading,
    axis: &Axis,
    metrics: &Metrics,
    window: (i32, i32),
) -> Vec<Drawable> {
    let bracket = heading.span.map(|(first, last)| {
        let (from, to) = (axis.x(first).max(window.0), axis.end(last).min(window.1));
        let (y, foot) = (metrics.middle() - 3 * metrics.hair, 7 * metrics.hair);
        match to > from {
            true => format!("M{from} {}V{y}H{to}v{foot}", y + foot),
            false => String::new(),
        }
    });
    let mut shapes = row(Slots::default(), false, None);
    shapes[0] = Drawable::path("g-bracket", bracket.unwrap_or_default());
    shapes
}
