//! Own work that waits: issues for one's next step, tasks that are late, soon due or to be looked at.

use super::is_me;
use crate::analysis::calendar::Calendar;
use crate::analysis::people::People;
use crate::analysis::plan::overdue_days;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{issue, status_of, task};
use chrono::NaiveDate;

/// Whether an issue waits for a step of this person.
pub(super) fn waits(log: &Log, people: &People, record: &RecordId, me: &RecordId) -> bool {
    let form = Form::new(log, record.clone());
    match status_of(&form).as_str() {
        "submitted" => crate::analysis::steps::allowed(log, record, Some(me))
            .iter()
            .any(|step| step.transition.key == "accept" && step.may.is_ok()),
        "accepted" | "working" => is_me(people, form.get(issue::OWNER), me),
        "need_info" | "resolved" => is_me(people, form.get(issue::RAISED_BY), me),
        _ => false,
    }
}

/// Whether a task of this person waits for a look, is late, or is due within a week.
pub(super) fn is_pressing(
    log: &Log,
    people: &People,
    record: &RecordId,
    me: &RecordId,
    today: NaiveDate,
) -> bool {
    let form = Form::new(log, record.clone());
    if status_of(&form) == "review" {
        return is_me(people, form.get(task::REVIEWER), me);
    }
    if !task::is_open(&form) || !is_me(people, form.get(task::OWNER), me) {
        return false;
    }
    let calendar = Calendar::default();
    let is_late = overdue_days(&form, today, &calendar).is_some_and(|days| days > 0);
    let is_soon = form
        .get(task::CURRENT_END)
        .is_some_and(|due| due >= today && due <= today + chrono::Days::new(7));
    is_late || is_soon
}
