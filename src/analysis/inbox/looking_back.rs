//! What a person is asked once the project looks back: how the work went, and what their department contributed.

use crate::analysis::goal::answers::Answer;
use crate::analysis::people::who::People;
use crate::analysis::standing::feedback;
use crate::analysis::standing::report::{contributes_for, has_contributed};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::feedback::is_submitted;
use crate::templates::settings;

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
    if feedback::is_shown(log) || !(is_time || by_file) {
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
