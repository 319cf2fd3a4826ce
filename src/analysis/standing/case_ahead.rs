//! Who works on what of a problem that is solved together, for the first band of the overview.

use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{action, case, settings, status_of, task};

/// The open actions of its case, then the tasks that are worked on, at most so many: who, and the record.
pub fn who_does(log: &Log, issue: &RecordId, most: usize) -> Vec<(RecordId, RecordId)> {
    let form = Form::new(log, issue.clone());
    let actions = case::begun(&form).map_or_else(Vec::new, |case| case.rows(action::KIND));
    let actions = actions.into_iter().filter(action::is_open);
    let of_action = |one: Form<'_>| Some((one.get(action::OWNER)?, one.record().clone()));
    let tasks = form.other(settings::record()).all(task::KIND).into_iter();
    let doing = tasks.filter(|one| status_of(one) == task::DOING.key);
    let of_task = |one: Form<'_>| Some((one.get(task::OWNER)?, one.record().clone()));
    let all = actions.filter_map(of_action);
    all.chain(doing.filter_map(of_task)).take(most).collect()
}
