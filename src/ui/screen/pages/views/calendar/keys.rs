//! The keys of the calendar: arrows go from day to day, Enter shows all of one, M carries a task to another.

use super::CalendarView;
use super::day::open_day;
use super::head::beside;
use crate::analysis::standing::schedule::DateShift;
use crate::analysis::time::axis;
use crate::analysis::words::dated::dated;
use crate::model::RecordId;
use crate::ui::screen::base::dom;
use crate::ui::screen::pages::views::moves::{Moves, Moving};
use crate::ui::texts;
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// More days without work than this do not follow each other.
const LONGEST_REST: usize = 30;

/// The day that a key leads to.
fn day_at(day: NaiveDate, key: &str) -> Option<NaiveDate> {
    let days = |n: u64, is_on: bool| match is_on {
        true => day.checked_add_days(Days::new(n)),
        false => day.checked_sub_days(Days::new(n)),
    };
    match key {
        "ArrowRight" => days(1, true),
        "ArrowLeft" => days(1, false),
        "ArrowDown" => days(7, true),
        "ArrowUp" => days(7, false),
        _ => None,
    }
}

fn is_plain(event: &KeyboardEvent) -> bool {
    let is_combined = event.ctrl_key() || event.meta_key() || event.alt_key();
    !is_combined && !event.is_composing() && event.key_code() != 229
}

impl CalendarView {
    /// The day to which Tab comes: where the keys stand, else today, else the first.
    pub(super) fn stop(self) -> Option<NaiveDate> {
        let (from, to, day) = self.span.with(|span| (span.from, span.to, span.day));
        let is_seen = |day: &NaiveDate| (from..=to).contains(day);
        let at = self.at.get().filter(is_seen);
        at.or_else(|| Some(self.today()).filter(is_seen))
            .or(Some(day))
    }

    /// Whether a task is carried by keys.
    pub(super) fn is_carried(self, record: &RecordId) -> bool {
        let is_it = |one: &Moving| one.to.task == *record;
        self.moves
            .moving
            .with(|one| one.as_ref().is_some_and(is_it))
    }

    /// Goes to a day, and shows it where it is not seen.
    fn go_to(self, day: NaiveDate) {
        let is_seen = self
            .span
            .with_untracked(|span| (span.from..=span.to).contains(&day));
        if !is_seen {
            self.turn_to(day);
        }
        self.at.set(Some(day));
        dom::focus_soon(format!("[data-day=\"{day}\"]"));
    }

    /// A key on a day itself.
    pub(super) fn day_key(self, event: &KeyboardEvent, day: NaiveDate) {
        if event.target() != event.current_target() || !is_plain(event) {
            return;
        }
        match event.key().as_str() {
            "Enter" | "F2" => open_day(self, day),
            "Home" => self.go_to(self.span.with_untracked(|span| span.from)),
            "End" => self.go_to(self.span.with_untracked(|span| span.to)),
            "PageDown" => self.go_to(self.span.with_untracked(|span| beside(span, true))),
            "PageUp" => self.go_to(self.span.with_untracked(|span| beside(span, false))),
            "t" | "T" => self.go_to(untrack(|| self.today())),
            key => match day_at(day, key) {
                Some(to) => self.go_to(to),
                None => return,
            },
        }
        event.prevent_default();
    }

    /// A key on a task.
    pub(super) fn chip_key(self, event: &KeyboardEvent, record: &RecordId, date: NaiveDate) {
        if !is_plain(event) {
            return;
        }
        let moves = self.moves;
        let held = untrack(|| self.is_carried(record).then(|| moves.edge()).flatten());
        let key = event.key();
        match (held, key.as_str()) {
            (None, "m" | "M") => self.begin_to_carry(record, date),
            (None, _) => return,
            (Some(_), "Escape") => moves.drop_move(),
            (Some(_), "Enter") => moves.keep_move(),
            (Some(day), "r" | "R") => self.hold_over(record, day, !moves.allows_rest(), true),
            (Some(day), key) => match day_at(day, key) {
                Some(to) => self.hold_over(record, to, moves.allows_rest(), to > day),
                None => return,
            },
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn begin_to_carry(self, record: &RecordId, date: NaiveDate) {
        if begin(self.moves, record) {
            let code = self.moves.code(record);
            let day = untrack(|| dated(date, self.ui.lang.get()));
            let places = [("task", &*code), ("day", &*day)];
            self.moves.say(texts::boards::MOVING_DUE, &places);
        }
    }

    /// Holds a carried task over a day: a rest day only where that is allowed.
    fn hold_over(self, record: &RecordId, day: NaiveDate, may_rest: bool, is_on: bool) {
        let schedule = self.moves.schedule();
        let mut to = day;
        for _ in 0..LONGEST_REST {
            if !may_rest && schedule.is_rest_day(to) {
                to = axis::moved(to, if is_on { 1 } else { -1 });
            }
        }
        self.moves.due_on(to, may_rest);
        let is_seen = self
            .span
            .with_untracked(|span| (span.from..=span.to).contains(&to));
        if !is_seen {
            self.turn_to(to);
            dom::focus_soon(format!("[data-chip=\"{record}\"], [data-day=\"{to}\"]"));
        }
        self.moves.say_step();
        if to != day {
            self.moves.say_rest_day(day);
        }
    }
}

/// Begins to give a task another due date; false where it may not have one, which is said.
pub(super) fn begin(moves: Moves, record: &RecordId) -> bool {
    let place = moves.schedule().plan.place(record);
    place.is_some_and(|place| moves.begin(place, DateShift::Due, &[]))
}
