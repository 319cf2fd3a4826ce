//! The stacks of undo and redo of one page: steps by number, and what is being visited. Writes nothing.

use super::visit::HandleSlot;
use crate::model::CellId;
use crate::model::log::UndoStep;

/// The steps of one page; each has a number, so that a message can take back its own.
#[derive(Default)]
pub(super) struct Stacks {
    pub(super) undo: Stack,
    pub(super) redo: Stack,
    /// The number of the newest step.
    pub(super) last: u64,
    /// How often something was taken back or done again.
    pub(super) times: u64,
    /// What was written then.
    pub(super) places: Vec<CellId>,
    /// The fields that are being visited.
    pub(super) visited: Vec<HandleSlot>,
    /// Of others who act at this page, too: what each could undo and redo.
    aside: Vec<(Box<str>, Stack, Stack)>,
}

pub(super) type Stack = Vec<(u64, UndoStep)>;

impl Stacks {
    /// Somebody else acts from now on: nobody takes back what another has done. Whoever only said who they are goes on.
    pub(super) fn change_hands(&mut self, from: Option<Box<str>>, to: Option<&str>) {
        let Some(from) = from else { return };
        let undo = std::mem::take(&mut self.undo);
        let redo = std::mem::take(&mut self.redo);
        self.aside.push((from, undo, redo));
        let theirs = self.aside.iter().position(|(who, ..)| Some(&**who) == to);
        if let Some(at) = theirs {
            (_, self.undo, self.redo) = self.aside.swap_remove(at);
        }
    }

    /// A new step, after which nothing can be done again.
    pub(super) fn push(&mut self, step: UndoStep) {
        self.last += 1;
        self.undo.push((self.last, step));
        self.redo.clear();
    }

    /// Takes a step out by its number.
    pub(super) fn take(&mut self, number: u64) -> Option<(u64, UndoStep)> {
        let at = self.undo.iter().position(|(known, _)| *known == number)?;
        Some(self.undo.remove(at))
    }

    /// What was written back is a step of the other stack; the steps it came from know of it.
    pub(super) fn taken_back(&mut self, step: UndoStep, back: UndoStep, is_redo: bool) {
        let (from, to) = if is_redo {
            (&mut self.redo, &mut self.undo)
        } else {
            (&mut self.undo, &mut self.redo)
        };
        for later in [step, back.clone()] {
            from.iter_mut()
                .rev()
                .fold(later, |rest, (_, earlier)| earlier.absorb(rest));
        }
        if !back.is_empty() {
            self.last += 1;
            to.push((self.last, back));
        }
    }
}
