//! The answer to a move that concerns others, while it is not given yet.

use super::Moves;
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
    pub(super) moves: Moves,
    pub(super) moving: StoredValue<Moving>,
    pub(super) left_out: RwSignal<BTreeSet<RecordId>>,
    pub(super) why: RwSignal<String>,
    pub(super) complains: RwSignal<bool>,
    pub(super) proposal: Memo<Proposal>,
}

impl MoveAnswer {
    /// The move alone, and with what follows it.
    pub(super) fn all(self, with_others: bool) -> Vec<Move> {
        let mut all = self.moving.with_value(Moving::moves);
        let others = self.proposal.with_untracked(|proposal| {
            let others = proposal.entailed.iter().map(|one| Move {
                task: one.task.clone(),
                first: one.to.0,
                last: one.to.1,
            });
            others.collect::<Vec<_>>()
        });
        all.extend(others.into_iter().filter(|_| with_others));
        all
    }

    /// Whether the reason has to be written first: beyond the tolerance everybody will ask for it (TASK-10).
    fn lacks_reason(self) -> bool {
        let is_small = self.moving.with_value(|moving| self.moves.is_small(moving));
        let lacks = !is_small && self.why.with_untracked(|why| why.trim().is_empty());
        self.complains.set(lacks);
        lacks
    }

    /// Writes the move alone, or with what follows it.
    pub(super) fn write(self, with_others: bool) {
        if !self.lacks_reason() {
            let why = self.why.get_untracked();
            let all = self.all(with_others);
            let moving = self.moving.get_value();
            self.moves.write(&moving, &all, Some(why.trim()));
        }
    }

    /// Writes all of it down as a request.
    pub(super) fn request(self) {
        if self.why.with_untracked(|why| why.trim().is_empty()) {
            return self.complains.set(true);
        }
        let (moves, why) = (self.moves, self.why.get_untracked());
        let session = moves.session;
        let made = session.request_moves(&self.all(true), why.trim(), moves.lang());
        moves.asked.set(None);
        if let Some(made) = made {
            let said = untrack(|| moves.ui.text(texts::gantt::REQUESTED).to_owned());
            moves.ui.notices.done(session, said, "undo-request");
            moves.say(texts::gantt::REQUESTED, &[]);
            dom::go(&Route::of_record(session.project(), &made));
        }
    }
}
