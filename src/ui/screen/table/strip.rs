//! Under the table: the row that is being worked on in two lines, and what can be done with it.

use super::Table;
use crate::analysis::words::names::{record_name, short_name};
use crate::analysis::{calendar_of, time::late};
use crate::model::template::{Form, Key, Lang};
use crate::model::{Log, RecordId, Value};
use crate::state::{Page, Session};
use crate::templates::{issue, task};
use crate::ui::screen::base::context::{NewForm, Ui, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::form::rows;
use crate::ui::screen::form::suggested::SuggestionsPanel;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The row that is being worked on.
#[component]
pub(in crate::ui) fn Strip(table: Table, record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = table.session;
    let is_task = record.kind() == task::TASK.kind;
    let comes_up = table.template.work.is_some_and(|work| work.comes_up());
    let id = StoredValue::new(record.clone());
    let name = move || session.watch(|log| record_name(log, &id.get_value(), ui.lang.get()));
    let late = move || {
        let today = session.now().date_naive();
        let late = session.watch(|log| {
            let form = Form::new(log, id.get_value());
            late::overdue_days(&form, today, &calendar_of(&form))
        });
        late.filter(|days| comes_up && *days > 0).map(|days| view! {
            <span class="late">{ui.fill(texts::table::LATE_BY, &[("n", &days.to_string())])}</span>
        })
    };
    let copy = move |_| {
        if let Some(made) = session.copy_row(&id.get_value()) {
            table.reveal(std::slice::from_ref(&made));
            if let Some(place) = table.place_of(&made) {
                table.activate(place, table.template.name);
            }
        }
    };
    let delete = move |_| {
        table.active.set(None);
        rows::delete_with_undo(ui, session, &id.get_value());
    };
    let about = record.clone();
    view! {
        <section class="strip" data-testid="strip" aria-label=ui.t(texts::table::THIS_ROW)>
            <p class="strip-head">
                <b>{live(name)}</b> {live(late)}
                <span class="strip-tools">
                    <a class="button" href=Ui::href(session.project(), &record)>{ui.t(texts::table::OPEN_SHEET)}</a>
                    {is_task.then(|| view! {
                        <button type="button" data-testid="raise-issue"
                            on:click=move |_| raise(ui, session, &id.get_value())>
                            {ui.t(issue::ISSUE.words.add)}
                        </button>
                    })}
                    <button type="button" data-testid="copy-row" on:click=copy>{ui.t(texts::table::COPY_ROW)}</button>
                    <button type="button" data-testid="delete-record" on:click=delete>{ui.t(texts::DELETE)}</button>
                    <button type="button" class="icon-button" aria-label=ui.t(texts::frame::CLOSE)
                        title=ui.t(texts::frame::CLOSE) on:click=move |_| table.is_shut.set(true)>
                        "×"
                    </button>
                </span>
            </p>
            {is_task.then(|| view! {
                <p class="strip-line">{live(move || session.watch(|log| who_and_when(log, ui, &id.get_value())))}</p>
            })}
            <SuggestionsPanel record=about/>
        </section>
    }
}

/// Owner, reviewer, and the dates as they were planned first and as they are planned now.
fn who_and_when(log: &Log, ui: Ui, record: &RecordId) -> String {
    let lang = ui.lang.get();
    let form = Form::new(log, record.clone());
    let person = |key| person(&form, key, lang);
    let span = |from, to| span(&form, from, to, ui);
    let colon = texts::forms::COLON.text(lang);
    let parts = [
        person(task::OWNER),
        person(task::REVIEWER),
        span(task::BASELINE_START, task::BASELINE_END)
            .map(|span| format!("{}{colon}{span}", ui.text(texts::table::ORIGINAL_PLAN))),
        span(task::CURRENT_START, task::CURRENT_END)
            .map(|span| format!("{}{colon}{span}", ui.text(texts::table::CURRENT_PLAN))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn person(form: &Form<'_>, key: Key<RecordId>, lang: Lang) -> Option<String> {
    let field = task::TASK.field(key.name)?;
    let name = short_name(form.log(), form.referred(key)?.record(), lang);
    let colon = texts::forms::COLON.text(lang);
    Some(format!("{}{colon}{name}", field.label.text(lang)))
}

fn span(form: &Form<'_>, from: Key<NaiveDate>, to: Key<NaiveDate>, ui: Ui) -> Option<String> {
    let day = |key| form.get(key).map(|day: NaiveDate| day.to_string());
    match (day(from), day(to)) {
        (Some(from), Some(to)) => {
            Some(ui.fill(texts::table::MAIL_SPAN, &[("from", &from), ("to", &to)]))
        }
        (None, Some(to)) => Some(ui.fill(texts::table::UNTIL, &[("to", &to)])),
        (from, None) => from,
    }
}

/// A new issue that names this task as affected.
fn raise(ui: Ui, session: Session, record: &RecordId) {
    let name = session.read(|log| record_name(log, record, ui.lang.get_untracked()));
    let element = record.rest().unwrap_or_default();
    let key = format!("{}/{element}", issue::AFFECTED_TASKS.name);
    ui.give(NewForm {
        kind: issue::ISSUE.kind,
        fields: vec![(key, Value::Bool(true))],
        told: ui.fill(texts::table::GIVEN_TASK, &[("name", &name)]),
    });
    ui.go(session.project(), Page::New(issue::ISSUE.kind.to_owned()));
}
