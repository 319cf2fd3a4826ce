//! Draws what a chart shows whenever any of it changes.

use super::chart::Chart;
use super::painter::Painter;
use super::scene::Scene;
use crate::analysis::calendar_of;
use crate::analysis::time::axis::Beginning;
use crate::model::template::Form;
use crate::templates::settings;
use crate::ui::gantt::Metrics;
use crate::ui::screen::base::life;
use crate::ui::screen::pages::views::frame::schedule_now;
use leptos::prelude::*;

impl Chart {
    pub(super) fn paint(self) {
        let (lang, links, row) = (self.ui.lang.get(), self.links.get(), self.row_px.get());
        let second = self.second.get();
        let (words, drawn_now) = (self.words.get(), self.drawn_now.get());
        let (seen, axis, spare) = (self.seen.get(), self.axis.get(), self.spare.get());
        let (active, moving) = (self.active.get(), self.moves.moving.get());
        let schedule = schedule_now(self.session);
        let selected = self.frame.shown.with(|shown| shown.selected.clone());
        if self.place.get().is_none() || seen.width == 0 {
            return;
        }
        // A chart that comes again after a narrow window has other elements.
        let is_here = |painter: &Option<Painter>| painter.as_ref().is_some_and(Painter::is_here);
        let is_first = !self.painter.with_value(is_here);
        if is_first {
            let refs = [self.head, self.lane, self.left, self.body].map(|one| one.get_untracked());
            let [Some(head), Some(lane), Some(left), Some(body)] = refs else {
                return;
            };
            self.painter
                .set_value(Painter::new(&head, &lane, &left, &body));
        }
        let count = self.frame.lines.with(|lines| lines.lines.len());
        let first = usize::try_from(seen.top / row.max(1)).unwrap_or(0);
        let rows = usize::try_from(seen.height / row.max(1)).unwrap_or(0) + 2;
        let from = first.saturating_sub(spare).min(count);
        let to = (first + rows + spare).min(count);
        self.drawn.set_value((from, to));
        let week_one = Beginning::Week.before(schedule.span().0);
        self.session.read(|log| {
            let calendar = calendar_of(&Form::new(log, settings::record()));
            self.frame.lines.with(|lines| {
                self.marks.with(|marks| {
                    let scene = Scene {
                        log,
                        schedule: &schedule,
                        lines: &lines.lines,
                        group: self.frame.group(),
                        axis: &axis,
                        metrics: Metrics::screen(row),
                        calendar: &calendar,
                        marks,
                        week_one,
                        lang,
                        seen,
                        active: &active,
                        selected: &selected,
                        links,
                        words,
                        moving: moving.as_ref(),
                        drawn: drawn_now.as_ref(),
                        second: &second,
                    };
                    self.painter.update_value(|painter| {
                        if let Some(painter) = painter {
                            painter.fill(&scene, from, to);
                        }
                    });
                });
            });
        });
        if is_first && let Some(place) = self.place.get_untracked() {
            life::next_frame(move || {
                let _ = place.set_attribute("data-painted", "");
            });
        }
    }
}
