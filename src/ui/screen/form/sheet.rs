//! The one generic form: a record as the paper sheet of its template.

use super::control::FieldControl;
use super::filled::Filled;
use super::head::SheetHead;
use super::rows::RowsTable;
use crate::analysis::goal::coach::coached;
use crate::model::template::{Field, FieldType, Form, Gate, STATUS, Section, Template};
use crate::model::{FieldKey, RecordId};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::door::{LaterView, soon};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// The sheet: head, sections, rows, and fields of newer versions.
#[component]
pub(in crate::ui) fn Sheet(
    record: RecordId,
    template: &'static Template,
    /// Without its head and headings, where the page has one of its own.
    #[prop(optional)]
    is_bare: bool,
) -> impl IntoView {
    let ui = ui();
    let next_gate = next_gate(&record);
    provide_context(NextGate(next_gate));
    super::paste_cell::watch(session());
    let sections = template.sections.iter().map(|section| {
        view! { <SheetSection record=record.clone() template section is_bare/> }.into_any()
    });
    let untitled = template.sections.is_empty().then(|| {
        template
            .fields
            .iter()
            .map(|field| view! { <SheetField record=record.clone() field/> }.into_any())
            .collect::<Vec<_>>()
    });
    let named: Vec<&str> = template
        .sections
        .iter()
        .flat_map(|section| section.fields.iter().copied())
        .collect();
    let other_rows = template
        .rows
        .iter()
        .filter(|rows| !named.contains(&rows.kind));
    let other_rows = other_rows
        .map(|rows| view! { <RowsBlock record=record.clone() rows/> }.into_any())
        .collect::<Vec<_>>();
    let id = record.to_string();
    let session = session();
    let is_settled = {
        let record = record.clone();
        move || {
            let status = session.value(&record, &FieldKey::of(STATUS));
            let machine = template.states.as_ref();
            let state = machine.and_then(|machine| machine.state(status.as_text()?));
            state
                .is_some_and(|state| !state.locks.is_nothing())
                .to_string()
        }
    };
    view! {
        <article class="sheet" data-record=id data-settled=is_settled aria-label=ui.t(template.title)>
            {(!is_bare).then(|| view! { <SheetHead record=record.clone() template/> })}
            <div class="sheet-body">
                {sections.collect::<Vec<_>>()}
                {untitled}
                {other_rows}
                {soon(LaterView::UnknownFields(record.clone(), template), || ().into_any())}
            </div>
        </article>
    }
}

/// The gate that the state of a form leads to next.
#[derive(Clone, Copy)]
struct NextGate(Memo<Vec<Gate>>);

fn next_gate(record: &RecordId) -> Memo<Vec<Gate>> {
    let session = session();
    let record = record.clone();
    Memo::new(move |_| {
        let status = session.value(&record, &FieldKey::of(STATUS));
        session.read(|log| {
            let machine = log
                .schema()
                .template(record.kind())
                .and_then(|template| template.states);
            machine.map_or_else(Vec::new, |machine| {
                crate::analysis::next_gates(
                    machine,
                    status.as_text().unwrap_or(machine.first().choice.key),
                )
            })
        })
    })
}

#[component]
fn SheetSection(
    record: RecordId,
    template: &'static Template,
    section: &'static Section,
    is_bare: bool,
) -> impl IntoView {
    let ui = ui();
    let of = |key: &str| -> Option<AnyView> {
        if let Some(rows) = template.rows.iter().find(|rows| rows.kind == key) {
            return Some(view! { <RowsBlock record=record.clone() rows/> }.into_any());
        }
        let field = template.field(key).filter(|field| field.key != STATUS)?;
        (!field.more).then(|| view! { <SheetField record=record.clone() field/> }.into_any())
    };
    let fields: Vec<AnyView> = section.fields.iter().filter_map(|key| of(key)).collect();
    let more: Vec<&'static Field> = section
        .fields
        .iter()
        .filter_map(|key| template.field(key))
        .filter(|field| field.more)
        .collect();
    view! {
        {(!is_bare).then(|| view! { <h2 class="sheet-section">{ui.t(section.label)}</h2> })}
        {fields}
        {(!more.is_empty()).then(|| view! { <MoreFields record=record.clone() fields=more/> })}
    }
}

