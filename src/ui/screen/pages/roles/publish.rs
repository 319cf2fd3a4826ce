//! 公示: the table shown to all, with what is still missing before it.

use crate::analysis::inbox::noting::all_noting;
use crate::analysis::leads;
use crate::analysis::people::role_table::publication;
use crate::model::RecordId;
use crate::model::template::Gate;
use crate::state::{Held, Session};
use crate::templates::assignment;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::pages::plan::WhatLacks;
use crate::ui::texts;
use leptos::prelude::*;

/// The gate, for who leads.
#[component]
pub(super) fn Publish() -> impl IntoView {
    let session = session();
    let is_lead = move || session.watch(|log| leads(log, session.me().as_ref()));
    when(is_lead, || view! { <PublishGate/> })
}

#[component]
fn PublishGate() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let held = Memo::new_with_compare(
        move |_| {
            session.watch(|_| ());
            session.roles_held()
        },
        |_, _| true,
    );
    let changed = Memo::new(move |_| {
        session.watch(|log| {
            let found = publication(log);
            (found.last.is_some(), found.changed.len())
        })
    });
    let is_held = Memo::new(move |_| held.with(Held::is_held));
    let label = move || {
        let publish = ui.text(Gate::Publish.label());
        match is_held.get() {
            true => ui.fill(texts::forms::NOT_YET, &[("action", publish)]),
            false => publish.to_owned(),
        }
    };
    let anyway = Callback::new(move |reason: String| show(ui, session, Some(&reason)));
    view! {
        {live(move || (changed.get().0 && changed.get().1 > 0).then(|| view! {
            <span class="chip" data-tone="warn" data-testid="changed-since">
                {ui.fill(texts::roles::CHANGED_SINCE, &[("n", &changed.get().1.to_string())])}
            </span>
        }))}
        {live(move || is_held.get().then(|| view! { <WhatLacks gate=Gate::Publish held anyway/> }))}
        {live(move || (is_held.get() || changed.get().1 > 0).then(|| view! {
            <button type="button" class="primary" data-testid="publish-roles" data-gate=Gate::Publish.key()
                data-missing=move || held.with(|held| held.lacks.len()).to_string()
                disabled=move || is_held.get() on:click=press(move || show(ui, session, None))>
                {live(label)}
            </button>
        }))}
    }
}

/// Shows the table to all, and says who has to be told.
fn show(ui: Ui, session: Session, reason: Option<&str>) {
    if session.publish_roles(reason).is_empty() {
        return;
    }
    let open = session.read(all_noting).into_iter();
    let open = open.filter(|one| !one.answer.is_done());
    let to: Vec<RecordId> = open.map(|one| one.person).collect();
    offer_to(ui, session, &RecordId::of(assignment::KIND), to);
    let said = texts::roles::PUBLISHED_DONE.text(ui.lang.get_untracked());
    ui.notices.done(session, said.to_owned(), "undo-publish");
}
