//! Where tasks would come to lie by a move that is not written yet.

use super::held::{DrawnByHand, Grip};
use super::painter::number;
use super::scene::Scene;
use crate::analysis::standing::plan_view::PlanLine;
use crate::ui::gantt::{Anchor, Drawable, day_said, rect};
use crate::ui::texts;

impl Scene<'_> {
    /// Where tasks would come to lie, and in words beside the one that is moved.
    pub(super) fn ghosts(&self, from: usize, to: usize) -> Vec<Drawable> {
        let mut ghosts = String::new();
        let mut label = (0, 0, String::new());
        if let Some(moving) = self.moving {
            let (row, top, height) = (self.metrics.row, self.metrics.top, self.metrics.height);
            let lines = self.lines.iter().enumerate().skip(from).take(to - from);
            for (at, line) in lines {
                let Some(task) = line.task() else { continue };
                let record = &self.schedule.plan.tasks[task as usize].record;
                let Some((first, last)) = moving.dates_of(record) else {
                    continue;
                };
                let (x, end) = (self.axis.x(first), self.axis.end(last));
                let y = number(at) * row + top;
                ghosts += &rect(x, y, end - x, height);
                if *record == moving.to.task {
                    label = (
                        end + 8,
                        number(at) * row + self.metrics.baseline(),
                        moving.said(self.log, self.schedule, self.lang),
                    );
                }
            }
        }
        let tie = self.drawn.map(|drawn| self.tie(drawn));
        let (tie, of_tie) = tie.unwrap_or_default();
        if let Some(said) = of_tie {
            label = said;
        }
        vec![
            Drawable::path("g-ghost", ghosts),
            Drawable::path("g-tie", tie),
            Drawable::Text {
                class: "g-ghost-label",
                x: label.0,
                y: label.1,
                anchor: Anchor::Start,
                text: label.2,
            },
        ]
    }

    /// What the pointer is drawing, and what is said beside it.
    fn tie(&self, drawn: &DrawnByHand) -> (String, Option<(i32, i32, String)>) {
        let read = &self.schedule.plan.tasks[drawn.place as usize];
        let beside = |said: String| Some((drawn.x + 12, drawn.y, said));
        match drawn.grip {
            Grip::Link => {
                let lines = self.lines.iter();
                let place = Some(drawn.place);
                let row = lines.map(PlanLine::task).position(|task| task == place);
                let (Some((_, last)), Some(row)) = (read.planned, row) else {
                    return (String::new(), None);
                };
                let y = number(row) * self.metrics.row + self.metrics.middle();
                let label = match drawn.is_refused {
                    true => texts::gantt::NOT_LINKED,
                    false => texts::gantt::THEN_BEGINS,
                };
                let d = format!("M{} {y}L{} {}", self.axis.end(last), drawn.x, drawn.y);
                (d, beside(label.text(self.lang).to_owned()))
            }
            Grip::Row => (String::new(), None),
            Grip::Span(_) => {
                let Some((first, last)) = drawn.days(|x| self.axis.date(x)) else {
                    return (String::new(), None);
                };
                let (x, end) = (self.axis.x(first), self.axis.end(last));
                let row = drawn.y / self.metrics.row * self.metrics.row;
                let d = rect(x, row + self.metrics.top, end - x, self.metrics.height);
                let days = [first, last].map(|day| day_said(day, self.lang));
                (d, beside(format!("{} – {}", days[0], days[1])))
            }
        }
    }
}
