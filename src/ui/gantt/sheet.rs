//! A stretch of the plan as it stands on paper and in a picture: columns left, the days over it, rows with their bars.

use super::header::{HeaderLook, header_shapes, shades};
use super::lane::{LaneMark, lane_shapes};
use super::links::{LinkEnds, link_path};
use super::row::{Bar, bar_of, heading_shapes, row_shapes};
use super::said::{day_said, facts_of, heading_said, label_said};
use super::shape::{Anchor, Drawable, Metrics, rect, text_width};
use crate::analysis::standing::plan_view::{GroupBy, PlanHeading, PlanLine};
use crate::analysis::standing::schedule::Schedule;
use crate::model::log::Log;
use crate::model::template::Lang;
use crate::ui::texts;

/// Shapes and where their zero lies.
pub type PlacedShapes = ((i32, i32), Vec<Drawable>);

/// What a stretch is drawn from.
#[derive(Clone, Copy)]
pub struct SheetLook<'a> {
    pub log: &'a Log,
    pub schedule: &'a Schedule,
    pub group: GroupBy,
    pub header: HeaderLook<'a>,
    pub metrics: Metrics,
    pub marks: &'a [LaneMark],
    /// The widths of number, task, owner and due date.
    pub columns: [i32; 4],
    pub lang: Lang,
    /// Whether the links between critical tasks are drawn.
    pub has_links: bool,
}

/// A line on paper: one of the plan, or the heading of a group that goes on from the page before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetLine {
    /// The lane of the milestones.
    Lane,
    Line(PlanLine),
    Continued(PlanHeading),
}

/// A text cut to a width.
pub(super) fn fitted(text: &str, width: i32, letter: i32) -> String {
    if text_width(text, letter) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if text_width(&out, letter) + 2 * letter > width {
            break;
        }
        out.push(c);
    }
    out + "…"
}

