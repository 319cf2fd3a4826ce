//! Resource requests: what the ledger knows of one, the provider's answer, and the ruling, which one act makes for all
//! requests that clash.

use super::behalf::Behalf;
use super::session::Session;
use crate::analysis::goal::answers::provider_answer;
use crate::analysis::resources::clashes::{Grant, clash_of};
use crate::analysis::resources::figures::amount_text;
use crate::analysis::resources::ledger::known_of;
use crate::analysis::resources::proposals::{decision_of, ends};
use crate::analysis::rules::resources::is_party;
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Form, STATUS};
use crate::model::{RecordId, Value};
use crate::templates::{member, resource, resource_request as request, status_of};

/// Why a ruling is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRuled {
    /// The clash would go on (RES-06).
    StillClashes,
    /// Not all is given, and nobody said why.
    NoReason,
    /// Whoever rules is of a department that wants the thing (RES-05).
    IsParty,
}

impl Session {
    /// What the ledger knows of the fields of a request that nobody filled.
    pub(super) fn ledger_writes(&self, record: &RecordId) -> Vec<Write> {
        if record.kind() != request::KIND {
            return Vec::new();
        }
        let known = self.read(|log| known_of(&Form::new(log, record.clone())));
        let writes = known.into_iter();
        writes
            .map(|(key, value)| self.write_of(record, key, value))
            .collect()
    }

    /// The providing department answers to how much is asked, and when; asked again, they answer anew.
    pub fn answer_request(&self, record: &RecordId, answer: &str, comment: &str) -> Vec<Slot> {
        let mut status = self.agreed(record, STATUS, Value::text(request::COORDINATING.key));
        status.seen.always();
        let writes = vec![
            self.covering(record, request::PROVIDER_ANSWER.name, Value::text(answer)),
            self.write_of(
                record,
                request::PROVIDER_COMMENT.name,
                Value::typed(comment),
            ),
            status,
        ];
        self.apply(writes, None)
    }

    /// An answer that names how much is asked, and when; said again after a change, it is an answer of its own.
    fn covering(&self, record: &RecordId, key: &str, value: Value) -> Write {
        let mut write = self.write_of(record, key, value);
        if !self.read(|log| provider_answer(log, record)).is_done() {
            write.seen.always();
        }
        write
    }

    /// Whether a ruling may be made as it stands. The sponsor's, recorded by the lead, is nobody's who asks.
    pub fn ruling_lacks(
        &self,
        grants: &[Grant],
        reason: &str,
        behalf: Option<&Behalf>,
    ) -> Option<NotRuled> {
        let me = self.me();
        let by = behalf.map(|behalf| behalf.member.clone()).or(me);
        self.read(|log| {
            let first = grants.first()?;
            let clash = clash_of(log, &first.request);
            if let Some(clash) = clash.filter(|clash| clash.requests.len() > 1) {
                let form = Form::new(log, first.request.clone());
                if by.is_some_and(|by| is_party(&form, &clash, &by)) {
                    return Some(NotRuled::IsParty);
                }
                if !ends(log, &clash, grants) {
                    return Some(NotRuled::StillClashes);
                }
            }
            let is_whole = |grant: &Grant| decision_of(log, grant) == request::APPROVE.key;
            let is_whole = grants.iter().all(is_whole);
            (!is_whole && reason.trim().is_empty()).then_some(NotRuled::NoReason)
        })
    }

    /// Rules on all of these requests in one act: what each is given, with one reason that both departments see. What
    /// is in use already goes on being used.
    pub fn rule_requests(
        &self,
        grants: &[Grant],
        reason: &str,
        behalf: Option<&Behalf>,
    ) -> Vec<Slot> {
        if self.ruling_lacks(grants, reason, behalf).is_some() {
            return Vec::new();
        }
        let writes = grants
            .iter()
            .flat_map(|grant| self.grant_writes(grant, reason, behalf));
        self.apply_for(writes.collect(), behalf)
    }

    fn grant_writes(&self, grant: &Grant, reason: &str, behalf: Option<&Behalf>) -> Vec<Write> {
        let record = &grant.request;
        let (decision, status) = self.read(|log| {
            let form = Form::new(log, record.clone());
            (decision_of(log, grant), status_of(&form))
        });
        let by = behalf.map(|behalf| behalf.member.clone()).or(self.me());
        let instead = grant.instead.as_ref();
        let item = instead
            .and_then(|row| self.read(|log| Form::new(log, row.clone()).get(resource::NAME)));
        let to = match grant.days.is_endless() {
            true => Value::Null,
            false => grant.days.to.write(),
        };
        let mut writes = vec![self.covering(record, request::DECISION.name, Value::text(decision))];
        let fields = [
            (
                request::APPROVED_QUANTITY.name,
                Value::text(amount_text(grant.amount)),
            ),
            (request::APPROVED_FROM.name, grant.days.from.write()),
            (request::APPROVED_TO.name, to),
            (
                request::APPROVED_ITEM.name,
                item.map_or(Value::Null, Value::text),
            ),
            (request::DECISION_REASON.name, Value::typed(reason)),
            (
                request::DECIDED_BY.name,
                by.map_or(Value::Null, |by| by.write()),
            ),
            (request::DECIDED_AT.name, self.now().write()),
        ];
        writes.extend(fields.into_iter().map(|(key, value)| {
            let mut write = self.write_of(record, key, value);
            if [request::APPROVED_FROM.name, request::APPROVED_TO.name].contains(&key) {
                // The days are those that count now, whatever the task did since they were said.
                write.seen.always();
            }
            write
        }));
        let waits = [request::SUBMITTED.key, request::COORDINATING.key];
        if waits.contains(&status.as_str()) {
            writes.push(self.agreed(record, STATUS, Value::text(request::DECIDED.key)));
        }
        writes
    }

    /// It is given back, and how much of it was used.
    pub fn give_back(&self, record: &RecordId, used: &str) -> Vec<Slot> {
        let machine = request::RESOURCE_REQUEST.states;
        let Some(step) = machine.and_then(|machine| machine.step(request::GIVE_BACK)) else {
            return Vec::new();
        };
        let mut writes = self.step_writes(record, step);
        let used = Value::typed(used);
        if !used.is_empty() {
            writes.push(self.write_of(record, request::ACTUAL_USAGE.name, used));
        }
        self.apply(writes, None)
    }

    /// The sponsor in whose name the lead records a ruling.
    pub fn sponsor(&self) -> Option<RecordId> {
        let today = self.now().date_naive();
        self.read(|log| {
            let form = Form::new(log, crate::templates::charter::record());
            member::first_with_role(&form, member::SPONSOR, today)
        })
    }

    /// Begins a row of the ledger with what a request says of the thing.
    pub fn add_to_ledger(&self, record: &RecordId) -> Option<RecordId> {
        let fields = self.read(|log| {
            let form = Form::new(log, record.clone());
            let all = [
                (resource::NAME.name, request::RESOURCE_ITEM.name),
                (resource::TYPE.name, request::RESOURCE_TYPE.name),
                (resource::OWNER_DEPT.name, request::PROVIDER_DEPT.name),
                (resource::UNIT.name, request::UNIT.name),
                (resource::CAPACITY.name, request::QUANTITY.name),
            ];
            let field = |(to, from): (&'static str, &'static str)| (to, form.value(from));
            let known = all.map(field).into_iter();
            let known = known.filter(|(_, value)| !value.is_empty());
            known.collect::<Vec<_>>()
        });
        let made = self.add_rows(resource::KIND, None, None, &[fields]);
        made.into_iter().next()
    }
}
