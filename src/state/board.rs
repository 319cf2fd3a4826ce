//! What moving a card of the board to another column asks for: the step that leads there, and what is missing for it.

use super::gates::Held;
use super::session::Session;
use crate::analysis::people::allowed_steps::{Hindrance, allowed};
use crate::model::template::{Field, Form, Transition};
use crate::model::{FieldKey, RecordId};
use crate::templates::{SCHEMA, status_of};

/// What a move to another column comes to.
#[derive(Debug, Clone)]
pub enum BoardMove {
    /// It stands there.
    Here,
    /// Nothing stands in the way.
    Free(&'static Transition),
    /// Something has to be given first.
    Asks(&'static Transition, MoveAsks),
    /// It is not for this person, or not yet.
    Withheld(&'static Transition, Hindrance),
    /// No step leads there; these can be taken instead.
    NoStep(Vec<&'static Transition>),
}

/// What a step asks for before it is taken.
#[derive(Debug, Clone)]
pub struct MoveAsks {
    /// Fields of the record that it asks for and that are empty.
    pub fields: Vec<&'static Field>,
    /// What its gate still needs.
    pub held: Held,
    /// Whether it wants a reason.
    pub reason: bool,
}

impl Session {
    /// What it comes to when the record is moved to a state.
    pub fn board_move(&self, record: &RecordId, to: &str) -> BoardMove {
        let (me, today) = (self.me(), self.now().date_naive());
        let steps = self.read(|log| allowed(log, record, me.as_ref(), today));
        if self.read(|log| status_of(&Form::new(log, record.clone()))) == to {
            return BoardMove::Here;
        }
        let Some(step) = steps.iter().find(|step| step.transition.to == to) else {
            let may = steps
                .into_iter()
                .filter(|step| step.may.is_ok() && !step.transition.aside);
            return BoardMove::NoStep(may.map(|step| step.transition).collect());
        };
        let transition = step.transition;
        if let Err(hindrance) = &step.may {
            return BoardMove::Withheld(transition, hindrance.clone());
        }
        let template = SCHEMA.template(record.kind());
        let is_empty =
            |key: &&&str| self.read(|log| log.value(record, &FieldKey::of(key)).is_empty());
        let empty = transition.asks.iter().filter(is_empty);
        let asks = MoveAsks {
            fields: empty.filter_map(|key| template?.field(key)).collect(),
            held: self.held(record, transition),
            reason: transition.reason,
        };
        if asks.fields.is_empty() && !asks.held.is_held() && !asks.reason {
            return BoardMove::Free(transition);
        }
        BoardMove::Asks(transition, asks)
    }
}
