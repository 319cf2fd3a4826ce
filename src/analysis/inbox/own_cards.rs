//! What waits for one person with a row for each thing: why their tasks were late, what a change does to their
//! department, what was given to them in a meeting, and what is to be looked at again. Knows no file and no page.

use super::by_whom::by_whom;
use super::kept_part::kept_rows;
use crate::analysis::computed::reference;
use crate::analysis::goal::answers::Answer;
use crate::analysis::people::who::{People, holds, speaks_for};
use crate::analysis::standing::plan_changes::touched_departments;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{
    action, assessment, case, change_request, decision, issue, lesson, member, review_task,
    status_of, task,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// 晚完成的原因: the tasks of a person that were finished late and have no cause, neither their owner's nor a meeting's.
pub(super) fn unexplained(log: &Log, me: &RecordId) -> Vec<RecordId> {
    let rows = log.rows(review_task::KIND).into_iter();
    let explained: BTreeSet<RecordId> = rows
        .map(|row| Form::new(log, row))
        .filter(|row| row.has(review_task::DELAY_CAUSE.name))
        .filter_map(|row| row.get(review_task::TASK))
        .collect();
    let mine = me.clone();
    let is_open = move |form: &Form<'_>| {
        let days = form.get(task::CURRENT_END).zip(form.get(task::ACTUAL_END));
        let late = |(due, ended)| ended > due && calendar_of(form).late_days(due, ended) > 0;
        let owner = form.get(task::OWNER);
        let people = People::shared(form);
        days.is_some_and(late)
            && owner.is_some_and(|one| people.are_one(&one, &mine))
            && status_of(form) == task::DONE.key
            && !form.has(task::DELAY_CAUSE.name)
    };
    let mut all = kept_rows(log, task::KIND, (me.clone(), "unexplained"), (), is_open);
    all.retain(|record| !explained.contains(record));
    all
}

/// The decisions that name a person among those who have to answer, whatever became of them.
pub(super) fn decisions_naming(log: &Log, me: &RecordId) -> Vec<RecordId> {
    let of_recipients = |form: &Form<'_>| {
        let people = People::shared(form);
        let named = decision::recipients(form).into_iter();
        let whom: Vec<RecordId> = named.map(|one| people.person(&one)).collect();
        (!whom.is_empty()).then(|| (whom, form.record().clone()))
    };
    by_whom(log, decision::KIND, "recipients", (), of_recipients).of_person(log, me)
}

/// The departments of a person that a change touches.
pub fn assessed_by(change: &Form<'_>, me: &RecordId) -> Vec<RecordId> {
    let mut all = touched_departments(change);
    all.retain(|department| holds(change, me, member::REP, Some(department)));
    all
}

/// 评估变更: the changes that a person's department is asked about and has not answered, where a file asks those that it
/// has answered, too; and how that stands.
pub(super) fn to_assess(
    log: &Log,
    me: &RecordId,
    by_file: bool,
) -> Option<(Vec<RecordId>, Answer)> {
    let mut is_open = false;
    let touching = |form: &Form<'_>| {
        let touched = assessment::is_asked(form).then(|| touched_departments(form))?;
        Some((touched, form.record().clone()))
    };
    let touching = by_whom(log, change_request::KIND, "touched", (), touching);
    let mut all = touching.of(&speaks_for(log, me));
    all.retain(|record| {
        let form = Form::new(log, record.clone());
        let asked = assessed_by(&form, me);
        let mut waits = asked.iter();
        let waits = waits.any(|one| assessment::of(&form, one).is_none());
        is_open |= waits;
        waits || by_file && !asked.is_empty()
    });
    let answer = if is_open {
        Answer::Open
    } else {
        Answer::Agreed
    };
    (!all.is_empty()).then_some((all, answer))
}

/// 周会分给您的事: what a file asks a person to take note of, as long as it is not done; and how that stands.
pub(super) fn given(log: &Log, me: &RecordId) -> Option<(Vec<RecordId>, Answer)> {
    let of_owner = |form: &Form<'_>| {
        let is_asked = action::is_open(form) && action::is_given(form);
        let owner = form.get(action::OWNER).filter(|_| is_asked)?;
        let owner = People::shared(form).person(&owner);
        Some((vec![owner], form.record().clone()))
    };
    let all = by_whom(log, action::KIND, "given", (), of_owner).of_person(log, me);
    let is_noted = |one: &RecordId| Form::new(log, one.clone()).has(action::NOTED_AT.name);
    let answer = match all.iter().all(is_noted) {
        true => Answer::Agreed,
        false => Answer::Open,
    };
    (!all.is_empty()).then_some((all, answer))
}

/// The field with the day on which a record is looked at again, and whether that has come.
pub fn looked_at_again(form: &Form<'_>, today: NaiveDate) -> Option<&'static str> {
    let (key, day) = match form.record().kind() {
        decision::KIND
            if decision::is_released(form) && status_of(form) != decision::SUPERSEDED.key =>
        {
            (decision::REVISIT_ON.name, form.get(decision::REVISIT_ON))
        }
        lesson::KIND if status_of(form) == lesson::CONFIRMED.key => {
            (lesson::EXPIRES_ON.name, form.get(lesson::EXPIRES_ON))
        }
        issue::KIND => {
            let case = case::begun(form).filter(|_| !issue::is_unsettled(form));
            let watched = case.filter(|case| !case.has(case::WATCH_RESULT.name));
            let until = watched.and_then(|case| case.get(case::WATCH_UNTIL));
            (case::WATCH_RESULT.name, until)
        }
        _ => return None,
    };
    day.filter(|day| *day <= today).map(|_| key)
}

/// 到日子再看: the decisions that a person took, the problems they solved and the lessons they confirmed, whose day has
/// come. An issue that was
/// put off comes up by its own step.
pub(super) fn to_look_again(
    log: &Log,
    people: &People,
    me: &RecordId,
    today: NaiveDate,
) -> Vec<RecordId> {
    let whose = [
        (decision::KIND, decision::APPROVER.name),
        (issue::KIND, issue::OWNER.name),
        (lesson::KIND, lesson::CONFIRMED_BY.name),
    ];
    let of = |(kind, who): (&'static str, &'static str)| {
        let mut all = log.rows(kind);
        all.retain(|record| {
            let form = Form::new(log, record.clone());
            looked_at_again(&form, today).is_some()
                && reference(&form, who).is_some_and(|one| people.are_one(&one, me))
        });
        all
    };
    whose.into_iter().flat_map(of).collect()
}
