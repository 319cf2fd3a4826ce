//! The end of a project: who takes on what is left over, the closing itself, and what of the project changed after it.
//! A closed project is read; files that still come are taken all the same.

use super::refused::Refused;
use super::session::Session;
use crate::analysis::standing::left_over::LeftOver;
use crate::analysis::words::names::record_name;
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Choice, Form, Gate, Lang, STATUS};
use crate::model::{CellId, FieldKey, Log, RecordId, Value};
use crate::templates::{open_item, settings};
use std::collections::BTreeSet;

/// Characters of what is left over.
const LEFT_CHARS: usize = 200;

/// When and by whom a project was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedWhen {
    /// By the writer's clock.
    pub at_ms: i64,
    /// Who did it.
    pub author: Option<String>,
    /// Why, where something was still missing.
    pub reason: Option<String>,
    /// The records that were written after it.
    pub after: Vec<RecordId>,
    /// In how many places.
    pub places: usize,
}

impl Session {
    /// Whether the project is closed; watches that.
    pub fn is_closed(&self) -> bool {
        self.value(&settings::record(), &FieldKey::of(STATUS));
        self.read(is_closed)
    }

    /// When and by whom, and what changed since; nothing while it is open.
    pub fn closed(&self) -> Option<ClosedWhen> {
        self.watch(closed_when)
    }

    /// Takes the step of the project with that key, where whoever acts here may: with a reason also where something is
    /// still missing.
    pub fn move_project(&self, key: &str, reason: Option<&str>) -> Vec<Slot> {
        let record = settings::record();
        let offered = self.offered_steps(&record);
        let all = offered.next.into_iter().chain(offered.beside);
        let mut all = all.chain(offered.aside);
        let step = all.find(|step| step.transition.key == key && step.may.is_ok());
        let Some(step) = step.map(|step| step.transition) else {
            return Vec::new();
        };
        let held = self.held(&record, step);
        if held.is_held() && !(held.may_pass && reason.is_some()) {
            return Vec::new();
        }
        self.step(&record, step, reason)
    }

    /// What the closing still needs.
    pub fn closing_held(&self) -> super::gates::Held {
        self.held_at(&settings::record(), Some(Gate::Close))
    }

    /// What is left of a record is written with the first that is said of it: who takes it on, or by which day.
    pub fn begin_left_over(&self, left: &LeftOver) {
        let is_there = self.read(|log| log.is_visible(&left.item));
        let Some(about) = left.about.as_ref().filter(|_| !is_there) else {
            return;
        };
        let text = self.read(|log| record_name(log, about, Lang::Zh));
        let text: String = text.chars().take(LEFT_CHARS).collect();
        let fields = [
            (open_item::TEXT.name, Value::typed(&text)),
            (open_item::ABOUT.name, about.write()),
        ];
        let writes = self.writes_at_end(&left.item, None, &fields);
        let inner = self.inner();
        inner.borrow_mut().pending.insert(left.item.clone(), writes);
    }

    /// Writes down something that is left over besides.
    pub fn add_left_over(&self, text: &str) -> Vec<RecordId> {
        let fields = vec![(open_item::TEXT.name, Value::typed(text))];
        self.add_rows(open_item::KIND, None, None, &[fields])
    }

    /// Whoever is to take something on says whether they do.
    pub fn answer_takeover(&self, item: &RecordId, answer: Choice, comment: &str) -> Vec<Slot> {
        let mut said = self.write_of(item, open_item::ANSWER.name, Value::text(answer.key));
        // Said again to something else, it is an answer of its own.
        said.seen.always();
        let comment = self.write_of(item, open_item::COMMENT.name, Value::typed(comment));
        self.apply(vec![said, comment], None)
    }

    /// Whether a project that is closed refuses this; what opens it again is taken.
    pub(super) fn refuses_closed(&self, writes: &[Write]) -> bool {
        let opens = |write: &Write| is_status(&write.record, &write.key);
        let refuses = self.read(is_closed) && !writes.iter().any(opens);
        if refuses {
            self.refuse(Refused::Closed);
        }
        refuses
    }
}

/// Whether a cell is the status of the project.
pub(super) fn is_status(record: &RecordId, key: &FieldKey) -> bool {
    *record == settings::record() && key.as_str() == STATUS
}

pub(super) fn is_closed(log: &Log) -> bool {
    settings::is_closed(&Form::new(log, settings::record()))
}

fn closed_when(log: &Log) -> Option<ClosedWhen> {
    if !is_closed(log) {
        return None;
    }
    let live = log.live(&settings::record(), &FieldKey::of(STATUS));
    let closing = live.iter().find(|write| {
        let status = write.value.as_text();
        status == Some(settings::CLOSED.key)
    })?;
    let closing = closing.change;
    let mut places: BTreeSet<CellId> = BTreeSet::new();
    for change in log.in_force() {
        if change.lamport <= closing.lamport && change.time <= closing.time {
            continue;
        }
        let cells = change.cells.iter();
        let cells = cells.map(|cell| (change.record.clone(), cell.key.clone()));
        places.extend(cells.filter(|(record, key)| !is_status(record, key)));
    }
    let mut after: Vec<RecordId> = places.iter().map(|(record, _)| record.clone()).collect();
    after.dedup();
    Some(ClosedWhen {
        at_ms: closing.time,
        author: closing.author.as_deref().map(str::to_owned),
        reason: closing.note.as_deref().map(str::to_owned),
        after,
        places: places.len(),
    })
}
