//! What is done to tasks in the chart: a move is made, kept or dropped; dates are fixed; tasks are linked.

use super::chart::Chart;
use super::moving::{Moving, may_not_said, spoken};
use crate::analysis::standing::schedule::{DateShift, Move, Proposal, may_shift, put, shifted};
use crate::analysis::words::codes::display_code;
use crate::model::RecordId;
use crate::model::template::Label;
use crate::ui::gantt::day_said;
use crate::ui::screen::base::dom;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

impl Chart {
    /// Says something to a reader.
    pub(super) fn say(self, label: Label, places: &[(&str, &str)]) {
        self.said.set(untrack(|| self.ui.fill(label, places)));
    }

    /// The number of a record, as people say it.
    pub(super) fn code(self, record: &RecordId) -> String {
        self.session.read(|log| display_code(log, record))
    }

    /// Begins to move a task; false where it may not, which is said.
    pub(super) fn begin(self, place: u32, what: DateShift) -> bool {
        let schedule = self.schedule();
        if let Err(why) = may_shift(&schedule, place, what) {
            let code = self.code(&schedule.plan.tasks[place as usize].record);
            self.say(may_not_said(why), &[("code", &code)]);
            return false;
        }
        self.asked.set(None);
        self.moving.set(Moving::begin(&schedule, place, what));
        true
    }

    /// Moves what is being moved by so many working days more.
    pub(super) fn step(self, by: i32) {
        let schedule = self.schedule();
        self.moving.update(|moving| {
            let Some(mut now) = moving.take() else { return };
            now.steps += by;
            let to = match now.allows_rest {
                false => shifted(&schedule, now.place, now.what, now.steps),
                true => {
                    let edge = match now.what {
                        DateShift::Due => now.to.last,
                        DateShift::Whole | DateShift::Start => now.to.first,
                    };
                    let day = crate::analysis::time::axis::moved(edge, by.into());
                    put(&schedule, now.place, now.what, day, true)
                }
            };
            *moving = Some(match to {
                Some(to) => now.put(&schedule, to),
                None => now,
            });
        });
        self.say_step();
    }

    /// Puts what is being moved on a day.
    pub(super) fn put_on(self, day: NaiveDate, allows_rest: bool) {
        let schedule = self.schedule();
        self.moving.update(|moving| {
            let Some(mut now) = moving.take() else { return };
            now.allows_rest = allows_rest;
            let to = put(&schedule, now.place, now.what, day, allows_rest);
            *moving = Some(match to {
                Some(to) if to != now.to => now.put(&schedule, to),
                _ => now,
            });
        });
    }

    /// Says that a day without work was passed over.
    pub(super) fn say_rest_day(self, day: NaiveDate) {
        let lang = self.lang();
        let to = self.moving.with_untracked(|moving| {
            let moving = moving.as_ref()?;
            Some(match moving.what {
                DateShift::Due => moving.to.last,
                DateShift::Whole | DateShift::Start => moving.to.first,
            })
        });
        if let Some(to) = to.filter(|to| *to != day) {
            let (day, to) = (day_said(day, lang), spoken(to, lang));
            self.say(texts::gantt::REST_DAY, &[("day", &day), ("to", &to)]);
        }
    }

    /// Says where what is being moved stands, and what that does.
    pub(super) fn say_step(self) {
        let (schedule, lang) = (self.schedule(), self.lang());
        let said = self.moving.with_untracked(|moving| {
            let moving = moving.as_ref()?;
            Some(self.session.read(|log| moving.said(log, &schedule, lang)))
        });
        if let Some(said) = said {
            self.said.set(said);
        }
    }

    /// Lets go of what is being moved; nothing was written.
    pub(super) fn drop_move(self) {
        let moving = self.moving.try_update(Option::take).flatten();
        let asked = self.asked.try_update(Option::take).flatten();
        if let Some(moving) = moving.or(asked) {
            let day = day_said(moving.from.1, self.lang());
            self.say(texts::gantt::NOT_KEPT, &[("day", &day)]);
        }
    }

    /// Keeps what was moved: written at once where it concerns nobody else, else the bar asks.
    pub(super) fn keep_move(self) {
        let Some(moving) = self.moving.try_update(Option::take).flatten() else {
            return;
        };
        if moving.is_nothing() {
            let day = day_said(moving.from.1, self.lang());
            return self.say(texts::gantt::NOT_KEPT, &[("day", &day)]);
        }
        let is_alone = moving.proposal == Proposal::default();
        if is_alone && self.session.is_small_move(&self.schedule(), &moving.to) {
            return self.write(&moving, std::slice::from_ref(&moving.to), None);
        }
        self.asked.set(Some(moving));
        dom::focus_soon("[data-testid=move-bar] h2".into());
    }

    /// Writes moves in one act, which one step takes back.
    pub(super) fn write(self, moving: &Moving, moves: &[Move], reason: Option<&str>) {
        self.asked.set(None);
        let is_own = self.session.moves_by_right(&moving.to.task);
        let said = moving.said_shortly(&self.schedule(), self.lang());
        self.session.move_tasks(moves, reason);
        let code = self.code(&moving.to.task);
        let places = [("code", &*code), ("said", &*said)];
        let label = if is_own {
            texts::gantt::KEPT_NOTICE
        } else {
            texts::gantt::SUGGESTED_MOVE
        };
        let text = match moves.len() {
            1 => untrack(|| self.ui.fill(label, &places)),
            n => untrack(|| {
                self.ui
                    .fill(texts::gantt::MOVED_ALL, &[("n", &n.to_string())])
            }),
        };
        self.ui.notices.done(self.session, text, "undo-move");
        self.say(texts::gantt::MOVE_KEPT, &places);
        dom::focus_soon("#gantt".into());
    }

    /// Fixes the dates of the task with the caret, or lets them move again.
    pub(super) fn toggle_fixed(self) {
        let schedule = self.schedule();
        let Some(place) = untrack(|| self.active_task()) else {
            return;
        };
        let read = &schedule.plan.tasks[place as usize];
        let is_fixed = !read.is_fixed;
        self.session.fix_dates(&read.record, is_fixed);
        let label = if is_fixed {
            texts::gantt::FIXED_NOW
        } else {
            texts::gantt::UNFIXED_NOW
        };
        let code = self.code(&read.record);
        let text = untrack(|| self.ui.fill(label, &[("code", &code)]));
        self.ui.notices.done(self.session, text, "undo-fix");
        self.say(label, &[("code", &code)]);
    }

    /// Lets a task wait for another; where that closes a ring it is refused, and said.
    pub(super) fn link(self, from: &RecordId, to: &RecordId) {
        self.linking.set(None);
        let schedule = self.schedule();
        let (Some(one), Some(other)) = (schedule.plan.place(from), schedule.plan.place(to)) else {
            return;
        };
        let network = &schedule.plan.network;
        let is_known = network
            .after(one)
            .iter()
            .any(|at| network.link(*at).to == other);
        if one == other || network.leads_to(other, one) {
            return self.say(texts::gantt::NOT_LINKED, &[]);
        }
        if is_known {
            return self.say(texts::gantt::LINKED_ALREADY, &[]);
        }
        self.session.link_tasks(from, to);
        let (from, to) = (self.code(from), self.code(to));
        let places = [("from", &*from), ("to", &*to)];
        let text = untrack(|| self.ui.fill(texts::gantt::LINKED, &places));
        self.ui.notices.done(self.session, text, "undo-link");
        self.say(texts::gantt::LINKED, &places);
    }
}
