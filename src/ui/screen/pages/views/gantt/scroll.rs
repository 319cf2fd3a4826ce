//! Where a chart stands in time and among its lines, and how it gets there.

use super::chart::{Chart, SPARE};
use super::painter::number;
use super::scene::ChartSight;
use crate::analysis::standing::plan_view::PlanLine;
use crate::analysis::standing::schedule::Progress;
use crate::ui::gantt::bar_of;
use crate::ui::screen::base::life;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Milliseconds after a jump before the lines beside it are drawn, and after a scroll before the address says where.
const SETTLE_MS: i32 = 60;
const REST_MS: i32 = 500;

impl Chart {
    /// Where the chart begins: at the day of the address, or with today at a third.
    pub(super) fn measure_first(self) {
        if self.painter.with_value(Option::is_some) || self.anchor.with_value(Option::is_some) {
            return;
        }
        let Some(place) = self.place.get_untracked() else {
            return;
        };
        let width = (place.client_width() - self.left_px()).max(100);
        self.width.set(width);
        let day = self.frame.shown.with_untracked(|shown| shown.day);
        let day = day.unwrap_or(self.ui.today.get_untracked());
        self.anchor.set_value(Some((day, width / 3)));
        self.opens_at.set_value(untrack(|| self.first_line()));
    }

    /// The line with which the chart begins: what is selected, else the first task that is not over, each with a line
    /// over it, and with the heading of its group where that is the line over it.
    fn first_line(self) -> Option<usize> {
        let schedule = self.schedule();
        let selected = self
            .frame
            .shown
            .with(|shown| shown.selected.first().cloned());
        let is_first = |line: &PlanLine| {
            let Some(task) = line.task() else {
                return false;
            };
            let read = &schedule.plan.tasks[task as usize];
            match &selected {
                Some(selected) => read.record == *selected,
                None => !matches!(read.progress, Progress::Done | Progress::Cancelled),
            }
        };
        let found = self
            .frame
            .lines
            .with(|lines| lines.lines.iter().position(is_first));
        found.map(|line| line.saturating_sub(1))
    }

    /// The line that a chart without a caret gives it to: the first that is seen whole and is a task.
    pub(super) fn line_for_caret(self) -> usize {
        let row = self.row_px.get_untracked().max(1);
        let first = usize::try_from((self.seen_top() + row - 1) / row).unwrap_or(0);
        let task = |at: &usize| self.line(*at).is_some_and(|line| line.task().is_some());
        (first..first + self.page_lines())
            .find(task)
            .unwrap_or(first)
    }

    /// Looks where the chart stands now.
    pub(super) fn measure(self) {
        let Some(place) = self.place.get_untracked() else {
            return;
        };
        let metrics = self.metrics();
        let seen = ChartSight {
            top: place.scroll_top(),
            left: place.scroll_left(),
            width: (place.client_width() - self.left_px()).max(100),
            height: (place.client_height() - metrics.header - metrics.lane).max(metrics.row),
        };
        if self.seen.get_untracked() != seen {
            self.seen.set(seen);
        }
        if self.width.get_untracked() != seen.width {
            self.width.set(seen.width);
        }
    }

    /// At most once a frame; nothing where what is seen is drawn already.
    pub(super) fn scrolled(self) {
        if self.is_waiting.get_value() {
            return;
        }
        self.is_waiting.set_value(true);
        // What lies over a line would stay where the line was.
        if self.is_editing.get_untracked() {
            self.is_editing.set(false);
        }
        life::next_frame(move || {
            self.is_waiting.set_value(false);
            let Some(place) = self.place.try_get_untracked().flatten() else {
                return;
            };
            let before = self.seen.get_untracked();
            let (top, left) = (place.scroll_top(), place.scroll_left());
            let row = self.row_px.get_untracked().max(1);
            let (from, to) = self.drawn.get_value();
            let is_drawn = top >= number(from) * row && top + before.height <= number(to) * row;
            if !is_drawn || left != before.left {
                let is_jump = (top - before.top).abs() > before.height;
                if is_jump && self.spare.get_untracked() != 0 {
                    self.spare.set(0);
                }
                self.measure();
            }
            self.pauses.with_value(|(settle, rest, _)| {
                if self.spare.get_untracked() == 0 {
                    settle.start(SETTLE_MS, move || self.spare.set(SPARE));
                }
                rest.start(REST_MS, move || self.keep_day());
            });
        });
    }

    /// The address says which day stands at the left third.
    fn keep_day(self) {
        let seen = self.seen.get_untracked();
        let day = self
            .axis
            .with_untracked(|axis| axis.date(seen.left + seen.width / 3));
        let known = self.frame.shown.with_untracked(|shown| shown.day);
        if known != Some(day) && self.moves.moving.with_untracked(Option::is_none) {
            self.frame.change(|shown| shown.day = Some(day));
        }
    }

    /// The next change of the zoom keeps this place where it is.
    pub(super) fn hold_day(self, at: Option<i32>) {
        let seen = self.seen.get_untracked();
        let (day, at) = match at {
            Some(at) => (
                self.axis.with_untracked(|axis| axis.date(seen.left + at)),
                at,
            ),
            None => {
                let today = self.ui.today.get_untracked();
                let task = self
                    .active_task()
                    .and_then(|task| bar_of(&self.schedule(), task));
                let day = task.map_or(today, |bar| bar.first);
                let x = self.axis.with_untracked(|axis| axis.x(day)) - seen.left;
                (
                    day,
                    if (0..seen.width).contains(&x) {
                        x
                    } else {
                        seen.width / 3
                    },
                )
            }
        };
        self.anchor.set_value(Some((day, at)));
    }

    /// Brings a day to the left third.
    pub(super) fn go_to_day(self, day: NaiveDate) {
        if let Some(place) = self.place.get_untracked() {
            let third = self.seen.get_untracked().width / 3;
            let x = self.axis.with_untracked(|axis| axis.x(day));
            place.set_scroll_left((x - third).max(0));
        }
    }

    /// Goes on beside the window.
    pub(super) fn scroll_by(self, x: i32, y: i32) {
        if let Some(place) = self.place.get_untracked() {
            place.set_scroll_left(place.scroll_left() + x);
            place.set_scroll_top(place.scroll_top() + y);
        }
    }

    pub(super) fn bring_into_sight(self, at: usize) {
        let Some(place) = self.place.get_untracked() else {
            return;
        };
        let (row, seen) = (self.row_px.get_untracked(), self.seen.get_untracked());
        let top = number(at) * row;
        let now = place.scroll_top();
        if top < now {
            place.set_scroll_top(top);
        } else if top + row > now + seen.height {
            place.set_scroll_top(top + row - seen.height);
        }
    }

    /// How many lines fit into the window.
    pub(super) fn page_lines(self) -> usize {
        let lines = self.seen.get_untracked().height / self.row_px.get_untracked().max(1);
        usize::try_from(lines).unwrap_or(1).max(1)
    }

    /// How far down the chart stands.
    pub(super) fn seen_top(self) -> i32 {
        self.element().map_or(0, |element| element.scroll_top())
    }
}
