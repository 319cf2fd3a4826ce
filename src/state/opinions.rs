//! What a department says to a draft, that it has nothing to say, what is answered to its lines, and the next round. An
//! answer names what it saw; nobody's silence is ever written as one.

use super::behalf::Behalf;
use super::session::Session;
use crate::analysis::people::who::holds;
use crate::analysis::standing::consultations::LEAST_WORKING_DAYS;
use crate::analysis::standing::opinions_ahead::to_be_shown;
use crate::analysis::{allowed, calendar_of};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Choice, Form};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{consultation, member, opinion};

/// What is said to one clause of a draft.
#[derive(Debug, Clone, Copy)]
pub struct SaidToClause<'a> {
    pub clause: &'a str,
    pub text: &'a str,
    /// How it should read instead; "" where nothing is suggested.
    pub instead: &'a str,
}

impl Session {
    /// A department says something to a clause; whoever acts here represents it, or records it with a basis. That it
    /// had nothing to say is taken back along with it.
    pub fn give_opinion(
        &self,
        consultation: &RecordId,
        department: &RecordId,
        said: SaidToClause<'_>,
        behalf: Option<&Behalf>,
    ) -> Vec<Slot> {
        if behalf.is_none() && !self.speaks_for_department(department) {
            return Vec::new();
        }
        let fields = vec![
            (opinion::CLAUSE.name, Value::typed(said.clause)),
            (opinion::DEPARTMENT.name, Value::text(department.as_str())),
            (opinion::OPINION_TEXT.name, Value::typed(said.text)),
            (opinion::SUGGESTED_TEXT.name, Value::typed(said.instead)),
        ];
        let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let (_, mut writes) =
            self.first_writes(opinion::KIND, Some(consultation), fields.collect());
        let none = opinion::no_comment_of(consultation, department);
        let none = none.filter(|none| self.says_nothing(none));
        writes.extend(none.map(|none| self.write_of(&none, opinion::NONE.name, Value::Null)));
        self.apply_for(writes, behalf)
    }

    /// Whether whoever acts here may show what became of the opinions on a draft that is ready for it.
    pub fn may_show_answers(&self) -> bool {
        let (me, today) = (self.me(), self.now().date_naive());
        self.read(|log| {
            to_be_shown(log).iter().any(|draft| {
                let steps = allowed(log, draft, me.as_ref(), today);
                let mut shows = steps
                    .iter()
                    .filter(|step| step.transition.to == consultation::ANSWERED.key);
                shows.any(|step| step.may.is_ok())
            })
        })
    }

    /// A department has nothing to say to a draft; said again, that is taken back.
    pub fn no_comment(
        &self,
        consultation: &RecordId,
        department: &RecordId,
        behalf: Option<&Behalf>,
    ) -> Vec<Slot> {
        let record = opinion::no_comment_of(consultation, department)
            .filter(|_| behalf.is_some() || self.speaks_for_department(department));
        let Some(record) = record else {
            return Vec::new();
        };
        let key = opinion::NONE.name;
        let writes = if self.is_visible(&record) {
            let value = match self.says_nothing(&record) {
                true => Value::Null,
                false => Value::Bool(true),
            };
            vec![self.write_of(&record, key, value)]
        } else {
            let fields = [
                (opinion::DEPARTMENT.name, Value::text(department.as_str())),
                (key, Value::Bool(true)),
            ];
            self.writes_at_end(&record, Some(consultation), &fields)
        };
        self.apply_for(writes, behalf)
    }

    /// Whether whoever acts here represents a department.
    fn speaks_for_department(&self, department: &RecordId) -> bool {
        self.me().is_some_and(|me| {
            self.read(|log| {
                holds(
                    &Form::new(log, me.clone()),
                    &me,
                    member::REP,
                    Some(department),
                )
            })
        })
    }

    fn says_nothing(&self, record: &RecordId) -> bool {
        self.read(|log| log.is_visible(record) && opinion::is_none(&Form::new(log, record.clone())))
    }

    /// The same answer to several lines, each as it stands now; those that others answer for as suggestions.
    pub fn answer_opinions(&self, lines: &[RecordId], answer: Choice, reason: &str) -> Vec<Slot> {
        let writes = lines.iter().flat_map(|line| {
            let mut given = self.write_of(line, opinion::ANSWER.name, Value::text(answer.key));
            if !self.read(|log| opinion::is_answered(&Form::new(log, line.clone()))) {
                given.seen.always();
            }
            let why = self.write_of(line, opinion::ANSWER_REASON.name, Value::typed(reason));
            [given, why]
        });
        let writes: Vec<Write> = writes.collect();
        self.apply(self.by_role(writes), None)
    }

    /// Why a line was answered as it was.
    pub fn explain_answer(&self, line: &RecordId, reason: &str) -> Vec<Slot> {
        let fields = [(opinion::ANSWER_REASON.name, Value::typed(reason))];
        self.set_fields(line, &fields)
    }

    /// What a consultation holds besides when it is begun: enough working days to say something.
    pub(super) fn first_of_consultation(&self, record: &RecordId) -> Option<Write> {
        let is_one = record.kind() == consultation::KIND;
        let today = self.now().date_naive();
        let due = self.read(|log| {
            let calendar = calendar_of(&Form::new(log, record.clone()));
            calendar.add_working_days(today, LEAST_WORKING_DAYS)
        });
        let due = due.filter(|_| is_one)?;
        Some(self.write_of(record, consultation::DUE.name, due.write()))
    }

    /// Begins the next round of a draft: the same text and people, and of its clauses those that nobody answered or
    /// that were left for the next version; a draft until it is sent out.
    pub fn begin_next_round(&self, earlier: &RecordId) -> RecordId {
        let fields = self.read(|log| {
            let form = Form::new(log, earlier.clone());
            let left = |line: &Form<'_>| {
                let answer = opinion::answer_of(line);
                answer.is_none_or(|answer| answer == opinion::LATER)
            };
            let mut clauses: Vec<String> = Vec::new();
            for line in opinion::said_to(&form).iter().filter(|line| left(line)) {
                let clause = line.get(opinion::CLAUSE).unwrap_or_default();
                if !clause.is_empty() && !clauses.contains(&clause) {
                    clauses.push(clause);
                }
            }
            let kept = [
                consultation::TITLE.name,
                consultation::WHERE.name,
                consultation::ANSWERER.name,
            ];
            let mut fields: Vec<(&str, Value)> =
                kept.map(|key| (key, form.value(key))).into_iter().collect();
            let round = consultation::round_of(&form) + 1;
            fields.push((consultation::ROUND.name, Value::int(round)));
            fields.push((
                consultation::CLAUSES.name,
                Value::typed(&clauses.join("\n")),
            ));
            fields.retain(|(_, value)| !value.is_empty());
            fields
        });
        let (record, writes) = self.first_writes(consultation::KIND, None, fields);
        let mut writes = writes;
        writes.extend(self.first_of_consultation(&record));
        self.apply(writes, None);
        record
    }

    /// Whether a field of a line is somebody else's to answer: then it becomes a suggestion.
    pub fn may_answer_opinion(&self, line: &RecordId) -> bool {
        self.duty(line, &FieldKey::of(opinion::ANSWER.name)) == crate::analysis::Duty::Own
    }
}
