//! Repeating rows, edited in place: added, deleted with undo, moved by keyboard.

use super::cell::text_of;
use super::control::FieldControl;
use super::filled::Filled;
use crate::analysis::Duty;
use crate::analysis::words::names::record_name;
use crate::model::RecordId;
use crate::model::template::{DELETED, Field, PARENT, STATUS, Template};
use crate::state::{Moved, Session};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::focus::hand_on_focus;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The rows of one kind under a form.
#[component]
pub(in crate::ui) fn RowsTable(parent: RecordId, rows: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let owner = StoredValue::new(parent);
    let ids = Memo::new(move |_| session.rows_under(&owner.get_value(), rows.kind));
    let columns: Vec<&'static Field> = rows
        .table_columns()
        .into_iter()
        .filter(|field| field.key != PARENT && field.key != STATUS)
        .collect();
    let window = Window::of_controls(Within::Table, columns.len());
    let columns = StoredValue::new(columns);
    let add = move || {
        let made = session.add_rows(rows.kind, Some(&owner.get_value()), None, &[Vec::new()]);
        if let Some(row) = made.first() {
            let at = ids.with_untracked(|ids| ids.iter().position(|id| id == row));
            window.reveal(at.unwrap_or_default());
            crate::ui::screen::base::dom::focus_soon(format!(
                "[data-record=\"{row}\"] [data-field]"
            ));
        }
    };
    view! {
        <table class="rows-table" data-rows=rows.kind aria-label=ui.t(rows.list_label())
            aria-rowcount=move || ids.with(Vec::len).to_string()>
            <thead>
                <tr>
                    {live(move || columns.get_value().into_iter().map(|field| view! {
                        <th scope="col">{ui.text(field.label)}</th>
                    }).collect::<Vec<_>>())}
                    <th scope="col" class="rows-tools"><span class="hidden">{ui.t(texts::forms::ROW_KEYS)}</span></th>
                </tr>
            </thead>
            <tbody>
                {window.list(ids, RecordId::to_string, move |row| if ui.on_paper.get_untracked() {
                    view! { <PaperRow row columns/> }.into_any()
                } else {
                    view! { <Row row columns window/> }.into_any()
                })}
            </tbody>
        </table>
        <button type="button" class="add" data-testid="add-row" data-rows=rows.kind on:click=press(add)>
            "+ " {ui.t(texts::forms::ADD_ROW)}
        </button>
    }
}

/// A row that is drawn for the paper alone: its letters.
#[component]
fn PaperRow(row: RecordId, columns: StoredValue<Vec<&'static Field>>) -> impl IntoView {
    let ui = ui();
    let cell = |field: &'static Field| {
        let text = text_of(ui, &row, field);
        view! { <td data-type=type_key(field)><span class="filled">{text}</span></td> }
    };
    let cells = columns.get_value().into_iter().map(cell);
    view! { <tr>{cells.collect::<Vec<_>>()}</tr> }
}

#[component]
fn Row(row: RecordId, columns: StoredValue<Vec<&'static Field>>, window: Window) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(row.clone());
    let keys = move |event: KeyboardEvent| {
        if event.alt_key() && (event.key() == "ArrowUp" || event.key() == "ArrowDown") {
            event.prevent_default();
            move_row(
                ui,
                session,
                window,
                &id.get_value(),
                if event.key() == "ArrowUp" {
                    Moved::Up
                } else {
                    Moved::Down
                },
            );
        }
    };
    let name = move || {
        let template = id.with_value(|id| crate::templates::SCHEMA.template(id.kind()));
        template.map(|template| row_name(ui, template, "", &id.get_value()))
    };
    let cells = columns.get_value().into_iter().map(|field| {
        let content = if field.filled {
            view! { <Filled record=row.clone() field/> }.into_any()
        } else {
            view! { <FieldControl record=row.clone() field/> }.into_any()
        };
        view! { <td data-type=type_key(field)>{content}</td> }
    });
    view! {
        <tr data-record=row.to_string() aria-label=name on:keydown=on(keys)>
            {cells.collect::<Vec<_>>()}
            <td class="rows-tools"><RowTools row=row.clone() window/></td>
        </tr>
    }
}

