//! The steps of a form as they are offered to one person: which one leads on, which ones stand beside it, and whose
//! turn it is where it is not theirs.

use super::allowed_steps::{Asker, Hindrance, Step, allowed};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Transition};
use chrono::NaiveDate;

/// The steps of a form for one person.
#[derive(Debug, Clone, Default)]
pub struct OfferedSteps {
    /// The one that leads on; nothing where it is not this person's.
    pub next: Option<Step>,
    /// What this person may do as well.
    pub beside: Vec<Step>,
    /// What refuses, stops or turns back while anything else leads on, and what is withheld for a reason that is worth
    /// a word.
    pub aside: Vec<Step>,
    /// What is waited for.
    pub turn: Option<WhoseTurn>,
    /// Whether nobody has said who looks at it.
    pub is_nobody: bool,
}

/// A step that waits for others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhoseTurn {
    /// Its key in the machine of the form.
    pub step: &'static str,
    /// Who takes it; empty where nobody is named yet.
    pub people: Vec<RecordId>,
}

/// The steps from the state a form is in, as this person is shown them.
pub fn offered_steps(
    log: &Log,
    record: &RecordId,
    me: Option<&RecordId>,
    today: NaiveDate,
) -> OfferedSteps {
    let steps = allowed(log, record, me, today);
    let mut offered = OfferedSteps::default();
    let leads_on = |step: &&Step| {
        let waits = matches!(step.may, Err(Hindrance::Held(_) | Hindrance::TooOften(_)));
        !step.transition.aside && !waits
    };
    let next = steps.iter().find(leads_on).map(|step| step.transition.key);
    for step in steps {
        let is_next = Some(step.transition.key) == next;
        match &step.may {
            Ok(()) if is_next => offered.next = Some(step),
            Ok(()) if !step.transition.aside => offered.beside.push(step),
            Ok(()) | Err(Hindrance::Held(_) | Hindrance::TooOften(_)) => offered.aside.push(step),
            Err(hindrance) => {
                offered.is_nobody |= *hindrance == Hindrance::NobodyChosen;
                if is_next {
                    offered.turn = Some(turn_of(log, record, me, step.transition));
                }
            }
        }
    }
    let is_alone = offered.next.is_none() && offered.turn.is_none() && offered.beside.is_empty();
    if is_alone {
        // What is all that can be done is not tucked away.
        let (may, withheld) = offered.aside.into_iter().partition(|step| step.may.is_ok());
        (offered.beside, offered.aside) = (may, withheld);
    }
    offered
}

fn turn_of(
    log: &Log,
    record: &RecordId,
    me: Option<&RecordId>,
    transition: &'static Transition,
) -> WhoseTurn {
    let form = Form::new(log, record.clone());
    WhoseTurn {
        step: transition.key,
        people: Asker::new(&form, me).awaited(&form, transition),
    }
}
