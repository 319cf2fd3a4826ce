//! What was not written, and why. The write path keeps it; the screen says it where somebody tried.

use super::session::{Inner, Session};
use super::triggers::{Topic, notify};
use crate::model::{FieldKey, RecordId};
use reactive_graph::signal::ArcTrigger;

/// Why nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The lamports of this copy have come to their end: whatever is written would replace nothing.
    Spent,
    /// The field holds somebody's own word, and somebody else tried to write it.
    OthersWord(RecordId, FieldKey),
}

impl Session {
    /// Whether this copy takes no more edits; watches everything.
    pub fn is_spent(&self) -> bool {
        self.track(Topic::Any);
        self.read(crate::model::Log::is_spent)
    }

    /// How many writes were refused so far, and the last of them; watches them.
    pub fn refused(&self) -> (usize, Option<Refused>) {
        self.track(Topic::Refused);
        let inner = self.inner();
        let inner = inner.borrow();
        inner.refused.clone()
    }

    /// Says that something was not written.
    pub(super) fn refuse(&self, why: Refused) {
        let trigger = {
            let inner = self.inner();
            let mut inner = inner.borrow_mut();
            inner.refuse(why)
        };
        notify(vec![trigger]);
    }
}

impl Inner {
    fn refuse(&mut self, why: Refused) -> ArcTrigger {
        self.refused.0 += 1;
        self.refused.1 = Some(why);
        self.trigger_of(Topic::Refused)
    }
}
