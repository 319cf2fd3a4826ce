//! What is read of all tasks at once, and kept while they stay as they are.

use super::{CANCELLED, CURRENT_END, KIND, people};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::Form;
use crate::templates::status_of;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The last day of a task as planned now.
#[derive(Debug, PartialEq)]
pub struct TaskEnd {
    pub record: RecordId,
    pub day: NaiveDate,
    pub is_cancelled: bool,
}

/// The last days of all tasks that have one.
pub fn all_ends(log: &Log) -> Rc<Vec<Rc<TaskEnd>>> {
    let end = |log: &Log, record: &RecordId| {
        let form = Form::new(log, record.clone());
        Some(TaskEnd {
            record: record.clone(),
            day: form.get(CURRENT_END)?,
            is_cancelled: status_of(&form) == CANCELLED.key,
        })
    };
    log.each_row(KIND, "last day", (), end)
}

/// Who works on any task; nothing where there is no task.
pub fn all_people(log: &Log) -> Option<BTreeSet<RecordId>> {
    let of_task = |log: &Log, record: &RecordId| Some(people(&Form::new(log, record.clone())));
    let all = log.each_row(KIND, "people", (), of_task);
    let people: BTreeSet<&RecordId> = all.iter().flat_map(|people| people.iter()).collect();
    (!all.is_empty()).then(|| gather(people.into_iter().cloned()))
}
