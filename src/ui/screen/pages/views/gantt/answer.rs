//! The answer to a move that concerns others, while it is not given yet.

use super::chart::Chart;
use super::moving::Moving;
use crate::analysis::standing::schedule::{Move, Proposal};
use crate::model::RecordId;
use crate::state::Route;
use crate::ui::screen::base::dom;
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What the bar knows.
#[derive(Clone, Copy)]
pub(super) struct MoveAnswer {
    pub(super) chart: Chart,
    pub(super) moving: StoredValue<Moving>,
    pub(super) left_out: RwSignal<BTreeSet<RecordId>>,
    pub(super) why: RwSignal<String>,
    pub(super) complains: RwSignal<bool>,
    pub(super) proposal: Memo<Proposal>,
}

impl MoveAnswer {
    /// The move alone, and with what follows it.
    fn moves(self, with_others: bool) -> Vec<Move> {
        let own = self.moving.with_value(|moving| moving.to.clone());
        let others = self.proposal.with_untracked(|proposal| {
            let others = proposal.entailed.iter().map(|one| Move {
                task: one.task.clone(),
                first: one.to.0,
                last: one.to.1,
            });
            others.collect::<Vec<_>>()
        });
        let mut all = vec![own];
        all.extend(others.into_iter().filter(|_| with_others));
        all
    }

    /// Whether the reason has to be written first: beyond the tolerance everybody will ask for it (TASK-10).
    fn lacks_reason(self) -> bool {
        let is_small = self.moving.with_value(|moving| {
            self.chart
                .session
                .is_small_move(&self.chart.schedule(), &moving.to)
        });
        let lacks = !is_small && self.why.with_untracked(|why| why.trim().is_empty());
        self.complains.set(lacks);
        lacks
    }

    /// Writes the move alone, or with what follows it.
    pub(super) fn write(self, with_others: bool) {
        if !self.lacks_reason() {
            let why = self.why.get_untracked();
            let moves = self.moves(with_others);
            let moving = self.moving.get_value();
            self.chart.write(&moving, &moves, Some(why.trim()));
        }
    }

    /// Writes all of it down as a request.
    pub(super) fn request(self) {
        if self.why.with_untracked(|why| why.trim().is_empty()) {
            return self.complains.set(true);
        }
        let (chart, why) = (self.chart, self.why.get_untracked());
        let made = chart
            .session
            .request_moves(&self.moves(true), why.trim(), chart.lang());
        chart.asked.set(None);
        if let Some(made) = made {
            let said = untrack(|| chart.ui.text(texts::gantt::REQUESTED).to_owned());
            chart.ui.notices.done(chart.session, said, "undo-request");
            chart.say(texts::gantt::REQUESTED, &[]);
            dom::go(&Route::of_record(chart.session.project(), &made));
        }
    }
}
