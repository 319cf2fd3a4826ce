//! How much hangs on a field: what deletes, decides, appoints or answers is looked at before what is merely written.
//! And whose own word a field is. Knows no screen.

use crate::analysis::people::who::People;
use crate::model::template::{
    CellType, DELETED, Form, ITSELF, ORDER, PARENT, PREFILLED, STATUS, Speaker, StakeKind,
};
use crate::model::{FieldKey, Log, RecordId, Value};
use crate::templates::{
    SCHEMA, calendar_day, charter, comment, department, identity, issue, member, settings,
};
use std::collections::{BTreeMap, BTreeSet};

/// What sort of thing a change does; what weighs more comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// A record goes to the recycle bin.
    Deleted,
    /// A record comes back from it.
    Restored,
    /// A state: final, closed, done.
    State,
    /// A setting of the project, a day of its calendar.
    Setting,
    /// Who somebody is, who holds a role, who owns what, who is joined with whom.
    Role,
    /// Somebody's own word: a confirmation, an acceptance, a reply.
    Word,
    /// A difference that is settled, a suggestion that is answered, a gate that is passed.
    Decision,
    /// The plan as it was first made.
    Original,
    /// Anything else.
    Content,
    /// Where a row stands.
    Place,
}

impl Weight {
    /// All, what weighs most first.
    pub const ALL: [Self; 10] = [
        Self::Deleted,
        Self::Restored,
        Self::State,
        Self::Setting,
        Self::Role,
        Self::Word,
        Self::Decision,
        Self::Original,
        Self::Content,
        Self::Place,
    ];

    /// The name in `data-weight`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::Restored => "restored",
            Self::State => "state",
            Self::Setting => "setting",
            Self::Role => "role",
            Self::Word => "word",
            Self::Decision => "decision",
            Self::Original => "original",
            Self::Content => "content",
            Self::Place => "place",
        }
    }

    /// What the write of a value into a field does.
    pub fn of(record: &RecordId, key: &FieldKey, value: &Value) -> Self {
        let (kind, field) = (record.kind(), key.stem());
        match field {
            DELETED if value.is_true() => return Self::Deleted,
            DELETED => return Self::Restored,
            STATUS => return Self::State,
            ORDER | PARENT | PREFILLED => return Self::Place,
            _ => {}
        }
        if word_of(kind, field).is_some() {
            return Self::Word;
        }
        if [settings::KIND, calendar_day::KIND].contains(&kind) {
            return Self::Setting;
        }
        let template = SCHEMA.template(kind);
        let stake = template.and_then(|template| template.field(field)?.stake);
        match stake {
            Some(StakeKind::Role) => Self::Role,
            Some(StakeKind::Decision) => Self::Decision,
            Some(StakeKind::Original) => Self::Original,
            None if kind == identity::KIND => Self::Role,
            None => Self::Content,
        }
    }
}

/// Who verified an issue is asked for with the step, and whoever takes it may name somebody else: that is no own word,
/// and of a file it is told as one.
const VERIFIED: &[&str] = &[issue::VERIFIED_BY.name, issue::VERIFIED_AT.name];

/// Whose own word a field is, as the templates say.
fn word_of(kind: &str, field: &str) -> Option<Speaker> {
    if kind == issue::KIND && VERIFIED.contains(&field) {
        return Some(Speaker::Person(issue::VERIFIED_BY.name));
    }
    let word = SCHEMA.template(kind)?.field(field)?.own_word;
    word.map(|word| word.of)
}

/// What the last part of a record's id names: of `confirmation/rd` and `assessment/c1-rd` it is `department/rd`.
fn named_by_id(record: &RecordId, kind: &str) -> Option<RecordId> {
    let last = record.rest()?.rsplit('-').next()?;
    format!("{kind}/{last}").parse().ok()
}

/// Who is known here: what a file says of roles and joins must not vouch for what else it brings.
pub(super) struct KnownPeople {
    pub(super) people: People,
    /// Everybody on the list.
    listed: BTreeSet<RecordId>,
    /// Per department its people, and whether each represents it.
    departments: BTreeMap<RecordId, Vec<(RecordId, bool)>>,
}

impl KnownPeople {
    /// Reads the project as it is here; in a first arrival, as it comes.
    pub(super) fn of(log: &Log) -> Self {
        let form = Form::new(log, charter::record());
        let mut departments: BTreeMap<RecordId, Vec<(RecordId, bool)>> = BTreeMap::new();
        let mut listed = BTreeSet::new();
        for person in form.all(member::MEMBER.kind) {
            listed.insert(person.record().clone());
            if let Some(department) = person.get(member::DEPARTMENT) {
                let is_rep = person.get(member::PROJECT_ROLE).as_deref() == Some(member::REP.key);
                let line = (person.record().clone(), is_rep);
                departments.entry(department).or_default().push(line);
            }
        }
        Self {
            people: People::of(&form),
            listed,
            departments,
        }
    }

    /// Whether that field is the word of somebody else than the writer. Not where nobody is named whose word it is.
    pub(super) fn is_anothers_word(
        &self,
        form: &Form<'_>,
        key: &FieldKey,
        writer: Option<&str>,
    ) -> bool {
        let record = form.record();
        let named = |field: &str| RecordId::read(&form.value(field));
        // A word whose record bears somebody's id is read as theirs, whatever its fields say.
        let by_id = |kind: &str| named_by_id(record, kind);
        let speakers: [Option<RecordId>; 2] = match word_of(record.kind(), key.stem()) {
            None => return false,
            Some(Speaker::Person(ITSELF)) => [Some(record.clone()), None],
            Some(Speaker::Person(field) | Speaker::PersonOrWriter(field)) => {
                let known = by_id(member::MEMBER.kind);
                [named(field), known.filter(|one| self.is_listed(one))]
            }
            Some(Speaker::Named) => [named(key.as_str()), None],
            Some(Speaker::Writer) => [named(comment::BY.name), None],
            Some(Speaker::RepOf(field)) => {
                let departments = match field {
                    ITSELF => [Some(record.clone()), None],
                    _ => [named(field), by_id(department::KIND)],
                };
                let mut departments = departments.into_iter().flatten();
                return departments.any(|one| !self.speaks_for(writer, &one));
            }
        };
        let mut speakers = speakers.into_iter().flatten();
        speakers.any(|speaker| !self.is(writer, &speaker))
    }

    fn is_listed(&self, person: &RecordId) -> bool {
        self.listed.contains(person)
    }

    fn is(&self, writer: Option<&str>, person: &RecordId) -> bool {
        writer.is_some_and(|writer| self.people.is_same(writer, person.as_str()))
    }

    /// A representative of the department; where it has none, anybody in it; where nobody is, anybody.
    fn speaks_for(&self, writer: Option<&str>, department: &RecordId) -> bool {
        let Some(people) = self.departments.get(department) else {
            return true;
        };
        let has_rep = people.iter().any(|(_, is_rep)| *is_rep);
        let mut speakers = people.iter().filter(|(_, is_rep)| *is_rep || !has_rep);
        speakers.any(|(person, _)| self.is(writer, person))
    }
}
