//! What is left over when a project closes: what is open of its tasks, issues, actions, changes and borrowed things,
//! and what somebody wrote down besides; who takes it on, and what they say to it.

use crate::analysis::goal::answers::takeover_answer;
use crate::analysis::people::who::People;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{
    action, change_request, issue, open_item, report, resource_request, settings, task,
};

/// Something left over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOver {
    /// Where it is said who takes it on; it may not be written yet.
    pub item: RecordId,
    /// The record of which it is left; nothing where somebody wrote it down.
    pub about: Option<RecordId>,
    /// Whether somebody takes it on by a day.
    pub is_settled: bool,
}

impl LeftOver {
    /// Where one goes to see what it is.
    pub fn place(&self) -> &RecordId {
        self.about.as_ref().unwrap_or(&self.item)
    }
}

type IsLeft = fn(&Form<'_>) -> bool;

/// Everything that is left over: what is open, in the order of the steps, then what was written down.
pub fn left_over(log: &Log) -> Vec<LeftOver> {
    let kinds: [(&str, IsLeft); 5] = [
        (task::KIND, task::is_open),
        (issue::KIND, issue::is_open),
        (action::KIND, is_left),
        (change_request::KIND, change_request::is_waiting),
        (resource_request::KIND, resource_request::is_out),
    ];
    let mut all = Vec::new();
    for (kind, is_open) in kinds {
        for record in log.rows(kind) {
            if is_open(&Form::new(log, record.clone())) {
                let item = open_item::record_of(&record);
                all.push(LeftOver {
                    is_settled: is_settled(log, &item),
                    about: Some(record),
                    item,
                });
            }
        }
    }
    for item in log.rows(open_item::KIND) {
        let form = Form::new(log, item.clone());
        // What it was left of is over by now, or stands above.
        if form.has(open_item::ABOUT.name) || !form.has(open_item::TEXT.name) {
            continue;
        }
        all.push(LeftOver {
            is_settled: is_settled(log, &item),
            about: None,
            item,
        });
    }
    all
}

/// An action that is open; those that the report decides on have their owner and their day.
fn is_left(form: &Form<'_>) -> bool {
    let is_of_report = form
        .parent()
        .is_some_and(|one| *one.record() == report::record());
    action::is_open(form) && !is_of_report
}

fn is_settled(log: &Log, item: &RecordId) -> bool {
    log.is_visible(item) && open_item::is_settled(&Form::new(log, item.clone()))
}

/// Whether somebody takes on what is left of a record.
pub fn is_handed_on(log: &Log, record: &RecordId) -> bool {
    is_settled(log, &open_item::record_of(record))
}

/// What a person is to take over and has not answered to as it stands now, in the closing.
pub fn to_take_over(log: &Log, people: &People, me: &RecordId) -> Vec<RecordId> {
    if !settings::is_closing(&Form::new(log, settings::record())) {
        return Vec::new();
    }
    let waits = |one: &LeftOver| {
        let owner = Form::new(log, one.item.clone()).get(open_item::OWNER);
        log.is_visible(&one.item)
            && owner.is_some_and(|owner| people.are_one(&owner, me))
            && !takeover_answer(log, &one.item).is_done()
    };
    let all = left_over(log).into_iter().filter(waits);
    all.map(|one| one.item).collect()
}
