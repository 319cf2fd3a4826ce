//! Suggestions as they stand: what somebody would write into a field of others, and whether it still waits for a word.

use super::duty::{Duty, deciding, duty};
use super::who::People;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{KeptBy, Log};
use crate::model::template::{DELETED, Form};
use crate::model::value::Value;
use crate::templates::{identity, proposal};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What somebody proposes for a field that others write, and who decides on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    pub record: RecordId,
    /// The record it is about.
    pub target: RecordId,
    /// The field it is about; `deleted`: to delete the record.
    pub key: FieldKey,
    /// What the field should hold.
    pub value: Value,
    /// Who suggests it: a member id, or a name.
    pub by: Option<String>,
    /// When, by their clock, milliseconds since 1970.
    pub time: i64,
    /// Why, where they said so.
    pub note: Option<String>,
    /// Whether the field has been written since by somebody who may not have known of it.
    pub is_outdated: bool,
    /// Whether it was answered with no.
    pub is_declined: bool,
    /// The reason of the answer.
    pub reason: Option<String>,
}

impl Suggestion {
    /// Reads one; nothing where it says too little, or is withdrawn.
    pub fn read(log: &Log, record: &RecordId) -> Option<Self> {
        let form = Form::new(log, record.clone());
        let target = form.get(proposal::TARGET)?;
        let key: FieldKey = form.get(proposal::FIELD)?.parse().ok()?;
        let value_key = FieldKey::of(proposal::VALUE.name);
        let written = log.live(record, &value_key);
        let write = written.first()?;
        if !log.is_visible(record) || !can_be_suggested(log, &target, &key) {
            return None;
        }
        let answers = log.live(record, &FieldKey::of(proposal::ANSWER.name));
        let answer = answers.first();
        Some(Self {
            is_declined: answer
                .is_some_and(|answer| answer.value.as_text() == Some(proposal::DECLINED.key)),
            reason: answer.and_then(|answer| answer.change.note.as_deref().map(str::to_owned)),
            record: record.clone(),
            value: write.value.clone(),
            by: identity::signer(log, write.change),
            time: write.change.time,
            note: write.change.note.as_deref().map(str::to_owned),
            is_outdated: !log
                .changed_since(record, &value_key, &[(target.clone(), key.clone())])
                .is_empty(),
            target,
            key,
        })
    }

    /// Whether this author made it; nobody makes those that are not signed.
    pub fn is_by(&self, author: Option<&str>) -> bool {
        author.is_some() && self.by.as_deref() == author
    }

    /// Whether nobody has answered it, and nobody has written what it says since.
    pub fn is_open(&self, log: &Log) -> bool {
        let form = Form::new(log, self.record.clone());
        let is_gone = if self.key.as_str() == DELETED {
            log.is_deleted(&self.target)
        } else {
            !log.is_visible(&self.target)
        };
        if is_gone || form.has(proposal::ANSWER.name) {
            return false;
        }
        let made = log
            .live(&self.record, &FieldKey::of(proposal::VALUE.name))
            .first()
            .map_or(0, |write| write.change.lamport);
        // Who wrote the same by hand has followed it, whatever stands there now; an answer taken back is none.
        let was_answered = !log
            .history(&self.record, &FieldKey::of(proposal::ANSWER.name))
            .is_empty();
        let history = log.history(&self.target, &self.key);
        let is_followed = !was_answered
            && history
                .iter()
                .any(|write| write.change.lamport > made && *write.value == self.value);
        log.value(&self.target, &self.key) != self.value && !is_followed
    }
}

/// Whether people write that field by hand: nothing that the app fills, no state, and nobody's own word can be
/// suggested.
fn can_be_suggested(log: &Log, target: &RecordId, key: &FieldKey) -> bool {
    let template = log.schema().template(target.kind());
    let is_written = template
        .and_then(|template| template.field(key.as_str()))
        .is_some_and(|field| !field.filled && field.own_word.is_none());
    target.kind() != proposal::PROPOSAL.kind && (is_written || key.as_str() == DELETED)
}

