//! Handovers made of what departments need and give, when somebody says so.

use super::session::Session;
use crate::analysis::Codes;
use crate::analysis::standing::possible_handovers::possible_handovers;
use crate::model::log::Slot;
use crate::templates::handoff;

impl Session {
    /// Makes the handovers that are not there yet, in one act. Returns the places of the changes made.
    pub fn make_handovers(&self) -> Vec<Slot> {
        let today = self.now().date_naive();
        let wanted = self.read(|log| possible_handovers(log, today));
        let siblings = self.siblings(handoff::HANDOFF.kind, None);
        let (orders, mut writes) = self.keys_at(&siblings, siblings.len(), wanted.len());
        let number = self.read(|log| Codes::of(log, handoff::HANDOFF.kind).next());
        for ((one, order), number) in wanted.into_iter().zip(orders).zip(number..) {
            writes.extend(self.row_writes(&one.record, None, &one.fields, order, number));
        }
        self.apply(writes, None)
    }
}
