//! Who is asked to reply to which decision, and what of the replies waits for whoever decided or drives it. Opening one
//! writes nothing. Knows no file and no page.

use super::own_cards::decisions_naming;
use crate::analysis::goal::answers::Answer;
use crate::analysis::goal::replies::{Receipt, is_past_day, objecting, receipt_of, silent};
use crate::analysis::people::who::People;
use crate::analysis::standing::readiness::missing;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Gate};
use crate::templates::{decision, status_of};
use chrono::NaiveDate;

/// What a person says to a decision; nothing where it does not ask them.
pub fn own_receipt(log: &Log, decision: &RecordId, me: &RecordId) -> Option<Receipt> {
    receipt_of(&Form::new(log, decision.clone()), me)
}

/// The decisions that a person is asked to reply to: those that nobody of them has, and those whose text has changed
/// since; where a file asks, those that they have answered, too. The second is how that stands.
pub(super) fn asked_of(log: &Log, me: &RecordId, by_file: bool) -> Option<(Vec<RecordId>, Answer)> {
    let mut asked = Vec::new();
    let mut answers = Vec::new();
    for record in decisions_naming(log, me) {
        let form = Form::new(log, record.clone());
        let is_asking = decision::is_asking(&form);
        if !is_asking && status_of(&form) != decision::CONFIRMED.key {
            continue;
        }
        let Some(own) = own_receipt(log, &record, me) else {
            continue;
        };
        let is_open = match own.answer {
            Answer::Outdated(_) | Answer::ObjectedBefore(_) => true,
            Answer::Open => is_asking,
            Answer::Agreed | Answer::Objected => by_file && is_asking,
        };
        if is_open {
            asked.push(record);
            answers.push(own.answer);
        }
    }
    let is_any = |answer: Answer| answers.contains(&answer);
    let changed = answers.iter().filter_map(|answer| answer.changed_since());
    let changed: usize = changed.sum();
    let answer = match changed {
        _ if is_any(Answer::Open) => Answer::Open,
        0 if is_any(Answer::Agreed) => Answer::Agreed,
        0 => Answer::Objected,
        places => Answer::Outdated(places),
    };
    (!asked.is_empty()).then_some((asked, answer))
}

/// The decisions of which the replies wait for this person, who decided or drives them: an objection that nobody has
/// answered, or a limit that is over.
pub(super) fn replies_for(
    log: &Log,
    people: &People,
    me: &RecordId,
    today: NaiveDate,
) -> Vec<RecordId> {
    let mut all = log.rows(decision::KIND);
    all.retain(|record| {
        let form = Form::new(log, record.clone());
        let is = |key| form.get(key).is_some_and(|one| people.are_one(&one, me));
        decision::is_asking(&form)
            && (is(decision::APPROVER) || is(decision::DRIVER))
            && (is_late(&form, today) || !objecting(&form).is_empty())
    });
    all
}

/// How many decisions a person could take now: theirs to take, and nothing is missing.
pub fn to_decide(log: &Log, me: &RecordId, now: Moment) -> usize {
    let people = People::shared(&Form::new(log, me.clone()));
    let is_ready = |record: &RecordId| {
        let form = Form::new(log, record.clone());
        let approver = form.get(decision::APPROVER);
        decision::is_undecided(&form)
            && approver.is_some_and(|one| people.are_one(&one, me))
            && missing(log, record, Gate::Release, now).is_empty()
    };
    log.rows(decision::KIND)
        .iter()
        .filter(|one| is_ready(one))
        .count()
}

/// Whether somebody has not answered a decision until the day that was set.
pub fn is_late(form: &Form<'_>, today: NaiveDate) -> bool {
    decision::is_asking(form) && is_past_day(form, today) && !silent(form).is_empty()
}

/// The decision by which a text is confirmed, where there is one that was not taken back.
pub fn confirming(log: &Log, about: &RecordId) -> Option<RecordId> {
    let mut all = log.rows(decision::KIND).into_iter();
    all.find(|record| {
        let form = Form::new(log, record.clone());
        let is_about = form.get(decision::ABOUT).as_ref() == Some(about);
        is_about && status_of(&form) != decision::WITHDRAWN.key
    })
}