/// What a row is called for who does not see it: its number and its name.
pub(in crate::ui) fn row_name(
    ui: Ui,
    template: &'static Template,
    code: &str,
    row: &RecordId,
) -> String {
    let name = template
        .field(template.name)
        .map(|field| text_of(ui, row, field));
    format!("{code} {}", name.unwrap_or_default())
        .trim()
        .to_owned()
}

/// Whether a column is of numbers or dates, for its width.
pub(in crate::ui) fn type_key(field: &Field) -> &'static str {
    use crate::model::template::FieldType::{
        Bool, Date, DateTime, Decimal, Int, LongText, Money, Text,
    };
    match field.field_type {
        Int(..) | Decimal | Money => "number",
        Date => "date",
        DateTime => "datetime",
        Bool => "bool",
        Text(_) | LongText(_) => "text",
        _ => "choice",
    }
}

#[component]
fn RowTools(row: RecordId, window: Window) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(row);
    let delete = move || hand_on_focus("tr", || delete_with_undo(ui, session, &id.get_value()));
    view! {
        <button type="button" class="icon-button" title=ui.t(texts::forms::MOVE_UP)
            aria-label=ui.t(texts::forms::MOVE_UP)
            on:click=press(move || move_row(ui, session, window, &id.get_value(), Moved::Up))>
            "↑"
        </button>
        <button type="button" class="icon-button" title=ui.t(texts::forms::MOVE_DOWN)
            aria-label=ui.t(texts::forms::MOVE_DOWN)
            on:click=press(move || move_row(ui, session, window, &id.get_value(), Moved::Down))>
            "↓"
        </button>
        <button type="button" class="icon-button" data-testid="delete-row" title=ui.t(texts::forms::DELETE_ROW)
            aria-label=ui.t(texts::forms::DELETE_ROW)
            on:click=press(delete)>
            "×"
        </button>
    }
}

fn move_row(ui: Ui, session: Session, window: Window, row: &RecordId, to: Moved) {
    let focused = crate::ui::screen::base::dom::focused()
        .and_then(|element| element.get_attribute("data-field"));
    if session.move_row(row, to) {
        let place = session.read(|log| {
            let parent = log.parent_of(row);
            let siblings = parent.map_or_else(
                || log.rows(row.kind()),
                |parent| log.rows_under(&parent, row.kind()),
            );
            siblings
                .iter()
                .position(|sibling| sibling == row)
                .map_or(0, |at| at + 1)
        });
        window.reveal(place.saturating_sub(1));
        ui.notices
            .info(ui.fill(texts::forms::MOVED_TO, &[("n", &place.to_string())]));
        let field = focused.map_or("button".to_owned(), |key| format!("[data-field=\"{key}\"]"));
        crate::ui::screen::base::dom::focus_soon(format!("[data-record=\"{row}\"] {field}"));
    }
}

/// Deletes a record and offers to take that back.
pub(in crate::ui) fn delete_with_undo(ui: Ui, session: Session, record: &RecordId) {
    let name = session.read(|log| record_name(log, record, ui.lang.get_untracked()));
    let duty = session.duty(record, &crate::model::FieldKey::of(DELETED));
    if session.delete(record).is_empty() {
        // Refused, which is said already.
        return;
    }
    let note = match duty {
        Duty::Own => ui.fill(texts::forms::DELETED_NOTE, &[("name", &name)]),
        Duty::Suggest(people) => {
            let who = people.first().map_or_else(
                || ui.text(texts::forms::LEAD).to_owned(),
                |person| session.read(|log| record_name(log, person, ui.lang.get_untracked())),
            );
            crate::ui::screen::base::handover::offer_to(ui, session, record, people);
            ui.fill(texts::forms::SUGGESTED_NOTE, &[("name", &who)])
        }
    };
    ui.notices.done(session, note, "undo-delete");
}
