//! One step of a case with its fields: the one whose clock runs is open, here and on the card of whoever does it.

use crate::analysis::words::labels::LIST_SEPARATOR;
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::{Form, Label};
use crate::templates::case::{self, CaseStep};
use crate::templates::{SCHEMA, action};
use crate::ui::letter::short_moment;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::form::sheet::SheetField;
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

/// The fields of a step, and that it is done; the button of the next one is the main one.
#[component]
pub(in crate::ui::screen::pages) fn OpenStep(
    issue: RecordId,
    step: &'static CaseStep,
    is_next: Memo<bool>,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let case = case::of(&issue)?;
    let id = StoredValue::new(issue);
    let author = author_of(session);
    let fields = step.fields.iter().filter_map(|key| case::CASE.field(key));
    let fields = fields.map(|field| view! { <SheetField record=case.clone() field/> }.into_any());
    let fields = fields.collect::<Vec<_>>();
    let lacks = Memo::new(move |_| {
        session.watch(|log| {
            let case = case::of(&id.get_value()).map(|case| Form::new(log, case));
            case.map_or_else(Vec::new, |case| case::lacks(&case, step))
        })
    });
    let other = Memo::new(move |_| {
        author.get();
        session.watch(|_| ());
        session.records_for(&id.get_value(), step)
    });
    let half = kept_line(
        ui,
        session,
        &format!("case-basis/{}/{}", id.get_value(), step.key),
    );
    let basis = RwSignal::new(untrack(|| match half.get() {
        half if half.is_empty() => ui.fill(
            texts::cases::IN_CHAT,
            &[("time", &short_moment(session.now()))],
        ),
        half => half,
    }));
    let done = move || {
        let slots = session.finish_case_step(&id.get_value(), step, &basis.get_untracked());
        if !slots.is_empty() {
            half.set(String::new());
            offer(ui, session, &id.get_value());
        }
    };
    let named = move |key: &&'static str| ui.text(label_of(key));
    let needs = move || {
        let all = lacks.get();
        let separator = ui.text(LIST_SEPARATOR);
        let named = all.iter().map(named).collect::<Vec<_>>().join(separator);
        (!all.is_empty()).then(|| ui.fill(texts::cases::STILL_NEEDS, &[("fields", &named)]))
    };
    let is_reply = step.key == case::STEP_REPLY;
    let label = if is_reply {
        texts::cases::CUSTOMER_ANSWERED
    } else {
        texts::cases::THIS_STEP_DONE
    };
    let who = move || {
        let owner = other.get()?;
        let name = session.read(|log| short_name(log, &owner, ui.lang.get()));
        Some(ui.fill(texts::cases::RECORDED_FOR, &[("name", &name)]))
    };
    Some(view! {
        <div class="case-open">
            <div class="sheet"><div class="sheet-body">{fields}</div></div>
            {(step.key == case::STEP_ACTIONS).then(|| view! { <Actions issue=id.get_value()/> })}
            {when(move || other.with(Option::is_some), move || view! {
                <label class="case-basis">
                    <span class="hint">{live(who)}</span>
                    <input type="text" autocomplete="off" data-free-text="" data-testid="case-basis"
                        prop:value=move || basis.get()
                        on:input=on(move |event: Event| {
                            let letters = typed_text(&event);
                            half.set(letters.clone());
                            basis.set(letters);
                        })/>
                </label>
            })}
            <p class="answers no-print">
                <button type="button" class:primary=move || is_next.get() data-testid="step-done" data-step=step.key
                    disabled=move || !lacks.with(Vec::is_empty) on:click=press(done)>
                    {ui.t(label)}
                </button>
                {live(move || needs().map(|said| view! { <span class="hint">{said}</span> }))}
            </p>
        </div>
    })
}

fn label_of(key: &str) -> Label {
    let field = case::CASE.field(key).map(|field| field.label);
    let rows = || SCHEMA.template(key).map(|rows| rows.one);
    field.or_else(rows).unwrap_or(case::CASE.one)
}

/// What a step that is done says, and the way to open it again.
#[component]
pub(super) fn DoneStep(issue: RecordId, step: &'static CaseStep) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let case = case::of(&issue)?;
    let id = StoredValue::new(issue);
    let fields = step.fields.iter().filter_map(|key| case::CASE.field(key));
    let fields = fields.map(|field| view! { <SheetField record=case.clone() field/> }.into_any());
    let fields = fields.collect::<Vec<_>>();
    let again = move || {
        session.reopen_case_step(&id.get_value(), step);
    };
    Some(view! {
        <details class="case-done">
            <summary>{ui.t(texts::frame::MORE_FIELDS)}</summary>
            <div class="sheet"><div class="sheet-body">{fields}</div></div>
            {(step.key == case::STEP_ACTIONS).then(|| view! { <Actions issue=id.get_value()/> })}
            <p class="answers no-print">
                <button type="button" class="quiet" on:click=press(again)>{ui.t(texts::cases::STEP_NOT_DONE)}</button>
            </p>
        </details>
    })
}

/// The corrective actions, and the line in which one more is typed.
#[component]
fn Actions(issue: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let case = case::of(&issue);
    let id = StoredValue::new(issue.clone());
    let typed = kept_line(ui, session, &format!("case-action/{issue}"));
    let note = move |event: SubmitEvent| {
        event.prevent_default();
        let line = typed.get_untracked();
        if !session.note_case_action(&id.get_value(), &line).is_empty() {
            typed.set(String::new());
        }
    };
    let said = move || {
        let Some(case) = case.clone() else {
            return Vec::new();
        };
        session.watch(|log| {
            let line = |row: &Form<'_>| {
                let who = row
                    .get(action::OWNER)
                    .map(|who| short_name(log, &who, ui.lang.get()));
                let when = row.get(action::DUE).map(|day| day.to_string());
                let what = row.get(action::WHAT);
                [what, who, when]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" · ")
            };
            Form::new(log, case.clone())
                .rows(action::KIND)
                .iter()
                .map(line)
                .collect::<Vec<_>>()
        })
    };
    let lines = move || {
        said()
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect::<Vec<_>>()
    };
    view! {
        <ul class="case-actions">{live(lines)}</ul>
        <form class="no-print" on:submit=note>
            <input type="text" autocomplete="off" data-free-text="" data-testid="case-action"
                aria-label=ui.t(texts::cases::ACTION_LINE) placeholder=ui.t(texts::cases::ACTION_LINE)
                prop:value=move || typed.get() on:input=on(move |event: Event| typed.set(typed_text(&event)))/>
        </form>
    }
}
