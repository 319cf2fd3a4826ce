//! Under the board: what a move still asks for, or what can be done with the card that is selected: the same by
//! buttons, for whoever neither drags nor knows the keys.

use super::move_bar::MoveAsk;
use super::{BoardView, card_name};
use crate::model::RecordId;
use crate::model::template::Transition;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use leptos::prelude::*;

/// What stands under the board.
#[component]
pub(super) fn BoardFoot(view: BoardView) -> impl IntoView {
    let selected = Memo::new(move |_| {
        view.frame
            .shown
            .with(|shown| match shown.selected.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            })
    });
    live(move || match (view.wanted.get(), selected.get()) {
        (Some(wanted), _) => view! { <MoveAsk view wanted/> }.into_any(),
        (None, Some(record)) => view! { <Selected view record/> }.into_any(),
        (None, None) => ().into_any(),
    })
}

/// The selected card: where it can go.
#[component]
fn Selected(view: BoardView, record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = view.frame.session;
    let id = StoredValue::new(record.clone());
    let steps = move || {
        session.watch(|_| ());
        let offered = session.offered_steps(&id.get_value());
        let all = offered.next.into_iter().chain(offered.beside);
        all.filter(|step| step.may.is_ok())
            .map(|step| step.transition)
            .collect::<Vec<_>>()
    };
    let button = move |step: &'static Transition| {
        view! {
            <button type="button" class="small" data-step=step.key
                on:click=press(move || view.put(&id.get_value(), step.to))>
                {ui.text(step.label)}
            </button>
        }
    };
    let name = move || {
        session.watch(|_| ());
        card_name(ui, view.frame, &id.get_value())
    };
    let href = Ui::href(session.project(), &record);
    view! {
        <section class="strip board-foot" data-testid="board-selected">
            <strong>{live(name)}</strong>
            {live(move || steps().into_iter().map(button).collect::<Vec<_>>())}
            <a class="button small" href=href>{ui.t(texts::table::OPEN_SHEET)}</a>
        </section>
    }
}
