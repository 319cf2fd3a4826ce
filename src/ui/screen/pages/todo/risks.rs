//! 看一眼风险: a row for each risk that somebody watches, answered where it stands, and one click for all that are open.

use crate::analysis::inbox::risks::is_to_be_looked_at;
use crate::analysis::inbox::updates::MeetingRound;
use crate::analysis::words::names;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::templates::risk;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::risk::{LookPlace, RiskLook};
use crate::ui::texts;
use leptos::prelude::*;

/// The risks, as the register has them.
#[component]
pub(super) fn Looks(risks: Memo<Vec<RecordId>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let count = move || risks.with(Vec::len).to_string();
    let open = move || {
        let mut open = risks.get();
        open.retain(|risk| !is_looked_at(session, risk));
        open
    };
    let is_several = Memo::new(move |_| open().len() > 1);
    let look = move || {
        if !session.look_at_risks(&untrack(open)).is_empty() {
            let said = ui.text(texts::risks::LOOK_NOTED).to_owned();
            ui.notices.done(session, said, "undo-risk");
        }
    };
    let row = |risk: RecordId| view! { <LookRow risk/> }.into_any();
    view! {
        <p class="update-head">
            <span class="hint">{ui.filled(texts::risks::LOOK_AT_N, "n", count)}</span>
            {when(move || is_several.get(), move || view! {
                <button type="button" data-testid="none-changed" on:click=press(look)>
                    {ui.t(texts::risks::ALL_UNCHANGED)}
                </button>
            })}
        </p>
        <ul class="updates">{Window::of_rows(Within::List).list(risks, RecordId::to_string, row)}</ul>
    }
}

/// Whether somebody has looked at it since the last meeting and it is not time again; watches it.
fn is_looked_at(session: crate::state::Session, risk: &RecordId) -> bool {
    let today = session.now().date_naive();
    session.watch(|log| {
        let form = Form::new(log, risk.clone());
        let since = MeetingRound::of(log, today).since.date();
        let is_new = form.get(risk::LAST_REVIEWED_AT) > Some(since);
        !risk::is_open(&form) || is_new && !is_to_be_looked_at(&form, today)
    })
}

#[component]
fn LookRow(risk: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(risk.clone());
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let is_told = Memo::new(move |_| is_looked_at(session, &id.get_value()));
    view! {
        <li data-testid="risk-row" data-record=risk.to_string() data-updated=move || is_told.get().to_string()>
            <p class="update-head">
                <a href=Ui::href(session.project(), &risk)><bdi>{live(name)}</bdi></a>
                {when(move || is_told.get(), move || view! {
                    <span class="chip" data-tone="ok">"✓ " {ui.t(texts::risks::LOOK_NOTED)}</span>
                })}
            </p>
            <RiskLook record=risk.clone() place=LookPlace::Card/>
        </li>
    }
}
