//! A record read as a form: typed access by key, rows under it, and the rest of the project.

use super::field::{CellType, FieldType, Key};
use super::work::{Due, Work};
use super::{ORDER, PARENT, Template};
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Log, RecordCells};
use crate::model::sort::sort_by;
use crate::model::value::Value;

/// A typed view of one record as it stands.
#[derive(Clone)]
pub struct Form<'a> {
    log: &'a Log,
    record: RecordId,
    /// Looked up once, since most forms are asked for many fields.
    cells: Option<&'a RecordCells>,
}

impl<'a> Form<'a> {
    /// The form of a record, which need not exist yet.
    pub fn new(log: &'a Log, record: RecordId) -> Self {
        let cells = log.cells_of(&record);
        Self { log, record, cells }
    }
    /// Whose fields it reads.
    pub fn record(&self) -> &RecordId {
        &self.record
    }
    /// The log it reads.
    pub fn log(&self) -> &'a Log {
        self.log
    }
    /// How its kind is declared; nothing for a kind this version does not know.
    pub fn template(&self) -> Option<&'static Template> {
        match self.cells {
            Some(cells) => cells.template,
            None => self.log.schema().template(self.record.kind()),
        }
    }
    /// The value that counts for now where it lies, or nothing.
    pub fn held(&self, key: &str) -> &'a Value {
        self.log.held_in(self.cells, key)
    }
    /// The value that counts for now, or nothing.
    pub fn value(&self, key: &str) -> Value {
        self.held(key).clone()
    }
    /// The value of a typed key, where it is of that type.
    pub fn get<T: CellType>(&self, key: Key<T>) -> Option<T> {
        T::read(self.held(key.name))
    }
    /// Whether a field, set or kind of rows holds anything; what was typed into a field and not read is nothing.
    pub fn has(&self, key: &str) -> bool {
        let template = self.template();
        let field_type = template
            .and_then(|template| template.field(key))
            .map(|field| field.field_type);
        if let Some(template) = template {
            if template.rows.iter().any(|rows| rows.kind == key) {
                return !self.rows(key).is_empty();
            }
            if matches!(field_type, Some(FieldType::Set(_))) {
                return !self.elements(key).is_empty();
            }
        }
        let held = self.held(key);
        !held.is_empty() && field_type.is_none_or(|field_type| field_type.holds(held))
    }
    /// The elements of a set that are in: the part of the key after the slash, and the text carried. In no order that
    /// says anything.
    pub fn elements(&self, key: &str) -> Vec<(String, Value)> {
        self.log
            .keys(&self.record)
            .filter(|k| k.stem() == key && k.rest().is_some())
            .map(|k| {
                (
                    k.rest().unwrap_or_default().to_owned(),
                    self.log.value(&self.record, k),
                )
            })
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }
    /// The same as people see them: in the order of the rows that they name.
    pub fn elements_in_order(&self, key: &str) -> Vec<(String, Value)> {
        let field = self.template().and_then(|template| template.field(key));
        let kinds = match field.map(|field| field.field_type) {
            Some(FieldType::Set(kinds)) => kinds,
            _ => &[],
        };
        let order = FieldKey::of(ORDER);
        let place = |rest: &str| {
            let mut named = kinds.iter().enumerate().filter_map(|(at, kind)| {
                let record = format!("{kind}/{rest}").parse::<RecordId>().ok()?;
                self.log.is_visible(&record).then(|| {
                    let order = self.log.value(&record, &order);
                    (at, order.as_text().unwrap_or_default().to_owned())
                })
            });
            // What names no row that is there comes last.
            named.next().unwrap_or((kinds.len(), String::new()))
        };
        let all = self.elements(key).into_iter();
        let mut placed: Vec<_> = all.map(|one| (place(&one.0), one)).collect();
        sort_by(&mut placed, |a, b| (&a.0, &a.1.0).cmp(&(&b.0, &b.1.0)));
        placed.into_iter().map(|(_, one)| one).collect()
    }
    /// The visible rows of a kind under it, sorted.
    pub fn rows(&self, kind: &str) -> Vec<Self> {
        let rows = self.log.rows_under(&self.record, kind).into_iter();
        rows.map(|record| self.other(record)).collect()
    }
    /// All visible records of a kind in the project, sorted.
    pub fn all(&self, kind: &str) -> Vec<Self> {
        let rows = self.log.rows(kind).into_iter();
        rows.map(|record| self.other(record)).collect()
    }
    /// Another record of the project.
    pub fn other(&self, record: RecordId) -> Self {
        Self::new(self.log, record)
    }
    /// The record that a reference names, where it is visible.
    pub fn referred(&self, key: Key<RecordId>) -> Option<Self> {
        let record = self.get(key)?;
        self.log.is_visible(&record).then(|| self.other(record))
    }
    /// Whether its form says that it is not over yet ([`Template::is_open`]).
    pub fn is_open(&self) -> bool {
        self.template()
            .is_some_and(|template| (template.is_open)(self))
    }
    /// The work it is, where it is some.
    pub fn work(&self) -> Option<&'static Work> {
        self.template()?.work.as_ref()
    }
    /// Who answers for it.
    pub fn owner(&self) -> Option<RecordId> {
        self.get(self.work()?.owner)
    }
    /// By when, as far as that counts in the state it is in.
    pub fn due(&self) -> Option<Due> {
        (self.work()?.due)(self)
    }
    /// The form a row lies under.
    pub fn parent(&self) -> Option<Self> {
        self.get(Key::<RecordId>::new(PARENT))
            .map(|record| self.other(record))
    }
}
