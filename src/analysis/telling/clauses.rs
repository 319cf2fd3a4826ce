//! What the changes of one person did to one record: each field by what stood there before the first of them and what
//! was written last.

use super::doing::{Clause, Did, Signer};
use super::voiced::{clause, of_suggestion, word};
use super::writes::{FieldWrites, fields_of, in_order};
use crate::model::Change;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::sort::sort_by;
use crate::model::template::{
    CODE, DELETED, FieldType, ORDER, PARENT, PREFILLED, STATUS, StakeKind, Template,
};
use crate::templates::{comment, confirmation, proposal};
use std::collections::BTreeMap;

/// The changes that one person made to one thing, in their order.
pub(super) struct RawDoing<'a> {
    pub(super) by: Signer,
    pub(super) on_behalf_of: Option<&'a str>,
    pub(super) thing: RecordId,
    pub(super) changes: Vec<&'a Change>,
}

/// What was done, what weighs most first.
pub(super) fn clauses(
    log: &Log,
    raw: &RawDoing<'_>,
    is_new: &dyn Fn(&RecordId) -> bool,
) -> Vec<Clause> {
    let mut by_record: BTreeMap<&RecordId, Vec<&Change>> = BTreeMap::new();
    for change in &raw.changes {
        by_record.entry(&change.record).or_default().push(change);
    }
    let mut all: Vec<Clause> = Vec::new();
    for (record, changes) in by_record {
        if record.kind() == proposal::PROPOSAL.kind && *record != raw.thing {
            all.extend(of_suggestion(log, record, &changes, is_new));
        } else {
            all.extend(of_record(log, record, &changes, is_new));
        }
    }
    // What was adopted is told with whose suggestion it was.
    let is_adopted = |wanted: &FieldKey| {
        let is_it = |clause: &Clause| match &clause.did {
            Did::Decided {
                key, is_adopted, ..
            } => *is_adopted && key == wanted,
            _ => false,
        };
        all.iter().any(is_it)
    };
    let told_with = |clause: &Clause| match &clause.did {
        Did::Wrote { key, .. } => is_adopted(key),
        _ => false,
    };
    let is_told: Vec<bool> = all.iter().map(told_with).collect();
    let mut all: Vec<Clause> = all
        .into_iter()
        .zip(is_told)
        .filter(|(_, is_told)| !is_told)
        .map(|(clause, _)| clause)
        .collect();
    if all.iter().any(|clause| clause.did.rank() < 7) {
        all.retain(|clause| clause.did.rank() < 7);
    }
    if raw.on_behalf_of.is_some() {
        // What stands there is the basis, and told as that.
        all.iter_mut().for_each(|clause| clause.reason = None);
    }
    sort_by(&mut all, |a, b| a.did.rank().cmp(&b.did.rank()));
    // What has one reason stands together.
    let reasons: Vec<Option<String>> = all.iter().map(|one| one.reason.clone()).collect();
    let first = |clause: &Clause| reasons.iter().position(|reason| *reason == clause.reason);
    sort_by(&mut all, |a, b| first(a).cmp(&first(b)));
    all
}

fn of_record(
    log: &Log,
    record: &RecordId,
    changes: &[&Change],
    is_new: &dyn Fn(&RecordId) -> bool,
) -> Vec<Clause> {
    let template = log.schema().template(record.kind());
    let mut fields = fields_of(log, record, changes);
    let is_new = is_new(record);
    if let Some(deletion) = fields.remove(&FieldKey::of(DELETED)) {
        match (deletion.to.is_true(), deletion.from.is_true()) {
            (true, _) if is_new => return Vec::new(),
            (true, false) => return vec![clause(Did::Deleted, deletion.reason)],
            (true, true) => return Vec::new(),
            (false, true) => {
                return vec![clause(Did::Restored, deletion.reason)];
            }
            (false, false) => {}
        }
    }
    let mut all = Vec::new();
    let is_word = [comment::COMMENT.kind, confirmation::CONFIRMATION.kind].contains(&record.kind());
    if is_new && !is_word && template.is_some_and(|template| !template.once) {
        all.push(clause(Did::Added, None));
    }
    let is_added = !all.is_empty();
    let in_order = in_order(template, fields.keys());
    for key in in_order {
        let Some(field) = fields.get(&key) else {
            continue;
        };
        if let Some(did) = word(log, record, &key, field, &fields) {
            all.push(clause(did, field.reason.clone()));
        } else if !is_word
            && !field.is_nothing()
            && let Some(did) = did(template, &key, field, is_added)
        {
            // What says little is said once; there are thousands of elements of a set, and each says its own.
            let is_told = did.rank() > 5 && all.iter().any(|one: &Clause| one.did == did);
            if !is_told {
                all.push(clause(did, field.reason.clone()));
            }
        }
    }
    all
}

/// What the writes of an ordinary field did; nothing where that says nothing beside the rest.
fn did(
    template: Option<&'static Template>,
    key: &FieldKey,
    field: &FieldWrites,
    is_added: bool,
) -> Option<Did> {
    let Some(template) = template else {
        return Some(Did::Unknown);
    };
    match key.as_str() {
        STATUS => {
            let first = template.states.map(|states| states.first().choice.key);
            let is_begun = field.from.is_empty() && field.to.as_text() == first;
            return (!is_begun).then(|| Did::Stepped(field.from.clone(), field.to.clone()));
        }
        CODE => return None,
        ORDER => return (!is_added).then_some(Did::Moved),
        PREFILLED => return (!is_added && field.to.is_empty()).then_some(Did::LookedAt),
        _ if is_added => return None,
        _ => {}
    }
    let Some(declared) = template.field(key.as_str()) else {
        return Some(match key.as_str() {
            PARENT => wrote(key, field),
            _ => Did::Unknown,
        });
    };
    if declared.stake == Some(StakeKind::Original) && declared.filled {
        return Some(Did::MadeOriginal);
    }
    if declared.filled {
        return None;
    }
    Some(match (declared.field_type, key.rest()) {
        (FieldType::Set(_), Some(element)) => Did::Chose {
            key: FieldKey::of(key.stem()),
            element: element.to_owned(),
            is_in: !field.to.is_empty(),
            text: field.to.as_text().unwrap_or_default().to_owned(),
        },
        _ => wrote(key, field),
    })
}

fn wrote(key: &FieldKey, field: &FieldWrites) -> Did {
    Did::Wrote {
        key: key.clone(),
        from: field.from.clone(),
        to: field.to.clone(),
        is_settled: field.is_settled,
    }
}
