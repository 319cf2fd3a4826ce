//! What whoever watches a risk can say of it beside its sheet, with the 5×5 to set its level by a click.

use crate::model::RecordId;
use crate::model::template::Form;
use crate::ui::letter::level_said;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::form::risk::{LookPlace, RiskLook};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;

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
