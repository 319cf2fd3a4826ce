//! What a person can take back and do again: their own acts, each a step; a visit to a field is one.

use super::field::FieldHandle;
use super::refused::Refused;
use super::session::{Inner, Session};
use super::triggers::Topic;
use crate::model::log::{Slot, UndoStep, Undone};
use crate::model::template::Form;
use crate::model::{CellId, Log};
use crate::templates::proposal;

/// What an undo did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UndoReport {
    /// Fields written back.
    pub written: usize,
    /// Fields left because somebody else has touched them since.
    pub left: usize,
    /// Whether there was nothing to undo.
    pub nothing: bool,
}

/// The steps of one page; each has a number, so that a message can take back its own.
#[derive(Default)]
pub(super) struct Steps {
    undo: Stack,
    redo: Stack,
    last: u64,
    /// How often something was taken back or done again.
    times: u64,
    /// What was written then.
    places: Vec<CellId>,
    /// The handles that are being visited.
    visited: Vec<FieldHandle>,
}

type Stack = Vec<(u64, UndoStep)>;

impl Session {
    /// Makes what was done one step of undo, and forgets what could be redone.
    pub(super) fn remember(&self, slots: &[Slot]) {
        if !slots.is_empty() {
            let inner = self.inner();
            let mut inner = inner.borrow_mut();
            let step = inner.log.step_of(slots);
            let steps = &mut inner.steps;
            steps.last += 1;
            steps.undo.push((steps.last, step));
            steps.redo.clear();
        }
    }

    /// A visit to a field begins, or ends.
    pub(super) fn visit(&self, handle: FieldHandle, begins: bool) {
        let inner = self.inner();
        let visited = &mut inner.borrow_mut().steps.visited;
        visited.retain(|known| *known != handle && known.is_visited());
        if begins {
            visited.push(handle);
        }
    }

    /// The number of the newest step, for [`Session::undo_step`].
    pub fn last_step(&self) -> u64 {
        self.inner().borrow().steps.last
    }

    /// How often something was taken back or done again here; watches it. Then a control shows what stands, also
    /// under the caret, and its visit begins anew.
    pub fn times_taken_back(&self) -> u64 {
        self.track(Topic::Steps);
        self.inner().borrow().steps.times
    }

    /// The fields that the last undo or redo wrote back; of a suggestion, the field it is about.
    pub fn taken_back_at(&self) -> Vec<CellId> {
        self.inner().borrow().steps.places.clone()
    }

    /// Takes back the last step of one's own; what others have touched since is left. A visit that goes on is a step.
    pub fn undo(&self) -> UndoReport {
        self.end_visits();
        self.step_back(|steps| (steps.undo.pop(), false))
    }

    /// Takes back the last undo.
    pub fn redo(&self) -> UndoReport {
        self.end_visits();
        self.step_back(|steps| (steps.redo.pop(), true))
    }

    /// Takes back one step by its number, whatever was done since.
    pub fn undo_step(&self, number: u64) -> UndoReport {
        self.end_visits();
        self.step_back(|steps| {
            let at = steps.undo.iter().position(|(known, _)| *known == number);
            (at.map(|at| steps.undo.remove(at)), false)
        })
    }

    fn end_visits(&self) {
        let visited = std::mem::take(&mut self.inner().borrow_mut().steps.visited);
        for handle in visited {
            handle.end();
        }
    }

    fn step_back(
        &self,
        take: impl FnOnce(&mut Steps) -> (Option<(u64, UndoStep)>, bool),
    ) -> UndoReport {
        if self.read(Log::is_spent) {
            self.refuse(Refused::Spent);
            return UndoReport::default();
        }
        let report = self.written_back(take);
        self.inner().borrow_mut().steps.times += 1;
        self.wake(Topic::Steps);
        report
    }

    fn written_back(
        &self,
        take: impl FnOnce(&mut Steps) -> (Option<(u64, UndoStep)>, bool),
    ) -> UndoReport {
        let inner = self.inner();
        let (step, is_redo, Undone { changes, left }) = {
            let mut inner = inner.borrow_mut();
            let (Some((_, step)), is_redo) = take(&mut inner.steps) else {
                return UndoReport {
                    nothing: true,
                    ..UndoReport::default()
                };
            };
            let stamp = inner.stamp(None);
            let undone = inner.log.undo(&step, &stamp);
            (step, is_redo, undone)
        };
        let cells = changes.iter().flat_map(|change| {
            let record = &change.record;
            change
                .cells
                .iter()
                .map(|cell| (record.clone(), cell.key.clone()))
        });
        let mut places: Vec<CellId> = cells.collect();
        let written = places.len();
        let before = self.read(|log| about(log, &places));
        let slots = self.append(changes);
        let after = self.read(|log| about(log, &places));
        for ((place, before), after) in places.iter_mut().zip(before).zip(after) {
            if let Some(target) = before.or(after) {
                *place = target;
            }
        }
        places.dedup();
        let mut inner = inner.borrow_mut();
        inner.taken_back(step, &slots, is_redo);
        inner.steps.places = places;
        UndoReport {
            written,
            left: left.len(),
            nothing: false,
        }
    }
}

impl Inner {
    /// What was written back is a step of the other stack; the steps it came from know of it.
    fn taken_back(&mut self, step: UndoStep, slots: &[Slot], is_redo: bool) {
        let back = self.log.step_of(slots);
        let steps = &mut self.steps;
        let (from, to) = if is_redo {
            (&mut steps.redo, &mut steps.undo)
        } else {
            (&mut steps.undo, &mut steps.redo)
        };
        for later in [step, back.clone()] {
            from.iter_mut()
                .rev()
                .fold(later, |rest, (_, earlier)| earlier.absorb(rest));
        }
        if !back.is_empty() {
            steps.last += 1;
            to.push((steps.last, back));
        }
    }
}

/// The fields that suggestions among these records are about.
fn about(log: &Log, places: &[CellId]) -> Vec<Option<CellId>> {
    let target = |(record, _): &CellId| {
        if record.kind() != proposal::PROPOSAL.kind {
            return None;
        }
        let form = Form::new(log, record.clone());
        let text = |key: &str| form.value(key).as_text().map(str::to_owned);
        let about = text(proposal::TARGET.name)?.parse().ok()?;
        Some((about, text(proposal::FIELD.name)?.parse().ok()?))
    };
    places.iter().map(target).collect()
}