/// Fields that stand under 更多; open where one of them holds something.
#[component]
fn MoreFields(record: RecordId, fields: Vec<&'static Field>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let holds = session.read(|log| {
        let form = Form::new(log, record.clone());
        fields.iter().any(|field| form.has(field.key))
    });
    let labels = fields.clone();
    let names = move || {
        labels
            .iter()
            .map(|field| ui.text(field.label))
            .collect::<Vec<_>>()
            .join(separator(ui))
    };
    view! {
        <details class="sheet-more" open=holds>
            <summary>{ui.t(texts::frame::MORE_FIELDS)} {live(move || colon(ui))} {live(names)}</summary>
            <div class="sheet-body inner">
                {fields.into_iter().map(|field| view! {
                    <SheetField record=record.clone() field/>
                }).collect::<Vec<_>>()}
            </div>
        </details>
    }
}

fn separator(ui: Ui) -> &'static str {
    ui.text(texts::LIST_SEPARATOR)
}
fn colon(ui: Ui) -> &'static str {
    ui.text(texts::forms::COLON)
}

/// A field with its label, its control, and what it is needed for.
#[component]
pub(in crate::ui) fn SheetField(record: RecordId, field: &'static Field) -> impl IntoView {
    let ui = ui();
    let session = session();
    let is_set = matches!(field.field_type, FieldType::Set(_));
    let gates = use_context::<NextGate>();
    let key = FieldKey::of(field.key);
    let owner = record.clone();
    let needed = Memo::new(move |_| {
        let gates = gates.map(|gates| gates.0.get()).unwrap_or_default();
        let holds = if is_set {
            !session.elements(&owner, &key).is_empty()
        } else {
            !session.value(&owner, &key).is_empty()
        };
        let is_missing = |gate: &Gate| !holds && !field.filled && field.gates.contains(gate);
        gates.into_iter().filter(is_missing).collect::<Vec<_>>()
    });
    let help =
        (!field.help.zh.is_empty()).then(|| view! { <p class="hint">{ui.t(field.help)}</p> });
    let hint = move || {
        needed.get().first().map(|gate| {
            let gate = *gate;
            view! {
                <p class="hint needed-hint">
                    {live(move || ui.fill(texts::forms::BEFORE_GATE, &[("gate", ui.text(gate.label()))]))}
                </p>
            }
        })
    };
    let control = if field.filled {
        view! { <Filled record=record.clone() field/> }.into_any()
    } else {
        view! { <FieldControl record=record.clone() field/> }.into_any()
    };
    let coach = coached(record.kind(), field.key)
        .map(|_| soon(LaterView::Coach(record.clone(), field), || ().into_any()));
    let body = view! {
        <span class="sheet-label">{ui.t(field.label)}</span>
        <div class="sheet-value" data-needed=move || (!needed.with(Vec::is_empty)).to_string()>
            {control}{live(hint)}{help}{coach}
        </div>
    };
    if is_set || field.filled || field.own_word.is_some() {
        view! { <div class="sheet-field" data-wide=field.wide.to_string()>{body}</div> }.into_any()
    } else {
        view! { <label class="sheet-field" data-wide=field.wide.to_string()>{body}</label> }
            .into_any()
    }
}

#[component]
fn RowsBlock(record: RecordId, rows: &'static Template) -> impl IntoView {
    let ui = ui();
    view! {
        <div class="sheet-field" data-wide="true">
            <span class="sheet-label">{ui.t(rows.title)}</span>
            <div class="sheet-value rows"><RowsTable parent=record rows/></div>
        </div>
    }
}
