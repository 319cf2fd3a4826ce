//! What the chart shows at a moment: the lines, their shapes, the links between them, the ghosts of a move.

use super::held::{DrawnByHand, Grip};
use super::painter::number;
use super::place::{PlaceText, mark};
use crate::analysis::Calendar;
use crate::analysis::standing::plan_view::{GroupBy, PlanHeading, PlanLine};
use crate::analysis::standing::schedule::Schedule;
use crate::analysis::time::axis::Axis;
use crate::model::RecordId;
use crate::model::log::Log;
use crate::model::template::Lang;
use crate::templates::task;
use crate::ui::gantt::{
    Anchor, Bar, BarWords, Drawable, HeaderLook, LaneMark, Metrics, SecondDates, bar_of, day_said,
    facts_of, heading_said, heading_shapes, label_said, row_said, row_shapes, worded,
};
use crate::ui::screen::pages::views::moves::Moving;
use crate::ui::texts;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The part of the chart that is seen, in pixels; without the columns and the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct ChartSight {
    pub(super) top: i32,
    pub(super) left: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// Which links are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LinkWish {
    /// The critical ones and those of what is selected.
    Usual,
    All,
    None,
}

pub(super) struct Scene<'a> {
    pub(super) log: &'a Log,
    pub(super) schedule: &'a Schedule,
    pub(super) lines: &'a [PlanLine],
    pub(super) group: GroupBy,
    pub(super) axis: &'a Axis,
    pub(super) metrics: Metrics,
    pub(super) calendar: &'a Calendar,
    pub(super) marks: &'a [LaneMark],
    pub(super) week_one: NaiveDate,
    pub(super) lang: Lang,
    pub(super) seen: ChartSight,
    /// The line with the caret, by its key.
    pub(super) active: &'a str,
    pub(super) selected: &'a [RecordId],
    pub(super) links: LinkWish,
    pub(super) words: BarWords,
    pub(super) moving: Option<&'a Moving>,
    /// What the pointer is drawing.
    pub(super) drawn: Option<&'a DrawnByHand>,
    /// The other dates that tasks have.
    pub(super) second: &'a BTreeMap<u32, SecondDates>,
}

/// What tells a line from every other, whatever stands around it.
pub(super) fn line_key(schedule: &Schedule, line: &PlanLine) -> String {
    match line {
        PlanLine::Task(task) => schedule.plan.tasks[*task as usize].record.to_string(),
        PlanLine::Heading(heading) => format!("={}", heading.group.word()),
    }
}

/// Whether a key is that of a line.
pub(super) fn is_line(schedule: &Schedule, line: &PlanLine, key: &str) -> bool {
    match line {
        PlanLine::Task(task) => schedule.plan.tasks[*task as usize].record.as_str() == key,
        PlanLine::Heading(heading) => key.strip_prefix('=') == Some(heading.group.word()),
    }
}

