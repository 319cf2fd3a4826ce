//! The one place where a write of somebody's own word is minded: by that person, or recorded for them with a basis
//! (代为登记). Whatever else is tried, in a form, a table, by pasting, filling down, deciding or deleting, is refused.

use super::behalf::Behalf;
use super::refused::Refused;
use super::session::Session;
use crate::analysis::goal::answers;
use crate::analysis::people::own_word::{Word, others_word, recorded_for, speaks_for};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, DELETED, OwnWord, Speaker};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{SCHEMA, confirmation, department, member, recipient, task};

impl Session {
    /// Whether a field is the own word of somebody else than who acts here; watches the field that names them. Who acts
    /// and who represents whom seldom changes while one looks, and the write path asks anew.
    pub fn is_others_word(&self, record: &RecordId, key: &FieldKey) -> bool {
        let template = SCHEMA.template(record.kind());
        let field = template.and_then(|template| template.field(key.as_str()));
        let named = match field.and_then(|field| field.own_word).map(|word| word.of) {
            Some(
                Speaker::Person(named) | Speaker::RepOf(named) | Speaker::PersonOrWriter(named),
            ) if !named.is_empty() => FieldKey::of(named),
            _ => key.clone(),
        };
        self.value(record, &named);
        let author = self.author();
        let word = Word {
            record,
            key,
            value: &Value::Null,
            beside: &|_| None,
        };
        self.read(|log| others_word(log, word, author.as_deref()).is_some())
    }

    /// The writes of an act without those that put words into the mouth of others; each of these is refused, and that
    /// is told. What remains says when it was said, too.
    pub(super) fn mind_own_words(&self, writes: Vec<Write>, behalf: Option<&Behalf>) -> Vec<Write> {
        let mut writes = writes;
        self.part_from_speaker(&mut writes);
        if !writes.iter().any(is_word) {
            return writes;
        }
        let author = self.author();
        let refused: Vec<bool> = writes
            .iter()
            .map(|write| {
                is_word(write)
                    && write.seen.makes_a_change(&write.value)
                    && !self.goes_along(write, &writes)
                    && !is_parted(write, &writes)
                    && self.is_anothers(write, &writes, author.as_deref(), behalf)
            })
            .collect();
        let (mut kept, mut last) = (Vec::with_capacity(writes.len()), None);
        for (write, is_refused) in writes.into_iter().zip(refused) {
            if is_refused {
                last = Some(Refused::OthersWord(write.record, write.key));
            } else {
                kept.push(write);
            }
        }
        if let Some(last) = last {
            self.refuse(last);
        }
        self.say_when(&mut kept);
        kept
    }

    /// Whether whoever writes may not say this: it is somebody else's word, or recorded without a basis.
    fn is_anothers(
        &self,
        write: &Write,
        writes: &[Write],
        author: Option<&str>,
        behalf: Option<&Behalf>,
    ) -> bool {
        let beside = |key: &str| {
            let mut same = writes.iter().filter(|other| other.record == write.record);
            let found = same.find(|other| other.key.as_str() == key);
            found.map(|other| other.value.clone())
        };
        let word = Word {
            record: &write.record,
            key: &write.key,
            value: &write.value,
            beside: &beside,
        };
        self.read(|log| match behalf {
            Some(behalf) => {
                behalf.basis.trim().is_empty() || !speaks_for(log, word, &behalf.member)
            }
            None => others_word(log, word, author).is_some(),
        })
    }

    /// Whether a record is deleted with the form it lies under.
    fn goes_along(&self, write: &Write, writes: &[Write]) -> bool {
        let parent = self.read(|log| log.parent_of(&write.record));
        let is_gone = |other: &Write| {
            other.key.as_str() == DELETED
                && other.value.is_true()
                && Some(&other.record) == parent.as_ref()
        };
        write.key.as_str() == DELETED && writes.iter().any(is_gone)
    }

