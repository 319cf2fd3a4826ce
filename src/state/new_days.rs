//! The new dates that a meeting agrees on for what is late: noted with the week, and taken into the plan when it is
//! released, as far as nobody has to approve them; the others become change requests then.

use super::session::Session;
use crate::analysis::calendar_of;
use crate::analysis::inbox::weekly::HeldMeeting;
use crate::analysis::standing::plan_changes::moves;
use crate::analysis::standing::schedule::{Move, Progress, Proposal, due_on, propose, schedule};
use crate::analysis::words::typed::{Around, TextReading, read_when};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, FieldType, Form, Gate, Lang};
use crate::model::{RecordId, Value};
use crate::templates::{change_request, review, review_task, settings, task};
use chrono::NaiveDate;

/// A day that a meeting agreed on for a late task, and what its release makes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDay {
    pub task: RecordId,
    /// The due date that the plan has.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Working days from one to the other.
    pub days: i64,
    pub fate: NewDayFate,
}

/// Another due date for a task, and what it entails.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDue {
    pub moved: Move,
    pub entails: Proposal,
}

/// What becomes of a new date.
#[derive(Debug, Clone, PartialEq)]
pub enum NewDayFate {
    /// It is written into the plan, with the first day where the whole task goes along.
    Written(Move),
    /// It is asked for in a change request, with all that moves along.
    Requested(Box<NewDue>),
    /// A change request asks for it already.
    Known(RecordId),
    /// The dates of the task are fixed.
    Fixed,
}

impl Session {
    /// A meeting agrees on another day for a late task; none: it takes that back. A rest day is the working day after
    /// it.
    pub fn agree_new_day(
        &self,
        held: &HeldMeeting,
        task: &RecordId,
        day: Option<NaiveDate>,
    ) -> Vec<Slot> {
        let worked = |day: NaiveDate| {
            let calendar = self.read(|log| calendar_of(&Form::new(log, settings::record())));
            match calendar.is_working_day(day) {
                true => day,
                false => calendar.next_working_day(day).unwrap_or(day),
            }
        };
        let day = day.map(worked);
        let day = day.map_or(Value::Null, |day| day.write());
        self.say_of_late(held, task, review_task::NEW_DATE.name, day)
    }

    /// What letters mean as that day, never before the meeting.
    pub fn read_new_day(&self, held: &HeldMeeting, task: &RecordId, text: &str) -> TextReading {
        let (now, zone) = (self.now(), self.zone());
        let due = task::TASK.field(task::CURRENT_END.name);
        let around = self.read(|log| {
            let form = Form::new(log, task.clone());
            due.map_or_else(
                || Around::today(now),
                |due| Around::of(&form, due, now, zone),
            )
        });
        let begins = held.day.and_hms_opt(0, 0, 0);
        read_when(FieldType::Date, text, &Around { begins, ..around })
    }

    /// What happens if the date of a late task stays, for whoever approves the change.
    pub fn say_if_not(&self, held: &HeldMeeting, task: &RecordId, text: &str) -> Vec<Slot> {
        self.say_of_late(held, task, review_task::IF_NOT.name, Value::typed(text))
    }

    fn say_of_late(
        &self,
        held: &HeldMeeting,
        task: &RecordId,
        key: &'static str,
        value: Value,
    ) -> Vec<Slot> {
        let Some(review) = &held.review else {
            return Vec::new();
        };
        let mut writes = self.meeting_begun(held);
        writes.extend(self.late_writes(review, task, &[(key, value)]));
        self.apply(writes, None)
    }

