//! The grid: a row for each department, a cell for each of the five things. Keys 1, 2, 3 and 0 say what was found, and
//! the next cell follows; arrows move.

use super::{AtRollout, RolloutPlace, exception_said};
use crate::analysis::standing::rollout::check_at;
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::{Choice, Label};
use crate::templates::rollout_check;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The keys of the four results, in their order.
const KEYS: [&str; 4] = ["1", "2", "3", "0"];

#[component]
pub(super) fn RolloutGrid(at: AtRollout) -> impl IntoView {
    let ui = ui();
    let row = move |department: RecordId| view! { <DepartmentRow at department/> }.into_any();
    let head = move |item: &Choice| view! { <th scope="col">{ui.t(item.label)}</th> };
    let label = |key: &str| {
        let field = rollout_check::ROLLOUT_CHECK.field(key);
        field.map_or(Label::NONE, |field| field.label)
    };
    view! {
        <p class="hint no-print">{ui.t(texts::opinions::KEYS_HOW)}</p>
        <div class="opinion-box">
            <table class="list-table rollout-table" data-testid="rollout-table"
                aria-label=ui.t(rollout_check::ROLLOUT_CHECK.list_label())>
                <thead>
                    <tr>
                        <th scope="col">{ui.t(label(rollout_check::DEPARTMENT.name))}</th>
                        {rollout_check::ITEMS.iter().map(head).collect::<Vec<_>>()}
                        <th scope="col">{ui.t(label(rollout_check::EXCEPTION_REQUEST.name))}</th>
                    </tr>
                </thead>
                <tbody>{Window::of_rows(Within::Table).list(at.departments, RecordId::to_string, row)}</tbody>
            </table>
        </div>
    }
}

#[component]
fn DepartmentRow(at: AtRollout, department: RecordId) -> impl IntoView {
    let ui = ui();
    let id = StoredValue::new(department.clone());
    let name = move || {
        at.session
            .watch(|log| short_name(log, &id.get_value(), ui.lang.get()))
    };
    let cell = |item: &Choice| view! { <Cell at place=(id.get_value(), *item)/> };
    let exceptions = move || {
        at.session.watch(|log| {
            let items = rollout_check::ITEMS.iter();
            let said = items.filter_map(|item| {
                let form = check_at(log, &id.get_value(), *item)?;
                let said = exception_said(ui, &form)?;
                let places = [("item", ui.text(item.label)), ("said", &*said)];
                let said = ui.fill(texts::opinions::EXCEPTION_IS, &places);
                Some((said, form.get(rollout_check::EXCEPTION_ANSWER)))
            });
            said.collect::<Vec<_>>()
        })
    };
    let line = move |(said, answer): (String, Option<String>)| {
        let answers = rollout_check::EXCEPTION_ANSWERS.iter();
        let answer = answer.and_then(|key| answers.into_iter().find(|one| one.key == key));
        let chip = answer.map(|answer| {
            let tone = match *answer == rollout_check::GRANTED {
                true => "ok",
                false => "neutral",
            };
            view! { " " <span class="chip" data-tone=tone>{ui.t(answer.label)}</span> }
        });
        view! { <p>{said} {chip}</p> }
    };
    view! {
        <tr data-record=department.to_string()>
            <th scope="row"><bdi>{live(name)}</bdi></th>
            {rollout_check::ITEMS.iter().map(cell).collect::<Vec<_>>()}
            <td class="rollout-exceptions">
                {live(move || exceptions().into_iter().map(line).collect::<Vec<_>>())}
            </td>
        </tr>
    }
}

#[component]
fn Cell(at: AtRollout, place: RolloutPlace) -> impl IntoView {
    let ui = ui();
    let id = StoredValue::new(place.clone());
    let result = move || at.result(&id.get_value());
    let is_here = move || {
        at.chosen
            .with(|chosen| chosen.as_ref() == Some(&id.get_value()))
    };
    let label = move || {
        let (department, item) = id.get_value();
        let name = at
            .session
            .watch(|log| short_name(log, &department, ui.lang.get()));
        let result = result().map_or(texts::opinions::NOT_FILLED, |result| result.label);
        let places = [
            ("department", &*name),
            ("item", ui.text(item.label)),
            ("result", ui.text(result)),
        ];
        ui.fill(texts::opinions::CELL_IS, &places)
    };
    let key = on(move |event: KeyboardEvent| pressed(at, &id.get_value(), &event));
    let shown = move || result_look(ui, result());
    view! {
        <td data-testid="rollout-cell" data-department=place.0.to_string() data-item=place.1.key
            data-result=move || result().map(|result| result.key) data-chosen=move || is_here().to_string()>
            <button type="button" class="rollout-cell" aria-pressed=move || is_here().to_string() aria-label=label
                on:click=press(move || at.chosen.set(Some(id.get_value())))
                on:focus=on(move |_| at.chosen.set(Some(id.get_value()))) on:keydown=key>
                {live(shown)}
            </button>
        </td>
    }
}

/// A mark and a word: colour and shape never say it alone.
fn result_look(ui: Ui, result: Option<Choice>) -> String {
    let sign = match result {
        None => return "○".to_owned(),
        Some(rollout_check::DONE) => return "✓".to_owned(),
        Some(rollout_check::PARTLY) => "–",
        Some(rollout_check::NOT_DONE) => "✗",
        Some(_) => "∅",
    };
    let word = result.map_or("", |result| ui.text(result.label));
    format!("{sign} {word}")
}

fn pressed(at: AtRollout, place: &RolloutPlace, event: &KeyboardEvent) {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    if let Some(chosen) = KEYS.iter().position(|known| *known == key) {
        event.prevent_default();
        if let Some(result) = rollout_check::RESULTS.get(chosen) {
            at.report(place, *result);
        }
        return;
    }
    if let Some(to) = moved(at, place, &key) {
        event.prevent_default();
        focus(&to);
        at.chosen.set(Some(to));
    }
}

/// The place that an arrow leads to.
fn moved(at: AtRollout, (department, item): &RolloutPlace, key: &str) -> Option<RolloutPlace> {
    let departments = at.departments.get_untracked();
    let items = rollout_check::ITEMS;
    let row = departments.iter().position(|one| one == department)?;
    let column = items.iter().position(|one| one == item)?;
    let (row, column) = match key {
        "ArrowUp" => (row.checked_sub(1)?, column),
        "ArrowDown" => (row + 1, column),
        "ArrowLeft" => (row, column.checked_sub(1)?),
        "ArrowRight" => (row, column + 1),
        _ => return None,
    };
    Some((departments.get(row)?.clone(), *items.get(column)?))
}

/// Puts the caret onto a place.
pub(super) fn focus((department, item): &RolloutPlace) {
    let item = item.key;
    dom::focus_soon(format!(
        "[data-testid=rollout-cell][data-department=\"{department}\"][data-item={item}] button"
    ));
}
