//! 留言: what people said of a form, beside it, until and after the project lead has dealt with it.

use crate::analysis::inbox::said::{Remarked, remarks_on};
use crate::analysis::leads;
use crate::analysis::words::names::person_name;
use crate::model::RecordId;
use crate::state::{Page, Session, remark_sorts};
use crate::templates::minutes_item::LineSort;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::long::{Window, Within, long_text};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::base::port;
use crate::ui::texts;
use leptos::prelude::*;

/// The remarks on a form; nothing where there are none.
#[component]
pub(super) fn Remarks(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let about = StoredValue::new(record);
    let all = Memo::new(move |_| session.watch(|log| remarks_on(log, &about.get_value())));
    let is_any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let key = |one: &Remarked| format!("{} {} {}", one.record, one.is_open, one.text);
    let line = |one: Remarked| view! { <RemarkLine one/> }.into_any();
    live(move || {
        is_any.get().then(|| view! {
            <section class="panel" data-testid="remarks">
                <h2>{ui.t(texts::decide::REMARKS)} " " {live(move || all.with(Vec::len).to_string())}</h2>
                <ul class="remarks">{Window::of_rows(Within::List).list(all, key, line)}</ul>
            </section>
        })
    })
}

#[component]
fn RemarkLine(one: Remarked) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let (by, time, id) = (one.by, port::time_text(one.time_ms), one.record);
    let id = StoredValue::new(id);
    let who = move || session.watch(|log| person_name(log, by.as_deref(), ui.lang.get()));
    let may = move || {
        let me = session.me();
        session.watch(|log| leads(log, me.as_ref()))
    };
    let is_open = one.is_open;
    view! {
        <li data-testid="remark-line" data-objected=is_open.then_some("")>
            <span class="hint"><bdi>{who}</bdi> " " {time}</span>
            <p>{long_text(one.text)}</p>
            {live(move || (is_open && may()).then(|| view! {
                <button type="button" class="small" data-testid="handled"
                    on:click=press(move || handled(ui, session, &id.get_value()))>
                    {ui.text(texts::decide::HANDLED)}
                </button>
                <Becomes remark=id.get_value()/>
            }))}
            {(!is_open).then(|| view! { <span class="hint">{ui.t(texts::decide::IS_HANDLED)}</span> })}
        </li>
    }
}

/// 变成 ▾: what a remark says goes on in its own list.
#[component]
fn Becomes(remark: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let label = texts::decide::BECOMES;
    let turn = move |event: web_sys::Event| {
        let key = typed_text(&event);
        let sort = remark_sorts().find(|sort| sort.choice.key == key);
        let made = sort.and_then(|sort| session.remark_becomes(&remark, sort));
        if let Some(made) = made {
            ui.go(session.project(), Page::Record(made));
        }
    };
    let option = |sort: &'static LineSort| {
        view! { <option value=sort.choice.key>{ui.t(sort.choice.label)}</option> }
    };
    view! {
        <select class="small" data-testid="remark-becomes" aria-label=ui.t(label) on:change=turn>
            <option value="">{ui.t(label)}</option>
            {remark_sorts().map(option).collect::<Vec<_>>()}
        </select>
    }
}

/// The project lead has dealt with a remark; says so, with the way back.
pub(in crate::ui) fn handled(ui: Ui, session: Session, remark: &RecordId) {
    session.handle_remark(remark);
    let said = texts::decide::NOTED.text(ui.lang.get_untracked());
    ui.notices.done(session, said.to_owned(), "undo-handled");
}
