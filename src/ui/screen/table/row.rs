//! One line of the table: text, or the controls of its fields while it is the one being edited.

use super::{Drawn, Table, TableLine};
use crate::analysis::standing::plan_view::{Grouped, group_name};
use crate::analysis::words::names::quoted;
use crate::model::RecordId;
use crate::model::template::{CODE, Field, STATUS, Template};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{live, on};
use crate::ui::screen::form::cell::text_of;
use crate::ui::screen::form::control::FieldControl;
use crate::ui::screen::form::extras::behind_title;
use crate::ui::screen::form::head::{PrefilledChip, StatusChip, is_prefilled};
use crate::ui::screen::form::rows::{row_name, type_key};
use crate::ui::texts;
use leptos::prelude::*;

/// Inner height of a window that is called low.
const LOW_WINDOW_PX: f64 = 660.0;

/// Height of a row, as in `--grid-row`; in a low window rows are lower.
pub(super) fn row_height_px() -> i32 {
    if view_px() <= LOW_WINDOW_PX { 28 } else { 32 }
}

/// The height of the window.
pub(super) fn view_px() -> f64 {
    let view = window().inner_height().ok().and_then(|px| px.as_f64());
    view.unwrap_or(1_000.0)
}

/// A record, or the heading of a group.
#[component]
pub(super) fn GridLine(table: Table, line: Drawn) -> impl IntoView {
    match line {
        (code, TableLine::Row(record)) => view! { <GridRow table record code/> }.into_any(),
        (_, TableLine::Group(group, count)) => view! { <GroupRow table group count/> }.into_any(),
    }
}

/// What the records below have in common, how many they are, and from when to when they go.
#[component]
fn GroupRow(table: Table, group: Grouped, count: usize) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let width = table.columns.with_value(Vec::len).to_string();
    let field = table.grouped_by();
    let name = move || match (&group, field) {
        (Grouped::Nothing, Some(field)) => {
            let what = texts::in_sentence(field.label, ui.lang.get());
            ui.fill(texts::table::WITHOUT, &[("what", &what)])
        }
        (group, _) => session.watch(|log| group_name(log, group, ui.lang.get())),
    };
    let counted = move || ui.fill(texts::table::SHOWN_OF, &[("n", &count.to_string())]);
    view! {
        <tr class="group">
            <th colspan=width scope="rowgroup">
                <span>{live(name)} <small class="hint">{live(counted)}</small></span>
            </th>
        </tr>
    }
}

#[component]
fn GridRow(table: Table, record: RecordId, code: String) -> impl IntoView {
    let session = table.session;
    let id = StoredValue::new(record.clone());
    let code = StoredValue::new(code);
    let is_active = Memo::new(move |_| {
        table
            .active
            .with(|active| active.as_ref() == Some(&id.get_value()))
    });
    let click = move |event: web_sys::MouseEvent| {
        use wasm_bindgen::JsCast;
        let cell = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("td").ok().flatten());
        let field = cell
            .and_then(|cell| cell.get_attribute("data-key"))
            .unwrap_or_default();
        if !is_active.get_untracked()
            && let Some(place) = table.place_of(&id.get_value())
        {
            table.activate(place, &field);
        }
    };
    let ui = ui();
    let name = move || row_name(ui, table.template, &code.get_value(), &id.get_value());
    let cells = move || {
        let editing = is_active.get();
        table
            .columns
            .get_value()
            .into_iter()
            .map(|field| {
                let content = if editing && !field.filled {
                    view! { <FieldControl record=id.get_value() field/> }.into_any()
                } else {
                    cell_text(id.get_value(), field, table.template, code)
                };
                view! { <td data-key=field.key data-type=type_key(field)>{content}</td> }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <tr data-record=record.to_string() data-suggested=move || session.has_open(&id.get_value()).to_string()
            data-active=move || is_active.get().to_string() tabindex="0" aria-label=name on:click=on(click)>
            {cells}
        </tr>
    }
}

fn cell_text(
    record: RecordId,
    field: &'static Field,
    template: &'static Template,
    code: StoredValue<String>,
) -> AnyView {
    let ui = ui();
    let session = session();
    match field.key {
        CODE => {
            let href = Ui::href(session.project(), &record);
            view! { <a href=href title=ui.t(texts::table::OPEN_SHEET)>{code.get_value()}</a> }
                .into_any()
        }
        STATUS => {
            let prefilled = is_prefilled(&record);
            live(move || {
                let record = record.clone();
                if prefilled.get() {
                    view! { <PrefilledChip record template/> }.into_any()
                } else {
                    view! { <StatusChip record template/> }.into_any()
                }
            })
            .into_any()
        }
        _ => {
            let is_name = field.key == template.name;
            let behind = is_name.then(|| behind_title(&record)).flatten();
            let open = (is_name && opens_by_name(template)).then(|| {
                let href = Ui::href(session.project(), &record);
                view! { <a class="opens" href=href>{ui.t(texts::table::OPEN_SHEET)}</a> }
            });
            let id = record.clone();
            let is_odd = Memo::new(move |_| session.is_odd(&id, field));
            let why = move || is_odd.get().then(|| ui.text(texts::table::ODD_CELL));
            view! {
                <span class="cell" data-odd=move || is_odd.get().to_string() title=why>
                    {live(move || quoted(text_of(ui, &record, field)))}
                </span>
                {behind} {open}
            }
            .into_any()
        }
    }
}

/// Whether the rows are forms that take steps, and have no number by which one opens them.
fn opens_by_name(template: &Template) -> bool {
    let has_number = template
        .table_columns()
        .iter()
        .any(|field| field.key == CODE);
    template.states.is_some() && !has_number
}
