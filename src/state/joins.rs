//! 是同一人: somebody who is not on the list, or was entered twice, is one of those who are.

use super::session::Session;
use crate::analysis::leads;
use crate::analysis::people::strangers::department_named;
use crate::analysis::words::typed::Oddity;
use crate::model::line::{PERSON_CHARS, one_line};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Field, FieldType};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{SCHEMA, identity, member};

impl Session {
    /// Joins authors, each a member id or a name, with members, in one act: a member by `same_as`, a name by a record
    /// made of it. Returns the places of the changes made.
    pub fn join_people(&self, joins: &[(String, RecordId)]) -> Vec<Slot> {
        let writes = joins
            .iter()
            .flat_map(|(author, person)| self.joining(author, person));
        self.apply(writes.collect(), None)
    }

    fn joining(&self, author: &str, person: &RecordId) -> Vec<Write> {
        match author.parse::<RecordId>() {
            Ok(record) if record.kind() == member::MEMBER.kind => {
                vec![self.write_of(&record, member::SAME_AS.name, person.write())]
            }
            _ => {
                let record = identity::of_name(author);
                vec![
                    self.write_of(&record, identity::NAME, Value::text(author)),
                    self.write_of(&record, identity::MEMBER, person.write()),
                ]
            }
        }
    }

    /// Says of names that nobody on the list signs with them: they are asked about no more.
    pub fn keep_off_list(&self, names: &[String]) -> Vec<Slot> {
        let writes = names.iter().flat_map(|name| self.keeping_off(name));
        self.apply(writes.collect(), None)
    }

    fn keeping_off(&self, name: &str) -> Vec<Write> {
        let record = identity::of_name(name);
        vec![
            self.write_of(&record, identity::NAME, Value::text(name)),
            self.write_of(&record, identity::MEMBER, Value::text(name)),
        ]
    }

    /// What settles who signs: the member each one is, or nobody on the list.
    pub(super) fn settling(&self, said: &[(String, Option<RecordId>)]) -> Vec<Write> {
        let writes = said.iter().flat_map(|(author, member)| match member {
            Some(member) => self.joining(author, member),
            None => self.keeping_off(author),
        });
        writes.collect()
    }

    /// Takes that back, where nothing else has been said of them since.
    pub(super) fn unsettle(&self, said: &[(String, Option<RecordId>)]) {
        let mut back = Vec::new();
        for one in said {
            let writes = self.settling(std::slice::from_ref(one));
            let stands = |write: &Write| {
                self.read(|log| log.value(&write.record, &write.key)) == write.value
            };
            if writes.iter().all(stands) {
                back.extend(writes.into_iter().map(taken_back));
            }
        }
        self.write(back, None);
    }

    /// Puts whoever signs with that name on the list, of the department they gave, and what they wrote under it.
    pub fn put_on_list(&self, author: &str) -> Vec<Slot> {
        let (record, mut writes) = self.first_of_person(author);
        writes.extend(self.joining(author, &record));
        self.apply(writes, None)
    }

    /// Somebody new on the list, by a name that may say their department.
    fn first_of_person(&self, signed: &str) -> (RecordId, Vec<Write>) {
        let (name, department) = identity::signed(signed);
        let department = self.read(|log| department_named(log, department));
        let mut fields = vec![
            (member::PERSON.name, Value::text(name)),
            (member::PROJECT_ROLE.name, Value::text(member::ORDINARY.key)),
        ];
        fields.extend(department.map(|one| (member::DEPARTMENT.name, one.write())));
        self.first_writes(member::MEMBER.kind, None, fields)
    }

    /// Who a value of a field names that takes somebody of the list, where the list knows nobody like it (G-06);
    /// nothing for whoever does not keep the list. Watches the roster.
    pub fn names_a_stranger(
        &self,
        record: &RecordId,
        field: &'static Field,
        value: &Value,
    ) -> Option<String> {
        if !takes_a_member(field) {
            return None;
        }
        self.rows(member::KIND);
        let unread = self.unread(record, field, value)?;
        let is_unknown = unread.why == Oddity::NotListed && unread.meant.is_empty();
        let name = value.as_text().filter(|_| is_unknown)?;
        let is_one_name =
            name.chars().count() <= PERSON_CHARS && one_line(name, PERSON_CHARS) == name;
        let me = self.me();
        let keeps_the_list = self.read(|log| leads(log, me.as_ref()));
        (is_one_name && keeps_the_list).then(|| name.to_owned())
    }

    /// Puts somebody on the list under the name that stands in a field, and means them by it wherever a field that
    /// takes somebody of the list says just that.
    pub fn put_named_on_list(&self, name: &str) -> Vec<Slot> {
        let (record, mut writes) = self.first_of_person(name);
        let says = Value::text(name);
        let named = self.read(|log| {
            let templates = SCHEMA.templates.iter();
            let fields = templates.flat_map(|one| one.fields.iter().map(move |field| (one, field)));
            let fields = fields.filter(|(_, field)| takes_a_member(field));
            let cells = fields.flat_map(|(template, field)| {
                let key = FieldKey::of(field.key);
                let mut rows = log.rows(template.kind);
                rows.retain(|row| log.value(row, &key) == says);
                rows.into_iter().map(|row| (row, field.key))
            });
            cells.collect::<Vec<_>>()
        });
        let means = |(row, key): &(RecordId, &str)| self.write_of(row, key, record.write());
        writes.extend(named.iter().map(means));
        self.apply(writes, None)
    }

    /// Takes joins back.
    pub fn part_people(&self, joins: &[(String, RecordId)]) -> Vec<Slot> {
        let writes = joins
            .iter()
            .flat_map(|(author, person)| self.joining(author, person));
        self.apply(writes.map(taken_back).collect(), None)
    }
}

/// Whether a field takes one of the list, and is nobody's own word.
fn takes_a_member(field: &Field) -> bool {
    matches!(field.field_type, FieldType::Ref([member::KIND])) && field.own_word.is_none()
}

fn taken_back(write: Write) -> Write {
    Write {
        value: Value::Null,
        ..write
    }
}
