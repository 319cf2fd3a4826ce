//! Which cells an answer covers, whichever answer it is: for whoever writes one, and for who reads what changed since.

use super::cells::{
    cells_of, covered_by_any, date_cells, decision_cells, duties_cells, goal_cells, objection_cells,
};
use crate::analysis::inbox::noting::noted_cells;
use crate::model::CellId;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::templates::{assignment, confirmation, department, member, recipient, task};

/// The cells that an answer in that field covers; nothing where the field is no answer.
pub fn covered(log: &Log, record: &RecordId, key: &FieldKey) -> Option<Vec<CellId>> {
    let is = |name: &str| key.as_str() == name;
    match record.kind() {
        confirmation::KIND if is(confirmation::ANSWER.name) => Some(goal_cells(log)),
        department::KIND if is(department::BOUNDARY_CONFIRMED_AT.name) => {
            Some(duties_cells(record))
        }
        confirmation::KIND if is(confirmation::GOAL_STAYS_AT.name) => {
            Some(cells_of(record, &[confirmation::ANSWER.name]))
        }
        task::KIND if is(task::ACCEPTED.name) => Some(date_cells(record)),
        task::KIND if is(task::DATES_STAY_AT.name) => {
            Some(cells_of(record, &[task::ACCEPTED.name]))
        }
        assignment::KIND if is(assignment::PUBLISHED_AT.name) => {
            Some(assignment::published_cells(record))
        }
        member::KIND if is(member::ACCEPTED_AT.name) => Some(noted_cells(log, record)),
        recipient::KIND if is(recipient::REPLY.name) => {
            let decision = recipient::decision_of(record)?;
            Some(decision_cells(log, &decision))
        }
        recipient::KIND if is(recipient::RESPONSE.name) => Some(objection_cells(record)),
        _ => covered_by_any(log, record, key),
    }
}