/// The open suggestions about a record, by those who made them in order.
pub fn open_on(log: &Log, target: &RecordId) -> Vec<Suggestion> {
    let all = on(log, target);
    let open = all.all.iter().filter(|(_, is_open)| *is_open);
    open.map(|(one, _)| one.clone()).collect()
}

/// The suggestions that this author sees at a field of a record, or at the elements of a set: the open ones, and their
/// own that were answered with no, until they have taken note.
pub fn seen_at(
    log: &Log,
    target: &RecordId,
    key: &FieldKey,
    author: Option<&str>,
) -> Vec<Suggestion> {
    let all = on(log, target);
    let here = all.of_stem.get(key.stem()).into_iter().flatten();
    let seen = here.map(|at| &all.all[*at]).filter(|(one, is_open)| {
        let is_here = one.key == *key || one.key.stem() == key.as_str();
        is_here && (*is_open || (one.is_declined && one.is_by(author)))
    });
    seen.map(|(one, _)| one.clone()).collect()
}

/// Suggestions, each with whether it is open, and their places by the field they are about or whose elements.
#[derive(Debug)]
struct SuggestionList {
    all: Vec<(Suggestion, bool)>,
    of_stem: BTreeMap<String, Vec<usize>>,
}

/// The suggestions about a record, each with whether it is open: every field of a form asks for the same ones.
fn on(log: &Log, target: &RecordId) -> Rc<SuggestionList> {
    let find = || {
        let read = read_all(log, &log.rows_under(target, proposal::PROPOSAL.kind)).into_iter();
        let with_open = read.map(|one| {
            let is_open = one.is_open(log);
            (one, is_open)
        });
        let all: Vec<(Suggestion, bool)> = with_open.collect();
        let mut of_stem: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, (one, _)) in all.iter().enumerate() {
            let stem = one.key.stem().to_owned();
            of_stem.entry(stem).or_default().push(at);
        }
        Rc::new(SuggestionList { all, of_stem })
    };
    log.beside::<OnRecords>().0.get(log, target, find)
}

#[derive(Default)]
struct OnRecords(KeptBy<RecordId, Rc<SuggestionList>>);

/// Every open suggestion of the project.
pub fn all_open(log: &Log) -> Vec<Suggestion> {
    open_among(log, &log.rows(proposal::PROPOSAL.kind))
}

fn open_among(log: &Log, records: &[RecordId]) -> Vec<Suggestion> {
    let mut all = read_all(log, records);
    all.retain(|one| one.is_open(log));
    all
}

fn read_all(log: &Log, records: &[RecordId]) -> Vec<Suggestion> {
    let read = |record| Suggestion::read(log, record);
    records.iter().filter_map(read).collect()
}

/// The open suggestion of an author about a field.
pub fn own_open(
    log: &Log,
    target: &RecordId,
    key: &FieldKey,
    author: Option<&str>,
) -> Option<Suggestion> {
    open_on(log, target)
        .into_iter()
        .find(|one| one.key == *key && one.is_by(author))
}

/// What this person suggested and was answered with no, until they have taken note.
pub fn declined_of(log: &Log, me: &RecordId) -> Vec<Suggestion> {
    let mut all = read_all(log, &log.rows(proposal::PROPOSAL.kind));
    all.retain(|one| one.is_declined && is_still_for_others(log, one, me));
    all
}

/// What this person suggested that waits for the word of others.
pub fn own_waiting(log: &Log, me: &RecordId) -> Vec<Suggestion> {
    let mut open = all_open(log);
    open.retain(|one| is_still_for_others(log, one, me));
    open
}

fn is_still_for_others(log: &Log, one: &Suggestion, me: &RecordId) -> bool {
    let me = Some(me.as_str());
    one.is_by(me) && duty(log, &one.target, &one.key, me) != Duty::Own
}

/// The open suggestions that wait for this person's word.
pub fn waiting_for(log: &Log, people: &People, me: &RecordId) -> Vec<Suggestion> {
    let me = people.person(me);
    let mut open = all_open(log);
    open.retain(|one| deciding(log, &one.target, &one.key).contains(&me));
    open
}
