//! Where tasks would come to lie by a move that is not written yet.

use super::painter::number;
use super::scene::Scene;
use crate::ui::gantt::{Anchor, Drawable, rect};

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
        vec![
            Drawable::path("g-ghost", ghosts),
            Drawable::Text {
                class: "g-ghost-label",
                x: label.0,
                y: label.1,
                anchor: Anchor::Start,
                text: label.2,
            },
        ]
    }
}
