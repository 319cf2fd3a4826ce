//! What the changes of one person did to one record: each field by what stood there before the first of them and what
//! was written last.

use super::deed::{Clause, Did, Signer, Subject};
use crate::model::change::Cell;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::sort::sort_by;
use crate::model::template::{
    CODE, DELETED, FieldType, ORDER, PREFILLED, STATUS, StakeKind, Template,
};
use crate::model::value::Value;
use crate::model::{Change, ChangeId};
use crate::templates::{comment, confirmation, department, identity, member, proposal, task};
use std::collections::BTreeMap;

/// The changes that one person made to one thing, in their order.
pub(super) struct RawDeed<'a> {
    pub(super) by: Signer,
    pub(super) on_behalf_of: Option<&'a str>,
    pub(super) thing: RecordId,
    pub(super) changes: Vec<&'a Change>,
}

/// The writes of one field.
struct FieldWrites {
    /// What stood there for who wrote it.
    from: Value,
    /// What was written last.
    to: Value,
    /// Whether it is several writes.
    is_many: bool,
    /// Whether one of them had several values before it.
    is_settled: bool,
    reason: Option<String>,
}

impl FieldWrites {
    /// Whether it stands as before.
    fn is_nothing(&self) -> bool {
        let is_same = self.from == self.to;
        is_same && !self.is_settled && (self.is_many || self.to.is_empty())
    }
}

/// What was done, what weighs most first.
pub(super) fn clauses(
    log: &Log,
    raw: &RawDeed<'_>,
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
            let is_told = |one: &Clause| one.did == did && did.rank() > 5;
            if !all.iter().any(is_told) {
                all.push(clause(did, field.reason.clone()));
            }
        }
    }
    all
}

const fn clause(did: Did, reason: Option<String>) -> Clause {
    Clause { did, reason }
}

/// The fields in the order of their form; what it does not name comes last.
fn in_order<'a>(
    template: Option<&'static Template>,
    keys: impl Iterator<Item = &'a FieldKey>,
) -> Vec<FieldKey> {
    let place = |key: &FieldKey| {
        let mut fields = template.into_iter().flat_map(|template| template.fields);
        fields
            .position(|field| field.key == key.kind())
            .unwrap_or(usize::MAX)
    };
    let mut keys: Vec<FieldKey> = keys.cloned().collect();
    sort_by(&mut keys, |a, b| place(a).cmp(&place(b)));
    keys
}

/// Somebody's own word, where the field is one.
fn word(
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
    None
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
            crate::model::template::PARENT => wrote(key, field),
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
            key: FieldKey::of(key.kind()),
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

/// What was done with a suggestion: made, answered, taken back.
fn of_suggestion(
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

/// The writes by field.
fn fields_of(log: &Log, record: &RecordId, changes: &[&Change]) -> BTreeMap<FieldKey, FieldWrites> {
    let mut all: BTreeMap<FieldKey, FieldWrites> = BTreeMap::new();
    for change in changes {
        for cell in &change.cells {
            let named = named(log, record, &cell.key, &cell.names);
            let is_settled = named.iter().any(|value| *value != named[0]);
            let reason = change.note.as_deref().map(str::to_owned);
            match all.get_mut(&cell.key) {
                None => {
                    let first = FieldWrites {
                        from: named
                            .last()
                            .map(|value| (*value).clone())
                            .unwrap_or_default(),
                        to: cell.value.clone(),
                        is_many: false,
                        is_settled,
                        reason,
                    };
                    all.insert(cell.key.clone(), first);
                }
                Some(field) => {
                    field.to = cell.value.clone();
                    field.is_many = true;
                    field.is_settled |= is_settled;
                    field.reason = reason.or_else(|| field.reason.take());
                }
            }
        }
    }
    all
}

/// The values of a cell that a write of it named, the one that counted last.
fn named<'a>(
    log: &'a Log,
    record: &RecordId,
    key: &FieldKey,
    names: &[ChangeId],
) -> Vec<&'a Value> {
    let mut writes: Vec<(&Change, &Cell)> = Vec::new();
    for slot in names.iter().flat_map(|name| log.of_id(*name)) {
        let change = log.change(slot);
        if change.record == *record
            && log.is_in_force(slot)
            && let Some(cell) = change.cell(key)
        {
            writes.push((change, cell));
        }
    }
    sort_by(&mut writes, |(a, _), (b, _)| a.order(b));
    writes.into_iter().map(|(_, cell)| &cell.value).collect()
}
