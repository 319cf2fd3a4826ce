//! 下一步: what a project needs next, the most urgent first (ux-method.md). Knows no page and no words; what costs much to
//! count, and what only the page knows, is told to it.

use super::agenda::{self, Coming};
use super::differences::open_number;
use super::todos::{Item, Todo};
use crate::model::Moment;
use crate::model::id::FieldKey;
use crate::model::log::Log;
use crate::templates::{charter, member, task};

/// Something to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// So many files have come that nobody has looked at.
    Look(usize),
    /// So many differences are to be settled.
    Settle(usize),
    /// So many differences are on the agenda, of this meeting where one comes.
    Agenda(usize, Option<Coming>),
    /// So many things wait for this person.
    Todo(usize),
    /// The goal is not written.
    Goal,
    /// Nobody is on the roster.
    People,
    /// There is no plan.
    Plan,
    /// So many fields were sent to nobody.
    Send(usize),
    /// So many places are worth a look.
    Checks(usize),
    /// Nothing else: there may be files to take.
    Receive,
}

/// What is counted elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    /// Files that have come and wait for a look.
    pub files: usize,
    /// Differences once they were taken.
    pub coming: usize,
    /// What waits for this person.
    pub todo: usize,
    /// Findings, differences not among them.
    pub findings: usize,
    /// Fields that were sent to nobody.
    pub unsent: usize,
}

/// What to do next, never nothing. `todos` is what waits for this person: of that, differences are told by themselves.
pub fn advice(log: &Log, now: Moment, counted: &Counted, todos: &[Todo]) -> Vec<Advice> {
    let mut all = Vec::new();
    let mut push = |count: usize, advice: Advice| {
        if count > 0 {
            all.push(advice);
        }
    };
    push(counted.files, Advice::Look(counted.files));
    let points = agenda::points(log, now);
    let planned = points.iter().filter(|one| one.is_open && one.is_ahead);
    let planned = planned.count();
    let differing = open_number(log).max(counted.coming);
    let unplanned = differing.saturating_sub(planned);
    push(unplanned, Advice::Settle(unplanned));
    let meeting = agenda::next_meeting(log, now);
    push(planned, Advice::Agenda(planned, meeting));

    let is_difference = |todo: &&Todo| matches!(todo.item, Item::Differences(_));
    let differences = todos.iter().filter(is_difference).count();
    let waiting = counted.todo.saturating_sub(differences);
    push(waiting, Advice::Todo(waiting));
    let goal = FieldKey::of(charter::GOAL_STATEMENT.name);
    let has_goal = !log.value(&charter::record(), &goal).is_empty();
    push(usize::from(!has_goal), Advice::Goal);
    let is_empty = |kind: &str| usize::from(log.rows(kind).is_empty());
    push(is_empty(member::KIND), Advice::People);
    push(is_empty(task::KIND), Advice::Plan);
    push(counted.unsent, Advice::Send(counted.unsent));
    push(counted.findings, Advice::Checks(counted.findings));
    if all.is_empty() {
        all.push(Advice::Receive);
    }
    all
}
