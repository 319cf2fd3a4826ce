//! 决策有异议 / 过了反馈截止: what of the replies waits for whoever decided it, dealt with where it stands.

use crate::analysis::words::names;
use crate::model::RecordId;
use crate::state::Session;
use crate::templates::decision;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::pages::replies::ReplyMatters;
use crate::ui::texts;
use leptos::prelude::*;

/// The decision, and what can be done.
#[component]
pub(super) fn RepliesTodo(decision: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(decision.clone());
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-decision=decision.to_string()>
            <p class="update-head">
                <a href=Ui::href(session.project(), &decision)><bdi>{live(name)}</bdi></a>
                {live(move || confirm(ui, session, id.get_value()))}
            </p>
            <ReplyMatters decision=id.get_value() is_card=true/>
        </li>
    }
}

/// 确认生效, where nothing holds it back.
fn confirm(ui: Ui, session: Session, record: RecordId) -> Option<AnyView> {
    session.watch(|_| ());
    let steps = session.offered_steps(&record);
    let all = steps.next.into_iter().chain(steps.beside);
    let mut may = all.filter(|step| step.may.is_ok() && !step.transition.reason);
    let transition = may
        .find(|step| step.transition.to == decision::CONFIRMED.key)?
        .transition;
    let take = move || {
        let lang = ui.lang.get_untracked();
        let reason = transition.says.map(|says| says.text(lang));
        session.step(&record, transition, reason);
        offer(ui, session, &record);
        let action = transition.label.text(lang);
        let said = ui.fill(texts::forms::STEP_DONE, &[("action", action)]);
        ui.notices.done(session, said, "undo-step");
    };
    Some(
        view! {
            <button type="button" class="small" data-testid="confirm-decision" on:click=press(take)>
                {ui.t(transition.label)}
            </button>
        }
        .into_any(),
    )
}
