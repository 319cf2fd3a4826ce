//! Once it is released: when that was, what was changed afterwards, and the way to everybody.

use super::AtMeeting;
use super::release::everybody_else;
use crate::analysis::inbox::weekly::HeldMeeting;
use crate::model::template::{Form, STATUS, minute_text};
use crate::model::{FieldKey, Log};
use crate::state::Page;
use crate::templates::minutes;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::texts;
use leptos::prelude::*;

/// What can be done once it is released.
#[component]
pub(super) fn After(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let when_released = move || {
        let held = at.held.get()?;
        let at = session.watch(|log| Form::new(log, held.minutes.clone()).get(minutes::SENT_AT))?;
        let when = minute_text(at);
        Some(ui.fill(texts::meeting::RELEASED_ON, &[("when", &when)]))
    };
    let changed = Memo::new(move |_| {
        let held = at.held.get();
        session.watch(|log| held.map_or(0, |held| changed_since(log, &held)))
    });
    let send = move || {
        if let Some(held) = at.held() {
            offer_to(ui, session, &held.minutes, everybody_else(session));
            ui.go(session.project(), Page::Exchange);
        }
    };
    let added = Memo::new(move |_| {
        session.watch(|_| ());
        at.held
            .get()
            .map_or(0, |held| session.lines_added(&held).len())
    });
    let put_off = move || {
        if let Some(held) = at.held() {
            session.put_off_lines(&held);
        }
    };
    let again = move || {
        if let Some(held) = at.held() {
            session.release_again(&held);
        }
    };
    view! {
        <section class="panel" data-testid="after-release">
            <p>{live(when_released)}</p>
            {when(move || added.get() > 0, move || view! {
                <p class="late">{ui.filled(texts::meeting::LINES_ADDED, "n", move || added.get().to_string())}</p>
                <button type="button" data-testid="put-off-lines" on:click=press(put_off)>
                    {ui.t(texts::meeting::TO_NEXT)}
                </button>
            })}
            {when(move || changed.get() > 0, move || view! {
                <p class="late">{ui.filled(texts::meeting::CHANGED_AFTER, "n", move || changed.get().to_string())}</p>
                <button type="button" data-testid="release-again" on:click=press(again)>
                    {ui.t(texts::meeting::RELEASE_AGAIN)}
                </button>
            })}
            <button type="button" class="primary" data-testid="send-minutes" on:click=press(send)>
                {ui.t(texts::meeting::SEND_ALL)}
            </button>
        </section>
    }
}

/// In how many places something was written that the release did not know.
fn changed_since(log: &Log, held: &HeldMeeting) -> usize {
    let status = FieldKey::of(STATUS);
    let records = held.review.iter().chain([&held.minutes]);
    records
        .map(|record| log.contradictions(record, &status).len())
        .sum()
}
