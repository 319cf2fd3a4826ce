//! What the hands hold in a chart: what is dragged, what is drawn, which menu is open.

use crate::analysis::standing::schedule::DateShift;
use chrono::NaiveDate;

/// What is done with what the pointer has taken hold of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum DragWhat {
    Dates(DateShift),
    Draw(Grip),
}

/// What the pointer has taken hold of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drag {
    pub(super) place: u32,
    pub(super) what: DragWhat,
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) is_lifted: bool,
}

/// Which part it was taken by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grip {
    /// A link is drawn from the end of its bar.
    Link,
    /// Its row goes elsewhere.
    Row,
    /// It gets its first dates, from this place of the chart on.
    Span(i32),
}

/// What is being drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DrawnByHand {
    pub(super) grip: Grip,
    /// The task, by its place in the plan.
    pub(super) place: u32,
    /// Where the pointer is in the chart.
    pub(super) x: i32,
    pub(super) y: i32,
    /// The line under it.
    pub(super) line: Option<usize>,
    /// Whether it can be put down there.
    pub(super) is_refused: bool,
}

impl DrawnByHand {
    /// The days of a span that is being drawn.
    pub(super) fn days(&self, date: impl Fn(i32) -> NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        match self.grip {
            Grip::Span(from) => Some((date(from.min(self.x)), date(from.max(self.x)))),
            Grip::Link | Grip::Row => None,
        }
    }
}

/// What the menu offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MenuOf {
    Acts,
    Stages,
    Links,
}
