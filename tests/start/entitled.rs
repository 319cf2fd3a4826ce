//! In the worked example everybody takes steps that are theirs, so that a file of it warns of nobody.

use super::closed_sample::read;
use chrono::DateTime;
use hepai::analysis::standing::entitled::may_lead_into;
use hepai::model::template::{Form, STATUS};
use hepai::model::{FieldKey, RecordId};
use hepai::templates::{charter, identity};

#[test]
fn nobody_in_the_example_takes_a_step_that_is_not_theirs() {
    read(|log| {
        let roles = Form::new(log, charter::record());
        let key = FieldKey::of(STATUS);
        let mut asked = 0;
        let mut others = Vec::new();
        for change in log.in_force() {
            let Some(cell) = change.cell(&key) else {
                continue;
            };
            let recorded = change.on_behalf_of.as_deref().map(str::to_owned);
            let by = [recorded, identity::signer(log, change)]
                .into_iter()
                .flatten();
            let by: Vec<RecordId> = by.filter_map(|by| by.parse().ok()).collect();
            let state = cell.value.as_text().unwrap_or_default().to_owned();
            let forms = [Form::new(log, change.record.clone())];
            let day = DateTime::from_timestamp_millis(change.time)
                .expect("a time")
                .date_naive();
            asked += 1;
            let is_theirs = |one: &RecordId| may_lead_into(&roles, &forms, &state, one, day);
            if !by.iter().any(is_theirs) {
                others.push(format!("{} {state} by {by:?}", change.record));
            }
        }
        assert!(asked > 100, "{asked}");
        assert_eq!(others, [""; 0], "of {asked}");
    });
}
