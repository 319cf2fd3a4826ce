//! Handovers made of what departments need and give, when somebody says so.

use super::session::Session;
use crate::analysis::standing::possible_handovers::possible_handovers;
use crate::model::Value;
use crate::model::log::Slot;
use crate::model::template::ORDER;
use crate::templates::handoff;

impl Session {
    /// Makes the handovers that are not there yet, in one act. Returns the places of the changes made.
    pub fn make_handovers(&self) -> Vec<Slot> {
        let today = self.now().date_naive();
        let wanted = self.read(|log| possible_handovers(log, today));
        let siblings = self.siblings(handoff::HANDOFF.kind, None);
        let (orders, mut writes) = self.keys_at(&siblings, siblings.len(), wanted.len());
        for (one, order) in wanted.into_iter().zip(orders) {
            let first = (ORDER, Value::text(order));
            let fields = std::iter::once(first).chain(one.fields);
            writes.extend(fields.map(|(key, value)| self.write_of(&one.record, key, value)));
        }
        self.apply(writes, None)
    }
}
