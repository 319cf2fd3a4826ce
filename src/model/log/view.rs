//! The plain state, for people and other programs.

use super::Log;
use super::conflicts::Keys;
use crate::model::canonical;
use crate::model::id::{FieldKey, RecordId};
use crate::model::template::DELETED;
use crate::model::value::Value;
use std::collections::BTreeMap;

/// Records and their fields as they count for now.
pub type Current = BTreeMap<RecordId, BTreeMap<FieldKey, Value>>;

impl Log {
    /// The first live value of every cell under its stored key, without nothings and hidden records.
    /// Made without any template, so that every app version writes the same.
    pub fn current(&self) -> Current {
        self.note_everything();
        let mut current = Current::new();
        for cells in &self.records {
            let mut fields = BTreeMap::new();
            for cell in &cells.cells {
                let first = self
                    .cell_live(cell)
                    .first()
                    .map(|op| self.op_cell(*op).value);
                if let Some(value) = first.filter(|value| !value.is_empty())
                    && cell.key.as_str() != DELETED
                {
                    fields.insert(cell.key.clone(), value.clone());
                }
            }
            if !fields.is_empty() && !self.hides(Keys::AsStored, cells) {
                current.insert(cells.id.clone(), fields);
            }
        }
        current
    }
}

/// The canonical text of one record of [`Current`].
pub fn record_text(fields: &BTreeMap<FieldKey, Value>) -> String {
    let mut out = String::from("{");
    for (at, (key, value)) in fields.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        canonical::push_text(&mut out, key.as_str());
        out.push(':');
        canonical::push_value(&mut out, value);
    }
    out.push('}');
    out
}