impl SheetLook<'_> {
    /// The width of the columns together.
    pub fn left(&self) -> i32 {
        self.columns.iter().sum()
    }

    /// The header and the lines of a stretch, at a height, showing of the time what lies in a window.
    pub fn stretch(&self, lines: &[SheetLine], top: i32, window: (i32, i32)) -> Vec<PlacedShapes> {
        let (metrics, left) = (&self.metrics, self.left());
        let body = top + metrics.header;
        let across = left - window.0;
        let height = metrics.row * lines.len() as i32;
        let width = window.1 - window.0;
        let axis = self.header.axis;
        let shade = shades(self.header.calendar, axis, metrics.hair, window, height);
        let mut all: Vec<PlacedShapes> = vec![
            ((across, body), vec![Drawable::path("g-shade", shade)]),
            ((across, top), header_shapes(&self.header, metrics, window)),
            ((0, top), self.heads()),
            (
                (0, top),
                vec![Drawable::path(
                    "g-line",
                    self.lines(lines.len(), left + width),
                )],
            ),
        ];
        if self.has_links {
            all.push(((across, body), vec![self.links(lines, window)]));
        }
        let today = axis.end(self.schedule.today);
        if (window.0..window.1).contains(&today) {
            let d = format!("M{today} 0v{height}");
            all.push(((across, body), vec![Drawable::path("g-today", d)]));
        }
        for (at, line) in lines.iter().enumerate() {
            let y = body + metrics.row * at as i32;
            all.push(((0, y), self.cells(line)));
            all.push(((across, y), self.shapes(line, window)));
        }
        all
    }

    /// The names of the columns.
    fn heads(&self) -> Vec<Drawable> {
        let names = [
            texts::gantt::COLUMN_CODE,
            texts::gantt::COLUMN_TASK,
            texts::gantt::COLUMN_OWNER,
            texts::gantt::COLUMN_DUE,
        ];
        let mut x = 0;
        let heads = names.iter().zip(self.columns).map(|(name, width)| {
            let at = x + 4 * self.metrics.hair;
            x += width;
            self.text(
                "g-label-strong",
                at,
                self.metrics.header - self.metrics.letter / 2,
                name.text(self.lang).to_owned(),
            )
        });
        heads.collect()
    }

    fn text(&self, class: &'static str, x: i32, y: i32, text: String) -> Drawable {
        Drawable::Text {
            class,
            x,
            y,
            anchor: Anchor::Start,
            text,
        }
    }

    /// The lines between rows and beside the columns.
    fn lines(&self, rows: usize, width: i32) -> String {
        let metrics = &self.metrics;
        let bottom = metrics.header + metrics.row * rows as i32;
        let mut d = rect(0, 0, width, bottom);
        for at in 0..=rows as i32 {
            d += &format!("M0 {}h{width}", metrics.header + metrics.row * at);
        }
        let mut x = 0;
        for column in self.columns {
            x += column;
            d += &format!("M{x} 0v{bottom}");
        }
        d
    }

    /// What stands in the columns of a line.
    fn cells(&self, line: &SheetLine) -> Vec<Drawable> {
        let metrics = &self.metrics;
        let (y, gap) = (metrics.baseline(), 4 * metrics.hair);
        let whole = |text: String| {
            let text = fitted(&text, self.left() - 2 * gap, metrics.letter);
            vec![self.text("g-label-strong", gap, y, text)]
        };
        match line {
            SheetLine::Lane => {
                let reached = self.marks.iter().filter(|mark| mark.is_reached).count();
                let (m, n) = (reached.to_string(), self.marks.len().to_string());
                whole(texts::fill(
                    texts::gantt::MILESTONES,
                    self.lang,
                    &[("m", &m), ("n", &n)],
                ))
            }
            SheetLine::Continued(heading) => {
                let name = heading_said(self.log, heading, self.group, self.lang);
                whole(texts::fill(
                    texts::gantt::CONTINUED,
                    self.lang,
                    &[("name", &name)],
                ))
            }
            SheetLine::Line(PlanLine::Heading(heading)) => {
                let name = heading_said(self.log, heading, self.group, self.lang);
                whole(format!("{name}  {}/{}", heading.done, heading.count))
            }
            SheetLine::Line(PlanLine::Task(task)) => {
                let facts = facts_of(self.log, self.schedule, *task, self.lang);
                let due = self.schedule.plan.tasks[*task as usize].planned;
                let due = due
                    .map(|(_, due)| day_said(due, self.lang))
                    .unwrap_or_default();
                let mut x = 0;
                let texts = [facts.code, facts.title, facts.owner, due];
                let cells = texts.into_iter().zip(self.columns).map(|(text, width)| {
                    let at = x + gap;
                    x += width;
                    self.text(
                        "g-label",
                        at,
                        y,
                        fitted(&text, width - 2 * gap, metrics.letter),
                    )
                });
                cells.collect()
            }
        }
    }

    fn shapes(&self, line: &SheetLine, window: (i32, i32)) -> Vec<Drawable> {
        let (axis, metrics) = (self.header.axis, &self.metrics);
        match line {
            SheetLine::Lane => {
                let lane = Metrics {
                    lane: metrics.row,
                    ..*metrics
                };
                lane_shapes(self.marks, axis, &lane, window)
            }
            SheetLine::Continued(_) => Vec::new(),
            SheetLine::Line(PlanLine::Heading(heading)) => {
                heading_shapes(heading, axis, metrics, window)
            }
            SheetLine::Line(PlanLine::Task(task)) => {
                let bar = bar_of(self.schedule, *task);
                let facts = facts_of(self.log, self.schedule, *task, self.lang);
                let label = |bar: &Bar| label_said(bar, &facts, self.schedule.today, self.lang);
                let (label, is_bad) = bar.as_ref().map(label).unwrap_or_default();
                let label = (&*label, is_bad);
                row_shapes(
                    bar.as_ref(),
                    self.schedule.today,
                    axis,
                    metrics,
                    window,
                    label,
                )
            }
        }
    }

    /// The links between critical tasks that stand in the same stretch.
    fn links(&self, lines: &[SheetLine], window: (i32, i32)) -> Drawable {
        let (axis, metrics) = (self.header.axis, &self.metrics);
        let network = &self.schedule.plan.network;
        let tasks: Vec<(u32, i32)> = lines
            .iter()
            .enumerate()
            .filter_map(|(at, line)| match line {
                SheetLine::Line(PlanLine::Task(task)) => Some((*task, at as i32)),
                _ => None,
            })
            .collect();
        let mut d = String::new();
        for (from, row) in &tasks {
            for at in network.after(*from) {
                let link = network.link(*at);
                let Some((to, to_row)) = tasks.iter().find(|(task, _)| *task == link.to) else {
                    continue;
                };
                let is_critical = |task: u32| self.schedule.tasks[task as usize].is_critical();
                if !(is_critical(*from) && is_critical(*to)) {
                    continue;
                }
                let (Some(one), Some(other)) =
                    (bar_of(self.schedule, *from), bar_of(self.schedule, *to))
                else {
                    continue;
                };
                let sides = |bar: &Bar| (axis.x(bar.first), axis.end(bar.last));
                let is_inside = |(a, b): (i32, i32)| a >= window.0 && b <= window.1;
                if is_inside(sides(&one)) && is_inside(sides(&other)) {
                    let ends = LinkEnds {
                        from: sides(&one),
                        from_y: row * metrics.row + metrics.middle(),
                        to: sides(&other),
                        to_y: to_row * metrics.row + metrics.middle(),
                    };
                    link_path(&mut d, link.kind, ends, metrics);
                }
            }
        }
        Drawable::path("g-link-critical", d)
    }
}
