//! 是同一人: somebody who is not on the list, or was entered twice, is one of those who are.

use super::session::Session;
use crate::model::log::{Slot, Write};
use crate::model::template::CellType;
use crate::model::{RecordId, Value};
use crate::templates::{identity, member};

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

    /// Takes joins back, where the import they came with is taken back.
    pub fn part_people(&self, joins: &[(String, RecordId)]) -> Vec<Slot> {
        let part = |write: Write| Write {
            value: Value::Null,
            ..write
        };
        let writes = joins
            .iter()
            .flat_map(|(author, person)| self.joining(author, person));
        self.apply(writes.map(part).collect(), None)
    }
}
