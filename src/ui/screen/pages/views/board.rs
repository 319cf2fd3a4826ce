//! 看板: lanes of the groups, in each a column for every state; moving a card is taking a step.

mod card;
mod columns;
mod foot;
mod keys;
mod lane;
mod move_bar;

use super::facts::schedule_of;
use super::frame::PlanFrame;
use super::lift::CardLift;
use crate::analysis::standing::plan_view::{
    Board, FilterBy, Lane, LinesAsked, PlanHeading, board, plan_lines,
};
use crate::analysis::standing::schedule::schedule;
use crate::model::RecordId;
use crate::state::BoardMove;
use crate::templates::task;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::pieces::{list, live, press, when};
use crate::ui::screen::form::steps::take_step;
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Lanes that are drawn at first, and with each press more.
const LANES: usize = 12;

/// A card that somebody moves to a column where it does not stand yet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct WantedMove {
    pub(super) record: RecordId,
    /// The key of the state.
    pub(super) to: &'static str,
}

/// What the board is drawn from; copied freely into its parts.
#[derive(Clone, Copy)]
pub(super) struct BoardView {
    pub(super) ui: Ui,
    pub(super) frame: PlanFrame,
    pub(super) board: Memo<Board>,
    /// The move that something stands in the way of.
    pub(super) wanted: RwSignal<Option<WantedMove>>,
    /// The card that the keys stand at.
    pub(super) at: RwSignal<Option<RecordId>>,
    /// The card that is carried by keys, and the column it is held over.
    pub(super) carried: RwSignal<Option<(RecordId, usize)>>,
    /// What is said of the last step.
    pub(super) said: RwSignal<String>,
    /// How many more cards a place shows than at first.
    pub(super) more: RwSignal<BTreeMap<(String, usize), usize>>,
    /// The column that a narrow window shows.
    pub(super) column: RwSignal<usize>,
    /// Whether what is done since longer is shown.
    pub(super) with_earlier: RwSignal<bool>,
    pub(super) lift: CardLift,
}

impl BoardView {
    fn new(frame: PlanFrame) -> Self {
        let ui = ui();
        let with_earlier = RwSignal::new(false);
        let read = Memo::new(move |_| read_board(ui, frame, with_earlier.get()));
        let wanted = RwSignal::new(None);
        let said = RwSignal::new(String::new());
        let column = read.with_untracked(|board| {
            let mut columns = board.columns.iter();
            let doing = columns.position(|key| *key == task::DOING.key).unwrap_or(0);
            // Where nothing is being done, the first column in which something stands.
            let mut all = std::iter::once(doing).chain(0..board.columns.len());
            all.find(|column| board.count(*column) > 0).unwrap_or(doing)
        });
        let lift = CardLift::new(move |record: RecordId, place: String| {
            let to = read.with_untracked(|board| {
                let mut columns = board.columns.iter().copied();
                columns.find(|key| *key == place)
            });
            if let Some(to) = to {
                put(ui, frame, wanted, said, &record, to);
            }
        });
        Self {
            ui,
            frame,
            board: read,
            wanted,
            at: RwSignal::new(None),
            carried: RwSignal::new(None),
            said,
            more: RwSignal::new(BTreeMap::new()),
            column: RwSignal::new(column),
            with_earlier,
            lift,
        }
    }

    /// Moves a card to a state, or asks for what stands in the way.
    pub(super) fn put(self, record: &RecordId, to: &'static str) {
        put(self.ui, self.frame, self.wanted, self.said, record, to);
    }

    /// The cards that a place shows, and how many it holds back.
    pub(super) fn cards(self, lane: &str, column: usize) -> (Vec<RecordId>, usize) {
        let more = self
            .more
            .with(|more| more.get(&(lane.to_owned(), column)).copied());
        let plan = schedule_of(self.frame).plan.clone();
        self.board.with(|board| {
            let cell = lane_of(board, lane).and_then(|lane| lane.cells.get(column));
            let shown = board.at_first + more.unwrap_or(0);
            let cell = cell.map_or(&[][..], Vec::as_slice);
            let record = |at: &u32| plan.tasks.get(*at as usize).map(|task| task.record.clone());
            let cards = cell.iter().take(shown).filter_map(record).collect();
            (cards, cell.len().saturating_sub(shown))
        })
    }

    /// What a column is called.
    pub(super) fn column_name(self, column: usize) -> &'static str {
        let key = self.board.with(|board| board.columns.get(column).copied());
        key.map_or("", |key| state_name(self.ui, key))
    }
}

/// What a state is called.
pub(super) fn state_name(ui: Ui, key: &str) -> &'static str {
    let state = crate::analysis::standing::plan_view::state_of(key);
    state.map_or("", |state| ui.text(state.choice.label))
}

/// What stands for a lane: its group's word; "" where tasks are not gathered.
pub(super) fn lane_word(lane: &Lane) -> String {
    let heading = lane.heading.as_ref();
    heading.map_or(String::new(), |heading| heading.group.word().to_owned())
}

