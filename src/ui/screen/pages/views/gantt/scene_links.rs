//! The links that a chart shows: which of them, how each looks, and where its ends lie.

use super::painter::number;
use super::scene::{LinkWish, Scene};
use crate::ui::gantt::{Drawable, LinkEnds, LinkLook, bar_of, link_path};
use std::collections::BTreeMap;

/// More links than this are not drawn at once.
const MOST_LINKS: usize = 200;

impl Scene<'_> {
    /// The links that touch the lines from one to another, a path for each look.
    pub(super) fn links(&self, from: usize, to: usize) -> Vec<Drawable> {
        let mut paths: BTreeMap<LinkLook, String> = BTreeMap::new();
        let rows = self.rows();
        let network = &self.schedule.plan.network;
        let mut count = 0;
        for line in self.lines.get(from..to).unwrap_or_default() {
            let Some(task) = line.task() else { continue };
            for at in network.after(task).iter().chain(network.before(task)) {
                let link = network.link(*at);
                // A link whose both ends are seen is met twice.
                let is_second = link.to == task && (from..to).contains(&rows[link.from as usize]);
                let Some(look) = self.look(link.from, link.to).filter(|_| !is_second) else {
                    continue;
                };
                if count > MOST_LINKS && look == LinkLook::Plain {
                    continue;
                }
                if let Some(ends) = self.ends(&rows, link.from, link.to) {
                    link_path(
                        paths.entry(look).or_default(),
                        link.kind,
                        ends,
                        &self.metrics,
                    );
                    count += 1;
                }
            }
        }
        let path = |look: LinkLook, class: &'static str| {
            Drawable::path(class, paths.get(&look).cloned().unwrap_or_default())
        };
        vec![
            path(LinkLook::Plain, "g-link"),
            path(LinkLook::Critical, "g-link-critical"),
            path(LinkLook::Selected, "g-link-selected"),
        ]
    }

    /// Where each task stands among the lines; past the last one where it does not.
    fn rows(&self) -> Vec<usize> {
        let mut rows = vec![usize::MAX; self.schedule.plan.tasks.len()];
        for (at, line) in self.lines.iter().enumerate() {
            if let Some(task) = line.task() {
                rows[task as usize] = at;
            }
        }
        rows
    }

    /// How a link is drawn; nothing where it is not.
    fn look(&self, from: u32, to: u32) -> Option<LinkLook> {
        let is_critical = |task: u32| self.schedule.tasks[task as usize].is_critical();
        let is_chosen = |task: u32| {
            let record = &self.schedule.plan.tasks[task as usize].record;
            self.active == record.as_str() || self.selected.contains(record)
        };
        match self.links {
            LinkWish::None => None,
            _ if is_chosen(from) || is_chosen(to) => Some(LinkLook::Selected),
            _ if is_critical(from) && is_critical(to) => Some(LinkLook::Critical),
            LinkWish::All if self.axis.day > 3.0 => Some(LinkLook::Plain),
            _ => None,
        }
    }

    fn ends(&self, rows: &[usize], from: u32, to: u32) -> Option<LinkEnds> {
        let end = |task: u32| {
            let bar = bar_of(self.schedule, task)?;
            let row = Some(rows[task as usize]).filter(|row| *row != usize::MAX)?;
            let y = number(row) * self.metrics.row + self.metrics.middle();
            let from = self.axis.x(bar.first);
            Some(((from, self.axis.end(bar.last).max(from + 4)), y))
        };
        let ((from, from_y), (to, to_y)) = (end(from)?, end(to)?);
        Some(LinkEnds {
            from,
            from_y,
            to,
            to_y,
        })
    }
}
