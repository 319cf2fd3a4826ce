//! The keys of the board: arrows go from card to card, M carries one to another column, Enter opens it.

use super::{BoardView, card_name, lane_word, state_name};
use crate::model::RecordId;
use crate::state::BoardMove;
use crate::ui::hindrance::withheld_text;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::dom;
use crate::ui::screen::pages::views::facts::schedule_of;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The cards that are seen, lane by lane and column by column.
type CardsSeen = Vec<Vec<Vec<RecordId>>>;

impl BoardView {
    fn seen(self) -> CardsSeen {
        let (words, columns) = self.board.with_untracked(|board| {
            let open = board.lanes.iter();
            let open = open.filter(|lane| !lane.heading.as_ref().is_some_and(|one| one.is_shut));
            (open.map(lane_word).collect::<Vec<_>>(), board.columns.len())
        });
        let cards = |word: &String| {
            (0..columns)
                .map(|column| untrack(|| self.cards(word, column).0))
                .collect()
        };
        words.iter().map(cards).collect()
    }

    /// Whether Tab comes to a card: the one the keys stand at, else the first.
    pub(super) fn is_stop(self, record: &RecordId) -> bool {
        let at = self.at.get();
        let first = || {
            self.board.with(|board| {
                let lanes = board.lanes.iter();
                let mut open =
                    lanes.filter(|lane| !lane.heading.as_ref().is_some_and(|one| one.is_shut));
                let first =
                    open.find_map(|lane| lane.cells.iter().find_map(|cell| cell.first().copied()));
                let plan = schedule_of(self.frame).plan.clone();
                first.and_then(|at| plan.tasks.get(at as usize).map(|task| task.record.clone()))
            })
        };
        let is_there = at.as_ref().is_some_and(|at| self.stands(at));
        if is_there {
            at.as_ref() == Some(record)
        } else {
            first().as_ref() == Some(record)
        }
    }

    /// Whether a card stands on the board.
    fn stands(self, record: &RecordId) -> bool {
        let plan = schedule_of(self.frame).plan.clone();
        let place = plan.place(record);
        place.is_some_and(|place| {
            self.board.with(|board| {
                let mut cells = board.lanes.iter().flat_map(|lane| &lane.cells);
                cells.any(|cell| cell.contains(&place))
            })
        })
    }

    /// Selects a card alone.
    pub(super) fn select(self, record: &RecordId) {
        self.frame
            .change(|shown| shown.selected = vec![record.clone()]);
    }

    pub(super) fn key(self, event: &KeyboardEvent, record: &RecordId, column: usize) {
        let is_own = event.target() == event.current_target();
        let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if !is_own || !is_plain || event.is_composing() || event.key_code() == 229 {
            return;
        }
        let carried = self.carried.get_untracked();
        let key = event.key();
        match (carried, key.as_str()) {
            (Some((carried, at)), key) if carried == *record => {
                if !self.carry(&carried, at, key) {
                    return;
                }
            }
            (_, "m" | "M") => self.begin_to_carry(record, column),
            (_, "Enter") => {
                let project = self.frame.session.project();
                dom::go(&crate::state::Route::of_record(project, record));
            }
            (_, " ") => self.select(record),
            (_, "Escape") => self.frame.change(|shown| shown.selected.clear()),
            (_, "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End") => {
                self.walk(record, &key);
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn begin_to_carry(self, record: &RecordId, column: usize) {
        let places = [
            ("task", &*card_name(self.ui, self.frame, record)),
            ("state", untrack(|| self.column_name(column))),
        ];
        self.said.set(self.ui.fill(texts::boards::MOVING, &places));
        self.wanted.set(None);
        self.carried.set(Some((record.clone(), column)));
    }

    /// A key while a card is carried; false where it means nothing then.
    fn carry(self, record: &RecordId, at: usize, key: &str) -> bool {
        let columns = self.board.with_untracked(|board| board.columns.clone());
        let to = match key {
            "ArrowLeft" => at.checked_sub(1),
            "ArrowRight" => Some(at + 1).filter(|to| *to < columns.len()),
            "Enter" => {
                self.carried.set(None);
                if let Some(to) = columns.get(at) {
                    self.put(record, to);
                }
                return true;
            }
            "Escape" => {
                self.carried.set(None);
                self.said
                    .set(self.ui.text(texts::boards::NOT_MOVED).to_owned());
                return true;
            }
            _ => return false,
        };
        if let Some(to) = to {
            self.carried.set(Some((record.clone(), to)));
            self.column.set(to);
            self.say_move(record, columns[to]);
        }
        true
    }

    /// What it would come to: from where to where, and whether something is asked for.
    fn say_move(self, record: &RecordId, to: &'static str) {
        let ui: Ui = self.ui;
        let from = self.frame.session.read(|log| {
            crate::templates::status_of(&crate::model::template::Form::new(log, record.clone()))
        });
        let places = [
            ("task", &*card_name(ui, self.frame, record)),
            ("from", untrack(|| state_name(ui, &from))),
            ("to", untrack(|| state_name(ui, to))),
        ];
        let said = untrack(|| ui.fill(texts::boards::WOULD, &places));
        let more = match self.frame.session.board_move(record, to) {
            BoardMove::Here | BoardMove::Free(_) => String::new(),
            BoardMove::Asks(..) => untrack(|| ui.text(texts::boards::WOULD_ASK).to_owned()),
            BoardMove::Withheld(_, why) => {
                let lang = ui.lang.get_untracked();
                let session = self.frame.session;
                session.read(|log| withheld_text(log, record, &why, lang))
            }
            BoardMove::NoStep(_) => untrack(|| ui.text(texts::boards::WOULD_NOT).to_owned()),
        };
        self.said.set(format!("{said}{more}"));
    }

    /// Goes to the card beside: up and down within a column over the lanes, left and right within a lane.
    fn walk(self, record: &RecordId, key: &str) {
        let seen = self.seen();
        let place = seen.iter().enumerate().find_map(|(lane, cells)| {
            cells.iter().enumerate().find_map(|(column, cards)| {
                let at = cards.iter().position(|card| card == record)?;
                Some((lane, column, at))
            })
        });
        let Some((lane, column, at)) = place else {
            return;
        };
        let in_column: Vec<&RecordId> = seen.iter().flat_map(|cells| &cells[column]).collect();
        let now = in_column
            .iter()
            .position(|card| *card == record)
            .unwrap_or(0);
        let beside = |columns: &mut dyn Iterator<Item = usize>| {
            let cards = columns.map(|column| &seen[lane][column]);
            let mut cards = cards.filter(|cards| !cards.is_empty());
            cards
                .next()
                .and_then(|cards| cards.get(at.min(cards.len() - 1)))
        };
        let to = match key {
            "ArrowDown" => in_column.get(now + 1).copied(),
            "ArrowUp" => now.checked_sub(1).and_then(|at| in_column.get(at)).copied(),
            "ArrowRight" => beside(&mut (column + 1..seen[lane].len())),
            "ArrowLeft" => beside(&mut (0..column).rev()),
            "Home" => in_column.first().copied(),
            _ => in_column.last().copied(),
        };
        if let Some(to) = to {
            let target = seen[lane].iter().position(|cards| cards.contains(to));
            self.column.set(target.unwrap_or(column));
            self.at.set(Some(to.clone()));
            dom::focus_soon(format!("[data-card=\"{to}\"]"));
        }
    }
}