pub(super) fn lane_of<'a>(board: &'a Board, word: &str) -> Option<&'a Lane> {
    board.lanes.iter().find(|lane| lane_word(lane) == word)
}

fn read_board(ui: Ui, frame: PlanFrame, with_earlier: bool) -> Board {
    let today = frame.session.now().date_naive();
    let lang = ui.lang.get();
    let group = frame.group();
    let (sort, is_reversed) = frame.sort();
    frame.shown.with(|shown| {
        let asking = LinesAsked {
            filters: &shown.filters,
            words: &shown.words,
            is_critical: shown.is_critical,
            group,
            sort,
            is_reversed,
            shut: &[],
            lang,
        };
        let states = shown.values_of(FilterBy::Status);
        let asks = |key: &str| states.is_some_and(|states| states.iter().any(|one| one == key));
        let with_cancelled = asks(task::CANCELLED.key);
        let with_earlier = with_earlier || asks(task::DONE.key);
        frame.session.watch(|log| {
            let schedule = schedule(log, today);
            let lines = plan_lines(log, &schedule, &asking);
            let mut board = board(&schedule, &lines, &shown.shut, with_cancelled, with_earlier);
            if board.lanes.is_empty() {
                board.at_first = 0;
            }
            board
        })
    })
}

fn put(
    ui: Ui,
    frame: PlanFrame,
    wanted: RwSignal<Option<WantedMove>>,
    said: RwSignal<String>,
    record: &RecordId,
    to: &'static str,
) {
    wanted.set(None);
    match frame.session.board_move(record, to) {
        BoardMove::Here => {}
        BoardMove::Free(step) => {
            take_step(ui, frame.session, record, step, None);
            let name = card_name(ui, frame, record);
            let state = state_name(ui, to);
            said.set(ui.fill(texts::boards::NOW_IN, &[("task", &name), ("state", state)]));
            dom::focus_soon(format!("[data-card=\"{record}\"]"));
        }
        BoardMove::Asks(..) | BoardMove::Withheld(..) | BoardMove::NoStep(_) => {
            wanted.set(Some(WantedMove {
                record: record.clone(),
                to,
            }));
            dom::focus_soon("[data-testid=board-ask] h2".to_owned());
        }
    }
}

/// T-17 宣传物料设计制作
pub(super) fn card_name(ui: Ui, frame: PlanFrame, record: &RecordId) -> String {
    use crate::analysis::words::names::short_name;
    let lang = ui.lang.get_untracked();
    frame.session.read(|log| short_name(log, record, lang))
}

/// Lanes under the names of their columns, and what a move asks for.
#[component]
pub(super) fn BoardPage(frame: PlanFrame) -> impl IntoView {
    let ui = ui();
    let view = BoardView::new(frame);
    let lanes = RwSignal::new(LANES);
    let count = Memo::new(move |_| view.board.with(|board| board.lanes.len()));
    let words = move || {
        view.board.with(|board| {
            let all = board.lanes.iter().map(lane_word);
            all.take(lanes.get()).collect::<Vec<String>>()
        })
    };
    let columns = Memo::new(move |_| view.board.with(|board| board.columns.clone()));
    let lane = move |word: String| view! { <lane::BoardLane view word/> }.into_any();
    let hidden = move || count.get().saturating_sub(lanes.get());
    view! {
        <section class="board" data-testid="board" data-columns=move || columns.with(Vec::len).to_string()
            aria-label=ui.t(texts::views::KANBAN)>
            <columns::Strip view columns/>
            <div class="board-heads" aria-hidden="true">{live(move || columns::heads(view))}</div>
            {list(words, |word: &String| word.clone(), lane)}
            {when(move || hidden() > 0, move || view! {
                <button type="button" class="link" data-testid="more-lanes"
                    on:click=press(move || lanes.update(|lanes| *lanes += LANES))>
                    {ui.filled(texts::boards::MORE_LANES, "n", move || hidden().to_string())}
                </button>
            })}
            <p class="hidden" role="status" data-testid="said">{live(move || view.said.get())}</p>
            <foot::BoardFoot view/>
            <p class="hint no-print">{ui.t(texts::boards::BOARD_HOW)}</p>
        </section>
    }
}

/// How many of a heading's tasks are in each state: what a lane says while it is shut.
pub(super) fn counts_said(view: BoardView, word: &str) -> String {
    let ui = view.ui;
    view.board.with(|board| {
        let Some(lane) = lane_of(board, word) else {
            return String::new();
        };
        let columns = board.columns.iter().enumerate();
        let counts = columns.map(|(column, key)| (state_name(ui, key), lane.count(board, column)));
        let said = counts
            .filter(|(_, count)| *count > 0)
            .map(|(state, count)| {
                let places = [("state", state), ("n", &*count.to_string())];
                ui.fill(texts::boards::UNDER_LANE, &places)
            });
        said.collect::<Vec<_>>().join("　")
    })
}

/// The heading of a lane.
pub(super) fn heading_of(view: BoardView, word: &str) -> Option<PlanHeading> {
    view.board
        .with(|board| lane_of(board, word).and_then(|lane| lane.heading.clone()))
}
