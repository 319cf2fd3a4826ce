//! State machines: states, what they lock, and the transitions a person can make.

use super::Label;
use super::field::{Choice, Gate};
use super::who::Who;

/// The tone of a state, shown together with a shape and the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing to notice.
    #[default]
    Neutral,
    /// Going on.
    Info,
    /// Good.
    Ok,
    /// Look at it.
    Warn,
    /// Late, blocked, failed.
    Danger,
    /// Waits for a review.
    Review,
}

/// What a locking state covers: fields of the form and whole rows of some kinds under it.
#[derive(Debug, Clone, Copy)]
pub struct Locks {
    /// Field keys of the form.
    pub fields: &'static [&'static str],
    /// Kinds of rows.
    pub rows: &'static [&'static str],
}

impl Locks {
    /// A state that locks nothing.
    pub const NOTHING: Self = Self {
        fields: &[],
        rows: &[],
    };
    /// Whether it locks nothing.
    pub const fn is_nothing(&self) -> bool {
        self.fields.is_empty() && self.rows.is_empty()
    }
}

/// A state of a form: its word and look, and what it locks.
#[derive(Debug, Clone, Copy)]
pub struct State {
    /// Key and label.
    pub choice: Choice,
    pub tone: Tone,
    pub locks: Locks,
}

/// A condition of a step that a template can only name: `analysis` counts whether it is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guard {
    /// Its name, unique among all.
    pub name: &'static str,
    /// What is said while it is not met, with the number in `{n}`; none: the step is not offered then.
    pub says: Option<Label>,
    /// The number it counts to.
    pub n: i64,
    /// Whether the project lead may take the step all the same.
    pub lead_may: bool,
}

impl Guard {
    /// The step is not offered before it is met.
    pub const fn hidden(name: &'static str) -> Self {
        Self {
            name,
            says: None,
            n: 0,
            lead_may: false,
        }
    }
    /// It holds everybody back and says why.
    pub const fn told(name: &'static str, says: Label) -> Self {
        Self {
            name,
            says: Some(says),
            n: 0,
            lead_may: false,
        }
    }
    /// It holds back everybody but the lead, and says why with its number.
    pub const fn but_for_the_lead(name: &'static str, n: i64, says: Label) -> Self {
        Self {
            name,
            says: Some(says),
            n,
            lead_may: true,
        }
    }
}

/// The record that a step makes of the form it is taken on: one, however many copies take the step.
#[derive(Debug, Clone, Copy)]
pub struct Successor {
    /// Whose template says its number, first state and first values.
    pub kind: &'static str,
    /// The field of the form that names it from then on.
    pub named_in: &'static str,
    /// Its fields, and the fields of the form that they are copied from; of a set all elements.
    pub copies: &'static [(&'static str, &'static str)],
}

/// One step a person can take, shown as a button.
#[derive(Debug, Clone, Copy)]
pub struct Transition {
    /// Its own key, unique in the machine.
    pub key: &'static str,
    /// The word on the button.
    pub label: Label,
    /// What one waits for until it is taken, in a sentence; none: the word on the button.
    pub waited: Label,
    /// Whether it refuses, stops or turns back: then it never looks like the next step.
    pub aside: bool,
    /// From which states.
    pub from: &'static [&'static str],
    /// To which state; the same one: the step only records itself.
    pub to: &'static str,
    /// Who may; several: any of them. All [`Who::NotPerson`] must hold.
    pub who: &'static [Who],
    /// The gate whose needed fields and blocking rules hold it back.
    pub gate: Option<Gate>,
    /// The condition that only counting can answer.
    pub guard: Option<Guard>,
    /// Fields to fill while taking the step, beside the gate's.
    pub asks: &'static [&'static str],
    /// Whether a sentence of reason is asked.
    pub reason: bool,
    /// The reason the step gives by itself.
    pub says: Option<Label>,
    /// `latest` fields set to the moment of the step.
    pub stamps: &'static [&'static str],
    /// `latest` fields cleared by the step.
    pub clears: &'static [&'static str],
    /// Other fields the step writes: key and value.
    pub sets: &'static [(&'static str, i64)],
    /// How often the step may be taken on one record before only the lead may (ISS-10, ISS-14).
    pub at_most: Option<u32>,
    /// What it makes besides.
    pub makes: Option<&'static Successor>,
}

impl Transition {
    /// A step without conditions.
    pub const fn new(
        key: &'static str,
        zh: &'static str,
        en: &'static str,
        from: &'static [&'static str],
        to: &'static str,
        who: &'static [Who],
    ) -> Self {
        Self {
            key,
            label: Label { zh, en },
            waited: Label::NONE,
            aside: false,
            from,
            to,
            who,
            gate: None,
            guard: None,
            asks: &[],
            reason: false,
            says: None,
            stamps: &[],
            clears: &[],
            sets: &[],
            at_most: None,
            makes: None,
        }
    }
    /// Taking it makes a record of another form.
    pub const fn makes(mut self, successor: &'static Successor) -> Self {
        self.makes = Some(successor);
        self
    }
    /// It refuses, stops or turns back.
    pub const fn aside(mut self) -> Self {
        self.aside = true;
        self
    }
    /// What one waits for until it is taken, where the word on the button does not say it.
    pub const fn waited(mut self, zh: &'static str, en: &'static str) -> Self {
        self.waited = Label { zh, en };
        self
    }
    /// What one waits for until it is taken.
    pub const fn waited_for(&self) -> Label {
        self.waited.or(self.label)
    }
    /// Taking it passes this gate: what the gate needs is asked for first.
    pub const fn gate(mut self, gate: Gate) -> Self {
        self.gate = Some(gate);
        self
    }
    /// The condition that only counting can answer.
    pub const fn guard(mut self, guard: Guard) -> Self {
        self.guard = Some(guard);
        self
    }
    /// Fields to fill while it is taken, beside those of its gate.
    pub const fn asks(mut self, fields: &'static [&'static str]) -> Self {
        self.asks = fields;
        self
    }
    /// It asks for a reason.
    pub const fn reason(mut self) -> Self {
        self.reason = true;
        self
    }
    /// It gives its reason by itself.
    pub const fn says(mut self, reason: Label) -> Self {
        self.says = Some(reason);
        self
    }
    /// Times it sets.
    pub const fn stamps(mut self, fields: &'static [&'static str]) -> Self {
        self.stamps = fields;
        self
    }
    /// `latest` fields that it empties.
    pub const fn clears(mut self, fields: &'static [&'static str]) -> Self {
        self.clears = fields;
        self
    }
    /// Numbers it writes.
    pub const fn sets(mut self, fields: &'static [(&'static str, i64)]) -> Self {
        self.sets = fields;
        self
    }
    /// How often before only the lead may.
    pub const fn at_most(mut self, times: u32) -> Self {
        self.at_most = Some(times);
        self
    }
}

/// The states of a form; the first is where it begins.
#[derive(Debug)]
pub struct StateMachine {
    pub states: &'static [State],
    pub transitions: &'static [Transition],
}

impl StateMachine {
    /// A state by its key; nothing for one this version does not know.
    pub fn state(&self, key: &str) -> Option<&'static State> {
        self.states.iter().find(|state| state.choice.key == key)
    }
    /// A step by its key; nothing for one this version does not know.
    pub fn step(&self, key: &str) -> Option<&'static Transition> {
        self.transitions.iter().find(|step| step.key == key)
    }
    /// Where a form begins.
    pub const fn first(&self) -> &'static State {
        &self.states[0]
    }
}
