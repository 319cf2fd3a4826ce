//! The keys of the calendar: arrows go from day to day, Enter shows all of one, M carries a task to another.

use super::CalendarView;
use super::day::open_day;
use super::head::beside;
use crate::analysis::words::dated::dated;
use crate::model::RecordId;
use crate::ui::screen::base::dom;
use crate::ui::screen::pages::views::redate_bar::unmovable;
use crate::ui::texts;
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

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
        self.carried
            .with(|one| one.as_ref().is_some_and(|(one, ..)| one == record))
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
        let carried = self
            .carried
            .get_untracked()
            .filter(|(one, ..)| one == record);
        let key = event.key();
        match (carried, key.as_str()) {
            (None, "m" | "M") => self.begin_to_carry(record, date),
            (None, _) => return,
            (Some(_), "Escape") => {
                self.carried.set(None);
                let day = untrack(|| dated(date, self.ui.lang.get()));
                self.said
                    .set(self.ui.fill(texts::boards::DUE_KEPT, &[("day", &day)]));
            }
            (Some((_, day, _)), "Enter") => {
                self.carried.set(None);
                self.redating.put(record, day);
            }
            (Some((_, day, may_rest)), "r" | "R") => self.hold_over(record, day, !may_rest, true),
            (Some((_, day, may_rest)), key) => match day_at(day, key) {
                Some(to) => self.hold_over(record, to, may_rest, to > day),
                None => return,
            },
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn begin_to_carry(self, record: &RecordId, date: NaiveDate) {
        let ui = self.ui;
        let name = super::super::board::card_name(ui, self.frame, record);
        if let Err(why) = self.frame.session.redated(record, date) {
            self.said.set(unmovable(ui, &name, why));
            return;
        }
        let day = untrack(|| dated(date, ui.lang.get()));
        self.said
            .set(ui.fill(texts::boards::MOVING_DUE, &[("task", &name), ("day", &day)]));
        self.carried.set(Some((record.clone(), date, false)));
    }

    /// Holds a carried task over a day: a rest day only where that is allowed.
    fn hold_over(self, record: &RecordId, day: NaiveDate, may_rest: bool, is_on: bool) {
        let ui = self.ui;
        let session = self.frame.session;
        let mut to = day;
        let mut was_rest = false;
        if !may_rest {
            while session.working_day_at(to).1 {
                was_rest = true;
                let next = if is_on { to.succ_opt() } else { to.pred_opt() };
                match next {
                    Some(next) => to = next,
                    None => break,
                }
            }
        }
        let is_seen = self
            .span
            .with_untracked(|span| (span.from..=span.to).contains(&to));
        self.carried.set(Some((record.clone(), to, may_rest)));
        if !is_seen {
            self.turn_to(to);
            dom::focus_soon(format!("[data-chip=\"{record}\"], [data-day=\"{to}\"]"));
        }
        let name = |day: NaiveDate| untrack(|| dated(day, ui.lang.get()));
        let said = match was_rest {
            true => ui.fill(
                texts::boards::WAS_REST_DAY,
                &[("day", &name(day)), ("to", &name(to))],
            ),
            false => ui.fill(texts::boards::DUE_WOULD_BE, &[("day", &name(to))]),
        };
        let follows = match session.redated(record, to) {
            Ok(redate) if redate.entails.entailed.is_empty() => {
                ui.text(texts::boards::NOTHING_FOLLOWS).to_owned()
            }
            Ok(redate) => {
                let n = redate.entails.entailed.len().to_string();
                ui.fill(texts::boards::FOLLOWS, &[("n", &n)])
            }
            Err(_) => String::new(),
        };
        self.said.set(format!("{said}{follows}"));
    }
}
