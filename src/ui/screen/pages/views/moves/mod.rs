//! Other dates for tasks, the same in every view of the plan: a move is made, kept or dropped; where it concerns others
//! it waits for an answer, and nothing is written before one is given. Knows no chart and no calendar.

mod answer;
mod ask;
mod moving;
mod rows;

use crate::analysis::standing::schedule::{
    DateShift, MayNot, Move, Proposal, Schedule, due_on, may_shift, put, schedule, shifted,
};
use crate::analysis::words::codes::display_code;
use crate::model::RecordId;
use crate::model::template::{Label, Lang};
use crate::state::Session;
use crate::ui::gantt::day_said;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::dom;
use crate::ui::texts;
pub(super) use ask::MoveBar;
use chrono::NaiveDate;
use leptos::prelude::*;
pub(super) use moving::Moving;
use moving::{may_not_said, spoken};
use std::rc::Rc;

/// What is being moved in a view; copied freely into its parts.
#[derive(Clone, Copy)]
pub(super) struct Moves {
    pub(super) ui: Ui,
    pub(super) session: Session,
    pub(super) moving: RwSignal<Option<Moving>>,
    /// A move that waits for an answer.
    pub(super) asked: RwSignal<Option<Moving>>,
    /// What a reader hears.
    pub(super) said: RwSignal<String>,
    /// What gets the focus when a move of a task is over.
    home: fn(&RecordId) -> String,
}

impl Moves {
    pub(super) fn new(ui: Ui, session: Session, home: fn(&RecordId) -> String) -> Self {
        Self {
            ui,
            session,
            moving: RwSignal::new(None),
            asked: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            home,
        }
    }

    /// The schedule as it stands.
    pub(super) fn schedule(self) -> Rc<Schedule> {
        let today = self.ui.today.get_untracked();
        self.session.read(|log| schedule(log, today))
    }

    pub(super) fn lang(self) -> Lang {
        self.ui.lang.get_untracked()
    }

    /// Says something to a reader.
    pub(super) fn say(self, label: Label, places: &[(&str, &str)]) {
        self.said.set(untrack(|| self.ui.fill(label, places)));
    }

    /// The number of a record, as people say it.
    pub(super) fn code(self, record: &RecordId) -> String {
        self.session.read(|log| display_code(log, record))
    }

    /// Begins to move a task, and others with it; false where it may not, which is said.
    pub(super) fn begin(self, place: u32, what: DateShift, others: &[u32]) -> bool {
        let schedule = self.schedule();
        if let Err(why) = may_shift(&schedule, place, what) {
            self.refuse(&schedule, place, why);
            return false;
        }
        self.asked.set(None);
        self.moving
            .set(Moving::begin(&schedule, place, what, others));
        true
    }

    /// Says why a task keeps its dates, to be heard and to be seen.
    fn refuse(self, schedule: &Schedule, place: u32, why: MayNot) {
        let code = self.code(&schedule.plan.tasks[place as usize].record);
        self.say(may_not_said(why), &[("code", &code)]);
        self.ui.notices.info(self.said.get_untracked());
    }

    /// Other dates for what is being moved; where there are none it stays.
    fn place(self, allows_rest: bool, dates: impl FnOnce(&Schedule, &Moving) -> Option<Move>) {
        let schedule = self.schedule();
        self.moving.update(|moving| {
            let Some(mut now) = moving.take() else { return };
            now.allows_rest = allows_rest;
            let to = dates(&schedule, &now);
            *moving = Some(match to {
                Some(to) if to != now.to => now.put(&schedule, to),
                _ => now,
            });
        });
    }

    /// Moves what is being moved by so many working days more.
    pub(super) fn step(self, by: i32) {
        let allows_rest = self.allows_rest();
        self.moving.update(|moving| {
            if let Some(moving) = moving {
                moving.steps += by;
            }
        });
        self.place(allows_rest, |schedule, now| match allows_rest {
            false => shifted(schedule, now.place, now.what, now.steps),
            true => {
                let day = crate::analysis::time::axis::moved(now.edge(), by.into());
                put(schedule, now.place, now.what, day, true)
            }
        });
        self.say_step();
    }

    /// Puts what is being moved on a day.
    pub(super) fn put_on(self, day: NaiveDate, allows_rest: bool) {
        self.place(allows_rest, |schedule, now| {
            put(schedule, now.place, now.what, day, allows_rest)
        });
    }

    /// Makes what is being moved due on a day; before its first day all of it goes along.
    pub(super) fn due_on(self, day: NaiveDate, allows_rest: bool) {
        self.place(allows_rest, |schedule, now| {
            due_on(schedule, now.place, day, allows_rest)
        });
    }

    /// Whether what is being moved may lie on rest days.
    pub(super) fn allows_rest(self) -> bool {
        let allows = |moving: &Option<Moving>| moving.as_ref().is_some_and(|one| one.allows_rest);
        self.moving.with_untracked(allows)
    }

    /// From here on rest days are allowed.
    pub(super) fn allow_rest(self) {
        self.place(true, |_, _| None);
        self.say(texts::gantt::REST_ALLOWED, &[]);
    }

    /// The day on which the edge that is moved lies now.
    pub(super) fn edge(self) -> Option<NaiveDate> {
        let edge = |moving: &Option<Moving>| moving.as_ref().map(Moving::edge);
        self.moving.with_untracked(edge)
    }

    /// Says that a day without work was passed over.
    pub(super) fn say_rest_day(self, day: NaiveDate) {
        let lang = self.lang();
        if let Some(to) = self.edge().filter(|to| *to != day) {
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
            self.say_kept(&moving);
        }
    }

    fn say_kept(self, moving: &Moving) {
        let day = day_said(moving.from.1, self.lang());
        self.say(texts::gantt::NOT_KEPT, &[("day", &day)]);
        self.go_home(&moving.to.task);
    }

    fn go_home(self, task: &RecordId) {
        dom::focus_soon((self.home)(task));
    }

    /// Whether a move is written without asking for the reason.
    fn is_small(self, moving: &Moving) -> bool {
        let (schedule, moves) = (self.schedule(), moving.moves());
        let mut moves = moves.iter();
        moves.all(|one| self.session.is_small_move(&schedule, one))
    }

    /// Keeps what was moved: written at once where it concerns nobody else, else the bar asks.
    pub(super) fn keep_move(self) {
        let Some(moving) = self.moving.try_update(Option::take).flatten() else {
            return;
        };
        if moving.is_nothing() {
            return self.say_kept(&moving);
        }
        if moving.proposal == Proposal::default() && self.is_small(&moving) {
            return self.write(&moving, &moving.moves(), None);
        }
        self.asked.set(Some(moving));
        dom::focus_soon("[data-testid=move-bar] h2".into());
    }

    /// Writes moves in one act, which one step takes back.
    fn write(self, moving: &Moving, moves: &[Move], reason: Option<&str>) {
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
        let n = moves.len().to_string();
        let text = untrack(|| match moves.len() {
            1 => self.ui.fill(label, &places),
            _ => self.ui.fill(texts::gantt::MOVED_ALL, &[("n", &n)]),
        });
        self.ui.notices.done(self.session, text, "undo-move");
        self.say(texts::gantt::MOVE_KEPT, &places);
        self.go_home(&moving.to.task);
    }
}
