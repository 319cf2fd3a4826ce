//! Records not written yet, which name each other by their place in a list: what a new project begins with.
//! Knows no ids and no log; `state` gives both.

use crate::model::id::RecordId;
use crate::model::template::{CellType, Key};
use crate::model::value::Value;
use chrono::NaiveDate;

/// The place of a record in the list it belongs to.
pub type Local = usize;

/// How a new record gets its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewId {
    /// Random characters.
    Random,
    /// The bare kind: a project has it once.
    Once,
    /// Made of another record's (`confirmation/<department>`).
    Of(Local),
    /// Made of two records' (`assignment/<work item>-<column>`).
    Pair(Local, Local),
    /// Made of a meeting and its planned day (`minutes/<meeting>-<day>`).
    OfDay(Local, NaiveDate),
    /// The point about a record on the agenda of a meeting on its planned day.
    Point(Local, NaiveDate, Local),
}

/// What goes into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    Value(Value),
    /// A reference to another record of the list.
    Record(Local),
}

/// A record not written yet.
#[derive(Debug, Clone)]
pub struct NewRecord {
    pub kind: &'static str,
    pub id: NewId,
    /// The form it lies under.
    pub parent: Option<Local>,
    pub fields: Vec<(&'static str, Fill)>,
    /// Elements of its sets: field, record, and the text the element carries or `true`.
    pub elements: Vec<(&'static str, Local, Value)>,
    /// What of it nobody has looked at: the value of [`crate::model::template::PREFILLED`].
    pub prefilled: Value,
}

impl NewRecord {
    /// An empty one with a random id.
    pub fn new(kind: &'static str) -> Self {
        Self {
            kind,
            id: NewId::Random,
            parent: None,
            fields: Vec::new(),
            elements: Vec::new(),
            prefilled: Value::Null,
        }
    }
    /// What a project has once.
    pub fn once(kind: &'static str) -> Self {
        Self::new(kind).id(NewId::Once)
    }
    /// With an id of that sort.
    #[must_use]
    pub fn id(mut self, id: NewId) -> Self {
        self.id = id;
        self
    }
    /// Under a form.
    #[must_use]
    pub fn under(mut self, parent: Local) -> Self {
        self.parent = Some(parent);
        self
    }
    /// Gives a field a value of the type that its key says.
    #[must_use]
    pub fn set<T: CellType>(self, key: Key<T>, value: T) -> Self {
        self.put(key.name, value.write())
    }
    /// With a text as a person typed it; nothing where it is empty.
    #[must_use]
    pub fn text(self, key: Key<String>, text: &str) -> Self {
        self.put(key.name, Value::typed(text))
    }
    /// With a value under a bare key; nothing where it is empty.
    #[must_use]
    pub fn put(mut self, key: &'static str, value: Value) -> Self {
        if !value.is_empty() {
            self.fields.push((key, Fill::Value(value)));
        }
        self
    }
    /// With a reference, where there is something to refer to.
    #[must_use]
    pub fn refer(mut self, key: Key<RecordId>, record: Option<Local>) -> Self {
        self.fields
            .extend(record.map(|record| (key.name, Fill::Record(record))));
        self
    }
    /// With elements of a set.
    #[must_use]
    pub fn elements(mut self, key: Key<bool>, records: impl IntoIterator<Item = Local>) -> Self {
        let all = records.into_iter();
        self.elements
            .extend(all.map(|record| (key.name, record, Value::Bool(true))));
        self
    }
    /// Nobody has looked at any of it.
    #[must_use]
    pub fn prefilled(mut self) -> Self {
        self.prefilled = Value::Bool(true);
        self
    }
    /// Nobody has looked at these fields; the others were answered.
    #[must_use]
    pub fn prefilled_fields(mut self, keys: &[&str]) -> Self {
        self.prefilled = Value::text(keys.join(" "));
        self
    }
}
