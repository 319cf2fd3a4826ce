//! The role table, written: letters into places that exist or are begun, the table shown to all, and what each person
//! says to it. Several places are one act.

use super::behalf::Behalf;
use super::gates::Held;
use super::session::Session;
use crate::analysis::inbox::noting::{noted_cells, words_against};
use crate::analysis::people::role_table::{live_rows, may_fill, publication};
use crate::analysis::{Duty, leads, missing};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, DELETED, Form, Gate};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::assignment::{self, RolePlaces};
use crate::templates::{comment, member, work_item};

/// What is to stand in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleFill {
    pub row: RecordId,
    pub column: RecordId,
    /// The letter; "" for none.
    pub letter: String,
    /// Who stands behind it; nothing: whoever is named already, or represents the column.
    pub person: Option<RecordId>,
}

/// The letter after a key was pressed on one: R on who decides makes both, the same again takes it away; the others
/// replace what stands there.
pub fn pressed(letter: &str, key: &str) -> &'static str {
    let (decides, does) = (assignment::decides(letter), assignment::does(letter));
    let of = |decides: bool, does: bool| match (decides, does) {
        (true, true) => assignment::BOTH.key,
        (true, false) => assignment::DECIDES.key,
        (false, true) => assignment::DOES.key,
        (false, false) => "",
    };
    match key {
        "A" => of(!decides, does),
        "R" => of(decides, !does),
        "C" if letter != assignment::CONSULTED.key => assignment::CONSULTED.key,
        "I" if letter != assignment::INFORMED.key => assignment::INFORMED.key,
        _ => "",
    }
}

impl Session {
    /// The letter of a place; "" where it has none.
    pub fn role_letter(&self, row: &RecordId, column: &RecordId) -> String {
        self.read(|log| {
            let places = log.derived::<RolePlaces>();
            let place = places.get(row, column);
            place.map(|place| place.letter.clone()).unwrap_or_default()
        })
    }

    /// Fills places of the table in one act; those of others as suggestions. A work item that nobody owns yet is owned
    /// by the department that decides on it.
    pub fn fill_roles(&self, fills: &[RoleFill]) -> Vec<Slot> {
        self.apply(self.fill_writes(fills), None)
    }

    pub(super) fn fill_writes(&self, fills: &[RoleFill]) -> Vec<Write> {
        let mut writes: Vec<Write> = Vec::new();
        for fill in fills {
            let is_own = self.may_fill_role(fill);
            writes.extend(self.role_writes(fill, is_own));
            let owned = FieldKey::of(work_item::LEAD_DEPARTMENT.name);
            let is_free = self.read(|log| log.value(&fill.row, &owned).is_empty());
            let is_department = fill.column.kind() != member::KIND;
            let is_first = writes
                .iter()
                .all(|one| (&one.record, &one.key) != (&fill.row, &owned));
            if is_own
                && is_free
                && is_first
                && is_department
                && assignment::decides(&fill.letter)
                && self.duty(&fill.row, &owned) == Duty::Own
            {
                writes.push(self.write_of(&fill.row, owned.as_str(), fill.column.write()));
            }
        }
        writes
    }

    /// Whether whoever acts here fills that place without asking.
    pub fn may_fill_role(&self, fill: &RoleFill) -> bool {
        let author = self.author();
        self.read(|log| may_fill(log, &fill.column, author.as_deref()))
    }

    fn role_writes(&self, fill: &RoleFill, is_own: bool) -> Vec<Write> {
        let known = self.read(|log| {
            let places = log.derived::<RolePlaces>();
            let place = places.get(&fill.row, &fill.column);
            place.map(|place| place.record.clone())
        });
        let made = || assignment::place_of(&fill.row, &fill.column);
        let Some(record) = known.clone().or_else(made) else {
            return Vec::new();
        };
        let mut writes = Vec::new();
        if known.is_none() {
            if fill.letter.is_empty() {
                return writes;
            }
            if self.read(|log| log.is_deleted(&record)) {
                writes.push(self.agreed(&record, DELETED, Value::Null));
            }
            writes.push(self.write_of(&record, assignment::ROW.name, fill.row.write()));
            writes.push(self.write_of(&record, assignment::COLUMN.name, fill.column.write()));
        }
        let person = self.person_behind(&record, fill);
        let said = [
            (assignment::LETTER.name, Value::typed(&fill.letter)),
            (
                assignment::NAMED_PERSON.name,
                person.map_or(Value::Null, |person| person.write()),
            ),
        ];
        let said = said.map(|(key, value)| self.write_of(&record, key, value));
        writes.extend(match is_own {
            true => said.to_vec(),
            false => self.by_role(said.to_vec()),
        });
        writes
    }