    /// The new dates of a meeting that are not those of the plan, in its order.
    pub fn new_days(&self, held: &HeldMeeting) -> Vec<NewDay> {
        let Some(review) = &held.review else {
            return Vec::new();
        };
        let agreed: Vec<(RecordId, NaiveDate)> = self.read(|log| {
            let rows = review::causes_of(&Form::new(log, review.clone()));
            let read = |row: &Form<'_>| {
                Some((row.get(review_task::TASK)?, row.get(review_task::NEW_DATE)?))
            };
            rows.iter().filter_map(read).collect()
        });
        let agreed = agreed.into_iter();
        agreed
            .filter_map(|(task, day)| self.new_day(task, day))
            .collect()
    }

    fn new_day(&self, task: RecordId, to: NaiveDate) -> Option<NewDay> {
        let (from, days, known) = self.read(|log| {
            let form = Form::new(log, task.clone());
            let from = form.get(task::CURRENT_END).filter(|from| *from != to)?;
            let calendar = calendar_of(&Form::new(log, settings::record()));
            let days = calendar.moved_days(from, to);
            let asks = |request: &Form<'_>| {
                let after = to.to_string();
                let mut moves = moves(request).into_iter();
                change_request::is_open(request)
                    && moves.any(|one| {
                        one.target == task
                            && one.field.as_str() == task::CURRENT_END.name
                            && one.after == after
                    })
            };
            let all = form.all(change_request::KIND);
            let known = all.iter().find(|one| asks(one));
            let known = known.map(|one| one.record().clone());
            Some((from, days, known))
        })?;
        let fate = match known {
            Some(known) => NewDayFate::Known(known),
            None => match self.new_due(&task, to)? {
                None => NewDayFate::Fixed,
                Some((due, true)) if due.entails.milestones.is_empty() => {
                    NewDayFate::Written(due.moved)
                }
                Some((due, _)) => NewDayFate::Requested(Box::new(due)),
            },
        };
        Some(NewDay {
            task,
            from,
            to,
            days,
            fate,
        })
    }

    /// What it comes to when a task is due on another day, as wherever a task gets another due day, and whether that is
    /// a small move. Nothing where its dates are fixed; nothing at all where it is over, or has none.
    fn new_due(&self, record: &RecordId, to: NaiveDate) -> Option<Option<(NewDue, bool)>> {
        let today = self.now().date_naive();
        self.read(|log| {
            let schedule = schedule(log, today);
            let place = schedule.plan.place(record)?;
            let read = schedule.plan.tasks.get(place as usize)?;
            if matches!(read.progress, Progress::Done | Progress::Cancelled) {
                return None;
            }
            let moved = due_on(&schedule, place, to, true)?;
            let entails = propose(&schedule, std::slice::from_ref(&moved));
            let is_small = self.is_small_move(&schedule, &moved);
            Some((!read.is_fixed).then_some((NewDue { moved, entails }, is_small)))
        })
    }

    /// What the release of a meeting writes into the plan.
    pub(super) fn agreed_dates(&self, days: &[NewDay]) -> Vec<Write> {
        let written = days.iter().filter_map(|one| match &one.fate {
            NewDayFate::Written(moved) => Some(self.move_writes(moved)),
            _ => None,
        });
        written.flatten().collect()
    }

    /// Makes change requests of the new dates that somebody has to approve: by the owner of the task, with all that
    /// moves along. The requests that lack nothing are handed in.
    pub(super) fn request_new_days(&self, held: &HeldMeeting, days: &[NewDay]) {
        let submit = change_request::CHANGE_REQUEST
            .states
            .and_then(|machine| machine.step(change_request::SUBMIT));
        for one in days {
            let NewDayFate::Requested(due) = &one.fate else {
                continue;
            };
            let Some(made) = self.request_new_day(held, one, due) else {
                continue;
            };
            let now = self.now();
            let lacks =
                self.read(|log| crate::analysis::missing(log, &made, Gate::Submit, now).len());
            if let Some(submit) = submit.filter(|_| lacks == 0) {
                self.apply(self.step_writes(&made, submit), None);
            }
        }
    }

    fn request_new_day(&self, held: &HeldMeeting, one: &NewDay, due: &NewDue) -> Option<RecordId> {
        let row = review_task::record_of(held.review.as_ref()?, &one.task)?;
        let (cause, if_not, owner, milestones) = self.read(|log| {
            let row = Form::new(log, row);
            let calendar = calendar_of(&row);
            let later = |(milestone, days): &(RecordId, i32)| {
                let form = row.other(milestone.clone());
                let day = form.get(crate::templates::milestone::CURRENT_DATE)?;
                let days = u32::try_from(*days).ok()?;
                Some((milestone.clone(), calendar.add_working_days(day, days)?))
            };
            let milestones = due.entails.milestones.iter().filter_map(later);
            (
                row.value(review_task::DELAY_CAUSE.name),
                row.value(review_task::IF_NOT.name),
                row.other(one.task.clone()).get(task::OWNER),
                milestones.collect::<Vec<_>>(),
            )
        });
        let following = due.entails.entailed.iter().map(|one| Move {
            task: one.task.clone(),
            first: one.to.0,
            last: one.to.1,
        });
        let moves: Vec<Move> = std::iter::once(due.moved.clone())
            .chain(following)
            .collect();
        let asks = owner.or(self.me());
        let said = [
            (change_request::REASON_CODE.name, cause),
            (change_request::IMPACT_IF_NOT.name, if_not),
            (
                change_request::REQUESTED_BY.name,
                asks.map_or(Value::Null, |asks| asks.write()),
            ),
        ];
        let (made, writes) = self.request_writes(&moves, &milestones, &said, Lang::Zh)?;
        self.apply(writes, None);
        Some(made)
    }
}
