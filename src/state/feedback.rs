//! How the work went, as each department says it: a form per person that nobody else writes or reads before the
//! project lead shows all of them, sheets of paper without a name, the answers to what they suggest, and what of all
//! this a file leaves out until then.

use super::session::Session;
use crate::analysis::people::who::{People, holds};
use crate::analysis::standing::feedback::{asked_of, is_shown, of_person};
use crate::analysis::standing::feedback_order::own_is_awaited;
use crate::analysis::{allowed, missing};
use crate::exchange::{Envelope, purpose};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Choice, Form, Gate, Key};
use crate::model::{FieldKey, Log, RecordId, Value};
use crate::templates::{action, feedback, member, report, settings, status_of, suggestion};
use std::collections::BTreeSet;

/// Characters of an action.
const ACTION_CHARS: usize = 200;

/// The action that a suggestion becomes, made or not.
pub fn action_of(suggestion: &RecordId) -> RecordId {
    RecordId::made_of(action::KIND, suggestion.as_str())
}

impl Session {
    /// The feedback that is for whoever acts here to give: of a representative, in the closing, until all are shown;
    /// watches all of it.
    pub fn own_feedback(&self) -> Option<RecordId> {
        let me = self.me()?;
        self.watch(|log| {
            let people = People::shared(&Form::new(log, me.clone()));
            let own = of_person(log, &people, &me).filter(|own| log.is_visible(own));
            own.or_else(|| asked_of(log, &people, &me))
        })
    }

    /// A feedback is written with its first field, and with it whose it is.
    pub fn begin_feedback(&self, record: &RecordId) {
        let is_begun = self.read(|log| log.is_visible(record));
        if let Some(me) = self.me().filter(|_| !is_begun) {
            let person = self.read(|log| People::shared(&Form::new(log, me.clone())).person(&me));
            let writes =
                self.writes_at_end(record, None, &[(feedback::RESPONDENT.name, person.write())]);
            let inner = self.inner();
            inner.borrow_mut().pending.insert(record.clone(), writes);
        }
    }

    /// A sheet of paper without a name is entered, the next one by number.
    pub fn begin_sheet(&self) -> RecordId {
        let no = self.read(|log| {
            let rows = log.rows(feedback::KIND).into_iter();
            let taken = rows.filter_map(|row| Form::new(log, row).get(feedback::SHEET_NO));
            taken.max().unwrap_or_default() + 1
        });
        self.begin(
            feedback::KIND,
            vec![(feedback::SHEET_NO.name, Value::int(no))],
        )
    }

    /// A score is given, or taken back by giving it again.
    pub fn score(&self, record: &RecordId, score: Key<i64>, value: i64) -> Vec<Slot> {
        self.begin_feedback(record);
        let key = FieldKey::of(score.name);
        let stands = self.read(|log| log.value(record, &key));
        let value = match Value::int(value) {
            again if again == stands => Value::Null,
            value => value,
        };
        self.apply(vec![self.write_of(record, score.name, value)], None)
    }

    /// Takes the step of a feedback that leads to a state, where whoever acts here may and nothing is missing.
    pub fn feedback_to(&self, record: &RecordId, state: Choice) -> Vec<Slot> {
        let writes = self.writes_to(record, state);
        self.apply(writes, None)
    }

    fn writes_to(&self, record: &RecordId, state: Choice) -> Vec<Write> {
        let (me, now) = (self.me(), self.now());
        let step = self.read(|log| {
            let steps = allowed(log, record, me.as_ref(), now.date_naive());
            let mut may = steps.into_iter().filter(|step| step.may.is_ok());
            let step = may.find(|step| step.transition.to == state.key)?;
            let lacks = |gate: Gate| !missing(log, record, gate, now).is_empty();
            (!step.transition.gate.is_some_and(lacks)).then_some(step)
        });
        step.map_or_else(Vec::new, |step| self.step_writes(record, step.transition))
    }

    /// Whether whoever acts here shows the feedback to all: the project lead.
    pub fn may_show_feedback(&self) -> bool {
        self.me().is_some_and(|me| {
            self.watch(|log| holds(&Form::new(log, settings::record()), &me, member::LEAD, None))
        })
    }

    /// The department that has to answer before whoever acts here shows the feedback to all: their own, while it may.
    pub fn feedback_awaits(&self) -> Option<RecordId> {
        let (me, today) = (self.me()?, self.now().date_naive());
        self.watch(|log| own_is_awaited(log, &me, today))
    }

