//! Checks of a template: pure functions that give findings, never refusals.

use super::Label;
use super::field::Gate;
use super::form::Form;
use crate::model::clock::Moment;
use crate::model::id::RecordId;
use crate::model::value::Value;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 示: a hint.
    Hint,
    /// 警: a warning; a person may go on with a reason.
    Warn,
    /// 阻: holds back the one gate it names, never saving.
    Block(Gate),
}

impl Severity {
    /// Whether it holds back that gate.
    pub fn blocks(self, gate: Gate) -> bool {
        self == Self::Block(gate)
    }
}

/// What a placeholder of a rule's text stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    Text(String),
    Number(i64),
    /// The name of a record.
    Record(RecordId),
    /// The number of a record; its name where it has none.
    Code(RecordId),
    /// The names of several records.
    Records(Vec<RecordId>),
    /// Records that lead from one to the next.
    Chain(Vec<RecordId>),
    /// The label of something declared.
    Label(Label),
    /// What several things are called, and how many of each there are.
    Counted(Vec<(Label, usize)>),
}

/// What is looked at in a form, and the sentence that says what was found.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its number in the specification (`ISS-04`); never shown.
    pub code: &'static str,
    pub severity: Severity,
    /// The sentence, with `{placeholders}`.
    pub text: Label,
    /// Finds what is wrong with one record. `now` is an argument like any other.
    pub check: fn(&Form<'_>, Moment) -> Vec<Finding>,
    /// Whether it asks for the time of day, and not for the day alone.
    pub by_minute: bool,
}

impl Rule {
    /// Asks for the time of day, too: what it found is found again with every minute.
    #[must_use]
    pub const fn by_minute(mut self) -> Self {
        self.by_minute = true;
        self
    }
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    /// The field to jump to, of the record checked unless `record` says otherwise.
    pub field: Option<&'static str>,
    /// The record to jump to, where it is not the one checked.
    pub record: Option<RecordId>,
    /// What the placeholders stand for.
    pub args: Vec<(&'static str, Arg)>,
    /// What its field would hold instead, where the sentence asks for just that.
    pub offer: Option<Value>,
}

impl Finding {
    /// A finding at a field.
    pub fn at(field: &'static str) -> Self {
        Self {
            field: Some(field),
            ..Self::default()
        }
    }
    /// Says what stands in a `{place}` of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }
    /// Offers what its field would hold instead.
    #[must_use]
    pub fn offering(mut self, value: Value) -> Self {
        self.offer = Some(value);
        self
    }
    /// None or one, as a check returns it.
    pub fn when(self, wrong: bool) -> Vec<Self> {
        if wrong { vec![self] } else { Vec::new() }
    }
}
