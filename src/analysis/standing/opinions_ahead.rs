//! What of a draft that the departments are asked about stands in the first band of the overview: how many opinions,
//! what became of them, who is silent; and which way on waits for whoever answers.

use super::consultations::{is_over, silent_departments, unanswered_lines};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Choice, Form};
use crate::templates::{charter, consultation, opinion};
use chrono::NaiveDate;

/// How the draft stands that was asked about last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpinionsAhead {
    pub draft: Option<RecordId>,
    pub lines: usize,
    /// Of these so many with each answer, in the order of the answers.
    pub answered: Vec<(Choice, usize)>,
    pub unanswered: usize,
    /// Departments that say nothing, which is not consent.
    pub silent: Vec<RecordId>,
    /// Whether the time to say something is over: before that nobody is late.
    pub is_over: bool,
}

/// Of the newest draft that was sent out; nothing of it before.
pub fn opinions_ahead(log: &Log, today: NaiveDate) -> OpinionsAhead {
    let Some(form) = newest(log) else {
        return OpinionsAhead::default();
    };
    let lines = opinion::said_to(&form);
    let answers: Vec<Choice> = lines.iter().filter_map(opinion::answer_of).collect();
    let count = |choice: &Choice| {
        let n = answers.iter().filter(|one| *one == choice).count();
        (n > 0).then_some((*choice, n))
    };
    OpinionsAhead {
        lines: lines.len(),
        answered: opinion::ANSWERS.iter().filter_map(count).collect(),
        unanswered: unanswered_lines(&form).len(),
        silent: silent_departments(&form),
        is_over: is_over(&form, today),
        draft: Some(form.record().clone()),
    }
}

/// The draft that was sent out last.
fn newest(log: &Log) -> Option<Form<'_>> {
    let all = Form::new(log, charter::record()).all(consultation::KIND);
    let begun = all.into_iter().filter(consultation::is_begun);
    begun.max_by_key(|form| form.get(consultation::ASKED_AT))
}

/// The drafts whose opinions are all answered and whose answers are not shown yet.
pub fn to_be_shown(log: &Log) -> Vec<RecordId> {
    let mut all = log.rows(consultation::KIND);
    all.retain(|record| {
        let form = Form::new(log, record.clone());
        let is_waiting = consultation::is_begun(&form) && consultation::is_open(&form);
        is_waiting && !opinion::said_to(&form).is_empty() && unanswered_lines(&form).is_empty()
    });
    all
}
