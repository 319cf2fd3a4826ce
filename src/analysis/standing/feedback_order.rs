//! Who has to say first how the work went: whoever is to show what all others say.

use super::feedback::{due, feedback_standing};
use crate::analysis::people::who::People;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{member, settings};
use chrono::NaiveDate;

/// The department of whoever is to show the feedback to all, where it has not answered yet and still may: nobody reads
/// what others say before their own department has said its own.
pub fn own_is_awaited(log: &Log, leader: &RecordId, today: NaiveDate) -> Option<RecordId> {
    if due(log).is_some_and(|due| today > due) {
        return None;
    }
    let form = Form::new(log, settings::record());
    let people = People::shared(&form);
    let records = people.records(leader).into_iter();
    let homes = records.filter_map(|one| Form::new(log, one).get(member::DEPARTMENT));
    let homes: Vec<RecordId> = homes.collect();
    let mut silent = feedback_standing(log).silent().into_iter();
    // Where nobody speaks for it, nobody is asked.
    silent.find(|one| homes.contains(one) && member::first_rep(&form, one, today).is_some())
}
