//! What a person is asked once the project looks back: how the work went, what their department contributed, and what
//! was reached of what they measure.

use super::by_whom::by_whom;
use super::kept_part::kept;
use crate::analysis::goal::answers::Answer;
use crate::analysis::people::who::People;
use crate::analysis::standing::feedback;
use crate::analysis::standing::report::{contributes_for, has_contributed, open_metrics};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::Form;
use crate::templates::feedback::is_submitted;
use crate::templates::{charter, metric, settings};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The feedback that somebody is asked for: in the closing, or by a file, until all are shown; and what of their own
/// differs, which nobody else settles.
pub(super) fn feedback_asked(
    log: &Log,
    people: &People,
    me: &RecordId,
    by_file: bool,
) -> Option<(RecordId, Answer)> {
    let own = feedback::of_person(log, people, me)?;
    if !feedback::differing(log, &own).is_empty() {
        return Some((own, Answer::Open));
    }
    let is_time = settings::is_closing(&Form::new(log, own.clone()));
    let is_shown = || kept(log, "shown", (), || feedback::is_shown(log));
    if is_shown() || !(is_time || by_file) {
        return None;
    }
    let record = feedback::asked_of(log, people, me)?;
    match is_submitted(&Form::new(log, record.clone())) {
        true if by_file => Some((record, Answer::Agreed)),
        true => None,
        false => Some((record, Answer::Open)),
    }
}

/// The department for which somebody is asked to write what it contributed: in the closing, or by a file.
pub(super) fn contribution_asked(
    log: &Log,
    me: &RecordId,
    by_file: bool,
) -> Option<(RecordId, Answer)> {
    let department = contributes_for(log, me)?;
    let is_time = settings::is_closing(&Form::new(log, me.clone()));
    match has_contributed(log, &department) {
        true if by_file => Some((department, Answer::Agreed)),
        false if is_time || by_file => Some((department, Answer::Open)),
        _ => None,
    }
}

/// The metrics that a person measures whose time is over and whose actual value is open; those that were missed
/// without a word why; asked by a file, all of their own. And how many of them are open.
pub(super) fn metrics_asked(
    log: &Log,
    me: &RecordId,
    by_file: bool,
    today: NaiveDate,
) -> Option<(Vec<RecordId>, usize)> {
    let find_missed = || Rc::new(gather::<BTreeSet<RecordId>, _>(open_metrics(log).1));
    let missed = kept(log, "missed", (), find_missed);
    let of_owner = |form: &Form<'_>| {
        let owner = People::shared(form).person(&form.get(metric::OWNER)?);
        Some((vec![owner], form.record().clone()))
    };
    let own = by_whom(log, metric::KIND, "owned", (), of_owner).of_person(log, me);
    let own = own.into_iter().map(|record| Form::new(log, record));
    let own: Vec<Form<'_>> = own.collect();
    let is_open = |row: &&Form<'_>| {
        let is_due = metric::window_end(row).is_some_and(|end| end < today);
        (is_due && !row.has(metric::ACTUAL_VALUE.name)) || missed.contains(row.record())
    };
    let open = own.iter().filter(is_open).count();
    let asked = own.iter().filter(|row| by_file || is_open(row));
    let asked: Vec<RecordId> = asked.map(|row| row.record().clone()).collect();
    (!asked.is_empty()).then_some((asked, open))
}

/// Whether a metric can still change: the time over which it is measured is not over.
pub(super) fn is_any_window_open(log: &Log, today: NaiveDate) -> bool {
    let form = Form::new(log, charter::record());
    let is_open = |row: &Form<'_>| {
        let ends = metric::window_end(row).is_some_and(|end| end >= today);
        ends && !row.has(metric::ACTUAL_VALUE.name)
    };
    form.all(metric::KIND).iter().any(is_open)
}
