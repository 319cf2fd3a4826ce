//! A copy that takes no more edits: said over every page of it, with the way out, and again whenever somebody tries.

use crate::state::{Page, Refused, Route, Session};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::door::{LaterView, carry_out, later};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// Over every page of a project: nothing, while it takes edits.
#[component]
pub(in crate::ui) fn SpentBar() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let is_spent = Memo::new(move |_| session.is_spent());
    tell_refused(ui, session);
    live(move || is_spent.get().then(|| later(LaterView::Spent)))
}

/// A write that was refused is said at once; what was refused before this page was drawn was said there.
fn tell_refused(ui: Ui, session: Session) {
    Effect::new(move |told: Option<usize>| {
        let (count, why) = session.refused();
        if let Some(why) = why.filter(|_| told.is_some_and(|told| told < count)) {
            let label = match why {
                Refused::Spent => texts::frame::SPENT_REFUSED,
                Refused::Closed => texts::frame::CLOSED_REFUSED,
                Refused::OthersWord(..) => texts::frame::OTHERS_WORD,
            };
            let lang = ui.lang.get_untracked();
            ui.notices.error(label.text(lang).to_owned());
        }
        count
    });
}

/// What happened, that nothing is lost, and the two ways out.
#[component]
pub(in crate::ui) fn Spent() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let anew = move |_| carry_out(ui, Deed::CleanCopy(session));
    let received = Route::Project(session.project(), Page::Exchange).to_string();
    view! {
        <section class="notice" data-kind="error" role="alert" data-testid="spent">
            <p class="notice-text"><strong>{ui.t(texts::frame::SPENT)}</strong> " " {ui.t(texts::frame::SPENT_HOW)}</p>
            <p class="answers">
                <button type="button" data-testid="open-as-another" on:click=anew>
                    {ui.t(texts::frame::OPEN_AS_ANOTHER)}
                </button>
                <a class="button" href=received>{ui.t(texts::frame::LOOK_AT_RECEIVED)}</a>
            </p>
        </section>
    }
}
