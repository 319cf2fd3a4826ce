//! What somebody said, as opposed to what they wrote into a field: an answer, a remark, a suggestion and its answer.

use super::doing::{Clause, Did, Subject};
use super::writes::{FieldWrites, fields_of};
use crate::model::Change;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::DELETED;
use crate::templates::{comment, confirmation, department, identity, member, proposal, task};
use std::collections::BTreeMap;

pub(super) const fn clause(did: Did, reason: Option<String>) -> Clause {
    Clause { did, reason }
}

/// Somebody's own word, where the field is one.
pub(super) fn word(
    log: &Log,
    record: &RecordId,
    key: &FieldKey,
    field: &FieldWrites,
    beside: &BTreeMap<FieldKey, FieldWrites>,
) -> Option<Did> {
    let text = |key: &str| {
        let key = FieldKey::of(key);
        let written = beside.get(&key).map(|field| field.to.clone());
        let value = written.unwrap_or_else(|| log.value(record, &key));
        value.as_text().unwrap_or_default().to_owned()
    };
    let is = |kind: &str, name: &str| record.kind() == kind && key.as_str() == name;
    let given = field.to.as_text();
    let said = |subject: Subject| match given {
        Some(_) => Did::Agreed(subject, String::new()),
        None => Did::Unsaid(subject),
    };
    if field.to.is_empty() && field.from.is_empty() {
        return None;
    }
    if is(confirmation::CONFIRMATION.kind, confirmation::ANSWER.name) {
        let words = text(confirmation::COMMENT.name);
        return Some(match given {
            Some(answer) if answer == confirmation::OBJECTION.key => {
                Did::Objected(Subject::Goal, words)
            }
            Some(answer) if answer == confirmation::CONFIRMED.key => {
                Did::Agreed(Subject::Goal, words)
            }
            _ => Did::Unsaid(Subject::Goal),
        });
    }
    if is(comment::COMMENT.kind, comment::TEXT.name) {
        let about = log.parent_of(record);
        let words = given.unwrap_or_default().to_owned();
        return Some(match about {
            Some(about) if about.kind() == department::DEPARTMENT.kind => {
                Did::Objected(Subject::Duties, words)
            }
            about => Did::Remarked(about, words),
        });
    }
    if is(
        department::DEPARTMENT.kind,
        department::BOUNDARY_CONFIRMED_AT.name,
    ) {
        return Some(said(Subject::Duties));
    }
    if is(member::MEMBER.kind, member::ACCEPTED_AT.name) {
        return Some(said(Subject::Role));
    }
    if is(task::TASK.kind, task::ACCEPTED.name) {
        return Some(match given {
            Some(answer) if answer == task::ADJUST.key => {
                Did::Objected(Subject::Dates, String::new())
            }
            _ => said(Subject::Dates),
        });
    }
    let stays = [
        (task::TASK.kind, task::DATES_STAY_AT.name, Subject::Dates),
        (
            confirmation::CONFIRMATION.kind,
            confirmation::GOAL_STAYS_AT.name,
            Subject::Goal,
        ),
    ];
    let stays = stays.into_iter().find(|(kind, name, _)| is(kind, name));
    stays.map(|(_, _, subject)| match given {
        Some(_) => Did::Stays(subject),
        None => Did::Unsaid(subject),
    })
}

/// What was done with a suggestion: made, answered, taken back.
pub(super) fn of_suggestion(
    log: &Log,
    record: &RecordId,
    changes: &[&Change],
    is_new: &dyn Fn(&RecordId) -> bool,
) -> Vec<Clause> {
    let fields = fields_of(log, record, changes);
    let of = |key: &str| fields.get(&FieldKey::of(key));
    let about = log.value(record, &FieldKey::of(proposal::FIELD.name));
    let key = about
        .as_text()
        .and_then(|text| text.parse::<FieldKey>().ok());
    let Some(key) = key else {
        return vec![clause(Did::Unknown, None)];
    };
    let value = log.value(record, &FieldKey::of(proposal::VALUE.name));
    if of(DELETED).is_some_and(|field| field.to.is_true()) {
        let is_made = of(proposal::VALUE.name).is_some() && is_new(record);
        return match is_made {
            true => Vec::new(),
            false => vec![clause(Did::Withdrew(key), None)],
        };
    }
    if let Some(answer) = of(proposal::ANSWER.name).filter(|field| !field.is_nothing()) {
        let maker = log.live(record, &FieldKey::of(proposal::VALUE.name));
        let maker = maker.first().map(|write| write.change);
        let did = Did::Decided {
            of: maker.and_then(|change| identity::signer(log, change)),
            is_adopted: answer.to.as_text() == Some(proposal::ADOPTED.key),
            key,
            value,
        };
        return vec![clause(did, answer.reason.clone())];
    }
    let suggested = of(proposal::VALUE.name).filter(|field| !(field.is_many && field.is_nothing()));
    let suggested = suggested.map(|field| clause(Did::Suggested(key, value), field.reason.clone()));
    suggested.into_iter().collect()
}
