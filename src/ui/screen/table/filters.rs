//! What narrows the table down, and whether its lines stand in groups. Kept as long as the page.

use super::Table;
use crate::analysis::computed;
use crate::analysis::words::names::short_name;
use crate::analysis::words::typed::plain;
use crate::model::template::{Choice, Field, FieldType, Form, STATUS};
use crate::model::{Moment, RecordId, Value};
use crate::templates::status_of;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::form::offer::{self, FEW, Offer, Offered};
use crate::ui::texts;
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
        let is_record = |one: &&Narrow| !one.field.filled && one.wanted != EMPTY;
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
    let (all, shown) = (table.all.with(|all| all.rows.len()), table.shown_count());
    let (n, m) = (all.to_string(), shown.to_string());
    if all == shown {
        ui.fill(texts::table::SHOWN_OF, &[("n", &n)])
    } else {
        ui.fill(texts::table::SHOWN_SOME, &[("n", &n), ("m", &m)])
    }
}

#[component]
fn FilterSelect(table: Table, field: &'static Field) -> impl IntoView {
    let ui = ui();
    let session = session();
    let filters = table.filters;
    let name = move |row: &RecordId| {
        let lang = ui.lang.get();
        session.watch(|log| short_name(log, row, lang))
    };
    let rows = match field.field_type {
        FieldType::Ref(kinds) => Some(offer::candidates(ui, session, kinds)),
        _ => None,
    };
    let others = move || {
        let label = |choice: &Choice| (choice.key.to_owned(), ui.text(choice.label).to_owned());
        let mut all = Vec::new();
        if let FieldType::Enum(choices) = field.field_type {
            all.push((OPEN.to_owned(), ui.text(texts::table::NOT_DONE).to_owned()));
            all.extend(choices.iter().map(label));
        }
        if let Some(rows) = rows {
            all.extend(rows.with(|rows| {
                let one = |row: &RecordId| (row.to_string(), name(row));
                rows.iter().map(one).collect::<Vec<_>>()
            }));
            all.push((EMPTY.to_owned(), ui.text(texts::NOTHING).to_owned()));
        }
        all
    };
    let offered = Offered::new(Offer {
        value: Signal::derive(move || filters.wanted(field)),
        nothing: texts::table::ALL_OF_THEM,
        is_short: Box::new(move || rows.is_none_or(|rows| rows.with(Vec::len) <= FEW)),
        all: Box::new(others),
        called: Box::new(move |key| match key {
            "" => None,
            EMPTY => Some(ui.text(texts::NOTHING).to_owned()),
            key => key.parse().ok().map(|row| name(&row)),
        }),
    });
    view! {
        <label>
            {ui.t(field.label)}
            <select data-testid=format!("filter-{}", field.key)
                data-narrowed=move || (!filters.wanted(field).is_empty()).to_string() node_ref=offered.element
                on:pointerdown=move |_| offered.open() on:focus=move |_| offered.open()
                on:blur=move |_| offered.close()
                on:change=move |event| filters.choose(field, event_target_value(&event))></select>
        </label>
    }
}
