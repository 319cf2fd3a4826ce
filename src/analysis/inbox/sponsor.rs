//! What waits for the sponsor, who mostly never opens the program: the brief carries it to them on paper.

use super::todos::{Item, todos};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{charter, member};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The records on which somebody waits for the sponsor.
pub fn waits_for_sponsor(log: &Log, today: NaiveDate) -> Vec<RecordId> {
    let form = Form::new(log, charter::record());
    let mut known = BTreeSet::new();
    let mut out = Vec::new();
    for sponsor in member::with_role(&form, member::SPONSOR, today) {
        for todo in todos(log, sponsor.record(), &[], today) {
            let records = match todo.item {
                Item::Work(record) | Item::Suggestion(record) => vec![record],
                Item::Progress(records) | Item::Risks(records) => records,
                _ => Vec::new(),
            };
            out.extend(records.into_iter().filter(|one| known.insert(one.clone())));
        }
    }
    out
}
