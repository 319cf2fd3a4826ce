//! What can be done with the line that has the caret, as a menu: all of it with its keys, the stages to which it can
//! go, the links that it has.

use super::chart::Chart;
use super::held::MenuOf;
use super::keys;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::RecordId;
use crate::model::template::{CellType, Form, Label};
use crate::state::Moved;
use crate::templates::{dependency, stage, task};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::texts;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// What an entry does.
#[derive(Debug, Clone, PartialEq)]
enum EntryAct {
    /// What a key does.
    Key(&'static str),
    Move(Moved),
    OpenForm,
    ToStage(RecordId),
    Unlink(RecordId),
}

/// An entry: what it says, the key that does the same, what it does.
type MenuEntry = (String, &'static str, EntryAct);

/// Everything that can be done with a task, with its keys.
const ACTS: [(Label, &str, EntryAct); 12] = [
    (texts::gantt::MOVE_KEY, "M", EntryAct::Key("m")),
    (texts::gantt::START_KEY, "S", EntryAct::Key("s")),
    (texts::gantt::CHANGE_DUE, "E", EntryAct::Key("e")),
    (texts::gantt::LINK_KEY, "L", EntryAct::Key("l")),
    (texts::gantt::LINKS_KEY, "U", EntryAct::Key("u")),
    (texts::gantt::FIX_KEY, "K", EntryAct::Key("k")),
    (texts::gantt::STAGE_KEY, "G", EntryAct::Key("g")),
    (texts::gantt::ROW_UP, "Alt+↑", EntryAct::Move(Moved::Up)),
    (texts::gantt::ROW_DOWN, "Alt+↓", EntryAct::Move(Moved::Down)),
    (texts::gantt::SELECT_ROW, "Space", EntryAct::Key(" ")),
    (texts::gantt::DETAILS_KEY, "D", EntryAct::Key("d")),
    (texts::gantt::OPEN_WHOLE, "", EntryAct::OpenForm),
];

/// Opens the menu; false where the line with the caret is no task.
pub(super) fn open(chart: Chart, of: MenuOf) -> bool {
    if untrack(|| chart.active_task()).is_none() {
        return false;
    }
    chart.menu.set(Some(of));
    dom::focus_soon("[data-testid=gantt-menu] button".to_owned());
    true
}

/// The menu; nothing while it is shut.
#[component]
pub(super) fn Menu(chart: Chart) -> impl IntoView {
    live(move || chart.menu.get().map(|of| view! { <OpenMenu chart of/> }))
}

#[component]
fn OpenMenu(chart: Chart, of: MenuOf) -> impl IntoView {
    let ui = chart.ui;
    let record: Option<RecordId> = chart.active.get_untracked().parse().ok();
    let entries = untrack(|| record.as_ref().map(|record| entries(chart, of, record)));
    let entries = entries.unwrap_or_default();
    let title = record.map(|record| {
        let code = chart.moves.code(&record);
        let label = match of {
            MenuOf::Acts => texts::gantt::MENU_OF,
            MenuOf::Stages => texts::gantt::WHICH_STAGE,
            MenuOf::Links if entries.is_empty() => texts::gantt::NO_LINKS,
            MenuOf::Links => texts::gantt::WHICH_LINK,
        };
        untrack(|| ui.fill(label, &[("code", &code)]))
    });
    let title = title.unwrap_or_default();
    let label = title.clone();
    chart.moves.said.set(title.clone());
    let entry = |(said, key, act): MenuEntry| {
        let act = StoredValue::new(act);
        view! {
            <button type="button" role="menuitem" class="quiet" data-key=key
                on:click=press(move || carry_out(chart, act.get_value()))>
                <span>{said}</span> {(!key.is_empty()).then(|| view! { <kbd>{key}</kbd> })}
            </button>
        }
    };
    let entries: Vec<_> = entries.into_iter().map(entry).collect();
    view! {
        <div class="popover gantt-menu" role="menu" aria-label=label data-testid="gantt-menu" tabindex="-1"
            style:left=format!("{}px", chart.left_px()) on:keydown=on(move |event: KeyboardEvent| key(chart, &event))
            on:focusout=on(move |event: web_sys::FocusEvent| left(chart, &event))>
            <p class="hint">{title}</p>
            {entries}
            <button type="button" role="menuitem" class="quiet" on:click=press(move || shut(chart))>
                <span>{ui.t(texts::gantt::DROP_MOVE)}</span> <kbd>"Esc"</kbd>
            </button>
        </div>
    }
}

fn shut(chart: Chart) {
    chart.menu.set(None);
    dom::focus_soon("#gantt".to_owned());
}

/// Whoever goes elsewhere shuts it.
fn left(chart: Chart, event: &web_sys::FocusEvent) {
    let to = event
        .related_target()
        .and_then(|to| to.dyn_into::<Element>().ok());
    let menu = event
        .current_target()
        .and_then(|menu| menu.dyn_into::<Element>().ok());
    if let (Some(menu), Some(to)) = (menu, to)
        && !menu.contains(Some(&to))
    {
        chart.menu.set(None);
    }
}

fn key(chart: Chart, event: &KeyboardEvent) {
    let Some(here) = dom::focused() else { return };
    let to = match event.key().as_str() {
        "ArrowDown" => here.next_element_sibling(),
        "ArrowUp" => here.previous_element_sibling(),
        "Escape" | "Tab" => {
            shut(chart);
            None
        }
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if let Some(to) = to.and_then(|to| to.dyn_into::<HtmlElement>().ok()) {
        let _ = to.focus();
    }
}

fn carry_out(chart: Chart, act: EntryAct) {
    shut(chart);
    if let Some(element) = chart.element() {
        let _ = element.focus();
    }
    let record: Option<RecordId> = chart.active.get_untracked().parse().ok();
    let Some(record) = record else { return };
    let session = chart.session;
    match act {
        EntryAct::Key(key) => {
            keys::act(chart, key);
        }
        EntryAct::Move(to) => {
            keys::move_row(chart, to);
        }
        EntryAct::OpenForm => dom::go(&crate::state::Route::of_record(session.project(), &record)),
        EntryAct::ToStage(to) => {
            session.set_fields(&record, &[(task::STAGE.name, to.write())]);
            let name = session.read(|log| short_name(log, &to, chart.lang()));
            let code = chart.moves.code(&record);
            let places = [("code", &*code), ("stage", &*name)];
            chart.tell(texts::gantt::NOW_IN_STAGE, &places, "undo-stage");
        }
        EntryAct::Unlink(link) => {
            session.delete(&link);
            chart.tell(texts::gantt::UNLINKED, &[], "undo-unlink");
        }
    }
}

fn entries(chart: Chart, of: MenuOf, record: &RecordId) -> Vec<MenuEntry> {
    let (ui, lang) = (chart.ui, chart.lang());
    let session = chart.session;
    match of {
        MenuOf::Acts => {
            let entry = |(label, key, act): &(Label, &'static str, EntryAct)| {
                (ui.text(*label).to_owned(), *key, act.clone())
            };
            ACTS.iter().map(entry).collect()
        }
        MenuOf::Stages => session.read(|log| {
            let here = Form::new(log, record.clone()).get(task::STAGE);
            let stages = log.rows(stage::KIND).into_iter();
            let others = stages.filter(|one| here.as_ref() != Some(one));
            let entry = |one: RecordId| (short_name(log, &one, lang), "", EntryAct::ToStage(one));
            others.map(entry).collect()
        }),
        MenuOf::Links => session.read(|log| {
            let entry = |link: RecordId| {
                let form = Form::new(log, link.clone());
                let from = form.get(dependency::PREDECESSOR)?;
                let to = log.parent_of(&link)?;
                let label = match (from == *record, to == *record) {
                    (true, _) => texts::gantt::CUT_AFTER,
                    (_, true) => texts::gantt::CUT_BEFORE,
                    _ => return None,
                };
                let other = record_name(log, if to == *record { &from } else { &to }, lang);
                let said = texts::fill(label, lang, &[("name", &other)]);
                Some((said, "", EntryAct::Unlink(link)))
            };
            log.rows(dependency::KIND)
                .into_iter()
                .filter_map(entry)
                .collect()
        }),
    }
}
