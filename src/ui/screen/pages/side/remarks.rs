//! Beside a form: what was remarked on it, in whose name and when.

use crate::analysis::words::names::person_name;
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::templates::comment;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Window, Within, long_text};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port;
use leptos::prelude::*;

/// What was said, as it is drawn.
#[derive(Clone, PartialEq)]
struct RemarkLine {
    remark: RecordId,
    who: Option<RecordId>,
    time: String,
    text: String,
}

/// The remarks on a form, the newest first; nothing where there are none.
#[component]
pub(super) fn Remarks(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let told = Memo::new(move |_| session.watch(|log| remarks(log, &record)));
    let is_any = Memo::new(move |_| told.with(|told| !told.is_empty()));
    let window = Window::of_rows(Within::List);
    let key = |told: &RemarkLine| format!("{} {} {}", told.remark, told.time, told.text);
    let line = move |told: RemarkLine| {
        let who = told.who;
        let name = move || {
            let who = who.as_ref().map(RecordId::as_str);
            session.watch(|log| person_name(log, who, ui.lang.get()))
        };
        view! {
            <li>
                <time>{told.time}</time> <span class="who"><bdi>{live(name)}</bdi></span>
                <span class="what">{long_text(told.text)}</span>
            </li>
        }
        .into_any()
    };
    live(move || {
        is_any.get().then(|| {
            view! {
                <section class="panel" data-testid="remarks">
                    <h2>{ui.t(comment::COMMENT.title)}</h2>
                    <ul class="history">{window.list(told, key, line)}</ul>
                </section>
            }
        })
    })
}

fn remarks(log: &Log, record: &RecordId) -> Vec<RemarkLine> {
    let rows = Form::new(log, record.clone()).rows(comment::KIND);
    let line = |form: Form<'_>| {
        let at = form.get(comment::AT).map(|at| at.timestamp_millis());
        let text = form.get(comment::TEXT).unwrap_or_default();
        (!text.is_empty()).then(|| RemarkLine {
            remark: form.record().clone(),
            who: form.get(comment::BY),
            time: at.map(port::time_text).unwrap_or_default(),
            text,
        })
    };
    rows.into_iter().rev().filter_map(line).collect()
}
