//! What narrows the table down, and whether its lines stand in groups. Kept as long as the page.

use super::Table;
use crate::analysis::computed;
use crate::model::Value;
use crate::model::template::{Choice, Field, FieldType, Form, STATUS};
use crate::state::plain;
use crate::templates::{status_of, task};
use crate::ui::context::{Ui, session, ui};
use crate::ui::names::short_name;
use crate::ui::pieces::live;
use crate::ui::texts;
use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;

/// 未完成: neither done nor cancelled.
const OPEN: &str = "-open";
/// Nothing stands there.
const EMPTY: &str = "-empty";

/// One choice that narrows the table down.
#[derive(Clone)]
pub(super) struct Narrow {
    field: &'static Field,
    wanted: String,
}

/// What is chosen.
#[derive(Clone, Copy)]
pub(super) struct Filters {
    pub(super) chosen: RwSignal<Vec<Narrow>>,
    pub(super) grouped: RwSignal<bool>,
}

impl Narrow {
    pub(super) fn lets_through(&self, form: &Form<'_>, now: DateTime<FixedOffset>) -> bool {
        let holds = || {
            let value = computed(form, self.field.key, now);
            plain(&value.unwrap_or_else(|| form.value(self.field.key)))
        };
        match (self.field.key, self.wanted.as_str()) {
            (STATUS, OPEN) => task::is_open(form),
            (STATUS, wanted) => status_of(form) == wanted,
            (_, EMPTY) => holds().is_empty(),
            (_, wanted) => holds() == wanted,
        }
    }
}

impl Filters {
    pub(super) fn new() -> Self {
        Self {
            chosen: RwSignal::new(Vec::new()),
            grouped: RwSignal::new(true),
        }
    }

    fn wanted(self, field: &'static Field) -> String {
        let wanted = |all: &Vec<Narrow>| {
            let one = all.iter().find(|one| one.field.key == field.key);
            one.map(|one| one.wanted.clone()).unwrap_or_default()
        };
        self.chosen.with(wanted)
    }

    fn choose(self, field: &'static Field, wanted: String) {
        self.chosen.update(|all| {
            all.retain(|one| one.field.key != field.key);
            if !wanted.is_empty() {
                all.push(Narrow { field, wanted });
            }
        });
    }

    /// What a record added here begins with, so that it is seen where it was added.
    pub(super) fn besides(self) -> Vec<(&'static str, Value)> {
        let is_record = |one: &&Narrow| !one.field.filled && one.wanted != EMPTY;
        self.chosen.with_untracked(|all| {
            let all = all.iter().filter(is_record);
            all.map(|one| (one.field.key, Value::text(one.wanted.as_str())))
                .collect()
        })
    }
}

/// The selects over the table, and how much of it is shown.
#[component]
pub(in crate::ui) fn FilterBar(table: Table) -> impl IntoView {
    let ui = ui();
    let template = table.template;
    let fields = template
        .filters
        .iter()
        .filter_map(|key| template.field(key));
    let selects: Vec<AnyView> = fields
        .map(|field| view! { <FilterSelect table field/> }.into_any())
        .collect();
    if selects.is_empty() {
        return ().into_any();
    }
    let grouped = table.filters.grouped;
    let group = template.field(template.grouped_by).map(|field| view! {
        <label>{ui.t(texts::GROUPED)} <select data-testid="group" prop:value=move || if grouped.get() { field.key } else { "" }
            on:change=move |event| grouped.set(!event_target_value(&event).is_empty())>
            <option value=field.key>{ui.t(field.label)}</option><option value="">{ui.t(texts::NOT_GROUPED)}</option></select></label>
    });
    view! { <div class="filters">{selects}{group}<span class="hint count" data-testid="shown">{live(move || counted(ui, table))}</span></div> }
        .into_any()
}

/// 30 项，显示 14 项
pub(super) fn counted(ui: Ui, table: Table) -> String {
    let (all, shown) = (table.all.with(|all| all.rows.len()), table.shown_count());
    let (n, m) = (all.to_string(), shown.to_string());
    if all == shown {
        ui.fill(texts::SHOWN_OF, &[("n", &n)])
    } else {
        ui.fill(texts::SHOWN_SOME, &[("n", &n), ("m", &m)])
    }
}

#[component]
fn FilterSelect(table: Table, field: &'static Field) -> impl IntoView {
    let ui = ui();
    let session = session();
    let filters = table.filters;
    let options = Memo::new(move |_| {
        let label = |choice: &Choice| (choice.key.to_owned(), ui.text(choice.label).to_owned());
        let mut all = vec![(String::new(), ui.text(texts::ALL_OF_THEM).to_owned())];
        match field.field_type {
            FieldType::Enum(choices) => {
                all.push((OPEN.to_owned(), ui.text(texts::NOT_DONE).to_owned()));
                all.extend(choices.iter().map(label));
            }
            FieldType::Ref(kinds) => {
                let rows = kinds.iter().flat_map(|kind| session.rows(kind));
                let named = |log: &_, row: &_| short_name(log, row, ui.lang.get());
                all.extend(
                    rows.map(|row| (row.to_string(), session.watch(|log| named(log, &row)))),
                );
                all.push((EMPTY.to_owned(), ui.text(texts::NOTHING).to_owned()));
            }
            _ => {}
        }
        all
    });
    view! {
        <label>{ui.t(field.label)} <select data-testid=format!("filter-{}", field.key) data-narrowed=move || (!filters.wanted(field).is_empty()).to_string()
            prop:value=move || { options.track(); filters.wanted(field) }
            on:change=move |event| filters.choose(field, event_target_value(&event))>
            {live(move || {
                let wanted = untrack(|| filters.wanted(field));
                options.get().into_iter().map(|(key, label)| { let is_chosen = key == wanted; view! { <option value=key selected=is_chosen>{label}</option> } }).collect::<Vec<_>>()
            })}
        </select></label>
    }
}
