//! A project that is closed: said over every page of it, with the way to open it again and what changed since.

use crate::analysis::leads;
use crate::analysis::words::names::{names_joined, person_name, short_name};
use crate::model::template::Form;
use crate::state::{ClosedWhen, Page, Route, Session};
use crate::templates::{member, settings};
use crate::ui::screen::base::closed::is_closed;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::door::{LaterView, later};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::base::port::time_text;
use crate::ui::texts;
use leptos::prelude::*;

/// Over every page: nothing, while the project is open.
#[component]
pub(super) fn ClosedBar() -> impl IntoView {
    let is_closed = is_closed();
    live(move || is_closed.get().then(|| later(LaterView::Closed)))
}

/// When and by whom, and the way back.
#[component]
pub(in crate::ui) fn Closed() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let closed = Memo::new(move |_| session.closed());
    let said = move || closed.get().map(|closed| said(ui, session, &closed));
    let is_lead = Memo::new(move |_| session.watch(|log| leads(log, session.me().as_ref())));
    let after = move || closed.with(|closed| closed.as_ref().map_or(0, |closed| closed.places));
    let reopen = move || {
        session.move_project(settings::REOPEN, None);
    };
    let there = Route::Project(session.project(), Page::Closing).to_string();
    let there = StoredValue::new(there);
    view! {
        <section class="notice whole no-print" data-kind="info" data-testid="closed">
            <p class="notice-text">{live(said)}</p>
            {when(move || after() > 0, move || view! {
                <p><a href=there.get_value() data-testid="after-closing">
                    {live(move || ui.fill(texts::wrap_up::AFTER_CLOSING, &[("n", &after().to_string())]))}
                </a></p>
            })}
            {when(move || !is_lead.get(), move || view! {
                <p class="hint" data-testid="who-reopens">{live(move || who_reopens(ui, session))}</p>
            })}
            {when(move || is_lead.get(), move || view! {
                <button type="button" data-testid="reopen" on:click=press(reopen)>
                    {ui.t(texts::wrap_up::REOPEN)}
                </button>
            })}
        </section>
    }
}

/// Who opens it again, for whoever cannot (G-14).
fn who_reopens(ui: Ui, session: Session) -> String {
    let (lang, today) = (ui.lang.get(), ui.today.get());
    let names = session.watch(|log| {
        let form = Form::new(log, settings::record());
        let leads = member::with_role(&form, member::LEAD, today);
        let leads: Vec<_> = leads.iter().map(|one| one.record().clone()).collect();
        names_joined(&leads, |one| short_name(log, one, lang), lang)
    });
    let who = match names.is_empty() {
        true => ui.text(texts::forms::LEAD).to_owned(),
        false => names,
    };
    ui.fill(texts::wrap_up::WHO_REOPENS, &[("who", &who)])
}

fn said(ui: Ui, session: Session, closed: &ClosedWhen) -> String {
    let lang = ui.lang.get();
    let name = session.read(|log| person_name(log, closed.author.as_deref(), lang));
    let day = time_text(closed.at_ms)[..10].to_owned();
    let mut parts = vec![ui.fill(texts::wrap_up::CLOSED, &[("date", &day), ("name", &name)])];
    parts.extend(
        closed
            .reason
            .as_deref()
            .map(|reason| ui.fill(texts::wrap_up::CLOSED_REASON, &[("reason", reason)])),
    );
    parts.join(" ")
}
