//! What else is done to tasks in the chart: dates are fixed, tasks are linked.

use super::chart::Chart;
use crate::analysis::standing::schedule::DateShift;
use crate::model::RecordId;
use crate::model::template::Label;
use crate::ui::texts;
use leptos::prelude::*;

impl Chart {
    /// Begins to move a task: as a whole with all others that are selected. False where it may not, which is said.
    pub(super) fn begin(self, place: u32, what: DateShift) -> bool {
        let schedule = self.schedule();
        let own = &schedule.plan.tasks[place as usize].record;
        let selected = self
            .frame
            .shown
            .with_untracked(|shown| shown.selected.clone());
        let goes_along = what == DateShift::Whole && selected.contains(own);
        let others = selected.iter().filter(|_| goes_along);
        let others: Vec<u32> = others
            .filter_map(|other| schedule.plan.place(other))
            .collect();
        self.moves.begin(place, what, &others)
    }

    /// How a move by keys goes on, with how many others and without how many that may not.
    pub(super) fn say_mode(self, label: Label) {
        let selected = self
            .frame
            .shown
            .with_untracked(|shown| shown.selected.clone());
        let moving = self.moves.moving.with_untracked(|moving| {
            let moving = moving.as_ref()?;
            let is_whole = moving.what == DateShift::Whole;
            Some((moving.to.task.clone(), moving.count(), is_whole))
        });
        let Some((task, count, is_whole)) = moving else {
            return;
        };
        let code = self.moves.code(&task);
        let lang = self.lang();
        let mut said = texts::fill(label, lang, &[("code", &code)]);
        let more = [
            (count > 1, texts::gantt::MODE_TOGETHER, count),
            (
                is_whole && selected.contains(&task) && selected.len() > count,
                texts::gantt::STAY_BEHIND,
                selected.len().saturating_sub(count),
            ),
        ];
        for (_, label, n) in more.into_iter().filter(|(is, ..)| *is) {
            said += texts::sentence_gap(lang);
            said += &texts::fill(label, lang, &[("n", &n.to_string())]);
        }
        self.moves.said.set(said);
    }

    /// Says what was done, to be heard and to be seen, with the way back.
    pub(super) fn tell(self, label: Label, places: &[(&str, &str)], undo: &'static str) {
        let said = untrack(|| self.ui.fill(label, places));
        self.ui.notices.done(self.session, said.clone(), undo);
        self.moves.said.set(said);
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
        let code = self.moves.code(&read.record);
        self.tell(label, &[("code", &code)], "undo-fix");
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
            return self.moves.say(texts::gantt::NOT_LINKED, &[]);
        }
        if is_known {
            return self.moves.say(texts::gantt::LINKED_ALREADY, &[]);
        }
        self.session.link_tasks(from, to);
        let (from, to) = (self.moves.code(from), self.moves.code(to));
        let places = [("from", &*from), ("to", &*to)];
        self.tell(texts::gantt::LINKED, &places, "undo-link");
    }
}
