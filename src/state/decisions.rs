//! Decisions: begun with whom they ask and until when, released, replied to, and replaced by another one. A reply names
//! what it saw; nobody's silence is ever written as one.

use super::behalf::Behalf;
use super::session::Session;
use crate::analysis::begin::decision::{is_usual_limit, limits_of_decision, people_of_decision};
use crate::analysis::calendar_of;
use crate::analysis::goal::answers::decision_answer;
use crate::analysis::goal::cells::{decision_cells, objection_cells};
use crate::analysis::inbox::decisions::{confirming, own_receipt};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Choice, Form, Transition};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{decision, first_values, option, recipient};

impl Session {
    /// What whoever acts here says to a decision, or what is recorded for somebody else with its basis.
    pub fn reply_to_decision(
        &self,
        decision: &RecordId,
        reply: Choice,
        comment: &str,
        behalf: Option<&Behalf>,
    ) -> Vec<Slot> {
        let Some((record, mut writes)) = self.receipt_of(decision, behalf) else {
            return Vec::new();
        };
        let key = FieldKey::of(recipient::REPLY.name);
        let value = Value::text(reply.key);
        let seen = self.read(|log| {
            let cells = decision_cells(log, decision);
            let mut seen = log.seen_with(&record, &key, &value, &cells);
            if !decision_answer(log, &record).is_done() {
                seen.always();
            }
            seen
        });
        let now = self.now().write();
        let comment = Value::typed(comment);
        // Who replies has seen it, and says when even where the words are the same.
        writes.push(self.write_of(&record, recipient::COMMENT.name, comment));
        writes.push(self.write_of(&record, recipient::REPLIED_AT.name, now.clone()));
        if self
            .value(&record, &FieldKey::of(recipient::READ_AT.name))
            .is_empty()
        {
            writes.push(self.write_of(&record, recipient::READ_AT.name, now));
        }
        writes.push(Write {
            record,
            key,
            value,
            seen,
        });
        self.apply_for(writes, behalf)
    }

    /// Whoever acts here has seen a decision, and does not say yet what they think of it.
    pub fn see_decision(&self, decision: &RecordId) -> Vec<Slot> {
        let Some((record, mut writes)) = self.receipt_of(decision, None) else {
            return Vec::new();
        };
        let now = self.now().write();
        writes.push(self.write_of(&record, recipient::READ_AT.name, now));
        self.apply(writes, None)
    }

    /// The record with which somebody answers, and what begins it where it is not begun; nothing for whom the decision
    /// does not ask.
    fn receipt_of(
        &self,
        decision: &RecordId,
        behalf: Option<&Behalf>,
    ) -> Option<(RecordId, Vec<Write>)> {
        let person = behalf.map(|behalf| behalf.member.clone()).or(self.me())?;
        let own = self.read(|log| own_receipt(log, decision, &person))?;
        let record = own.record?;
        if self.is_visible(&record) {
            return Some((record, Vec::new()));
        }
        let fields = [(recipient::MEMBER.name, own.member.write())];
        let writes = self.writes_at_end(&record, Some(decision), &fields);
        Some((record, writes))
    }

    /// What is answered to an objection, as it stands.
    pub fn respond(&self, record: &RecordId, text: &str) -> Vec<Slot> {
        let key = FieldKey::of(recipient::RESPONSE.name);
        let value = Value::typed(text);
        let cells = objection_cells(record);
        let seen = self.read(|log| log.seen_with(record, &key, &value, &cells));
        let write = Write {
            record: record.clone(),
            key,
            value,
            seen,
        };
        self.apply(self.by_role(vec![write]), None)
    }

