//! Change requests: begun where a date was moved too far, and approved in one act that writes the plan.

use super::behalf::Behalf;
use super::session::Session;
use crate::analysis::leads;
use crate::analysis::standing::plan_changes::{
    PlannedMove, approver_of, moved_beyond, moves, to_take_back,
};
use crate::analysis::words::names::record_name;
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Form, Lang, Transition};
use crate::model::{RecordId, Value};
use crate::templates::{change_item, change_request, task};

impl Session {
    /// Makes a request of the move of a task's due date: the date asked for stands in the request, the plan has the old
    /// one again until somebody approves. One act; nothing where the date was not moved that far.
    pub fn request_change(
        &self,
        task: &RecordId,
        cause: &str,
        if_not: &str,
        lang: Lang,
    ) -> Option<RecordId> {
        let (title, (before, after, _)) = self.read(|log| {
            let form = Form::new(log, task.clone());
            Some((record_name(log, task, lang), moved_beyond(&form)?))
        })?;
        let (before, after) = (before.to_string(), after.to_string());
        let me = self.me().map_or(Value::Null, |me| me.write());
        let fields = vec![
            (
                change_request::TITLE.name,
                Value::typed(&format!("{title} {before} → {after}")),
            ),
            (
                change_request::TYPE.name,
                Value::text(change_request::SCHEDULE.key),
            ),
            (change_request::REASON_CODE.name, Value::typed(cause)),
            (change_request::IMPACT_IF_NOT.name, Value::typed(if_not)),
            (change_request::REQUESTED_BY.name, me),
        ];
        let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let (record, mut writes) = self.first_writes(change_request::KIND, None, fields.collect());
        let row = vec![
            (change_item::TARGET.name, task.write()),
            (change_item::FIELD.name, Value::text(task::CURRENT_END.name)),
            (change_item::BEFORE.name, Value::text(before.as_str())),
            (change_item::AFTER.name, Value::text(after)),
        ];
        writes.extend(
            self.new_rows(change_item::KIND, Some(&record), None, &[row])
                .1,
        );
        writes.push(self.write_of(task, task::CURRENT_END.name, Value::text(before)));
        self.apply(writes, None);
        Some(record)
    }

    /// 只是写错了: the date was wrong before and is right now; written again with the reason, it is no change of the
    /// plan. The lead's to say.
    pub fn was_a_slip(&self, task: &RecordId, reason: &str) -> Vec<Slot> {
        let me = self.me();
        let moved = self.read(|log| {
            let is_lead = leads(log, me.as_ref());
            moved_beyond(&Form::new(log, task.clone())).filter(|_| is_lead)
        });
        let Some((_, after, _)) = moved else {
            return Vec::new();
        };
        let mut write = self.write_of(task, task::CURRENT_END.name, Value::text(after.to_string()));
        write.seen.always();
        self.apply(vec![write], Some(reason))
    }

    /// Puts a due date that was moved too far back to what it was.
    pub fn leave_date(&self, task: &RecordId) -> Vec<Slot> {
        let moved = self.read(|log| moved_beyond(&Form::new(log, task.clone())));
        let write = moved.map(|(before, ..)| {
            self.write_of(
                task,
                task::CURRENT_END.name,
                Value::text(before.to_string()),
            )
        });
        self.apply(write.into_iter().collect(), None)
    }

    /// Gives the plan back what it was before a request that was refused, as far as it still says what was asked for:
    /// one act, the lead's.
    pub fn take_change_back(&self, record: &RecordId) -> Vec<Slot> {
        let me = self.me();
        let moves = self.read(|log| {
            let is_lead = leads(log, me.as_ref());
            let moves = to_take_back(&Form::new(log, record.clone())).into_iter();
            moves.filter(|_| is_lead).collect::<Vec<_>>()
        });
        let write = |one: &PlannedMove| {
            let before = Value::typed(&one.before);
            self.write_of(&one.target, one.field.as_str(), before)
        };
        self.apply(moves.iter().map(write).collect(), None)
    }

    /// Approves, refuses or postpones a request. Approving writes into the plan whatever still says there what it said
    /// when the change was asked for; the rest is left, and shown. Who is not the approver records it with its basis.
    pub fn decide_change(
        &self,
        record: &RecordId,
        transition: &Transition,
        reason: &str,
        behalf: Option<&Behalf>,
    ) -> Vec<Slot> {
        let today = self.now().date_naive();
        let (moves, approver) = self.read(|log| {
            let form = Form::new(log, record.clone());
            (moves(&form), approver_of(&form, today))
        });
        let decides = behalf
            .map(|behalf| behalf.member.clone())
            .or_else(|| self.me())
            .or_else(|| approver.people.first().cloned());
        let mut writes: Vec<Write> = self.step_writes(record, transition);
        if let Some(who) = decides {
            writes.push(self.write_of(record, change_request::DECIDED_BY.name, who.write()));
        }
        if transition.to == change_request::APPROVED.key {
            let open = moves.iter().filter(|one| one.is_to_write());
            writes.extend(open.map(|one| {
                let value = Value::text(one.after.as_str());
                self.write_of(&one.target, one.field.as_str(), value)
            }));
        }
        match behalf {
            Some(behalf) => self.apply_for(writes, Some(behalf)),
            None => self.apply(writes, Some(reason).filter(|reason| !reason.is_empty())),
        }
    }
}
