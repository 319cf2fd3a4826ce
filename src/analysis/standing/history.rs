//! How a form came into the state it is in.

use crate::model::log::Log;
use crate::model::template::{Label, STATUS};
use crate::model::{FieldKey, RecordId};

/// The state that a form is in, and the reason with which it came there, where one was given.
pub fn state_reason<'a>(log: &'a Log, record: &RecordId) -> Option<(Label, &'a str)> {
    let machine = log.schema().template(record.kind())?.states?;
    let live = log.live(record, &FieldKey::of(STATUS));
    let last = live.first()?;
    let state = machine.state(last.value.as_text()?)?;
    Some((state.choice.label, last.change.note.as_deref()?))
}
