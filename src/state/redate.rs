//! Another due date for a task: what it would entail (views.md §1.7), whether it can be written at once, and the one
//! act that writes it, alone or with all that follows.

use super::session::Session;
use crate::analysis::calendar_of;
use crate::analysis::standing::schedule::{Move, Progress, Proposal, propose, schedule};
use crate::model::RecordId;
use crate::model::log::Slot;
use crate::model::template::Form;
use crate::templates::settings;
use chrono::NaiveDate;

/// Working days around the original due date within which a date is moved without a question.
const QUIET_DAYS: i64 = 2;

/// What another due date comes to; nothing is written yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Redate {
    pub task: RecordId,
    /// First and last day as planned now, and as they would be.
    pub from: (NaiveDate, NaiveDate),
    pub to: (NaiveDate, NaiveDate),
    pub entails: Proposal,
    /// Working days after the original due date.
    pub beyond: i64,
}

impl Redate {
    /// Whether it concerns nobody else: nothing follows, no milestone moves, and it stays near the original date.
    pub fn is_quiet(&self) -> bool {
        let entails = &self.entails;
        let is_near = (-QUIET_DAYS..=QUIET_DAYS).contains(&self.beyond);
        entails.entailed.is_empty()
            && entails.stuck.is_empty()
            && entails.milestones.is_empty()
            && is_near
    }
}

/// Why a task cannot be given another date here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmovable {
    /// It is over.
    Done,
    /// Its dates are fixed.
    Fixed,
    /// It is none of the plan, or has no dates.
    Undated,
}

impl Session {
    /// What it comes to when a task is due on another day. Its first day stays, unless it would come after the last.
    pub fn redated(&self, record: &RecordId, due: NaiveDate) -> Result<Redate, Unmovable> {
        let today = self.now().date_naive();
        self.read(|log| {
            let schedule = schedule(log, today);
            let place = schedule.plan.place(record);
            let read = place.and_then(|place| schedule.plan.tasks.get(place as usize));
            let read = read.ok_or(Unmovable::Undated)?;
            let from = read.planned.ok_or(Unmovable::Undated)?;
            match read.progress {
                Progress::Done | Progress::Cancelled => return Err(Unmovable::Done),
                _ if read.is_fixed => return Err(Unmovable::Fixed),
                Progress::Open | Progress::Started | Progress::Blocked => {}
            }
            let to = (from.0.min(due), due);
            let moved = Move {
                task: record.clone(),
                first: to.0,
                last: to.1,
            };
            let calendar = calendar_of(&Form::new(log, settings::record()));
            let original = read.original.map(|(_, due)| due);
            Ok(Redate {
                task: record.clone(),
                from,
                to,
                entails: propose(&schedule, &[moved]),
                beyond: original.map_or(0, |original| calendar.moved_days(original, due)),
            })
        })
    }

    /// Writes the new dates, and those of what follows where that is wanted: one act. What others are responsible for
    /// becomes suggestions.
    pub fn redate(&self, redate: &Redate, with_following: bool, reason: Option<&str>) -> Vec<Slot> {
        let following = redate.entails.entailed.iter().filter(|_| with_following);
        let following = following.map(|one| (&one.task, one.to));
        let all = std::iter::once((&redate.task, redate.to)).chain(following);
        let moves: Vec<Move> = all
            .map(|(task, (first, last))| Move {
                task: task.clone(),
                first,
                last,
            })
            .collect();
        self.move_tasks(&moves, reason)
    }

    /// The working day for a task that is put on a day: that one, or the next; and whether it was a rest day.
    pub fn working_day_at(&self, day: NaiveDate) -> (NaiveDate, bool) {
        self.read(|log| {
            let calendar = calendar_of(&Form::new(log, settings::record()));
            match calendar.is_working_day(day) {
                true => (day, false),
                false => (calendar.next_working_day(day).unwrap_or(day), true),
            }
        })
    }
}
