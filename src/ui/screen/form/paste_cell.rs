//! One copied cell, pasted into a control: a list chooses what it names, a day or a number is replaced as a whole, a
//! text gets the letters of the cell without the quotes that a spreadsheet puts around them.

use crate::analysis::words::cells::CopiedCells;
use crate::model::template::FieldType;
use crate::model::{FieldKey, RecordId};
use crate::state::Session;
use crate::templates::SCHEMA;
use crate::ui::screen::base::{clipboard, dom, keys, life};
use web_sys::{Event, HtmlElement};

/// Hears what is pasted while a control of a form has the focus.
pub(in crate::ui) fn watch(session: Session) {
    life::hear_any(&["paste"], move |event| {
        let control = dom::focused().filter(|control| control.closest(".sheet") != Ok(None));
        let pasted = clipboard::pasted(&event).filter(|_| !event.default_prevented());
        if let (Some(control), Some((text, markup))) = (control, pasted) {
            paste(session, &event, &control, &text, !markup.is_empty());
        }
    });
}

/// Pastes one copied cell into the control of a field; what is more than one, or is the browser's to paste, is left.
fn paste(session: Session, event: &Event, control: &HtmlElement, text: &str, has_markup: bool) {
    let cells = CopiedCells::of_text(text);
    let Some(cell) = cells
        .lines
        .first()
        .and_then(|line| line.first())
        .filter(|_| !cells.is_table())
    else {
        return;
    };
    let (Some((record, key)), Some(name)) =
        (place_of(control), control.get_attribute("data-field"))
    else {
        return;
    };
    let Some(field) = SCHEMA
        .template(record.kind())
        .and_then(|template| template.field(&name))
    else {
        return;
    };
    let is_text = matches!(
        field.field_type,
        FieldType::Text(_) | FieldType::LongText(_)
    );
    if !keys::is_text(control) {
        event.prevent_default();
        // The visit that goes on knows nothing of it.
        dom::leave();
        let handle = session.field(record, key);
        handle.write_typed(field, cell);
        handle.end();
        let _ = control.focus();
    } else if !is_text && !text.is_empty() {
        event.prevent_default();
        keys::replace(control, cell, true);
    } else if has_markup && text.trim() != cell {
        event.prevent_default();
        keys::replace(control, cell, false);
    }
}

/// The place of the field that a control is of.
fn place_of(control: &HtmlElement) -> Option<(RecordId, FieldKey)> {
    let record = control
        .closest("[data-record]")
        .ok()
        .flatten()?
        .get_attribute("data-record")?;
    let field = control.get_attribute("data-field")?;
    Some((record.parse().ok()?, FieldKey::of(&field)))
}
