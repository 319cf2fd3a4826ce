//! 简版 and 完整版: which forms have a tab before their first record, and the way to the others.

use crate::model::template::Template;
use crate::state::{Page, Route};
use crate::templates::SCHEMA;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::frame::rail;
use crate::ui::texts;
use leptos::prelude::*;

/// 简版：只显示常用表单 · 更多表单 +
#[component]
pub(super) fn MoreForms() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let is_full = Memo::new(move |_| rail::is_full(session));
    let hidden = Memo::new(move |_| {
        let forms = rail::quiet_forms();
        forms
            .filter(|form| session.rows(form.kind).is_empty())
            .map(|form| form.kind)
            .collect::<Vec<_>>()
    });
    let line = move |template: &'static Template| {
        let page = Page::Kind(template.kind.to_owned());
        let href = Route::Project(session.project(), page).to_string();
        view! {
            <dt><a href=href>{ui.t(template.list_label())}</a></dt>
            <dd>{ui.t(template.words.purpose.or(texts::standing::MORE_OTHER))}</dd>
        }
        .into_any()
    };
    let list = move || {
        let templates = hidden.get().into_iter();
        let templates = templates.filter_map(|kind| SCHEMA.template(kind));
        templates.map(line).collect::<Vec<_>>()
    };
    let is_short = move || !is_full.get() && !hidden.with(Vec::is_empty);
    let short = move || {
        view! {
            <details class="more-forms" data-testid="more-forms">
                <summary>{ui.t(texts::standing::MORE_FORMS)}</summary>
                <dl class="facts">{live(list)}</dl>
            </details>
        }
    };
    view! {
        <section class="forms">
            <p>
                <span class="hint">
                    {live(move || {
                        ui.text(if is_full.get() { texts::standing::FULL_HOW } else { texts::standing::SHORT_HOW })
                    })}
                </span>
                " "
                <button type="button" class="link" data-testid="full" data-full=move || is_full.get().to_string()
                    on:click=move |_| rail::set_full(session, !is_full.get_untracked())>
                    {live(move || {
                        ui.text(if is_full.get() { texts::standing::TO_SHORT } else { texts::standing::TO_FULL })
                    })}
                </button>
            </p>
            {when(is_short, short)}
        </section>
    }
}
