//! What is pasted while the table has the focus, or nothing has: into cells at once where that says all; else it is
//! looked at first, in the box for copied lines.

use super::left_out::left_out;
use super::{Reveal, Table};
use crate::analysis::words::cells::CopiedCells;
use crate::analysis::words::look::marked;
use crate::analysis::words::names::quoted;
use crate::model::template::{FieldType, Lang};
use crate::model::{RecordId, Value};
use crate::state::{Copied, Pasted, Session, TableTaken, UnreadCell, is_table};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::deed::{Deed, Pasting, TableFocus};
use crate::ui::screen::base::door::carry_out;
use crate::ui::screen::base::{clipboard, dom, keys, life};
use crate::ui::screen::form::control::why;
use crate::ui::texts;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Hears what is pasted while the table, the line that adds, or nothing at all has the focus.
pub(super) fn watch(table: Table) {
    if crate::templates::needs_a_parent(table.template.kind) {
        return;
    }
    let ui = ui();
    life::hear_any(&["paste"], move |event| {
        if event.default_prevented() || !is_ours(&event) {
            return;
        }
        let Some((text, markup)) =
            clipboard::pasted(&event).filter(|(text, _)| !text.trim().is_empty())
        else {
            return;
        };
        let at = table.here().filter(|here| table.is_cell(here));
        if !is_table(&text) && table.takes_letters(at.as_ref()) {
            return;
        }
        event.prevent_default();
        let onto = at.as_ref().map(|here| table.records_from(here.place));
        let pasting = Pasting {
            onto: onto.unwrap_or_default(),
            at,
            text,
            markup,
            ..table.empty_pasting()
        };
        carry_out(ui, Deed::Paste(table.session, Box::new(pasting)));
    });
}

/// Whether it is pasted into the table, what belongs to it, or nowhere.
fn is_ours(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let is_in = |target: &Element| {
        target
            .closest(".grid, .grid-foot, .strip")
            .is_ok_and(|found| found.is_some())
    };
    let is_nowhere = |target: &Element| matches!(&*target.tag_name(), "BODY" | "MAIN");
    target.is_some_and(|target| is_in(&target) || is_nowhere(&target))
}

/// Takes what was pasted into the table: into its cells, where the lines go to a cell and say all; else it is shown
/// first, and makes nothing by itself.
pub(in crate::ui) fn paste(ui: Ui, session: Session, pasting: Pasting) {
    dom::leave();
    let copied = copied(
        &pasting,
        CopiedCells::copied(&pasting.text, &pasting.markup),
    );
    let pasted = session.read_table(pasting.template, &copied);
    let Some(at) = pasting
        .at
        .clone()
        .filter(|_| pasted.heading.is_none() && pasted.asks.is_empty())
    else {
        return ui.reveal.set(Some(Reveal {
            pasting: Some(Box::new(pasting)),
            ..Reveal::default()
        }));
    };
    let rows = take(ui, session, &pasted, &pasting.onto, &pasting.besides);
    if let Some(left) = untrack(|| left_out(ui, &pasted, &copied.cells)) {
        ui.notices.warn(left);
    }
    ui.reveal.set(Some(Reveal {
        rows,
        caret: Some((at.record, at.field)),
        pasting: None,
    }));
}

/// CopiedCells, and where they go.
pub(super) fn copied(pasting: &Pasting, cells: CopiedCells) -> Copied<'_> {
    Copied {
        from: pasting.at.as_ref().map(|here| here.field.as_str()),
        onto: &pasting.onto,
        ..Copied::of(cells)
    }
}

impl Table {
    /// Nothing yet, for new records.
    pub(super) fn empty_pasting(self) -> Pasting {
        Pasting {
            text: String::new(),
            markup: String::new(),
            template: self.template,
            at: None,
            onto: Vec::new(),
            besides: self.besides(),
        }
    }

    /// Whether the focus is in a control of the edited line.
    fn is_cell(self, here: &TableFocus) -> bool {
        let active = self.active.get_untracked();
        !here.field.is_empty() && active.as_ref() == Some(&here.record)
    }

    /// Whether one copied cell is letters like others where the focus is: in a text, in letters that are being changed,
    /// in the line that adds.
    fn takes_letters(self, at: Option<&TableFocus>) -> bool {
        let is_text = dom::focused().is_some_and(|element| keys::is_text(&element));
        let field = at.and_then(|here| self.template.field(&here.field));
        let holds_letters = field.is_none_or(|field| {
            let is_letters = matches!(
                field.field_type,
                FieldType::Text(_) | FieldType::LongText(_)
            );
            is_letters || self.is_within.get_value()
        });
        is_text && holds_letters
    }

    /// The records shown from a line on.
    fn records_from(self, place: usize) -> Vec<RecordId> {
        self.lines.with_untracked(|lines| {
            let lines = lines.iter().skip(place);
            lines.filter_map(|line| line.record().cloned()).collect()
        })
    }
}

/// Answers with the records made.
pub(super) fn take(
    ui: Ui,
    session: Session,
    pasted: &Pasted,
    onto: &[RecordId],
    besides: &[(&'static str, Value)],
) -> Vec<RecordId> {
    let taken = session.take_table(pasted, onto, besides);
    let said = untrack(|| done(ui, &taken));
    ui.notices.done(session, said, "undo-paste");
    if let Some(unread) = untrack(|| unread(ui, session, pasted)) {
        ui.notices.warn(unread);
    }
    taken.made
}

fn done(ui: Ui, taken: &TableTaken) -> String {
    let counted = |label, n: usize| (n > 0).then(|| ui.fill(label, &[("n", &n.to_string())]));
    let parts = [
        counted(texts::table::PASTED_OVER, taken.filled),
        counted(texts::table::PASTED_ROWS, taken.made.len()),
        counted(texts::table::PASTED_SUGGESTED, taken.suggested),
    ];
    let between = if ui.lang.get() == Lang::En { " " } else { "" };
    let said = parts
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(between);
    if said.is_empty() {
        ui.text(texts::table::PASTED_NOTHING).to_owned()
    } else {
        said
    }
}

/// What could not be read, each text once with its lines and the reason.
pub(super) fn unread(ui: Ui, session: Session, pasted: &Pasted) -> Option<String> {
    let separator = ui.text(texts::LIST_SEPARATOR);
    let mut all: Vec<(&UnreadCell, Vec<String>)> = Vec::new();
    for cell in &pasted.unread {
        let is_same = |known: &UnreadCell| {
            (known.field.key, &known.text, known.unread.why)
                == (cell.field.key, &cell.text, cell.unread.why)
        };
        match all.iter_mut().find(|(known, _)| is_same(known)) {
            Some((_, lines)) => lines.push(cell.line.to_string()),
            None => all.push((cell, vec![cell.line.to_string()])),
        }
    }
    let items = all.into_iter().map(|(cell, lines)| {
        let places = [
            ("field", ui.text(cell.field.label)),
            ("text", &*quoted(marked(cell.text.clone()))),
            ("lines", &lines.join(separator)),
            ("why", &why(ui, session, &cell.unread)),
        ];
        ui.fill(texts::table::UNREAD_ITEM, &places)
    });
    // Each on a line of its own.
    let list = items.map(|item| format!("\n{item}")).collect::<String>();
    (!list.is_empty()).then(|| ui.fill(texts::table::PASTED_UNREAD, &[("list", &list)]))
}