    /// An answer that changes says when it was given, however it was written.
    fn say_when(&self, writes: &mut Vec<Write>) {
        let mut more: Vec<(RecordId, &'static str)> = Vec::new();
        for write in writes.iter().filter(|write| is_word(write)) {
            let template = SCHEMA.template(write.record.kind());
            let field = template.and_then(|template| template.field(write.key.as_str()));
            let at = field.and_then(|field| field.own_word).map(|word| word.at);
            if let Some(at) = at.filter(|at| !at.is_empty())
                && write.seen.makes_a_change(&write.value)
                && !writes
                    .iter()
                    .any(|other| other.record == write.record && other.key.as_str() == at)
            {
                more.push((write.record.clone(), at));
            }
        }
        for (record, at) in more {
            writes.push(self.write_of(&record, at, self.now().write()));
        }
    }

    /// Records what somebody said otherwise than here: whatever stood beside their old word goes with it. Nothing is
    /// written without a basis.
    pub fn record_word(
        &self,
        record: &RecordId,
        key: &FieldKey,
        value: Value,
        basis: &str,
    ) -> Vec<Slot> {
        let Some(member) = self.read(|log| recorded_for(log, record, key)) else {
            self.refuse(Refused::OthersWord(record.clone(), key.clone()));
            return Vec::new();
        };
        let behalf = Behalf {
            member,
            basis: basis.to_owned(),
        };
        let is = |kind: &str, name: &str| record.kind() == kind && key.as_str() == name;
        if is(confirmation::CONFIRMATION.kind, confirmation::ANSWER.name) {
            let named = self.value(record, &FieldKey::of(confirmation::DEPARTMENT.name));
            let department = RecordId::read(&named)
                .filter(|one| answers::confirmation_record(one).as_ref() == Some(record));
            let answer = value.as_text().and_then(confirmation::answer_of);
            if let (Some(department), Some(answer)) = (department, answer) {
                return self.answer_goal(&department, answer, "", Some(&behalf));
            }
        }
        if is(
            department::DEPARTMENT.kind,
            department::BOUNDARY_CONFIRMED_AT.name,
        ) {
            return self.confirm_duties(record, Some(&behalf));
        }
        if is(task::TASK.kind, task::ACCEPTED.name) {
            let answer = value.as_text().unwrap_or_default();
            return self.answer_tasks(std::slice::from_ref(record), answer, Some(&behalf));
        }
        if is(recipient::KIND, recipient::REPLY.name) {
            let decision = self.read(|log| log.parent_of(record));
            let reply = value.as_text().and_then(recipient::reply_of);
            if let (Some(decision), Some(reply)) = (decision, reply) {
                return self.reply_to_decision(&decision, reply, "", Some(&behalf));
            }
        }
        if is(member::MEMBER.kind, member::ACCEPTED_AT.name) {
            return self.note_roles(record, Some(&behalf));
        }
        let write = self.write_of(record, key.as_str(), value);
        self.apply_for(vec![write], Some(&behalf))
    }

    /// Where another person is named than before, what the one before said does not stand as the new one's word.
    fn part_from_speaker(&self, writes: &mut Vec<Write>) {
        let mut gone: Vec<(RecordId, &'static str)> = Vec::new();
        for write in writes.iter() {
            let was = self.read(|log| log.value(&write.record, &write.key));
            let template = SCHEMA.template(write.record.kind());
            let (Some(template), false) = (template, was.is_empty() || was == write.value) else {
                continue;
            };
            let words = template.fields.iter();
            let words = words.filter(|field| {
                field
                    .own_word
                    .is_some_and(|word| is_named_by(word, write.key.as_str()))
            });
            gone.extend(words.map(|field| (write.record.clone(), field.key)));
        }
        for (record, key) in gone {
            let is_written = |other: &Write| other.record == record && other.key.as_str() == key;
            if !writes.iter().any(is_written) {
                writes.push(self.write_of(&record, key, Value::Null));
            }
        }
    }
}

/// Whether that field names whose word it is.
fn is_named_by(word: OwnWord, key: &str) -> bool {
    match word.of {
        Speaker::Person(field) | Speaker::RepOf(field) | Speaker::PersonOrWriter(field) => {
            !field.is_empty() && field == key
        }
        Speaker::Named | Speaker::Writer => false,
    }
}

fn is_speaker_of(other: &Write, word: &Write) -> bool {
    let field = SCHEMA
        .template(word.record.kind())
        .and_then(|template| template.field(word.key.as_str()));
    field
        .and_then(|field| field.own_word)
        .is_some_and(|own| is_named_by(own, other.key.as_str()))
}

/// Whether a word is emptied because another person is named as its speaker: it is taken back, not said.
fn is_parted(write: &Write, writes: &[Write]) -> bool {
    let names_another = |other: &Write| {
        other.record == write.record
            && other.seen.makes_a_change(&other.value)
            && is_speaker_of(other, write)
    };
    write.value.is_empty() && writes.iter().any(names_another)
}

/// Whether a write may be of somebody's own word.
fn is_word(write: &Write) -> bool {
    let Some(template) = SCHEMA.template(write.record.kind()) else {
        return false;
    };
    if write.key.as_str() == DELETED {
        let is_record = |word: OwnWord| word.is_record;
        return write.value.is_true()
            && template
                .fields
                .iter()
                .any(|field| field.own_word.is_some_and(is_record));
    }
    let field = template.field(write.key.as_str());
    field.is_some_and(|field| field.own_word.is_some())
}
