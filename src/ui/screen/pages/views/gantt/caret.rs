//! The line with the caret: which it is, and what is said of it.

use super::chart::Chart;
use super::scene::{is_line, line_key};
use crate::analysis::standing::plan_view::PlanLine;
use crate::model::RecordId;
use crate::templates::milestone;
use crate::ui::gantt::{bar_of, facts_of, heading_said, row_said};
use crate::ui::screen::pages::views::frame::schedule_now;
use crate::ui::texts;
use leptos::prelude::*;

impl Chart {
    /// The heading or the task that stands there.
    pub(super) fn line(self, at: usize) -> Option<PlanLine> {
        self.frame
            .lines
            .with_untracked(|lines| lines.lines.get(at).cloned())
    }

    /// Where the line with the caret stands.
    pub(super) fn active_line(self) -> Option<usize> {
        let schedule = self.schedule();
        let active = self.active.get();
        self.frame.lines.with(|lines| {
            let mut lines = lines.lines.iter();
            lines.position(|line| is_line(&schedule, line, &active))
        })
    }

    /// The task with the caret, by its place in the plan.
    pub(super) fn active_task(self) -> Option<u32> {
        let active = self.active.get();
        let record: RecordId = active.parse().ok()?;
        self.schedule().plan.place(&record)
    }

    /// What is said of the line with the caret.
    pub(super) fn active_said(self) -> String {
        let Some(at) = self.active_line() else {
            return String::new();
        };
        let lang = self.ui.lang.get();
        let schedule = schedule_now(self.session);
        let (line, count) = self
            .frame
            .lines
            .with(|lines| (lines.lines.get(at).cloned(), lines.lines.len()));
        self.session.read(|log| match line {
            Some(PlanLine::Task(task)) => {
                let facts = facts_of(log, &schedule, task, lang);
                let slack = schedule.tasks[task as usize].slack;
                row_said(
                    &facts,
                    bar_of(&schedule, task).as_ref(),
                    slack,
                    (at + 1, count),
                    lang,
                )
            }
            Some(PlanLine::Heading(heading)) => {
                let name = heading_said(log, &heading, self.frame.group(), lang);
                let open = if heading.is_shut {
                    texts::gantt::SHUT_GROUP
                } else {
                    texts::gantt::OPEN_GROUP
                };
                let n = heading.count.to_string();
                let places = [("name", &*name), ("n", &*n), ("open", open.text(lang))];
                texts::fill(texts::gantt::GROUP, lang, &places)
            }
            None => String::new(),
        })
    }

    /// 里程碑 2/5
    pub(super) fn milestones_said(self) -> String {
        let (m, n) = self.marks.with(|marks| {
            (
                marks.iter().filter(|mark| mark.is_reached).count(),
                marks.len(),
            )
        });
        if n == 0 {
            return self.ui.text(milestone::MILESTONE.list_label()).to_owned();
        }
        let (m, n) = (m.to_string(), n.to_string());
        self.ui
            .fill(texts::gantt::MILESTONES, &[("m", &m), ("n", &n)])
    }

    /// The caret goes to a line, which comes into sight and is said.
    pub(super) fn go_to_line(self, at: usize) {
        let schedule = self.schedule();
        let key = self.frame.lines.with_untracked(|lines| {
            let last = lines.lines.len().saturating_sub(1);
            let line = lines.lines.get(at.min(last));
            line.map(|line| line_key(&schedule, line))
        });
        if let Some(key) = key {
            self.active.set(key);
            self.bring_into_sight(at);
            self.moves.said.set(untrack(|| self.active_said()));
        }
    }

    /// A chart that gets the focus has a line with the caret.
    pub(super) fn take_caret(self) {
        if untrack(|| self.active_line()).is_none() {
            self.go_to_line(self.line_for_caret());
        }
    }
}
