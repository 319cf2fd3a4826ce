//! What people are asked by what was done, and who of them still owes an answer. Knows no file and no page.

use super::todos::{request, todos};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{charter, progress, resource_request, status_of};
use chrono::NaiveDate;

/// The requests that follow from a step taken with a form: the departments are asked for the goal and their duties, the
/// provider of a resource whether it can be had. The progress as a whole asks how far the tasks have come.
/// The first time somebody is asked anything, all of it.
pub fn asks_of(log: &Log, record: &RecordId, is_first: bool) -> Vec<&'static str> {
    if *record == RecordId::of(progress::KIND) {
        return vec![request::PROGRESS];
    }
    let form = Form::new(log, record.clone());
    if record.kind() == resource_request::KIND {
        let is_asked = status_of(&form) == resource_request::COORDINATING.key;
        return is_asked.then_some(request::ANSWERS).into_iter().collect();
    }
    let is_asking = *record == charter::record() && status_of(&form) == charter::CONFIRMING.key;
    match (is_asking, is_first) {
        (false, _) => Vec::new(),
        (true, true) => request::ALL.to_vec(),
        (true, false) => vec![request::GOAL, request::DUTIES],
    }
}

/// How many of these people have not answered a request yet.
pub fn owing(log: &Log, request: &str, people: &[RecordId], today: NaiveDate) -> usize {
    let request = [request.to_owned()];
    let owes = |person: &&RecordId| {
        let asked = todos(log, person, &request, today);
        let mut questions = asked.iter().filter(|todo| todo.item.is_question());
        questions.any(|todo| !todo.answer.is_done())
    };
    people.iter().filter(owes).count()
}
