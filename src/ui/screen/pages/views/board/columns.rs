//! The names of the board's columns: over the lanes, or to choose from where only one has room.

use super::{BoardView, state_name};
use crate::analysis::standing::plan_view::DONE_DAYS;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use leptos::prelude::*;

/// The names of the columns, with how many tasks stand in each.
pub(super) fn heads(view: BoardView) -> Vec<AnyView> {
    let ui = view.ui;
    let columns = view.board.with(|board| board.columns.len());
    let head = |column: usize| {
        let (count, is_done) = view
            .board
            .with(|board| (board.count(column), board.is_done(column)));
        let lately = (is_done && !view.with_earlier.get()).then(|| {
            let days = DONE_DAYS.to_string();
            ui.fill(texts::boards::LAST_DAYS, &[("n", &days)])
        });
        view! {
            <div class="board-head" data-column=column.to_string()
                data-shown=move || (view.column.get() == column).to_string()>
                <strong>{view.column_name(column)}</strong> " " <span class="board-count">{count.to_string()}</span>
                <span class="hint">{lately}</span>
            </div>
        }
        .into_any()
    };
    (0..columns).map(head).collect()
}

/// The columns to choose from, where only one has room.
#[component]
pub(super) fn Strip(view: BoardView, columns: Memo<Vec<&'static str>>) -> impl IntoView {
    let ui = ui();
    let one = move |(column, key): (usize, &'static str)| {
        let count = move || view.board.with(|board| board.count(column)).to_string();
        view! {
            <button type="button" class="tab" data-testid="board-column" data-status=key
                aria-pressed=move || (view.column.get() == column).to_string()
                on:click=press(move || view.column.set(column))>
                {live(move || state_name(ui, key))} " " <span class="board-count">{live(count)}</span>
            </button>
        }
        .into_any()
    };
    view! {
        <div class="board-strip" role="group" aria-label=ui.t(texts::boards::CHOOSE_COLUMN)>
            {live(move || columns.get().into_iter().enumerate().map(one).collect::<Vec<_>>())}
        </div>
    }
}
