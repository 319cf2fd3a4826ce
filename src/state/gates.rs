//! What a form can do next as it stands here: the steps of the person who acts, and what holds one back at its gate.

use super::session::Session;
use crate::analysis::{OfferedSteps, Shortfall, leads, missing, offered_steps};
use crate::model::RecordId;
use crate::model::template::{Gate, Transition};

/// What holds a step back at its gate.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// What the gate still needs.
    pub lacks: Vec<Shortfall>,
    /// Not all that is stored could be read: what the gate asks for may be there, or something that speaks against it.
    pub is_unread: bool,
    /// Whether this person may take the step all the same, with a reason.
    pub may_pass: bool,
}

impl Held {
    /// Whether the step has to wait.
    pub const fn is_held(&self) -> bool {
        self.is_unread || !self.lacks.is_empty()
    }
}

impl Session {
    /// The steps from the state that a form is in as this person is shown them, and whose turn it is.
    pub fn offered_steps(&self, record: &RecordId) -> OfferedSteps {
        let (me, today) = (self.me(), self.now().date_naive());
        self.read(|log| offered_steps(log, record, me.as_ref(), today))
    }

    /// What holds a step of a form back; nothing where it leads through no gate.
    pub fn held(&self, record: &RecordId, step: &Transition) -> Held {
        self.held_at(record, step.gate)
    }

    /// What holds a form back at a gate; nothing at none.
    pub fn held_at(&self, record: &RecordId, gate: Option<Gate>) -> Held {
        let Some(gate) = gate else {
            return Held::default();
        };
        let now = self.now();
        let held = Held {
            lacks: self.read(|log| missing(log, record, gate, now)),
            is_unread: self.is_unread(),
            may_pass: false,
        };
        let me = self.me();
        Held {
            may_pass: held.is_held() && self.read(|log| leads(log, me.as_ref())),
            ..held
        }
    }
}
