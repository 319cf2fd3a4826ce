//! What the open project is called.

use super::session::Session;
use crate::analysis::words::look::marked;
use crate::analysis::words::typed::plain;
use crate::model::line::{NAME_CHARS, one_line};
use crate::model::{FieldKey, RecordId};
use crate::templates::charter;

impl Session {
    /// The project's name as the goal charter has it, as one line; follows it.
    pub fn project_name(&self) -> String {
        one_line(&self.charter_name(), NAME_CHARS)
    }

    /// The same for the screen: with a mark for what cannot be seen.
    pub fn shown_project_name(&self) -> String {
        one_line(&marked(self.charter_name()), NAME_CHARS)
    }

    fn charter_name(&self) -> String {
        let key = FieldKey::of(charter::PROJECT_NAME.name);
        plain(&self.value(&RecordId::of(charter::CHARTER.kind), &key))
    }
}
