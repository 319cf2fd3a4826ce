//! Who is asked to look at which risks (W-27): whoever watches one, as long as it may still happen and nobody has
//! looked at it for its number of days. Knows no file and no page.

use super::by_whom::by_whom;
use super::updates::{has_begun, round_of};
use crate::analysis::people::absence::away_on;
use crate::analysis::people::who::People;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{member, risk, settings};
use chrono::NaiveDate;

/// Who watches a risk on a day: its owner, and in the owner's absence the fallback owner.
pub fn watcher(form: &Form<'_>, today: NaiveDate) -> Option<RecordId> {
    let (owner, fallback) = (form.get(risk::OWNER), form.get(risk::FALLBACK_OWNER));
    let Some(owner) = owner else {
        return fallback;
    };
    match away_on(form, &owner, today) {
        None => Some(owner),
        Some(away) => fallback.or(away.cover).or(Some(owner)),
    }
}

/// Whether it is time to look at it again, for the first time once work has begun; or its day has passed and nobody has
/// said whether it happened.
pub fn is_to_be_looked_at(form: &Form<'_>, today: NaiveDate) -> bool {
    let period = form.get(risk::REVIEW_EVERY_DAYS);
    let period = period.unwrap_or(risk::REVIEW_DAYS).max(1);
    let Some(last) = form.get(risk::LAST_REVIEWED_AT) else {
        return has_begun(&form.other(settings::record()));
    };
    let is_long_ago = (today - last).num_days() >= period;
    let has_passed = |day: NaiveDate| day < today && last <= day;
    is_long_ago || form.get(risk::TRIGGER_DATE).is_some_and(has_passed)
}

/// Somebody who can be chosen for the owner in the owner's absence: the owner's backup.
pub fn usual_fallback(form: &Form<'_>) -> Option<RecordId> {
    let owner = form.referred(risk::OWNER)?;
    let backup = owner.get(member::BACKUP_PERSON)?;
    (backup != *owner.record() && form.log().is_visible(&backup)).then_some(backup)
}

/// The open risks that somebody watches, in the order of the register.
fn watched(log: &Log, me: &RecordId, today: NaiveDate) -> Vec<RecordId> {
    let of_watcher = move |form: &Form<'_>| {
        let watcher = watcher(form, today).filter(|_| risk::is_open(form))?;
        let watcher = People::shared(form).person(&watcher);
        Some((vec![watcher], form.record().clone()))
    };
    by_whom(log, risk::KIND, "watched", today, of_watcher).of_person(log, me)
}

/// The risks that a person is asked to look at, and how many of them are not looked at yet: those whose time it is; all
/// that they watch where a file asks. Nothing where none is left, unless a file asks.
pub(super) fn to_look_at(
    log: &Log,
    me: &RecordId,
    by_file: bool,
    today: NaiveDate,
) -> Option<(Vec<RecordId>, usize)> {
    let since = by_file.then(|| round_of(log, today).since.date());
    let waits = |form: &Form<'_>| match since {
        Some(since) => {
            is_to_be_looked_at(form, today) || form.get(risk::LAST_REVIEWED_AT) <= Some(since)
        }
        None => is_to_be_looked_at(form, today),
    };
    let own = watched(log, me, today).into_iter();
    let mut all: Vec<(bool, RecordId)> = own
        .map(|record| (waits(&Form::new(log, record.clone())), record))
        .collect();
    all.retain(|(waits, _)| *waits || by_file);
    let open = all.iter().filter(|(waits, _)| *waits).count();
    if all.is_empty() {
        return None;
    }
    Some((all.into_iter().map(|(_, record)| record).collect(), open))
}

/// Whether anybody watches a risk that may still happen.
pub(super) fn is_any_watched(log: &Log) -> bool {
    let mut rows = log.rows(risk::KIND).into_iter();
    rows.any(|record| {
        let form = Form::new(log, record);
        risk::is_open(&form) && form.has(risk::OWNER.name)
    })
}

/// The score before the one that stands now, where it was another: how the risk has moved.
pub fn score_before(form: &Form<'_>) -> Option<i64> {
    let now = risk::score(form)?;
    let mut writes: Vec<_> = [risk::LIKELIHOOD.name, risk::IMPACT.name]
        .iter()
        .flat_map(|key| {
            let written = form.log().history(form.record(), &FieldKey::of(key));
            written.into_iter().map(move |write| (*key, write))
        })
        .collect();
    crate::model::sort::sort_by(&mut writes, |(_, a), (_, b)| a.change.order(b.change));
    let (mut likelihood, mut impact) = (None, None);
    let mut scores: Vec<i64> = Vec::new();
    for (at, (key, write)) in writes.iter().enumerate() {
        let number = write.value.as_int();
        match *key == risk::LIKELIHOOD.name {
            true => likelihood = number,
            false => impact = number,
        }
        // Both that one act writes count at once.
        let goes_on = writes
            .get(at + 1)
            .is_some_and(|(_, next)| next.change.lamport == write.change.lamport);
        let score = likelihood
            .zip(impact)
            .and_then(|(l, i)| risk::score_of(l, i));
        scores.extend(score.filter(|_| !goes_on));
    }
    scores.into_iter().rev().find(|score| *score != now)
}
