//! What somebody who asked for another date wrote: the date, and why. Where the date is not theirs to write, it stands
//! in a suggestion of the same act.

use crate::analysis::people::suggestion::Suggestion;
use crate::model::Change;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Live, Log};
use crate::model::value::Value;
use crate::templates::{proposal, task};

/// Another date that was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjustment {
    /// What stood there.
    pub from: Value,
    /// What stood there before any date was asked for in a row.
    pub original: Value,
    /// What was asked for; nothing where they only said that it is to be changed.
    pub to: Value,
    /// Why.
    pub reason: Option<String>,
    /// When, by their clock, milliseconds since 1970.
    pub time_ms: i64,
    /// The suggestion in which it stands, where it is one.
    pub suggestion: Option<RecordId>,
}

/// The latest that was asked for a task, as long as that answer stands.
pub fn adjustment(log: &Log, task: &RecordId) -> Option<Adjustment> {
    let answers = log.live(task, &FieldKey::of(task::ACCEPTED.name));
    let answer = answers.first()?;
    if answer.value.as_text() != Some(task::ADJUST.key) {
        return None;
    }
    let due = FieldKey::of(task::CURRENT_END.name);
    let reason = answer.change.note.as_deref().map(str::to_owned);
    if let Some(cell) = answer.change.cell(&due) {
        let original = original(log, task, &due, answer.change);
        let before = before(log, task, &due, answer.change);
        // The same date said again, with another reason, is still another than the one before all of it.
        let from = before.map(|write| write.value.clone()).unwrap_or_default();
        let is_again = from == cell.value;
        return Some(Adjustment {
            from: if is_again { original.clone() } else { from },
            original,
            to: cell.value.clone(),
            reason,
            time_ms: answer.change.time,
            suggestion: None,
        });
    }
    let suggestions = log.rows_under(task, proposal::PROPOSAL.kind).into_iter();
    let of_this_act = suggestions.filter(|record| {
        let value = log.live(record, &FieldKey::of(proposal::VALUE.name));
        value.first().is_some_and(|write| is_one_act(write, answer))
    });
    let mut read = of_this_act.filter_map(|record| Suggestion::read(log, &record));
    let suggested = read.find(|one| one.key == due);
    Some(Adjustment {
        from: log.value(task, &due),
        original: log.value(task, &due),
        to: suggested
            .as_ref()
            .map(|one| one.value.clone())
            .unwrap_or_default(),
        reason,
        time_ms: answer.change.time,
        suggestion: suggested.map(|one| one.record),
    })
}

fn is_one_act(a: &Live<'_>, b: &Live<'_>) -> bool {
    let act = |change: &Change| (change.id.replica, change.lamport);
    act(a.change) == act(b.change)
}

/// What a change found there, as far as it names it: the last of what was written earlier. Who writes honestly names
/// nothing else; a forged change may name itself.
fn before<'a>(
    log: &'a Log,
    record: &RecordId,
    key: &FieldKey,
    change: &Change,
) -> Option<Live<'a>> {
    let names = &change.cell(key)?.names;
    let history = log.history(record, key).into_iter().rev();
    let mut named = history
        .filter(|write| write.change.lamport < change.lamport && names.contains(&write.change.id));
    named.next()
}

/// The same, before the dates that were asked for one after the other.
fn original(log: &Log, task: &RecordId, due: &FieldKey, asked: &Change) -> Value {
    let answer = FieldKey::of(task::ACCEPTED.name);
    let is_asked = |change: &Change| {
        let answered = change.cell(&answer);
        answered.is_some_and(|cell| cell.value.as_text() == Some(task::ADJUST.key))
    };
    // Each step goes to a lower lamport, so that it ends.
    let mut found = before(log, task, due, asked);
    while let Some(write) = found.as_ref().filter(|write| is_asked(write.change)) {
        found = before(log, task, due, write.change);
    }
    found.map_or(Value::Null, |write| write.value.clone())
}
