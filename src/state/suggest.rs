//! Suggestions: an edit of what others are responsible for is kept beside the field, until one of them decides.

use super::refused::Refused;
use super::session::Session;
use super::visit::Aim;
use crate::analysis::goal::covered::covered;
use crate::analysis::people::duty::{Duty, duty};
use crate::analysis::people::suggestion::{Suggestion, open_on, own_open, seen_at};
use crate::model::log::{Slot, Write};
use crate::model::template::{DELETED, PARENT};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{SCHEMA, proposal};

impl Session {
    /// Whether an edit of a field counts at once, for whoever acts here.
    pub fn duty(&self, record: &RecordId, key: &FieldKey) -> Duty {
        let author = self.author();
        self.read(|log| duty(log, record, key, author.as_deref()))
    }

    /// The suggestions shown at a field, or at the elements of a set: the open ones, and declined ones of whoever acts
    /// here; watches them.
    pub fn suggestions(&self, record: &RecordId, key: &FieldKey) -> Vec<Suggestion> {
        let rows = self.rows_under(record, proposal::PROPOSAL.kind);
        if rows.is_empty() {
            return Vec::new();
        }
        let author = self.author();
        self.watch(|log| seen_at(log, record, key, author.as_deref()))
    }

    /// Whether a suggestion about any field of a record is open; watches them.
    pub fn has_open(&self, record: &RecordId) -> bool {
        let rows = self.rows_under(record, proposal::PROPOSAL.kind);
        !rows.is_empty() && self.watch(|log| !open_on(log, record).is_empty())
    }

    /// Whether suggestions about a field are open; watches them.
    pub fn has_suggestions(&self, record: &RecordId, key: &str) -> bool {
        !self.suggestions(record, &FieldKey::of(key)).is_empty()
    }

    /// What a control shows to whoever acts here: their own open suggestion, else the value that counts; watches both.
    pub(super) fn shown_here(&self, record: &RecordId, key: &FieldKey) -> Value {
        let value = self.value(record, key);
        self.suggestions(record, key)
            .into_iter()
            .find(|one| one.key == *key && !one.is_declined && self.is_own(one))
            .map_or(value, |one| one.value)
    }

    /// Whether whoever acts here made it, in a field that is still for others.
    pub fn is_own(&self, one: &Suggestion) -> bool {
        one.is_by(self.author().as_deref()) && self.duty(&one.target, &one.key) != Duty::Own
    }

    /// Where a visit to a field writes: into the field, or into a suggestion about it.
    pub(super) fn aim(&self, record: &RecordId, key: &FieldKey) -> Aim {
        let seen = self.read(|log| match covered(log, record, key) {
            // An answer is to what stands there, also where it is chosen in its row.
            Some(cells) => log.seen_beside(record, key, &cells),
            None => log.seen(record, key),
        });
        if is_own_word(record, key) || self.duty(record, key) == Duty::Own {
            return Aim {
                record: record.clone(),
                key: key.clone(),
                seen,
                first: Vec::new(),
            };
        }
        let value_key = FieldKey::of(proposal::VALUE.name);
        let author = self.author();
        let own = self.read(|log| own_open(log, record, key, author.as_deref()));
        match own {
            Some(own) => {
                let about = [(record.clone(), key.clone())];
                let seen =
                    self.read(|log| log.seen_with(&own.record, &value_key, &Value::Null, &about));
                Aim {
                    record: own.record,
                    key: value_key,
                    seen,
                    first: Vec::new(),
                }
            }
            None => {
                let new = self.new_id(proposal::PROPOSAL.kind);
                let first = [
                    (PARENT, Value::text(record.as_str())),
                    (proposal::TARGET.name, Value::text(record.as_str())),
                    (proposal::FIELD.name, Value::text(key.as_str())),
                ];
                Aim {
                    first: first
                        .into_iter()
                        .map(|(key, value)| self.write_of(&new, key, value))
                        .collect(),
                    record: new,
                    key: value_key,
                    seen,
                }
            }
        }
    }

