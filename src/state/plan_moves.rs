//! Other dates for tasks of the plan, together: one act, one undo. What others are responsible for becomes suggestions
//! of the same act.

use super::session::Session;
use crate::analysis::standing::plan_changes::{
    ChangeApprover, approved_end, approver_of_moves, rep_days,
};
use crate::analysis::standing::schedule::{Move, Schedule};
use crate::analysis::words::names::record_name;
use crate::analysis::{Duty, calendar_of};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Form, Key, Lang};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{change_item, change_request, dependency, milestone, settings, task};
use chrono::NaiveDate;

impl Session {
    /// Writes the dates of tasks in one act, with the reason that was given.
    pub fn move_tasks(&self, moves: &[Move], reason: Option<&str>) -> Vec<Slot> {
        let writes = moves.iter().flat_map(|one| self.move_writes(one));
        let writes = writes.collect();
        self.apply(self.by_role(writes), reason.filter(|text| !text.is_empty()))
    }

    /// The writes that give a task other dates.
    pub(super) fn move_writes(&self, one: &Move) -> Vec<Write> {
        let changed = self.changed_dates(one).into_iter();
        changed
            .map(|(key, _, to)| self.write_of(&one.task, key.name, to.write()))
            .collect()
    }

    /// The dates of a task that a move changes: key, before, after.
    fn changed_dates(&self, one: &Move) -> Vec<(Key<NaiveDate>, Option<NaiveDate>, NaiveDate)> {
        self.read(|log| {
            let form = Form::new(log, one.task.clone());
            let both = [
                (task::CURRENT_START, one.first),
                (task::CURRENT_END, one.last),
            ];
            both.into_iter()
                .map(|(key, to)| (key, form.get(key), to))
                .filter(|(_, from, to)| *from != Some(*to))
                .collect()
        })
    }

    /// Whether other dates of a task are this person's to write, not to suggest.
    pub fn moves_by_right(&self, task: &RecordId) -> bool {
        self.duty(task, &FieldKey::of(task::CURRENT_END.name)) == Duty::Own
    }

    /// Whether a move of a task is written without asking: by no more working days than a representative may move a
    /// date of the original plan or of the change that was approved last (TASK-10), or before there is a plan.
    pub fn is_small_move(&self, schedule: &Schedule, one: &Move) -> bool {
        let Some(place) = schedule.plan.place(&one.task) else {
            return true;
        };
        let Some((_, original)) = schedule.plan.tasks[place as usize].original else {
            return true;
        };
        let (tolerance, approved) = self.read(|log| {
            let form = Form::new(log, one.task.clone());
            (rep_days(&form), approved_end(&form))
        });
        let days = schedule.work_days_between(approved.unwrap_or(original), one.last);
        i64::from(days.abs()) <= tolerance
    }

    /// Fixes the dates of a task, or lets them move again.
    pub fn fix_dates(&self, task: &RecordId, is_fixed: bool) -> Vec<Slot> {
        let value = if is_fixed {
            Value::Bool(true)
        } else {
            Value::Null
        };
        self.set_fields(task, &[(task::PINNED.name, value)])
    }

    /// Lets a task wait for another to be finished.
    pub fn link_tasks(&self, from: &RecordId, to: &RecordId) -> Vec<RecordId> {
        let row = vec![(dependency::PREDECESSOR.name, from.write())];
        self.add_rows(dependency::KIND, Some(to), None, &[row])
    }

    /// Who would approve the request that is made of moves.
    pub fn approver_of_moves(&self, moves: &[Move]) -> ChangeApprover {
        let (me, today) = (self.me(), self.now().date_naive());
        self.read(|log| {
            let form = Form::new(log, settings::record());
            let calendar = calendar_of(&form);
            let days = |one: &Move| {
                let from = form.other(one.task.clone()).get(task::CURRENT_END);
                let days = from.map_or(0, |from| calendar.moved_days(from, one.last));
                (one.task.clone(), days)
            };
            let all: Vec<(RecordId, i64)> = moves.iter().map(days).collect();
            approver_of_moves(&form, &all, me.as_ref(), today)
        })
    }

    /// Writes moves down as a change request, which somebody approves; the plan does not move.
    pub fn request_moves(&self, moves: &[Move], why: &str, lang: Lang) -> Option<RecordId> {
        let me = self.me().map_or(Value::Null, |me| me.write());
        let said = [
            (change_request::REASON.name, Value::typed(why)),
            (change_request::REQUESTED_BY.name, me),
        ];
        let (record, writes) = self.request_writes(moves, &[], &said, lang)?;
        self.apply(writes, None);
        Some(record)
    }

    /// What makes a change request of moves and of milestones that come on other days, with what is said of it.
    pub(super) fn request_writes(
        &self,
        moves: &[Move],
        milestones: &[(RecordId, NaiveDate)],
        said: &[(&str, Value)],
        lang: Lang,
    ) -> Option<(RecordId, Vec<Write>)> {
        let first = moves.first()?;
        let title = self.read(|log| record_name(log, &first.task, lang));
        let title = format!("{title} → {}", first.last);
        let own = [
            (change_request::TITLE.name, Value::typed(&title)),
            (
                change_request::TYPE.name,
                Value::text(change_request::SCHEDULE.key),
            ),
        ];
        let fields = own.into_iter().chain(said.iter().cloned());
        let fields = fields.filter(|(_, value)| !value.is_empty());
        let (record, mut writes) = self.first_writes(change_request::KIND, None, fields.collect());
        let row =
            |target: &RecordId, key: Key<NaiveDate>, from: Option<NaiveDate>, to: NaiveDate| {
                let before = from.map(|day| day.to_string()).unwrap_or_default();
                vec![
                    (change_item::TARGET.name, target.write()),
                    (change_item::FIELD.name, Value::text(key.name)),
                    (change_item::BEFORE.name, Value::text(before)),
                    (change_item::AFTER.name, Value::text(to.to_string())),
                ]
            };
        let mut rows: Vec<Vec<(&str, Value)>> = moves
            .iter()
            .flat_map(|one| {
                let changed = self.changed_dates(one).into_iter();
                changed.map(move |(key, from, to)| row(&one.task, key, from, to))
            })
            .collect();
        let day = milestone::CURRENT_DATE;
        rows.extend(milestones.iter().map(|(milestone, to)| {
            let from = self.read(|log| Form::new(log, milestone.clone()).get(day));
            row(milestone, day, from, *to)
        }));
        let new = self.new_rows(change_item::KIND, Some(&record), None, &rows);
        writes.extend(new.1);
        Some((record, writes))
    }
}
