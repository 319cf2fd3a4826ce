//! Beside an issue that waits to be accepted: the deadline that such a project usually gives, in one press.

use crate::analysis::time::issue_clock::{self, usual_limit};
use crate::model::RecordId;
use crate::model::template::{CellType, Form};
use crate::templates::{issue, status_of};
use crate::ui::letter::short_until;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::texts;
use leptos::prelude::*;

/// The panel; nothing once the issue is accepted or has a deadline.
#[component]
pub(super) fn UsualLimit(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let limit = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let is_open = status_of(&form) == issue::SUBMITTED.key && !form.has(issue::DUE_AT.name);
            is_open.then(|| usual_limit(&form)).flatten()
        })
    });
    let said = move |limit: issue_clock::UsualLimit| {
        let label = match limit.is_in_days {
            true => texts::cases::IN_WORKING_DAYS,
            false => texts::cases::IN_HOURS,
        };
        let what = ui.fill(label, &[("n", &limit.n.to_string())]);
        let when = short_until(ZONE.shown(limit.at));
        ui.fill(
            texts::cases::USUAL_LIMIT,
            &[("what", &what), ("when", &when)],
        )
    };
    let take = move || {
        if let Some(limit) = limit.get_untracked() {
            let due = (issue::DUE_AT.name, limit.at.write());
            session.set_fields(&id.get_value(), &[due]);
        }
    };
    when(
        move || limit.with(Option::is_some),
        move || {
            view! {
                <section class="panel" data-testid="usual-limit">
                    <button type="button" class="small" on:click=press(take)>
                        {live(move || limit.get().map(said))}
                    </button>
                </section>
            }
        },
    )
}
