//! What people are asked by what was done, and who of them still owes an answer. Knows no file and no page.

use super::own_work::own_tasks;
use super::risks::is_any_watched;
use super::todos::{owed, request};
use crate::analysis::goal::answers::{Answer, duties_answers, goal_answer};
use crate::analysis::goal::dates::task_answer;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{
    action, assessment, assignment, change_request, charter, consultation, decision, feedback,
    mechanism, member, minutes, minutes_item, progress, resource_request, rollout_check, settings,
    status_of,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The requests that follow from a step taken with a form: the departments are asked for the goal and their duties, the
/// provider of a resource whether it can be had. The progress as a whole asks how far the tasks have come, and for a
/// look at the risks; a decision that was released what people say to it; the role table and the rules of communication
/// ask to be known, the closing for feedback. The first time somebody is asked anything, all of it.
pub fn asks_of(log: &Log, record: &RecordId, is_first: bool) -> Vec<&'static str> {
    if *record == RecordId::of(progress::KIND) {
        let mut asked = request::WEEKLY.to_vec();
        asked.retain(|key| *key != request::RISKS || is_any_watched(log));
        return asked;
    }
    if [assignment::KIND, mechanism::KIND].contains(&record.kind()) {
        return vec![request::KNOW];
    }
    let form = Form::new(log, record.clone());
    if record.kind() == resource_request::KIND {
        let is_asked = status_of(&form) == resource_request::COORDINATING.key;
        return is_asked.then_some(request::ANSWERS).into_iter().collect();
    }
    if *record == RecordId::of(feedback::KIND)
        || *record == settings::record() && status_of(&form) == settings::CLOSING.key
    {
        return request::LOOKING_BACK.to_vec();
    }
    if record.kind() == decision::KIND && decision::is_asking(&form) {
        return vec![request::DECISIONS];
    }
    if record.kind() == consultation::KIND && consultation::is_asking(&form) {
        return vec![request::OPINIONS];
    }
    if record.kind() == rollout_check::KIND {
        return vec![request::ROLLOUT];
    }
    if record.kind() == change_request::KIND && assessment::is_asked(&form) {
        return vec![request::ASSESS];
    }
    if record.kind() == minutes::KIND && !minutes::is_open(&form) {
        return asks_of_meeting(&form);
    }
    let is_asking = *record == charter::record() && status_of(&form) == charter::CONFIRMING.key;
    match (is_asking, is_first) {
        (false, _) => Vec::new(),
        (true, true) => request::ALL.to_vec(),
        (true, false) => vec![request::GOAL, request::DUTIES],
    }
}

/// What is asked once a meeting is released: to note what was given to people, and to reply to what was decided.
fn asks_of_meeting(form: &Form<'_>) -> Vec<&'static str> {
    let lines = minutes_item::lines_of(form);
    let mut became = lines
        .iter()
        .filter_map(|line| line.referred(minutes_item::BECAME));
    let is_decided =
        |one: Form<'_>| one.record().kind() == decision::KIND && decision::is_asking(&one);
    let is_decided = became.any(is_decided);
    let has_actions = form.rows(action::KIND).iter().any(action::is_open);
    let asked = [
        (request::ACTIONS, has_actions),
        (request::DECISIONS, is_decided),
    ];
    asked
        .into_iter()
        .filter(|(_, asks)| *asks)
        .map(|(key, _)| key)
        .collect()
}

/// What a project asks of everybody the first time: whether they stand behind the goal and the plan, and in its closing
/// how it went.
pub fn first_asks(log: &Log) -> Vec<&'static str> {
    if settings::is_closing(&Form::new(log, settings::record())) {
        request::LOOKING_BACK.to_vec()
    } else {
        request::ALL.to_vec()
    }
}

/// Whether it is time to ask for it: what looks back is asked for in the closing alone, what a project begins with not
/// any more then, opinions while there is a draft to speak to, and how a new rule is kept once that is looked at.
pub fn is_time_for(log: &Log, request: &str) -> bool {
    if request == request::OPINIONS {
        let mut all = log.rows(consultation::KIND).into_iter();
        return all.any(|one| consultation::is_asking(&Form::new(log, one)));
    }
    if request == request::ROLLOUT {
        return !log.rows(rollout_check::KIND).is_empty();
    }
    let is_closing = settings::is_closing(&Form::new(log, settings::record()));
    let only_while = |group: &[&str], is_time| !group.contains(&request) || is_time;
    only_while(&request::LOOKING_BACK, is_closing) && only_while(&request::ALL, !is_closing)
}

/// What some of these people have answered, and what has changed since.
pub fn asked_again(log: &Log, people: &[RecordId]) -> Vec<&'static str> {
    let is_again = |answer: &Answer| answer.changed_since().is_some();
    let homes = people
        .iter()
        .filter_map(|person| Form::new(log, person.clone()).get(member::DEPARTMENT));
    let goal = homes
        .map(|home| goal_answer(log, &home))
        .any(|answer| is_again(&answer));
    let duties = duties_answers(log, people).iter().any(is_again);
    let tasks = people.iter().flat_map(|person| own_tasks(log, person));
    let mut dates = tasks.map(|task| task_answer(log, &task));
    let dates = dates.any(|answer| is_again(&answer));
    let all = [
        (request::GOAL, goal),
        (request::DUTIES, duties),
        (request::TASKS, dates),
    ];
    let again = all.into_iter().filter(|(_, is_again)| *is_again);
    again.map(|(key, _)| key).collect()
}

/// How many of these people have not answered each request yet, by its key: what else waits for them does not count.
pub fn owing(log: &Log, people: &[RecordId], today: NaiveDate) -> BTreeMap<&'static str, usize> {
    let mut owing: BTreeMap<&'static str, usize> = BTreeMap::new();
    for person in people {
        for request in owed(log, person, today) {
            *owing.entry(request).or_default() += 1;
        }
    }
    owing
}
