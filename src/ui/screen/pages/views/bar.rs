//! The bar over a view of the plan: what narrows it, gathers it and orders it, and how much of it is shown.

use super::chips::{Chips, flag_label};
use super::frame::PlanFrame;
use crate::analysis::standing::plan_view::{FilterBy, GroupBy, SortBy};
use crate::model::RecordId;
use crate::model::template::{Field, FieldType, Label};
use crate::state::PlanView;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom::{Pause, typed_text};
use crate::ui::screen::base::pieces::{live, on};
use crate::ui::screen::form::narrow::{NarrowBy, RecordWord, shown_of};
use crate::ui::texts;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CompositionEvent, Event, InputEvent};

/// Milliseconds without a key press after which words are searched for.
const REST_MS: i32 = 120;

/// The bar; what a view has of its own stands at its end, and what is asked for less often is folded away then.
#[component]
pub(in crate::ui) fn PlanBar(
    frame: PlanFrame,
    #[prop(optional)] tools: Option<AnyView>,
) -> impl IntoView {
    let ui = ui();
    // A line of time leaves room for little else.
    let is_dense = frame.view == PlanView::Gantt;
    let select = |by: FilterBy, is_short: bool| {
        let field = by.field();
        field.map(|field| view! { <FilterOf frame by field is_short/> })
    };
    let is_full = tools.is_some();
    let (group, group_in_rest) = match is_dense {
        true => (None, Some(view! { <Gathered frame/> })),
        false => (Some(view! { <Gathered frame/> }), None),
    };
    let rest = view! {
        {group_in_rest}
        {select(FilterBy::Stage, false)} <Flags frame/> <Sorted frame/> <Words frame/>
    };
    Effect::new(move |told: Option<bool>| {
        let is_unknown = frame.shown.with(crate::state::PlanShown::has_unknown);
        if is_unknown && told != Some(true) {
            ui.notices.info(ui.text(texts::views::NOT_KNOWN).to_owned());
        }
        is_unknown || told == Some(true)
    });
    view! {
        <div class="filters plan-bar" role="search" aria-label=ui.t(texts::views::FILTERED)>
            {select(FilterBy::Department, is_dense)} {select(FilterBy::Owner, is_dense)}
            {select(FilterBy::Status, is_dense)} {group}
            {if is_full {
                view! {
                    <details class="identity plan-more">
                        <summary data-testid="plan-more">{ui.t(texts::views::MORE_FILTERS)}</summary>
                        <div class="popover">{rest}</div>
                    </details>
                }
                .into_any()
            } else {
                rest.into_any()
            }}
            {tools}
            <span class="hint count" role="status" data-testid="shown">{live(move || counted(ui, frame))}</span>
        </div>
        <Chips frame/>
    }
}

/// 30 项，显示 14 项
fn counted(ui: Ui, frame: PlanFrame) -> String {
    let (all, shown) = frame.lines.with(|lines| (lines.all, lines.shown));
    shown_of(ui, all, shown)
}

/// The record that a value of a filter names, by the kinds of its field.
pub(super) fn record_of(field: &Field, value: &str) -> Option<RecordId> {
    match field.field_type {
        FieldType::Ref(kinds) => format!("{}/{value}", kinds.first()?).parse().ok(),
        _ => None,
    }
}

#[component]
fn FilterOf(
    frame: PlanFrame,
    by: FilterBy,
    field: &'static Field,
    is_short: bool,
) -> impl IntoView {
    let wanted = Signal::derive(move || {
        let first = |values: &[String]| values.first().cloned();
        let values = frame
            .shown
            .with(|shown| shown.values_of(by).and_then(first));
        values.unwrap_or_default()
    });
    let choose = Callback::new(move |value: String| {
        frame.change(|shown| shown.filter(by, (!value.is_empty()).then(|| vec![value])));
    });
    let word = RecordWord {
        write: |row| row.rest().unwrap_or_default().to_owned(),
        read: record_of,
    };
    view! { <NarrowBy field word wanted choose is_short/> }
}

