//! What whoever watches a risk says of it: that nothing has changed, how large it is now, that it happened; and the
//! task that keeps it from happening. A look is noted in the same act.

use super::session::Session;
use crate::analysis::inbox::risks::usual_fallback;
use crate::analysis::words::risk_sentence::{RiskSentence, risk_fields, risk_sentence};
use crate::analysis::{Duty, allowed};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Form, STATUS};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::risk;

impl Session {
    /// Whether whoever acts here may say how a risk stands; watches who that is.
    pub fn may_look_at_risk(&self, risk: &RecordId) -> bool {
        for key in [risk::OWNER.name, risk::FALLBACK_OWNER.name, STATUS] {
            self.value(risk, &FieldKey::of(key));
        }
        let is_open = self.read(|log| risk::is_open(&Form::new(log, risk.clone())));
        is_open && self.duty(risk, &FieldKey::of(risk::LIKELIHOOD.name)) == Duty::Own
    }

    fn look(&self, risk: &RecordId) -> Write {
        let today = self.now().date_naive().write();
        self.write_of(risk, risk::LAST_REVIEWED_AT.name, today)
    }

    /// Somebody looked at these risks, and nothing has changed: one act. Those of others are left.
    pub fn look_at_risks(&self, risks: &[RecordId]) -> Vec<Slot> {
        let own = risks.iter().filter(|risk| self.may_look_at_risk(risk));
        let writes: Vec<Write> = own.map(|risk| self.look(risk)).collect();
        self.apply(writes, None)
    }

    /// How likely a risk is and how hard it would hit: a look, and for whoever else says it a suggestion.
    pub fn assess_risk(&self, risk: &RecordId, likelihood: i64, impact: i64) -> Vec<Slot> {
        let said = [
            (risk::LIKELIHOOD.name, likelihood),
            (risk::IMPACT.name, impact),
        ];
        let writes = said.map(|(key, number)| self.write_of(risk, key, Value::int(number)));
        let mut writes = self.by_role(writes.into());
        if self.may_look_at_risk(risk) {
            writes.push(self.look(risk));
        }
        self.apply(writes, None)
    }

    /// It happened: the step that makes an issue of it, where it can be taken.
    pub fn risk_happened(&self, risk: &RecordId) -> Vec<Slot> {
        let (me, today) = (self.me(), self.now().date_naive());
        let steps = self.read(|log| allowed(log, risk, me.as_ref(), today));
        let mut may = steps.into_iter().filter(|step| step.may.is_ok());
        match may.find(|step| step.transition.to == risk::OCCURRED.key) {
            Some(step) => self.apply(self.step_writes(risk, step.transition), None),
            None => Vec::new(),
        }
    }

    /// The prevention becomes a task, one however many say so.
    pub fn make_task_of_risk(&self, risk: &RecordId) -> Vec<Slot> {
        let has_any = !self
            .value(risk, &FieldKey::of(risk::PREVENTION.name))
            .is_empty();
        if !has_any {
            return Vec::new();
        }
        self.apply(self.successor_writes(risk, &risk::TASK), None)
    }

    /// Whom a risk without a fallback owner could have: the owner's backup; watches both.
    pub fn fallback_for_risk(&self, risk: &RecordId) -> Option<RecordId> {
        let fallback = self.value(risk, &FieldKey::of(risk::FALLBACK_OWNER.name));
        if !fallback.is_empty() {
            return None;
        }
        self.watch(|log| usual_fallback(&Form::new(log, risk.clone())))
    }

    /// The parts of the sentence that a risk is called by, as long as none of them is written; watches all of them.
    pub fn parts_of_risk(&self, risk: &RecordId) -> Option<RiskSentence> {
        let held = |key: &str| self.value(risk, &FieldKey::of(key));
        let (title, cause) = (held(risk::TITLE.name), held(risk::CAUSE.name));
        let others = [risk::EVENT.name, risk::EFFECT.name].map(held);
        if !others.iter().all(Value::is_empty) {
            return None;
        }
        let said = [cause.clone(), title].map(|value| value.as_text().and_then(risk_sentence));
        match said {
            [Some(parts), _] => Some(parts),
            [None, Some(parts)] if cause.is_empty() => Some(parts),
            _ => None,
        }
    }

    /// Takes the sentence of a risk apart into its three fields; what it is called stays where that is no sentence.
    pub fn take_risk_apart(&self, risk: &RecordId) -> Vec<Slot> {
        let Some(parts) = self.parts_of_risk(risk) else {
            return Vec::new();
        };
        let title = self.value(risk, &FieldKey::of(risk::TITLE.name));
        let title = title.as_text().unwrap_or_default();
        let writes = risk_fields(title)
            .unwrap_or_else(|| parts.fields())
            .into_iter();
        let writes = writes.map(|(key, value)| self.write_of(risk, key, value));
        let writes = self.by_role(writes.collect());
        self.apply(writes, None)
    }
}
