//! What is looked at to find what a meeting has to talk of, and why something is: what each part of its agenda needs.

use super::updates::MeetingRound;
use super::weekly::HeldMeeting;
use super::weekly_late::LateTask;
use crate::analysis::time::calendar::Calendar;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{ConflictPlace, Log};
use chrono::NaiveDate;

/// Why something is talked of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PointReason {
    /// An action that is done, so many working days after its day.
    ActionDone(i64),
    /// An action that is not, late by so many working days.
    ActionOpen(i64),
    /// A late task, or one that was finished late.
    Late(LateTask),
    /// Its owner says that it will be late.
    WillBeLate,
    /// Its owner sees a risk.
    AtRisk,
    /// Nobody has said anything of it for so many days.
    Silent(i64),
    /// An issue that is so many hours past its deadline.
    Overdue(i64),
    /// An issue without an owner.
    NoOwner,
    /// A solution that waits for its check.
    Verify,
    /// Two say it differently.
    Differs(ConflictPlace),
    /// Something of any form that somebody has to decide.
    Waits,
    /// A risk that has happened.
    Occurred,
    /// A risk that was assessed anew.
    Moved,
    /// A risk whose day has come.
    DayCame(NaiveDate),
    /// A topic that somebody put there; whether it was left over from an earlier week.
    Topic(bool),
    /// It stood on the agenda when the meeting began and is settled since.
    Settled,
}

/// Something that comes until the next meeting.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ComingUp {
    pub day: NaiveDate,
    pub record: RecordId,
    /// Whether it begins then, and is not due.
    pub begins: bool,
}

/// What is looked at to find the points of a meeting.
pub(super) struct WeekLook<'a> {
    pub(super) log: &'a Log,
    pub(super) held: &'a HeldMeeting,
    pub(super) now: Moment,
    pub(super) round: MeetingRound,
    pub(super) calendar: std::rc::Rc<Calendar>,
    /// The day on which things are late or not: of a meeting to come, today.
    pub(super) as_of: NaiveDate,
    /// Up to which day the week goes.
    pub(super) until: NaiveDate,
}

/// The part, what is talked of, and why.
pub(super) type PointFound = (&'static str, RecordId, PointReason);
