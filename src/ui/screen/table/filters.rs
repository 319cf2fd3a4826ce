//! What narrows the table down, and whether its lines stand in groups. Kept as long as the page.

use super::Table;
use crate::analysis::computed;
use crate::analysis::standing::plan_view::{EMPTY, OPEN};
use crate::analysis::words::typed::plain;
use crate::model::template::{Field, FieldType, Form, STATUS};
use crate::model::{Moment, RecordId, Value};
use crate::templates::status_of;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::form::narrow::{NarrowBy, RecordWord, shown_of};
use crate::ui::texts;
use leptos::prelude::*;

/// One choice that narrows the table down.
#[derive(Clone)]
pub(super) struct Narrow {
    field: &'static Field,
    wanted: String,
}

/// What narrows a table down, and whether it is grouped.
#[derive(Clone, Copy)]
pub(super) struct Filters {
    pub(super) chosen: RwSignal<Vec<Narrow>>,
    pub(super) grouped: RwSignal<bool>,
}

impl Narrow {
    pub(super) fn lets_through(&self, form: &Form<'_>, now: Moment) -> bool {
        let holds = || {
            let value = computed(form, self.field.key, now);
            plain(&value.unwrap_or_else(|| form.value(self.field.key)))
        };
        if let FieldType::Set(_) = self.field.field_type {
            let chosen = form.elements(self.field.key);
            let wanted: Option<RecordId> = self.wanted.parse().ok();
            let wanted = wanted.as_ref().and_then(RecordId::rest);
            return match self.wanted.as_str() {
                EMPTY => chosen.is_empty(),
                _ => chosen.iter().any(|(rest, _)| Some(&**rest) == wanted),
            };
        }
        match (self.field.key, self.wanted.as_str()) {
            (STATUS, OPEN) => form.is_open(),
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
        let is_set = |one: &&Narrow| matches!(one.field.field_type, FieldType::Set(_));
        let is_record = |one: &&Narrow| !one.field.filled && one.wanted != EMPTY && !is_set(one);
        self.chosen.with_untracked(|all| {
            let all = all.iter().filter(is_record);
            let value = |one: &Narrow| match one.field.field_type {
                FieldType::Scale(_) => one.wanted.parse().ok().map(Value::int),
                _ => Some(Value::text(one.wanted.as_str())),
            };
            all.filter_map(|one| Some((one.field.key, value(one)?)))
                .collect()
        })
    }
}

impl Table {
    /// Shows the open records alone whose fields hold these numbers.
    pub(in crate::ui) fn narrow_to(self, wanted: &[(&str, i64)]) {
        let all = wanted
            .iter()
            .map(|(key, number)| (*key, number.to_string()));
        let all = all.chain([(STATUS, OPEN.to_owned())]);
        for (key, wanted) in all {
            if let Some(field) = self.template.field(key) {
                self.filters.choose(field, wanted);
            }
        }
    }

    /// What a field is narrowed down to; watches it.
    pub(in crate::ui) fn narrowed_to(self, key: &str) -> Option<String> {
        let wanted = self.filters.wanted(self.template.field(key)?);
        (!wanted.is_empty()).then_some(wanted)
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
        <label>
            {ui.t(texts::table::GROUPED)}
            <select data-testid="group" prop:value=move || if grouped.get() { field.key } else { "" }
                on:change=move |event| grouped.set(!event_target_value(&event).is_empty())>
                <option value=field.key>{ui.t(field.label)}</option>
                <option value="">{ui.t(texts::table::NOT_GROUPED)}</option>
            </select>
        </label>
    });
    view! {
        <div class="filters">
            {selects} {group}
            <span class="hint count" data-testid="shown">{live(move || counted(ui, table))}</span>
        </div>
    }
    .into_any()
}

/// 30 项，显示 14 项
pub(super) fn counted(ui: Ui, table: Table) -> String {
    shown_of(
        ui,
        table.all.with(|all| all.rows.len()),
        table.shown_count(),
    )
}

#[component]
fn FilterSelect(table: Table, field: &'static Field) -> impl IntoView {
    let filters = table.filters;
    let word = RecordWord {
        write: RecordId::to_string,
        read: |_, value| value.parse().ok(),
    };
    let wanted = Signal::derive(move || filters.wanted(field));
    let choose = Callback::new(move |value| filters.choose(field, value));
    view! { <NarrowBy field word wanted choose/> }
}
