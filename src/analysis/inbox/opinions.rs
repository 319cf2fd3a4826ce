//! Who is asked what they say to a draft, who answers what was said, and whose department has not said how far a new
//! rule is kept. Looking writes nothing.

use crate::analysis::goal::answers::Answer;
use crate::analysis::people::who::{People, represented};
use crate::analysis::standing::consultations::{AskingDraft, is_over, unanswered_lines};
use crate::analysis::standing::rollout::check_at;
use crate::analysis::time::evening::evening_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{consultation, rollout_check};
use chrono::NaiveDate;

/// The consultations in which somebody's department is asked and has said nothing; where a file asks, those in which it
/// has, too. The second is how that stands.
pub(super) fn opinions_asked(
    log: &Log,
    me: &RecordId,
    by_file: bool,
) -> Option<(Vec<RecordId>, Answer)> {
    let mine = represented(log, me);
    if mine.is_empty() {
        return None;
    }
    let (mut asked, mut is_open) = (Vec::new(), false);
    for draft in AskingDraft::all(log).iter() {
        let Some(is_silent) = draft.is_silent(&mine) else {
            continue;
        };
        if is_silent || by_file {
            asked.push(draft.record.clone());
        }
        is_open |= is_silent;
    }
    let answer = if is_open {
        Answer::Open
    } else {
        Answer::Agreed
    };
    (!asked.is_empty()).then_some((asked, answer))
}

/// Until when a draft asks for opinions: the evening of its last day.
pub fn opinions_by(log: &Log, draft: &RecordId, now: Moment) -> Option<Moment> {
    let due = Form::new(log, draft.clone()).get(consultation::DUE)?;
    let evening = evening_of(due, now);
    (draft.kind() == consultation::KIND && evening > now).then_some(evening)
}

/// The consultations whose opinions wait for this person's answer: the time to say something is over.
pub(super) fn opinions_to_answer(
    log: &Log,
    people: &People,
    me: &RecordId,
    today: NaiveDate,
) -> Vec<RecordId> {
    let mut all = log.rows(consultation::KIND);
    all.retain(|record| {
        let form = Form::new(log, record.clone());
        let answerer = form.get(consultation::ANSWERER);
        answerer.is_some_and(|one| people.are_one(&one, me))
            && is_over(&form, today)
            && !unanswered_lines(&form).is_empty()
    });
    all
}

/// The departments for which somebody says how far the new rule is kept, once that is asked, until all five things are
/// said; where a file asks, those of which it is said, too. The second is how that stands.
pub(super) fn rollout_asked(
    log: &Log,
    me: &RecordId,
    by_file: bool,
) -> Option<(Vec<RecordId>, Answer)> {
    if !by_file && log.rows(rollout_check::KIND).is_empty() {
        return None;
    }
    let mut mine = represented(log, me);
    let owes = |department: &RecordId| {
        rollout_check::ITEMS.iter().any(|item| {
            let place = check_at(log, department, *item);
            place.is_none_or(|place| rollout_check::result_of(&place).is_none())
        })
    };
    let is_open = mine.iter().any(owes);
    if !by_file {
        mine.retain(owes);
    }
    let answer = if is_open {
        Answer::Open
    } else {
        Answer::Agreed
    };
    (!mine.is_empty()).then_some((mine, answer))
}

/// The exceptions to a new rule that wait for the project lead.
pub(super) fn open_exceptions(log: &Log) -> Vec<RecordId> {
    let mut all = log.rows(rollout_check::KIND);
    all.retain(|record| rollout_check::is_exception_open(&Form::new(log, record.clone())));
    all
}