impl Scene<'_> {
    pub(super) fn header(&self) -> HeaderLook<'_> {
        HeaderLook {
            axis: self.axis,
            calendar: self.calendar,
            today: self.schedule.today,
            week_one: self.week_one,
            lang: self.lang,
        }
    }

    /// Where the line with the caret stands.
    pub(super) fn active_line(&self) -> Option<usize> {
        let mut lines = self.lines.iter();
        lines.position(|line| is_line(self.schedule, line, self.active))
    }

    /// The words and the shapes of a line.
    pub(super) fn line(&self, at: usize, window: (i32, i32)) -> (PlaceText, Vec<Drawable>) {
        match &self.lines[at] {
            PlanLine::Heading(heading) => self.heading(at, heading, window),
            PlanLine::Task(task) => self.task(at, *task, window),
        }
    }

    fn heading(
        &self,
        at: usize,
        heading: &PlanHeading,
        window: (i32, i32),
    ) -> (PlaceText, Vec<Drawable>) {
        let name = heading_said(self.log, heading, self.group, self.lang);
        let open = if heading.is_shut {
            texts::gantt::SHUT_GROUP
        } else {
            texts::gantt::OPEN_GROUP
        };
        let count = heading.count.to_string();
        let places = [
            ("name", &*name),
            ("n", &*count),
            ("open", open.text(self.lang)),
        ];
        let said = texts::fill(texts::gantt::GROUP, self.lang, &places);
        let due = heading.span.map(|(_, last)| day_said(last, self.lang));
        let text = PlaceText {
            line: at,
            y: number(at) * self.metrics.row,
            cells: [
                if heading.is_shut { "▸" } else { "▾" }.to_owned(),
                String::new(),
                format!("{name}  {}/{}", heading.done, heading.count),
                String::new(),
                due.unwrap_or_default(),
                said,
            ],
            state: "group",
            is_open: Some(!heading.is_shut),
            level: 1,
            is_active: self.active == format!("={}", heading.group.word()),
            is_target: self.is_target(at),
            ..PlaceText::default()
        };
        (
            text,
            heading_shapes(heading, self.axis, &self.metrics, window),
        )
    }

    fn task(&self, at: usize, task: u32, window: (i32, i32)) -> (PlaceText, Vec<Drawable>) {
        let read = &self.schedule.plan.tasks[task as usize];
        let facts = facts_of(self.log, self.schedule, task, self.lang);
        let bar = bar_of(self.schedule, task);
        let label = |bar: &Bar| label_said(bar, &facts, self.schedule.today, self.lang);
        let (label, is_bad) = bar.as_ref().map(label).unwrap_or_default();
        let label = worded(label, self.words, &facts, bar.as_ref(), self.lang);
        let mut shapes = row_shapes(
            bar.as_ref(),
            self.schedule.today,
            self.axis,
            &self.metrics,
            window,
            (&label, is_bad),
        );
        if let (
            Some(bar),
            Some(Drawable::Text {
                class,
                x,
                anchor,
                text,
                ..
            }),
        ) = (&bar, shapes.last_mut())
            && let Some(away) = self.away(bar)
        {
            (*class, *x, *anchor, *text) = away;
        }
        let second = self.second.get(&task);
        let outline = second.map(|dates| dates.outline(read.planned, self.axis, &self.metrics));
        shapes.push(Drawable::path("g-second", outline.unwrap_or_default()));
        let differs = second.is_some_and(|dates| dates.is_differing);
        let slack = self.schedule.tasks[task as usize].slack;
        let said = row_said(
            &facts,
            bar.as_ref(),
            slack,
            (at + 1, self.lines.len()),
            self.lang,
        );
        let is_late = bar.is_some_and(|bar| bar.late_days > 0);
        let (mark, state) = mark(read.progress, read.status == task::REVIEW.key, is_late);
        let lies = |bar: &Bar| {
            let from = self.axis.x(bar.first);
            (from, self.axis.end(bar.last).max(from + 4))
        };
        let text = PlaceText {
            line: at,
            y: number(at) * self.metrics.row,
            cells: [
                mark.to_owned(),
                if differs {
                    format!("≠ {}", facts.code)
                } else {
                    facts.code
                },
                facts.title,
                facts.owner,
                facts.due,
                said,
            ],
            state,
            is_open: None,
            level: if self.group == GroupBy::None { 1 } else { 2 },
            is_active: self.active == read.record.as_str(),
            is_target: self.is_target(at),
            is_selected: self.selected.contains(&read.record),
            is_critical: bar.is_some_and(|bar| bar.is_critical),
            is_late,
            bar: bar.as_ref().map(lies),
            record: read.record.to_string(),
        };
        (text, shapes)
    }

    /// Whether what is being drawn would be put down on a line.
    fn is_target(&self, at: usize) -> bool {
        let is_it = |drawn: &DrawnByHand| {
            drawn.line == Some(at) && !drawn.is_refused && !matches!(drawn.grip, Grip::Span(_))
        };
        self.drawn.is_some_and(is_it)
    }

    /// What stands at the edge of the window in place of a bar that lies beyond it: which way it is, and its day.
    fn away(&self, bar: &Bar) -> Option<(&'static str, i32, Anchor, String)> {
        let (from, to) = (self.seen.left, self.seen.left + self.seen.width);
        let last = bar.expected.unwrap_or(bar.last);
        let (label, day, x, anchor) = match () {
            () if self.axis.end(last) <= from => {
                (texts::gantt::AWAY_BEFORE, bar.last, from + 6, Anchor::Start)
            }
            () if self.axis.x(bar.first) >= to => {
                (texts::gantt::AWAY_AFTER, bar.first, to - 6, Anchor::End)
            }
            () => return None,
        };
        let said = texts::fill(label, self.lang, &[("day", &day_said(day, self.lang))]);
        Some(("g-away", x, anchor, said))
    }
}