    /// Begins the decision that is to replace one: the same text and people, a draft until it is released.
    pub fn begin_replacement(&self, decision: &RecordId) -> RecordId {
        let taken = [
            decision::DECISION_TEXT.name,
            decision::RATIONALE.name,
            decision::CATEGORY.name,
            decision::APPROVER.name,
        ];
        let mut fields: Vec<(&str, Value)> = vec![(decision::SUPERSEDES.name, decision.write())];
        let rows = self.read(|log| {
            let form = Form::new(log, decision.clone());
            fields.extend(taken.map(|key| (key, form.value(key))));
            fields.extend(first_values(log, decision::KIND, self.me().as_ref()));
            let keys = [
                option::NAME.name,
                option::PROS.name,
                option::CONS.name,
                option::COST.name,
                option::DAYS.name,
            ];
            let rows = form.rows(option::KIND).into_iter();
            rows.map(|row| keys.map(|key| (key, row.value(key))).to_vec())
                .collect::<Vec<_>>()
        });
        let (record, mut writes) = self.first_writes(decision::KIND, None, fields);
        let more = self.first_of_decision(&record).into_iter();
        let is_given = |write: &Write| writes.iter().any(|one| one.key == write.key);
        let more: Vec<Write> = more.filter(|write| !is_given(write)).collect();
        writes.extend(more);
        writes.extend(self.new_rows(option::KIND, Some(&record), None, &rows).1);
        self.apply(writes, None);
        record
    }

    /// Begins the decision by which everybody confirms a text: the one that there is, where somebody has.
    pub fn begin_confirming(&self, about: &RecordId, title: &str, text: &str) -> RecordId {
        if let Some(known) = self.read(|log| confirming(log, about)) {
            return known;
        }
        let mut fields: Vec<(&str, Value)> = vec![
            (decision::ABOUT.name, about.write()),
            (decision::TITLE.name, Value::typed(title)),
            (decision::DECISION_TEXT.name, Value::typed(text)),
        ];
        fields.extend(self.read(|log| first_values(log, decision::KIND, self.me().as_ref())));
        let (record, mut writes) = self.first_writes(decision::KIND, None, fields);
        writes.extend(self.first_of_decision(&record));
        self.apply(writes, None);
        record
    }

    /// What a decision holds besides when it is begun; nothing for another form.
    pub(super) fn first_of_decision(&self, record: &RecordId) -> Vec<Write> {
        if record.kind() != decision::KIND {
            return Vec::new();
        }
        let now = self.now();
        let (people, limits) =
            self.read(|log| (people_of_decision(log, now), limits_of_decision(log, now)));
        let people = people.iter().map(|(key, value)| (key.as_str(), value));
        let limits = limits.iter().map(|(key, value)| (*key, value));
        let all = people.chain(limits).filter(|(_, value)| !value.is_empty());
        all.map(|(key, value)| self.write_of(record, key, value.clone()))
            .collect()
    }

    /// What goes with the release of a decision: what it lacks of title, day and limits, and the end of the one that it
    /// replaces.
    pub(super) fn writes_of_release(
        &self,
        record: &RecordId,
        transition: &Transition,
    ) -> Vec<Write> {
        if record.kind() != decision::KIND || transition.to != decision::ISSUED.key {
            return Vec::new();
        }
        let now = self.now();
        let (fields, replaced) = self.read(|log| {
            let form = Form::new(log, record.clone());
            let mut fields: Vec<(&str, Value)> = Vec::new();
            let text = form.get(decision::DECISION_TEXT).unwrap_or_default();
            if !form.has(decision::TITLE.name) {
                fields.push((
                    decision::TITLE.name,
                    Value::typed(&decision::first_sentence(&text)),
                ));
            }
            if !form.has(decision::EFFECTIVE_ON.name) {
                let next = calendar_of(&form).add_working_days(now.date_naive(), 1);
                fields.extend(next.map(|day| (decision::EFFECTIVE_ON.name, day.write())));
            }
            // Limits that nobody has touched since the draft was begun run from now on.
            let limits = limits_of_decision(log, now).into_iter();
            fields.extend(limits.filter(|(key, _)| is_usual_limit(&form, key, now)));
            let replaced = form.referred(decision::SUPERSEDES);
            let replaced = replaced.filter(decision::is_released);
            (fields, replaced.map(|one| one.record().clone()))
        });
        let fields = fields.into_iter();
        let mut writes: Vec<Write> = fields
            .map(|(key, value)| self.write_of(record, key, value))
            .collect();
        let gives_way = decision::DECISION.states.and_then(|machine| {
            let mut steps = machine.transitions.iter();
            steps.find(|step| step.to == decision::SUPERSEDED.key)
        });
        if let (Some(replaced), Some(step)) = (replaced, gives_way) {
            writes.extend(self.step_writes(&replaced, step));
        }
        writes
    }
}
