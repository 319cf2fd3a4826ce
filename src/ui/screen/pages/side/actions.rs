//! 上次的行动项: what was agreed on before and is not done, which the next meeting begins with.

use crate::analysis::words::names::{record_name, short_name};
use crate::model::RecordId;
use crate::model::template::Form;
use crate::state::{Page, Route};
use crate::templates::action;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::form::head::{late_by, late_days};
use crate::ui::texts;
use leptos::prelude::*;

/// The actions that are carried on, by their day; those without one last.
#[component]
pub(in crate::ui::screen::pages) fn OpenActions() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let open = Memo::new(move |_| {
        session.watch(|log| {
            let rows = log.rows(action::KIND).into_iter();
            let forms = rows
                .map(|record| Form::new(log, record))
                .filter(action::is_open);
            let mut open: Vec<_> = forms
                .map(|form| (form.get(action::DUE), form.record().clone()))
                .collect();
            open.sort_by_key(|(due, _)| (due.is_none(), *due));
            open.into_iter()
                .map(|(_, record)| record)
                .collect::<Vec<_>>()
        })
    });
    let window = Window::of_lines(Within::List);
    let line = move |action: RecordId| {
        let id = StoredValue::new(action.clone());
        let name = move || session.watch(|log| record_name(log, &id.get_value(), ui.lang.get()));
        let who = move || {
            session.watch(|log| {
                let form = Form::new(log, id.get_value());
                let owner = form.referred(action::OWNER);
                let owner = owner.map(|owner| short_name(log, owner.record(), ui.lang.get()));
                let day = form.get(action::DUE).map(|day| day.to_string());
                [owner, day]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" ")
            })
        };
        let late = move || {
            let days = late_days(session, &id.get_value());
            late_by(ui, days).map(|late| view! { " " {late} })
        };
        view! {
            <li data-action=action.to_string()>
                <a href=Ui::href(session.project(), &action)><bdi>{live(name)}</bdi></a>
                " " <span class="hint">{live(who)}</span> {live(late)}
            </li>
        }
        .into_any()
    };
    let new = Route::Project(session.project(), Page::New(action::KIND.to_owned())).to_string();
    let new = StoredValue::new(new);
    when(
        move || !open.with(Vec::is_empty),
        move || {
            view! {
                <section class="panel open-actions" data-testid="open-actions">
                    <h2>{ui.t(texts::progress::ACTIONS_BEFORE)}</h2>
                    <ul class="findings">{window.list(open, RecordId::to_string, line)}</ul>
                    <p class="no-print"><a href=new.get_value()>{ui.t(action::ACTION.words.add)}</a></p>
                </section>
            }
        },
    )
}
