//! What a person can take back and do again: their own acts, each a step; a visit to a field is one.

use super::closing::{is_closed, is_status};
use super::field::FieldHandle;
use super::refused::Refused;
use super::session::Session;
use super::stacks::Stacks;
use super::triggers::Topic;
use super::visit::{HandleSlot, is_visited};
use crate::model::log::{Slot, UndoStep, Undone};
use crate::model::template::Form;
use crate::model::{CellId, Change, Log};
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

impl Session {
    /// Makes what was done one step of undo, and forgets what could be redone.
    pub(super) fn remember(&self, slots: &[Slot]) {
        if !slots.is_empty() {
            let inner = self.inner();
            let mut inner = inner.borrow_mut();
            let step = inner.log.step_of(slots);
            inner.stacks.push(step);
        }
    }

    /// A visit to a field begins, or ends.
    pub(super) fn visit(&self, place: HandleSlot, begins: bool) {
        let inner = self.inner();
        let visited = &mut inner.borrow_mut().stacks.visited;
        visited.retain(|known| *known != place && is_visited(*known));
        if begins {
            visited.push(place);
        }
    }

    /// The number of the newest step, for [`Session::undo_step`].
    pub fn last_step(&self) -> u64 {
        self.inner().borrow().stacks.last
    }

    /// How often something was taken back or done again here; watches it. Then a control shows what stands, also
    /// under the caret, and its visit begins anew.
    pub fn times_taken_back(&self) -> u64 {
        self.track(Topic::Steps);
        self.inner().borrow().stacks.times
    }

    /// The fields that the last undo or redo wrote back; of a suggestion, the field it is about.
    pub fn taken_back_at(&self) -> Vec<CellId> {
        self.inner().borrow().stacks.places.clone()
    }

    /// Takes back the last step of one's own; what others have touched since is left. A visit that goes on is a step.
    pub fn undo(&self) -> UndoReport {
        self.end_visits();
        self.step_back(|stacks| (stacks.undo.pop(), false))
    }

    /// Takes back the last undo.
    pub fn redo(&self) -> UndoReport {
        self.end_visits();
        self.step_back(|stacks| (stacks.redo.pop(), true))
    }

    /// Takes back one step by its number, whatever was done since.
    pub fn undo_step(&self, number: u64) -> UndoReport {
        self.end_visits();
        self.step_back(|stacks| (stacks.take(number), false))
    }

    pub(super) fn end_visits(&self) {
        let visited = std::mem::take(&mut self.inner().borrow_mut().stacks.visited);
        for place in visited {
            FieldHandle::of(*self, place).end();
        }
    }

    fn step_back(
        &self,
        take: impl FnOnce(&mut Stacks) -> (Option<(u64, UndoStep)>, bool),
    ) -> UndoReport {
        if self.read(Log::is_spent) {
            self.refuse(Refused::Spent);
            return UndoReport::default();
        }
        let report = self.written_back(take);
        self.inner().borrow_mut().stacks.times += 1;
        self.wake(Topic::Steps);
        report
    }

    fn written_back(
        &self,
        take: impl FnOnce(&mut Stacks) -> (Option<(u64, UndoStep)>, bool),
    ) -> UndoReport {
        let inner = self.inner();
        let (step, is_redo, Undone { changes, left }) = {
            let mut inner = inner.borrow_mut();
            let (Some((number, step)), is_redo) = take(&mut inner.stacks) else {
                return UndoReport {
                    nothing: true,
                    ..UndoReport::default()
                };
            };
            let stamp = inner.stamp(None);
            let undone = inner.log.undo(&step, &stamp);
            if is_closed(&inner.log) && !undone.changes.iter().any(opens) {
                // It stays to be taken back once the project is open again.
                let stacks = &mut inner.stacks;
                let stack = if is_redo {
                    &mut stacks.redo
                } else {
                    &mut stacks.undo
                };
                stack.push((number, step));
                drop(inner);
                self.refuse(Refused::Closed);
                return UndoReport::default();
            }
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
        let back = inner.log.step_of(&slots);
        inner.stacks.taken_back(step, back, is_redo);
        inner.stacks.places = places;
        UndoReport {
            written,
            left: left.len(),
            nothing: false,
        }
    }
}

/// Whether a change says how the project stands, such as that it is open again.
fn opens(change: &Change) -> bool {
    let mut cells = change.cells.iter();
    cells.any(|cell| is_status(&change.record, &cell.key))
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
