//! How far a change request reaches: what it moves and by how much, whom that touches, and how the plan stands to it.
//! Who approves it for that stands beside. Knows no page.

mod approver;

pub use approver::{
    ChangeApprover, approver_of, approver_of_moves, may_approve, may_record, to_approve,
};

use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::{FieldKey, RecordId};
use crate::model::template::Form;
use crate::model::value::Value;
use crate::templates::{change_item, change_request, member, milestone, settings, status_of, task};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Working days within which a representative moves a date, where the settings say nothing else.
const REP_DAYS: i64 = 2;

/// One value that a request moves, and how the plan stands to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedMove {
    pub target: RecordId,
    pub field: FieldKey,
    pub before: String,
    pub after: String,
    /// What the plan says now.
    pub now: Value,
    /// Working days from before to after, where both are days.
    pub days: Option<i64>,
}

impl PlannedMove {
    /// Whether approving writes it: the plan says what it said when the change was asked for.
    pub fn is_to_write(&self) -> bool {
        self.now.as_text().unwrap_or_default() == self.before
    }
    /// Whether the plan says it already.
    pub fn is_written(&self) -> bool {
        self.now.as_text() == Some(&*self.after)
    }
}

/// Working days by which a representative moves a date without a change request.
pub fn rep_days(form: &Form<'_>) -> i64 {
    let said = form.other(settings::record()).get(settings::REP_DAYS);
    said.unwrap_or(REP_DAYS)
}

/// The values that a request moves.
pub fn moves(form: &Form<'_>) -> Vec<PlannedMove> {
    let calendar = calendar_of(form);
    let read = |row: &Form<'_>| {
        let target = row.get(change_item::TARGET)?;
        let field: FieldKey = row.get(change_item::FIELD)?.parse().ok()?;
        let (before, after) = (
            row.get(change_item::BEFORE).unwrap_or_default(),
            row.get(change_item::AFTER)?,
        );
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let days = day(&before).zip(day(&after));
        Some(PlannedMove {
            now: form.log().value(&target, &field),
            days: days.map(|(from, to)| calendar.moved_days(from, to)),
            target,
            field,
            before,
            after,
        })
    };
    form.rows(change_item::KIND)
        .iter()
        .filter_map(read)
        .collect()
}

/// What the plan still says as asked for although the request was refused.
pub fn to_take_back(form: &Form<'_>) -> Vec<PlannedMove> {
    if status_of(form) != change_request::REJECTED.key {
        return Vec::new();
    }
    let mut moves = moves(form);
    moves.retain(PlannedMove::is_written);
    moves
}

/// Working days that the end of a task or a milestone moves at most; nothing where none does.
pub fn schedule_days(form: &Form<'_>) -> Option<i64> {
    let ends = [task::CURRENT_END.name, milestone::CURRENT_DATE.name];
    let moves = moves(form).into_iter();
    let days = moves.filter(|one| ends.contains(&one.field.as_str()));
    days.filter_map(|one| one.days)
        .max_by_key(|days| days.abs())
}

/// The milestones that it moves, with the working days.
pub fn moved_milestones(form: &Form<'_>) -> Vec<(RecordId, i64)> {
    let moves = moves(form).into_iter();
    let of = moves.filter(|one| one.target.kind() == milestone::KIND);
    of.filter_map(|one| Some((one.target, one.days?))).collect()
}

/// The departments whose tasks it moves.
pub fn touched_departments(form: &Form<'_>) -> Vec<RecordId> {
    let owner = |one: PlannedMove| {
        let task = form.other(one.target);
        task.referred(task::OWNER)?.get(member::DEPARTMENT)
    };
    let all: BTreeSet<RecordId> = moves(form).into_iter().filter_map(owner).collect();
    all.into_iter().collect()
}

/// The due date that the request which was approved last wrote for a task; nothing where none did.
pub fn approved_end(form: &Form<'_>) -> Option<NaiveDate> {
    let is_end = |one: &PlannedMove| {
        one.target == *form.record() && one.field.as_str() == task::CURRENT_END.name
    };
    let written = |request: &Form<'_>| {
        let own = moves(request).into_iter().find(is_end)?;
        let day = own.after.parse::<NaiveDate>().ok()?;
        Some((request.get(change_request::DECIDED_AT), day))
    };
    let all = form.all(change_request::KIND).into_iter();
    let approved = all.filter(change_request::is_approved);
    let newest = approved.filter_map(|one| written(&one)).max();
    newest.map(|(_, day)| day)
}

/// The due date of a task that was moved further than a representative may, after the start and outside of every
/// request: from when to when, and how many working days.
pub fn moved_beyond(form: &Form<'_>) -> Option<(NaiveDate, NaiveDate, i64)> {
    let log = form.log();
    let settings = form.other(settings::record());
    let status = status_of(&settings);
    let is_planned = form.has(task::BASELINE_END.name) && task::is_open(form);
    if !is_planned || status != settings::RUNNING.key {
        return None;
    }
    let key = FieldKey::of(task::CURRENT_END.name);
    let now = form.get(task::CURRENT_END)?;
    let history = log.history(form.record(), &key);
    // What was moved before the plan was taken as the original one is no change of it.
    let original = FieldKey::of(task::BASELINE_END.name);
    let taken = log.live(form.record(), &original).first()?.change.lamport;
    if history.last()?.change.lamport <= taken {
        return None;
    }
    // Somebody wrote it again and said why it was wrong before.
    if let [.., before, last] = history.as_slice()
        && last.change.note.is_some()
        && last.value == before.value
    {
        return None;
    }
    let day = |write: &crate::model::log::Live<'_>| {
        write
            .value
            .as_text()
            .and_then(|text| text.parse::<NaiveDate>().ok())
    };
    let before = history
        .iter()
        .rev()
        .filter_map(day)
        .find(|day| *day != now)?;
    let days = calendar_of(form).moved_days(before, now);
    let after = now.to_string();
    let is_asked = |request: &Form<'_>| {
        let mut moves = moves(request).into_iter();
        moves.any(|one| one.target == *form.record() && one.field == key && one.after == after)
    };
    let is_known = form.all(change_request::KIND).iter().any(is_asked);
    (days > rep_days(form) && !is_known).then_some((before, now, days))
}
