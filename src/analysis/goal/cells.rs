//! The cells that an answer covers: what somebody saw when they confirmed, agreed or objected.

use crate::model::CellId;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Derived, Log};
use crate::model::template::{CODE, ORDER, PARENT, PREFILLED, STATUS};
use crate::templates::{
    assumption, charter, consultation, decision, deliverable, department, metric, open_item,
    opinion, option, recipient, resource_request, scope_item, task,
};

/// The cells that a confirmation of the goal covers: the charter and its rows, as far as people write them.
pub fn goal_cells(log: &Log) -> Vec<CellId> {
    log.derived::<GoalCells>().0.clone()
}

/// Those cells, read once.
pub(super) struct GoalCells(pub(super) Vec<CellId>);

impl Derived for GoalCells {
    fn of(log: &Log) -> Self {
        Self(read_goal_cells(log))
    }
}

fn read_goal_cells(log: &Log) -> Vec<CellId> {
    let charter = charter::record();
    let mut records = vec![charter.clone()];
    for kind in [
        metric::METRIC.kind,
        deliverable::DELIVERABLE.kind,
        scope_item::SCOPE_ITEM.kind,
        assumption::ASSUMPTION.kind,
    ] {
        records.extend(log.rows_under(&charter, kind));
    }
    let mut cells = Vec::new();
    for record in records {
        let keys = log
            .keys(&record)
            .filter(|key| {
                ![STATUS, ORDER, CODE, PREFILLED, charter::CONFIRM_BY.name].contains(&key.as_str())
            })
            .filter(|key| !log.schema().is_later(&record, key))
            .cloned()
            .collect::<Vec<_>>();
        cells.extend(keys.into_iter().map(|key| (record.clone(), key)));
    }
    cells
}

/// The cells that a confirmation of a department's duties covers.
pub fn duties_cells(department: &RecordId) -> Vec<CellId> {
    cells_of(
        department,
        &[
            department::PARTICIPATION.name,
            department::DUTIES.name,
            department::NOT_DUTIES.name,
        ],
    )
}

/// The cells that an answer to the date of a task covers.
pub fn date_cells(task: &RecordId) -> Vec<CellId> {
    cells_of(task, &[task::CURRENT_START.name, task::CURRENT_END.name])
}

/// The cells that the provider's answer to a resource request covers, and the ruling: how much, and when.
pub fn asked_cells(request: &RecordId) -> Vec<CellId> {
    let keys = [
        resource_request::QUANTITY.name,
        resource_request::NEED_FROM.name,
        resource_request::NEED_TO.name,
    ];
    cells_of(request, &keys)
}

pub(super) fn cells_of(record: &RecordId, keys: &[&str]) -> Vec<CellId> {
    let cell = |key: &&str| (record.clone(), FieldKey::of(key));
    keys.iter().map(cell).collect()
}

/// The cells that the answer of a successor covers: what is taken over, by whom, and by which day.
pub fn left_over_cells(item: &RecordId) -> Vec<CellId> {
    let keys = [
        open_item::TEXT.name,
        open_item::OWNER.name,
        open_item::DUE.name,
    ];
    cells_of(item, &keys)
}

/// The cells that an answer covers which is given in its field like any other: what is said of a resource request is
/// said of how much is asked, and when; what is said of something left over, of what it is; the answer to an opinion, of
/// what that says; and the showing of the answers, of every opinion that was there.
pub fn covered_by_any(log: &Log, record: &RecordId, key: &FieldKey) -> Option<Vec<CellId>> {
    if record.kind() == open_item::KIND && key.as_str() == open_item::ANSWER.name {
        return Some(left_over_cells(record));
    }
    if record.kind() == opinion::KIND && key.as_str() == opinion::ANSWER.name {
        return Some(opinion::said_cells(record));
    }
    if record.kind() == consultation::KIND && key.as_str() == consultation::ANSWERED_AT.name {
        let rows = log.rows_under(record, opinion::KIND);
        return Some(rows.iter().flat_map(opinion::said_cells).collect());
    }
    let answers = [
        resource_request::PROVIDER_ANSWER.name,
        resource_request::DECISION.name,
    ];
    let is_answer = record.kind() == resource_request::KIND && answers.contains(&key.as_str());
    is_answer.then(|| asked_cells(record))
}

/// The cells that a reply to a decision covers: what its release locks.
pub fn decision_cells(log: &Log, decision: &RecordId) -> Vec<CellId> {
    let locked = [
        decision::DECISION_TEXT.name,
        decision::RATIONALE.name,
        decision::EFFECTIVE_ON.name,
        decision::APPROVER.name,
    ];
    let mut cells = cells_of(decision, &locked);
    for row in log.rows_under(decision, option::KIND) {
        let keys = log.keys(&row);
        let keys = keys.filter(|key| ![ORDER, PARENT].contains(&key.as_str()));
        cells.extend(keys.map(|key| (row.clone(), key.clone())));
    }
    cells
}

/// The cells that the answer to an objection covers.
pub fn objection_cells(recipient: &RecordId) -> Vec<CellId> {
    cells_of(recipient, &[recipient::REPLY.name, recipient::COMMENT.name])
}
