//! Of which milestone a meeting is the gate review.

use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{meeting, milestone, settings};
use chrono::NaiveDate;

/// The milestone that a review on a day decides on: the one planned nearest to it that is not reached, those that are
/// gates before others. Nothing for a meeting of another sort.
pub fn gate_at_hand(log: &Log, meeting: &RecordId, day: NaiveDate) -> Option<RecordId> {
    let form = Form::new(log, meeting.clone());
    if form.get(meeting::KIND_OF).as_deref() != Some(meeting::GATE.key) {
        return None;
    }
    let all = form
        .other(settings::record())
        .all(milestone::KIND)
        .into_iter();
    let open = all.filter(|one| !one.has(milestone::ACTUAL_DATE.name));
    let planned = open.filter_map(|one| {
        let away = (one.get(milestone::CURRENT_DATE)? - day).num_days().abs();
        let is_gate = one.get(milestone::GATE) == Some(true);
        Some(((!is_gate, away), one.record().clone()))
    });
    planned.min().map(|(_, record)| record)
}