/// 只看: one more filter that takes no value; those that are set stand as chips.
#[component]
fn Flags(frame: PlanFrame) -> impl IntoView {
    let ui = ui();
    let choose = move |event: Event| {
        if let Some(by) = FilterBy::of_word(&event_target_value(&event)) {
            frame.change(|shown| shown.filter(by, Some(Vec::new())));
        }
    };
    // What is set already is not offered again.
    let offered = move || {
        let is_left = |by: &FilterBy| frame.shown.with(|shown| shown.values_of(*by).is_none());
        let left = FilterBy::FLAGS.into_iter().filter(is_left);
        let option =
            |by: FilterBy| view! { <option value=by.word()>{ui.text(flag_label(by))}</option> };
        left.map(option).collect::<Vec<_>>()
    };
    view! {
        <label>
            {ui.t(texts::views::ONLY)}
            <select data-testid="filter-only" prop:value=move || { frame.shown.track(); "" } on:change=on(choose)>
                <option value="">{ui.t(texts::table::ALL_OF_THEM)}</option>
                {live(offered)}
            </select>
        </label>
    }
}

/// What a way to gather is called.
fn group_label(by: GroupBy) -> Label {
    let field = by.filter().and_then(FilterBy::field);
    field.map_or(texts::table::NOT_GROUPED, |field| field.label)
}

#[component]
fn Gathered(frame: PlanFrame) -> impl IntoView {
    let ui = ui();
    let choose = move |event: Event| {
        let group = GroupBy::of_word(&event_target_value(&event));
        frame.change(|shown| {
            shown.group = group;
            shown.shut.clear();
        });
    };
    let option = move |by: GroupBy| {
        view! {
            <option value=by.word() selected=move || frame.group() == by>{ui.t(group_label(by))}</option>
        }
    };
    view! {
        <label>
            {ui.t(texts::table::GROUPED)}
            <select data-testid="group" prop:value=move || frame.group().word() on:change=on(choose)>
                {GroupBy::all().map(option).collect::<Vec<_>>()}
            </select>
        </label>
    }
}

fn sort_label(by: SortBy) -> Label {
    match by {
        SortBy::Plan => texts::views::BY_PLAN,
        SortBy::Start => texts::views::BY_START,
        SortBy::Due => texts::views::BY_DUE,
        SortBy::Expected => texts::views::BY_EXPECTED,
        SortBy::Slack => texts::views::BY_SLACK,
        SortBy::Owner => texts::views::BY_OWNER,
    }
}

#[component]
fn Sorted(frame: PlanFrame) -> impl IntoView {
    let ui = ui();
    let sort = move || frame.sort();
    let choose = move |event: Event| {
        if let Some(by) = SortBy::of_word(&event_target_value(&event)) {
            frame.sort_by(by, false);
        }
    };
    let option = move |by: SortBy| {
        view! { <option value=by.word() selected=move || sort().0 == by>{ui.t(sort_label(by))}</option> }
    };
    let reverse = move |_: web_sys::MouseEvent| {
        let (by, is_reversed) = untrack(sort);
        frame.sort_by(by, !is_reversed);
    };
    view! {
        <label>
            {ui.t(texts::views::SORTED)}
            <select data-testid="sort" prop:value=move || sort().0.word() on:change=on(choose)>
                {SortBy::all().map(option).collect::<Vec<_>>()}
            </select>
        </label>
        <button type="button" class="small" data-testid="sort-reversed" aria-pressed=move || sort().1.to_string()
            title=ui.t(texts::views::REVERSED) aria-label=ui.t(texts::views::REVERSED) on:click=on(reverse)>
            {move || if sort().1 { "↑" } else { "↓" }}
        </button>
    }
}

/// The words that are searched for; a letter that is still being composed waits.
#[component]
fn Words(frame: PlanFrame) -> impl IntoView {
    let ui = ui();
    let pause = StoredValue::new_local(Pause::default());
    let search = move |words: String| {
        pause.with_value(|pause| {
            pause.start(REST_MS, move || {
                frame.change(|shown| shown.words = words);
            });
        });
    };
    let typed = move |event: InputEvent| {
        if !event.is_composing() {
            search(typed_text(&event));
        }
    };
    let composed = move |event: CompositionEvent| search(typed_text(&event));
    view! {
        <input type="search" class="plan-words" data-testid="plan-words" data-free-text="" autocomplete="off"
            spellcheck="false" aria-label=ui.t(texts::views::SEARCH_PLAN) placeholder=ui.t(texts::views::SEARCH_PLAN)
            prop:value=move || frame.shown.with(|shown| shown.words.clone())
            on:input=move |event| typed(event.unchecked_into()) on:compositionend=on(composed)/>
    }
}
