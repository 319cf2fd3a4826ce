//! What the departments that a change touches say of it, and the question to them.

use crate::analysis::standing::plan_changes::{may_approve, may_record, touched_departments};
use crate::analysis::words::names::{any_value_text, short_name};
use crate::model::template::Form;
use crate::model::{FieldKey, Log, RecordId, Value};
use crate::templates::{assessment, change_request};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::prelude::*;

/// 部门评估: what the departments say that it would do there; whoever decides may ask them.
#[component]
pub(super) fn Departments(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let may_ask = Memo::new(move |_| {
        let (me, today) = (session.me(), session.now().date_naive());
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let asks = |me: RecordId| may_approve(&form, &me, today) || may_record(&form, &me);
            let is_asked = assessment::is_asked(&form);
            change_request::is_waiting(&form) && !is_asked && me.is_some_and(asks)
        })
    });
    let said = move || session.watch(|log| departments_said(ui, log, &id.get_value()));
    let ask = move || {
        if !session.ask_departments(&id.get_value()).is_empty() {
            offer(ui, session, &id.get_value());
            let what = ui.text(texts::changes::ASK_DEPARTMENTS);
            let said = ui.fill(texts::forms::STEP_DONE, &[("action", what)]);
            ui.notices.done(session, said, "undo-step");
        }
    };
    view! {
        {live(move || said().into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>())}
        {when(move || may_ask.get(), move || view! {
            <button type="button" class="step-button quiet" data-testid="ask-departments" on:click=press(ask)>
                {ui.t(texts::changes::ASK_DEPARTMENTS)}
            </button>
        })}
    }
}

/// How many of the departments have answered, and what they say.
fn departments_said(ui: Ui, log: &Log, record: &RecordId) -> Vec<String> {
    let form = Form::new(log, record.clone());
    let said = assessment::all_of(&form);
    if said.is_empty() && !assessment::is_asked(&form) {
        return Vec::new();
    }
    let lang = ui.lang.get();
    let asked = touched_departments(&form).len().max(said.len());
    let places = [("n", &*said.len().to_string()), ("m", &*asked.to_string())];
    let line = |one: &Form<'_>| {
        let who = one.get(assessment::DEPARTMENT)?;
        let opinion = one.get(assessment::OPINION);
        let opinion = opinion.unwrap_or_else(|| ui.text(texts::changes::NO_EFFECT_HERE).to_owned());
        let days = one
            .get(assessment::DAYS)
            .map(|days| ui.fill(texts::changes::WD_LATER, &[("n", &days.to_string())]));
        let cost = one.get(assessment::COST).map(|cost| {
            let key = FieldKey::of(assessment::COST.name);
            any_value_text(
                log,
                one.record(),
                &key,
                &Value::int(cost),
                seen_from_here(lang),
            )
        });
        let parts = [Some(opinion), days, cost].into_iter().flatten();
        let parts: Vec<String> = parts.collect();
        Some([short_name(log, &who, lang), parts.join(" · ")].join(ui.text(texts::forms::COLON)))
    };
    let head = ui.fill(texts::changes::DEPARTMENTS_SAY, &places);
    std::iter::once(head)
        .chain(said.iter().filter_map(line))
        .collect()
}
