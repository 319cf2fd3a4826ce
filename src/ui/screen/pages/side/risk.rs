//! What whoever watches a risk can say of it beside its sheet, with the 5×5 to set its level by a click.

use crate::model::RecordId;
use crate::model::template::Form;
use crate::ui::letter::{extreme_risk, level_said};
use crate::ui::screen::base::context::{copy_and_say, session, ui};
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::risk::{LookPlace, RiskLook};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;

/// An extreme risk: that two people should know of it, and the text to send them; nothing for another.
#[component]
pub(super) fn Extreme(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let text = Memo::new(move |_| session.watch(|log| extreme_risk(log, &record, ui.lang.get())));
    let copy = move || {
        if let Some(text) = text.get_untracked() {
            life::to_the_end((ui, text), copy_and_say);
        }
    };
    when(
        move || text.with(Option::is_some),
        move || {
            view! {
                <section class="panel" data-testid="extreme-risk">
                    <p>{ui.t(texts::risks::EXTREME_TO_TELL)}</p>
                    <p class="answers">
                        <button type="button" class="small" data-testid="copy-extreme" on:click=press(copy)>
                            {ui.t(texts::risks::COPY_EXTREME)}
                        </button>
                    </p>
                </section>
            }
        },
    )
}

/// The panel; nothing for those who only read it.
#[component]
pub(super) fn RiskPanel(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let author = author_of(session);
    let may = Memo::new(move |_| {
        author.get();
        session.may_look_at_risk(&id.get_value())
    });
    let level =
        move || session.watch(|log| level_said(&Form::new(log, id.get_value()), ui.lang.get()));
    when(
        move || may.get(),
        move || {
            view! {
                <section class="panel" data-testid="risk-panel">
                    <h2>{ui.t(texts::mail::ASK_RISKS)}</h2>
                    <p>{live(level)}</p>
                    <RiskLook record=id.get_value() place=LookPlace::Side/>
                </section>
            }
        },
    )
}
