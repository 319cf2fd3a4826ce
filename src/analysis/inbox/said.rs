//! What people said that waits for the project lead: objections to the goal, and remarks on anything.

use super::kept_part::kept_rows;
use crate::analysis::goal::adjustment::adjustment;
use crate::analysis::goal::answers::{Answer, confirmation_record, goal_answers};
use crate::analysis::goal::cells::date_cells;
use crate::analysis::goal::stays::{dates_stay, goal_stays};
use crate::analysis::people::who::People;
use crate::model::Change;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{charter, comment, confirmation, department, identity, member, task};
use chrono::NaiveDate;

/// The departments whose objection to the goal stands, since which the goal is as it was, and that nobody answered.
pub fn open_objections(log: &Log) -> Vec<RecordId> {
    let all = goal_answers(log).into_iter();
    let open = all.filter(|(department, answer)| {
        *answer == Answer::Objected && goal_stays(log, department).is_none()
    });
    open.map(|(department, _)| department).collect()
}

/// The departments that this person represents, to whose objection the goal stays.
pub(super) fn kept_goals(
    log: &Log,
    people: &People,
    me: &RecordId,
    today: NaiveDate,
) -> Vec<RecordId> {
    let form = Form::new(log, charter::record());
    let is_mine = |department: &Form<'_>| {
        let reps = member::reps_of(&form, department.record(), today);
        reps.iter().any(|rep| people.are_one(rep.record(), me))
    };
    let all = department::taking_part(&form).into_iter();
    let mine = all.filter(|one| is_mine(one) && goal_stays(log, one.record()).is_some());
    mine.map(|one| one.record().clone()).collect()
}

/// What a department said when it objected, or agreed, to the goal.
pub fn words_on_goal(log: &Log, department: &RecordId) -> Option<String> {
    let record = confirmation_record(department)?;
    Form::new(log, record).get(confirmation::COMMENT)
}

/// The tasks of others than this person whose dates are to be changed without another date, and were not since.
pub(super) fn open_dates(log: &Log, me: &RecordId) -> Vec<RecordId> {
    let mine = me.clone();
    let is_open = move |form: &Form<'_>| {
        let (log, record) = (form.log(), form.record());
        let key = FieldKey::of(task::ACCEPTED.name);
        let people = People::shared(form);
        let is_mine = form
            .get(task::OWNER)
            .is_some_and(|own| people.are_one(&own, &mine));
        let asked = adjustment(log, record).filter(|_| task::is_open(form) && !is_mine);
        asked.is_some_and(|asked| asked.to.is_empty())
            && dates_stay(log, record).is_none()
            && log
                .changed_since(record, &key, &date_cells(record))
                .is_empty()
    };
    kept_rows(log, task::KIND, (me.clone(), "dates"), (), is_open)
}

/// A remark as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remarked {
    pub record: RecordId,
    /// The form, or the row of one, on which it was made.
    pub about: RecordId,
    pub text: String,
    /// Who said it: a member id, or a name.
    pub by: Option<String>,
    /// When it was written, by their clock, milliseconds since 1970.
    pub time_ms: i64,
    /// Whether it waits for the project lead.
    pub is_open: bool,
}

/// A remark by its record; nothing where it says nothing, or what it is about is gone.
pub fn remarked(log: &Log, record: &RecordId) -> Option<Remarked> {
    let form = Form::new(log, record.clone());
    let about = log.parent_of(record).filter(|one| log.is_visible(one))?;
    let text = form.get(comment::TEXT)?;
    let said = log.live(record, &FieldKey::of(comment::TEXT.name));
    let change: &Change = said.first()?.change;
    let by = identity::signer(log, change);
    // Whoever agrees to their duties after an objection has taken it back; nobody else has.
    let key = FieldKey::of(department::BOUNDARY_CONFIRMED_AT.name);
    let agreed = (about.kind() == department::DEPARTMENT.kind).then(|| log.live(&about, &key));
    let is_agreed = agreed.iter().flatten().next().is_some_and(|write| {
        let for_whom = write.change.on_behalf_of.as_deref().map(str::to_owned);
        !write.value.is_empty()
            && write.change.lamport >= change.lamport
            && for_whom.or_else(|| identity::signer(log, write.change)) == by
    });
    Some(Remarked {
        is_open: !form.has(comment::HANDLED_AT.name) && !is_agreed,
        by,
        time_ms: change.time,
        record: record.clone(),
        about,
        text,
    })
}

/// The remarks on a record, in order.
pub fn remarks_on(log: &Log, about: &RecordId) -> Vec<Remarked> {
    let rows = log.rows_under(about, comment::COMMENT.kind);
    rows.iter().filter_map(|row| remarked(log, row)).collect()
}

/// The remarks of others than this person that wait.
pub(super) fn open_remarks(log: &Log, people: &People, me: &RecordId) -> Vec<RecordId> {
    let rows = log.rows(comment::COMMENT.kind);
    let read = rows.iter().filter_map(|row| remarked(log, row));
    let is_mine = |by: &Option<String>| {
        by.as_deref()
            .is_some_and(|by| people.is_same(by, me.as_str()))
    };
    let open = read.filter(|one| one.is_open && !is_mine(&one.by));
    open.map(|one| one.record).collect()
}