    /// Who stands behind a letter: the person of the act, else whoever is named there, else the person of the column;
    /// of who is only asked or told, nobody.
    fn person_behind(&self, record: &RecordId, fill: &RoleFill) -> Option<RecordId> {
        if fill.person.is_some() && !fill.letter.is_empty() {
            return fill.person.clone();
        }
        if !assignment::needs_a_name(&fill.letter) {
            return None;
        }
        let today = self.now().date_naive();
        self.read(|log| {
            let form = Form::new(log, record.clone());
            let named = form.referred(assignment::NAMED_PERSON);
            let named = named.filter(|person| person.has(member::PERSON.name));
            match named {
                Some(person) => Some(person.record().clone()),
                None if fill.column.kind() == member::KIND => Some(fill.column.clone()),
                None => member::first_rep(&form, &fill.column, today),
            }
        })
    }

    /// Adds work items by name, at the end.
    pub fn add_work_items(&self, names: &[String]) -> Vec<RecordId> {
        let rows: Vec<Vec<(&str, Value)>> = names
            .iter()
            .map(|name| vec![(work_item::NAME.name, Value::typed(name))])
            .collect();
        self.add_rows(work_item::KIND, None, None, &rows)
    }

    /// What holds the table back from being shown to all (公示): of every row, then of every place.
    pub fn roles_held(&self) -> Held {
        let now = self.now();
        let lacks = self.read(|log| {
            let rows = live_rows(log);
            let places = log.derived::<RolePlaces>();
            let places = places.all().iter().map(|place| place.record.clone());
            let all = rows.into_iter().chain(places);
            all.flat_map(|record| missing(log, &record, Gate::Publish, now))
                .collect::<Vec<_>>()
        });
        let is_unread = self.is_unread();
        let me = self.me();
        Held {
            may_pass: (is_unread || !lacks.is_empty()) && self.read(|log| leads(log, me.as_ref())),
            lacks,
            is_unread,
        }
    }

    /// Shows the table to all: each place that is not as it was shown names what stands in it now.
    pub fn publish_roles(&self, reason: Option<&str>) -> Vec<Slot> {
        let changed = self.read(publication).changed;
        let now = self.now().write();
        let key = FieldKey::of(assignment::PUBLISHED_AT.name);
        let writes = changed.into_iter().map(|place| {
            let cells = assignment::published_cells(&place.record);
            let mut seen = self.read(|log| log.seen_with(&place.record, &key, &now, &cells));
            seen.always();
            Write {
                record: place.record,
                key: key.clone(),
                value: now.clone(),
                seen,
            }
        });
        self.apply(writes.collect(), reason)
    }

    /// Somebody knows their letters and the communication rules as they stand; what they objected is taken back.
    pub fn note_roles(&self, person: &RecordId, behalf: Option<&Behalf>) -> Vec<Slot> {
        let key = FieldKey::of(member::ACCEPTED_AT.name);
        let value = self.now().write();
        let (mut seen, against) = self.read(|log| {
            let cells = noted_cells(log, person);
            let seen = log.seen_with(person, &key, &value, &cells);
            (seen, words_against(log, person))
        });
        seen.always();
        let mut writes = vec![Write {
            record: person.clone(),
            key,
            value: value.clone(),
            seen,
        }];
        if let Some((remark, _)) = against.filter(|_| behalf.is_none()) {
            writes.push(self.write_of(&remark, comment::HANDLED_AT.name, value));
        }
        self.apply_for(writes, behalf)
    }

    /// Somebody objects to their letters or to the communication rules, in place of what they said before.
    pub fn object_roles(&self, person: &RecordId, why: &str) -> Vec<Slot> {
        let said = self.read(|log| words_against(log, person));
        let mut writes = match said {
            Some((remark, _)) => {
                vec![self.write_of(&remark, comment::TEXT.name, Value::typed(why))]
            }
            None => {
                let row = self.remark_fields(why);
                self.new_rows(comment::KIND, Some(person), None, &[row]).1
            }
        };
        writes.push(self.agreed(person, member::ACCEPTED_AT.name, Value::Null));
        self.apply_for(writes, None)
    }
}