    /// The writes of an act, with those that others are responsible for turned into suggestions.
    pub(super) fn by_role(&self, writes: Vec<Write>) -> Vec<Write> {
        let turned = writes.into_iter().flat_map(|write| {
            let is_word = is_own_word(&write.record, &write.key);
            if is_word || self.duty(&write.record, &write.key) == Duty::Own {
                return vec![write];
            }
            let mut aim = self.aim(&write.record, &write.key);
            if write.seen.is_always() {
                aim.seen.always();
            }
            let mut all = aim.first;
            if !aim.seen.makes_a_change(&write.value) {
                return Vec::new();
            }
            all.push(Write {
                record: aim.record,
                key: aim.key,
                value: write.value,
                seen: aim.seen,
            });
            all
        });
        turned.collect()
    }

    /// Takes back a suggestion about a field of whoever acts here that says what stands there anyway.
    pub(super) fn drop_needless(&self, record: &RecordId, key: &FieldKey) -> Vec<Slot> {
        let rows = self.read(|log| log.rows_under(record, proposal::PROPOSAL.kind));
        let author = self.author();
        let is_needless = |row: &RecordId| {
            self.read(|log| {
                let one = Suggestion::read(log, row)?;
                let is_same = one.key == *key && one.value == log.value(record, key);
                (is_same && one.is_by(author.as_deref()) && !answered(log, row)).then_some(())
            })
            .is_some()
        };
        let writes = rows
            .iter()
            .filter(|row| is_needless(row))
            .map(|row| self.agreed(row, DELETED, Value::Bool(true)))
            .collect();
        self.write(writes, None)
    }

    /// Takes a suggestion of one's own back.
    pub fn withdraw(&self, suggestion: &RecordId) -> Vec<Slot> {
        self.apply(
            vec![self.agreed(suggestion, DELETED, Value::Bool(true))],
            None,
        )
    }

    /// Writes what a suggestion says into its field, and says that it was adopted: one act, which knows both.
    pub fn adopt(&self, suggestion: &RecordId) -> Vec<Slot> {
        let Some(one) = self.read(|log| Suggestion::read(log, suggestion)) else {
            return Vec::new();
        };
        if self.is_others_word(&one.target, &one.key) {
            self.refuse(Refused::OthersWord(one.target, one.key));
            return Vec::new();
        }
        let mut writes = if one.key.as_str() == DELETED {
            self.deletion_of(&one.target)
        } else {
            let told = [(suggestion.clone(), FieldKey::of(proposal::VALUE.name))];
            let seen = self.read(|log| log.seen_with(&one.target, &one.key, &one.value, &told));
            vec![Write {
                record: one.target,
                key: one.key,
                value: one.value,
                seen,
            }]
        };
        writes.push(self.answer_to(suggestion, proposal::ADOPTED.key));
        self.apply(writes, None)
    }

    /// Says that a suggestion was not adopted, and why.
    pub fn decline(&self, suggestion: &RecordId, reason: Option<&str>) -> Vec<Slot> {
        self.apply(
            vec![self.answer_to(suggestion, proposal::DECLINED.key)],
            reason,
        )
    }

    fn answer_to(&self, suggestion: &RecordId, answer: &str) -> Write {
        self.write_of(suggestion, proposal::ANSWER.name, Value::text(answer))
    }
}

/// Nobody suggests what somebody else should have said: their own word is written by them, or recorded for them.
fn is_own_word(record: &RecordId, key: &FieldKey) -> bool {
    let template = SCHEMA.template(record.kind());
    let field = template.and_then(|template| template.field(key.as_str()));
    field.is_some_and(|field| field.own_word.is_some())
}

fn answered(log: &crate::model::Log, row: &RecordId) -> bool {
    !log.value(row, &FieldKey::of(proposal::ANSWER.name))
        .is_empty()
}
