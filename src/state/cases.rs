//! Joint problem solving: a case begins, a step is done, an action is noted under it.

use super::session::Session;
use crate::analysis::people::who::People;
use crate::analysis::time::case_clock::case_steps;
use crate::analysis::words::said_line::{LineAround, LineBook, said_line};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Form, Key};
use crate::model::{RecordId, Value};
use crate::templates::case::{self, CaseStep};
use crate::templates::{action, charter, issue, member};
use chrono::Days;

/// A recurrence is watched for so many days.
const WATCH_DAYS: u64 = 30;

impl Session {
    /// Begins the case of an issue, with what the issue says of it; nothing where it has begun.
    pub fn begin_case(&self, issue: &RecordId) -> Vec<Slot> {
        let writes = self.first_of_case(issue);
        self.apply(writes, None)
    }

    fn first_of_case(&self, issue: &RecordId) -> Vec<Write> {
        let Some(record) = case::of(issue).filter(|case| !self.is_visible(case)) else {
            return Vec::new();
        };
        let today = self.now().date_naive();
        let fields = self.read(|log| {
            let form = Form::new(log, issue.clone());
            let charter = form.other(charter::record());
            let lead = member::first_with_role(&charter, member::LEAD, today);
            let raiser = form.get(issue::RAISED_BY);
            let home = form.get(issue::RAISED_DEPT);
            let reps = home.map(|home| member::reps_of(&charter, &home, today));
            let rep = reps.and_then(|reps| reps.first().map(|rep| rep.record().clone()));
            let verifier = rep.or_else(|| raiser.clone());
            let team = [raiser, form.get(issue::OWNER), lead, verifier.clone()];
            let element =
                |person: &RecordId| Some(format!("{}/{}", case::CASE_TEAM.name, person.rest()?));
            let mut fields: Vec<(String, Value)> =
                vec![(case::ISSUE.name.to_owned(), issue.write())];
            let team = team
                .into_iter()
                .flatten()
                .filter_map(|person| element(&person));
            fields.extend(team.map(|key| (key, Value::Bool(true))));
            let facts = form.value(issue::DESCRIPTION.name);
            fields.push((case::FACTS.name.to_owned(), facts));
            fields.extend(verifier.map(|one| (case::VERIFIER.name.to_owned(), one.write())));
            let until = today.checked_add_days(Days::new(WATCH_DAYS));
            fields.extend(until.map(|day| (case::WATCH_UNTIL.name.to_owned(), day.write())));
            fields
        });
        let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
        fields
            .map(|(key, value)| self.write_of(&record, &key, value))
            .collect()
    }

    /// A step is done, now; where the issue says nothing yet of what it found, it says it from here on. Recorded by
    /// somebody else than its owner, it carries the basis.
    pub fn finish_case_step(&self, issue: &RecordId, step: &CaseStep, basis: &str) -> Vec<Slot> {
        let Some(record) = case::of(issue) else {
            return Vec::new();
        };
        let mut writes = self.first_of_case(issue);
        writes.push(self.write_of(&record, step.done_at.name, self.now().write()));
        let told = self.told_by_step(issue, step, |form, (key, _)| !form.has(key.name));
        writes.extend(told.map(|(key, text)| self.write_of(issue, key.name, text.write())));
        let note = Some(basis.trim())
            .filter(|basis| !basis.is_empty() && self.records_for(issue, step).is_some());
        self.apply(writes, note)
    }

    /// What a step says for the sheet of an issue that is open, where that sheet is such.
    fn told_by_step(
        &self,
        issue: &RecordId,
        step: &CaseStep,
        is_such: impl Fn(&Form<'_>, &(Key<String>, String)) -> bool,
    ) -> Option<(Key<String>, String)> {
        let record = case::of(issue)?;
        self.read(|log| {
            let form = Form::new(log, issue.clone());
            let told = case::says_of_issue(&form.other(record), step)?;
            (form.is_open() && is_such(&form, &told)).then_some(told)
        })
    }

    /// A step is not done after all: what only it said on the sheet of the issue goes with it.
    pub fn reopen_case_step(&self, issue: &RecordId, step: &CaseStep) -> Vec<Slot> {
        let Some(record) = case::of(issue) else {
            return Vec::new();
        };
        let mut writes = vec![self.write_of(&record, step.done_at.name, Value::Null)];
        let is_its = |form: &Form<'_>, (key, text): &(Key<String>, String)| {
            form.get(*key).as_ref() == Some(text)
        };
        let told = self.told_by_step(issue, step, is_its);
        writes.extend(told.map(|(key, _)| self.write_of(issue, key.name, Value::Null)));
        self.apply(writes, None)
    }

    /// Whose answer is recorded when whoever sits here does that step: its owner, where that is somebody else.
    pub fn records_for(&self, issue: &RecordId, step: &CaseStep) -> Option<RecordId> {
        let me = self.me()?;
        self.read(|log| {
            let form = Form::new(log, issue.clone());
            let stand = case_steps(&form)
                .into_iter()
                .find(|one| one.step.key == step.key)?;
            let owner = stand.owner?;
            (!People::shared(&form).are_one(&owner, &me)).then_some(owner)
        })
    }

    /// An action typed in a line: what, who, by when; nothing where it says nothing.
    pub fn note_case_action(&self, issue: &RecordId, line: &str) -> Vec<Slot> {
        let now = self.now();
        let Some(record) = case::of(issue).filter(|_| !line.trim().is_empty()) else {
            return Vec::new();
        };
        let said = self.read(|log| {
            let around = self.around_line(log);
            let owner = Form::new(log, issue.clone()).get(issue::OWNER);
            let book = LineBook::of(log, now.date_naive());
            let at = LineAround {
                around: &around,
                book: &book,
                owner: owner.as_ref(),
                next_meeting: None,
            };
            said_line(line, &at)
        });
        let mut fields = vec![(action::WHAT.name, Value::text(said.text.as_str()))];
        fields.extend(said.who.map(|who| (action::OWNER.name, who.value.write())));
        fields.extend(said.when.map(|when| (action::DUE.name, when.value.write())));
        let mut writes = self.first_of_case(issue);
        let (_, made) = self.new_rows(action::KIND, Some(&record), None, &[fields]);
        writes.extend(made);
        self.apply(writes, None)
    }
}
