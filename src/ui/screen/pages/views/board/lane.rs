//! One lane of the board: what its tasks have in common, and a list of cards for each column.

use super::card::TaskCard;
use super::{BoardView, counts_said, heading_of};
use crate::analysis::standing::plan_view::group_name;
use crate::model::RecordId;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::pieces::{list, live, press, when};
use crate::ui::texts;
use leptos::prelude::*;

/// Cards that come with each press.
const STEP: usize = 20;

/// Shut, it says how many of its tasks are in each state.
#[component]
pub(super) fn BoardLane(view: BoardView, word: String) -> impl IntoView {
    let ui = ui();
    let word = StoredValue::new(word);
    let heading = Memo::new(move |_| heading_of(view, &word.get_value()));
    let is_shut =
        Memo::new(move |_| heading.with(|one| one.as_ref().is_some_and(|one| one.is_shut)));
    let name = move || {
        let heading = heading.get()?;
        let lang = ui.lang.get();
        let named = view
            .frame
            .session
            .watch(|log| group_name(log, &heading.group, lang));
        Some(if named.is_empty() {
            ui.text(texts::NOTHING).to_owned()
        } else {
            named
        })
    };
    let is_gathered = Memo::new(move |_| heading.with(Option::is_some));
    let toggle = move || {
        let word = word.get_value();
        view.frame.change(|shown| shown.toggle_group(&word));
    };
    let columns = Memo::new(move |_| view.board.with(|board| board.columns.len()));
    view! {
        <section class="lane" data-lane=word.get_value() aria-label=name>
            {when(move || is_gathered.get(), move || view! {
                <h2 class="lane-head">
                    <button type="button" class="lane-toggle" aria-expanded=move || (!is_shut.get()).to_string()
                        on:click=press(toggle)>
                        {live(name)}
                    </button>
                    <span class="hint">{live(move || counts_said(view, &word.get_value()))}</span>
                </h2>
            })}
            {when(move || !is_shut.get(), move || view! {
                <div class="lane-cells">
                    {live(move || (0..columns.get()).map(|column| view! {
                        <Cell view word=word.get_value() column/>
                    }).collect::<Vec<_>>())}
                </div>
            })}
        </section>
    }
}

/// The cards of a lane in one state.
#[component]
fn Cell(view: BoardView, word: String, column: usize) -> impl IntoView {
    let ui = ui();
    let key = StoredValue::new((word, column));
    let shown = Memo::new(move |_| key.with_value(|(word, column)| view.cards(word, *column)));
    let hidden = Memo::new(move |_| shown.with(|(_, hidden)| *hidden));
    let cards = move || shown.with(|(cards, _)| cards.clone());
    let card = move |record: RecordId| view! { <TaskCard view record column/> }.into_any();
    let place = view
        .board
        .with_untracked(|board| board.columns.get(column).copied());
    let earlier = Memo::new(move |_| {
        key.with_value(|(word, column)| {
            view.board.with(|board| {
                let lane = super::lane_of(board, word);
                lane.filter(|_| board.is_done(*column))
                    .map_or(0, |lane| lane.earlier)
            })
        })
    });
    let label = move || {
        let n = shown
            .with(|(cards, hidden)| cards.len() + hidden)
            .to_string();
        format!("{} {n}", view.column_name(column))
    };
    let more = move || {
        view.more
            .update(|more| *more.entry(key.get_value()).or_insert(0) += STEP);
    };
    view! {
        <ul class="cell" data-column=column.to_string() data-drop=place aria-label=label
            data-shown=move || (view.column.get() == column).to_string()
            data-over=move || view.is_over(place).to_string()>
            {list(cards, RecordId::to_string, card)}
            {when(move || hidden.get() > 0, move || view! {
                <li class="cell-more">
                    <button type="button" class="link" data-testid="more-cards" on:click=press(more)>
                        {ui.filled(texts::boards::N_MORE, "n", move || hidden.get().to_string())}
                    </button>
                </li>
            })}
            {when(move || earlier.get() > 0, move || view! {
                <li class="cell-more">
                    <button type="button" class="link" data-testid="earlier"
                        on:click=press(move || view.with_earlier.set(true))>
                        {ui.filled(texts::boards::N_EARLIER, "n", move || earlier.get().to_string())}
                    </button>
                </li>
            })}
        </ul>
    }
}

impl BoardView {
    /// Whether a card is held over a column, by the pointer or by keys.
    fn is_over(self, place: Option<&'static str>) -> bool {
        let by_pointer = self
            .lift
            .over
            .with(|over| over.as_deref() == place && place.is_some());
        let by_keys = self.carried.with(|carried| {
            let column = carried.as_ref().map(|(_, column)| *column);
            let key = column.and_then(|at| self.board.with(|board| board.columns.get(at).copied()));
            key.is_some() && key == place
        });
        by_pointer || by_keys
    }
}