    /// Shows all that were submitted to all, in one act; from then on nobody changes them. Nothing while their own
    /// department is awaited.
    pub fn show_feedback(&self) -> Vec<Slot> {
        if self.feedback_awaits().is_some() {
            return Vec::new();
        }
        let submitted = self.read(|log| {
            let rows = log.rows(feedback::KIND).into_iter();
            let is_waiting =
                |row: &RecordId| status_of(&Form::new(log, row.clone())) == feedback::SUBMITTED.key;
            rows.filter(is_waiting).collect::<Vec<_>>()
        });
        let machine = feedback::FEEDBACK
            .states
            .filter(|_| self.may_show_feedback());
        let steps = machine.map_or(&[][..], |machine| machine.transitions);
        let show = steps.iter().find(|step| step.to == feedback::LOCKED.key);
        let writes = submitted.iter().zip(show.into_iter().cycle());
        let writes = writes.flat_map(|(record, show)| self.step_writes(record, show));
        self.apply(writes.collect(), None)
    }

    /// The answer to what a feedback suggests, in one line.
    pub fn answer_improvement(
        &self,
        feedback: &RecordId,
        answer: Choice,
        reason: &str,
    ) -> Vec<Slot> {
        let Some(record) = suggestion::record_of(feedback) else {
            return Vec::new();
        };
        let fields = [
            (suggestion::ANSWER.name, Value::text(answer.key)),
            (suggestion::REASON.name, Value::typed(reason)),
        ];
        if self.read(|log| log.is_visible(&record)) {
            return self.set_fields(&record, &fields);
        }
        let writes = self.writes_at_end(&record, None, &fields);
        self.apply(writes, None)
    }

    /// A suggestion that is adopted becomes an action of the report, with who does it and by when, as far as that is
    /// said. Its id is made of the suggestion's, so that two people who do this make one.
    pub fn improve(&self, feedback: &RecordId) -> Option<RecordId> {
        let record = suggestion::record_of(feedback)?;
        let made = action_of(&record);
        if self.read(|log| log.is_visible(&made)) {
            return Some(made);
        }
        let fields = self.read(|log| {
            let (said, answer) = (
                Form::new(log, feedback.clone()),
                Form::new(log, record.clone()),
            );
            let what = said.get(feedback::SUGGESTION).unwrap_or_default();
            let what: String = what.chars().take(ACTION_CHARS).collect();
            [
                (action::WHAT.name, Value::typed(&what)),
                (action::OWNER.name, answer.value(suggestion::OWNER.name)),
                (action::DUE.name, answer.value(suggestion::DUE.name)),
            ]
        });
        let writes = self.writes_at_end(&made, Some(&report::record()), &fields);
        (!self.apply(writes, None).is_empty()).then_some(made)
    }

    /// What a file leaves out: before the feedback is shown to all, that of others; and of what was entered here for
    /// others, or from a sheet, where it does not go to the project lead alone. A backup holds everything.
    pub fn sealed_from(&self, envelope: &Envelope) -> BTreeSet<RecordId> {
        if envelope.purpose.as_deref() == Some(purpose::BACKUP) {
            return BTreeSet::new();
        }
        let me = self.author();
        self.read(|log| {
            if is_shown(log) {
                return BTreeSet::new();
            }
            let form = Form::new(log, settings::record());
            let leads = |to: &String| {
                let to = to.parse::<RecordId>().ok();
                to.is_some_and(|to| holds(&form, &to, member::LEAD, None))
            };
            let is_for_lead = !envelope.to.is_empty() && envelope.to.iter().all(leads);
            let sealed = log.in_force().map(|change| &change.record);
            let sealed = sealed.filter(|record| record.kind() == feedback::KIND);
            let all: BTreeSet<RecordId> = sealed.cloned().collect();
            let others = all.into_iter();
            let goes = |record: &RecordId| match speaks(log, record, me.as_deref()) {
                Voice::Own => true,
                Voice::EnteredHere => is_for_lead,
                Voice::Others => false,
            };
            others.filter(|record| !goes(record)).collect()
        })
    }
}

/// Whose word a feedback is, for whoever saves a file.
enum Voice {
    Own,
    /// A sheet, or what somebody said elsewhere, and nobody but this person wrote any of it.
    EnteredHere,
    Others,
}

fn speaks(log: &Log, record: &RecordId, me: Option<&str>) -> Voice {
    let form = Form::new(log, record.clone());
    let people = People::shared(&form);
    let is_me = |who: &str| me.is_some_and(|me| people.is_same(me, who));
    let named = form.get(feedback::RESPONDENT);
    let mut changes = log.in_force().filter(|change| change.record == *record);
    match named {
        Some(named) if is_me(named.as_str()) => Voice::Own,
        _ if changes.all(|change| change.author.as_deref().is_some_and(is_me)) => {
            Voice::EnteredHere
        }
        _ => Voice::Others,
    }
}
