//! What the report lists from the records: what is left over and who takes it on, what is to be improved, and the
//! lessons; and why the project was closed although something was missing.

use crate::analysis::standing::left_over::left_over;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::template::{Form, Key, Label, Lang};
use crate::model::{Log, RecordId};
use crate::templates::{action, lesson, open_item, report};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Within, line_key, long, numbered};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The lists, on the page and on paper; those that are empty are not there.
#[component]
pub(super) fn ReportLists() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let all = Memo::new(move |_| session.watch(|log| lists(log, ui.lang.get())));
    let reason = Memo::new(move |_| session.closed().and_then(|closed| closed.reason));
    let part = move |at: usize, label: Label| {
        let line = |line: (usize, String)| view! { <li>{line.1}</li> }.into_any();
        let lines = Memo::new(move |_| all.with(|all| numbered(all[at].iter().cloned())));
        when(
            move || all.with(|all| !all[at].is_empty()),
            move || {
                view! {
                    <section class="panel report-figures">
                        <h2>{ui.t(label)}</h2>
                        <ol>{long(Within::List, lines, line_key, line)}</ol>
                    </section>
                }
            },
        )
    };
    let why = move || {
        let reason = reason.get()?;
        Some(ui.fill(texts::wrap_up::CLOSED_REASON, &[("reason", &reason)]))
    };
    view! {
        {part(0, texts::wrap_up::OPEN_ITEMS)}
        {part(1, texts::closing::IMPROVEMENTS)}
        {part(2, lesson::LESSON.list_label())}
        <p>{live(why)}</p>
    }
}

/// What is left over, what is to be improved, what was learned.
fn lists(log: &Log, lang: Lang) -> [Vec<String>; 3] {
    let whose = |what: String, record: RecordId, owner: Key<RecordId>, due: Key<NaiveDate>| {
        let form = Form::new(log, record);
        let owner = form.get(owner).map(|one| short_name(log, &one, lang));
        let due = form.get(due).map(|day| day.to_string());
        let parts: Vec<String> = [Some(what), owner, due].into_iter().flatten().collect();
        parts.join(" · ")
    };
    let left = left_over(log).into_iter().map(|one| {
        let what = record_name(log, one.place(), lang);
        whose(what, one.item, open_item::OWNER, open_item::DUE)
    });
    let improvements = log.rows_under(&report::record(), action::KIND).into_iter();
    let improvements = improvements.map(|record| {
        let what = record_name(log, &record, lang);
        whose(what, record, action::OWNER, action::DUE)
    });
    let lessons = log.rows(lesson::KIND).into_iter().filter_map(|record| {
        let form = Form::new(log, record);
        form.get(lesson::RECOMMENDATION).filter(|_| form.is_open())
    });
    [left.collect(), improvements.collect(), lessons.collect()]
}
