//! 简版 and 完整版: which forms have a tab before their first record, and the way to the others.

use crate::model::template::{Label, Template};
use crate::state::{Page, Route};
use crate::templates::SCHEMA;
use crate::ui::context::{session, ui};
use crate::ui::pages::list_label;
use crate::ui::pieces::live;
use crate::ui::{rail, texts};
use leptos::prelude::*;

/// What a form is for, in one sentence.
fn purpose(kind: &str) -> Label {
    match kind {
        "department" => texts::MORE_DEPARTMENT,
        "work_item" => texts::MORE_WORK_ITEM,
        "handoff" => texts::MORE_HANDOFF,
        "stage" => texts::MORE_STAGE,
        "milestone" => texts::MORE_MILESTONE,
        "meeting" => texts::MORE_MEETING,
        "channel" => texts::MORE_CHANNEL,
        "message" => texts::MORE_MESSAGE,
        "escalation" => texts::MORE_ESCALATION,
        _ => texts::MORE_OTHER,
    }
}

/// 简版：只显示常用表单 · 更多表单 +
#[component]
pub(super) fn MoreForms() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let is_full = Memo::new(move |_| rail::is_full(session));
    let hidden = Memo::new(move |_| {
        let kinds = rail::quiet_kinds();
        kinds
            .filter(|kind| session.rows(kind).is_empty())
            .collect::<Vec<_>>()
    });
    let line = move |template: &'static Template| {
        let page = Page::Kind(template.kind.to_owned());
        let href = Route::Project(session.project(), page).to_string();
        view! { <dt><a href=href>{ui.t(list_label(template))}</a></dt><dd>{ui.t(purpose(template.kind))}</dd> }.into_any()
    };
    let list = move || {
        let templates = hidden.get().into_iter();
        let templates = templates.filter_map(|kind| SCHEMA.template(kind));
        templates.map(line).collect::<Vec<_>>()
    };
    let short = move || {
        (!hidden.with(Vec::is_empty)).then(|| {
            view! {
                <details class="more-forms" data-testid="more-forms">
                    <summary>{ui.t(texts::MORE_FORMS)}</summary>
                    <dl class="facts">{live(list)}</dl>
                </details>
            }
        })
    };
    view! {
        <section class="forms">
            <p><span class="hint">{live(move || ui.text(if is_full.get() { texts::FULL_HOW } else { texts::SHORT_HOW }))}</span> " "
                <button type="button" class="link" data-testid="full" data-full=move || is_full.get().to_string() on:click=move |_| rail::set_full(session, !is_full.get_untracked())>
                    {live(move || ui.text(if is_full.get() { texts::TO_SHORT } else { texts::TO_FULL }))}</button></p>
            {live(move || if is_full.get() { None } else { short() })}
        </section>
    }
}
