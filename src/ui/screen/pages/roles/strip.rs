//! The cell that is being worked on, under the table: its letters as buttons, the person, a note, what differs and what
//! is suggested.

use super::cell::{in_words, place, said};
use super::{RoleCell, RoleGrid, RowFinding, named};
use crate::model::template::{CellType, Label};
use crate::model::{FieldKey, RecordId, Value};
use crate::state::RoleFill;
use crate::templates::{assignment, member};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::form::finding::FindingLink;
use crate::ui::screen::form::suggestions::{SuggestionLine, SuggestionPlace};
use crate::ui::texts;
use leptos::prelude::*;

/// What can be done with the cell.
#[component]
pub(super) fn RoleStrip(grid: RoleGrid, cell: RoleCell) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let at = StoredValue::new(cell.clone());
    let name = move || {
        let (row, column) = at.get_value();
        let places = [
            ("row", &*named(ui, session, &row)),
            ("column", &*named(ui, session, &column)),
        ];
        ui.fill(texts::roles::CHANGED_CELL, &places)
    };
    let button = move |key: &'static str, label: Label| {
        view! {
            <button type="button" class="small" data-letter=key on:click=press(move || grid.press(key))>
                {ui.t(label)}
            </button>
        }
    };
    let whole = Ui::href(session.project(), &cell.0);
    view! {
        <section class="strip role-strip no-print" data-testid="role-strip">
            <p class="strip-head">
                <span class="hint">{ui.t(texts::roles::SELECTED)}</span> <strong>{live(name)}</strong>
                {button("A", assignment::DECIDES.label)}
                {button("R", assignment::DOES.label)}
                {button("C", assignment::CONSULTED.label)}
                {button("I", assignment::INFORMED.label)}
                {button("", texts::roles::CLEAR)}
                <PersonBehind grid cell=cell.clone()/>
                <NoteOn grid cell=cell.clone()/>
                <a class="button quiet" href=whole>{ui.t(texts::roles::WHOLE_FORM)}</a>
            </p>
            {live(move || versions(ui, grid, &at.get_value()))}
            {live(move || {
                let place = at.with_value(|(row, column)| place(grid, (row, column)))?;
                let open = session.suggestions(&place, &FieldKey::of(assignment::LETTER.name));
                let line = |id: RecordId| view! { <SuggestionLine id place=SuggestionPlace::Project/> };
                (!open.is_empty()).then(|| view! {
                    <ul class="suggestions">
                        {open.into_iter().map(|one| line(one.record)).collect::<Vec<_>>()}
                    </ul>
                })
            })}
            {live(move || {
                let row = at.with_value(|(row, _)| row.clone());
                let found = grid.found.with(|found| found.get(&row).cloned().unwrap_or_default());
                let line = |RowFinding(found)| view! { <li><FindingLink found/></li> };
                (!found.is_empty()).then(|| view! {
                    <ul class="findings">{found.into_iter().map(line).collect::<Vec<_>>()}</ul>
                })
            })}
        </section>
    }
}

/// Where two copies differ: each version with a button that keeps it.
fn versions(ui: Ui, grid: RoleGrid, cell: &RoleCell) -> Option<AnyView> {
    let session = grid.session;
    let place = place(grid, (&cell.0, &cell.1))?;
    let of = |key: &'static str| {
        let key = FieldKey::of(key);
        let values = session.distinct(&place, &key);
        (values.len() > 1).then_some((key, values))
    };
    let keys = [assignment::LETTER.name, assignment::NAMED_PERSON.name];
    let open: Vec<(FieldKey, Vec<Value>)> = keys.into_iter().filter_map(of).collect();
    let keep = |key: FieldKey, value: Value| {
        let text = match RecordId::read(&value) {
            Some(person) => named(ui, session, &person),
            None => {
                let letter = value.as_text().and_then(assignment::letter_of);
                let label = letter.map_or(texts::roles::CLEAR, |letter| letter.label);
                ui.text(label).to_owned()
            }
        };
        let place = place.clone();
        let decide = move || {
            session.decide(&place, &key, value.clone(), None);
        };
        view! {
            <button type="button" class="small" data-testid="keep-version" on:click=press(decide)>
                {ui.fill(texts::roles::KEEP, &[("said", &text)])}
            </button>
        }
    };
    (!open.is_empty()).then(|| {
        let buttons = open.into_iter().flat_map(|(key, values)| {
            let each = values.into_iter().map(|value| keep(key.clone(), value));
            each.collect::<Vec<_>>()
        });
        view! { <p class="answers">{buttons.collect::<Vec<_>>()}</p> }.into_any()
    })
}

/// 人: who stands behind the letter.
#[component]
fn PersonBehind(grid: RoleGrid, cell: RoleCell) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let at = StoredValue::new(cell);
    let said = Memo::new(move |_| at.with_value(|cell| said(grid, cell)));
    let choose = move |event: web_sys::Event| {
        let (row, column) = at.get_value();
        let Ok(person) = event_target_value(&event).parse::<RecordId>() else {
            return;
        };
        session.fill_roles(&[RoleFill {
            letter: session.role_letter(&row, &column),
            row,
            column,
            person: Some(person),
        }]);
    };
    let people = move || {
        let named_ones = session.watch(|log| {
            let mut all = log.rows(member::KIND);
            let has_name = |one: &RecordId| {
                !log.value(one, &FieldKey::of(member::PERSON.name))
                    .is_empty()
            };
            all.retain(has_name);
            all
        });
        let option = |person: RecordId| {
            let (id, own) = (person.to_string(), person.clone());
            let is_it = move || said.with(|said| said.person.as_ref() == Some(&own));
            view! { <option value=id prop:selected=is_it>{named(ui, session, &person)}</option> }
        };
        named_ones.into_iter().map(option).collect::<Vec<_>>()
    };
    let is_off = move || said.with(|said| said.letter.is_empty());
    view! {
        <label class="role-choice">
            <span class="hint">{ui.t(texts::roles::PERSON)}</span>
            <select data-testid="role-person" disabled=is_off on:change=choose
                on:keydown=move |event| if event.key() == "Escape" { super::keys::focus_cell(&at.get_value()) }>
                <option value="" prop:selected=move || said.with(|said| said.person.is_none())>
                    {ui.t(texts::roles::NOBODY_NAMED)}
                </option>
                {live(people)}
            </select>
        </label>
    }
}

/// 说明
#[component]
fn NoteOn(grid: RoleGrid, cell: RoleCell) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let at = StoredValue::new(cell);
    let key = FieldKey::of(assignment::NOTE.name);
    let record = move || at.with_value(|(row, column)| place(grid, (row, column)));
    let text = move || {
        let value = record().map(|place| session.value(&place, &key));
        value
            .and_then(|value| value.as_text().map(str::to_owned))
            .unwrap_or_default()
    };
    let write = move |event: web_sys::Event| {
        if let Some(place) = untrack(record) {
            let note = (assignment::NOTE.name, Value::typed(&typed_text(&event)));
            session.set_fields(&place, &[note]);
        }
    };
    let is_off = move || {
        let said = at.with_value(|cell| said(grid, cell));
        in_words(ui, grid, &said).is_empty()
    };
    view! {
        <label class="role-choice">
            <span class="hint">{ui.t(texts::roles::NOTE)}</span>
            <input type="text" data-free-text="" data-testid="role-note" data-when-left="" autocomplete="off"
                disabled=is_off prop:value=text on:change=write/>
        </label>
    }
}
