//! A handle on one field: remembers what was live and shown when the visit began.

use super::session::Session;
use super::visit::{HandleSlot, HandleState, Visit, is_visited};
use crate::model::log::Write;
use crate::model::{CellId, FieldKey, RecordId, Value};
use reactive_graph::owner::StoredValue;
use reactive_graph::traits::{UpdateValue, WithValue};

/// One field of one record, as a control holds it. Once the control is gone it reads nothing and writes nothing.
#[derive(Clone, Copy, PartialEq)]
pub struct FieldHandle {
    session: Session,
    place: HandleSlot,
}

impl Session {
    /// A handle on a field; make it inside the component that shows it.
    pub fn field(self, record: RecordId, key: FieldKey) -> FieldHandle {
        FieldHandle {
            session: self,
            place: StoredValue::new_local(HandleState {
                record,
                key,
                visit: None,
            }),
        }
    }
}

impl FieldHandle {
    /// The handle whose visit goes on there.
    pub(super) const fn of(session: Session, place: HandleSlot) -> Self {
        Self { session, place }
    }

    /// The session it belongs to.
    pub fn session(&self) -> Session {
        self.session
    }

    fn place(&self) -> Option<CellId> {
        self.place
            .try_with_value(|place| (place.record.clone(), place.key.clone()))
    }

    /// Whose field it is.
    pub fn record(&self) -> RecordId {
        self.place.with_value(|place| place.record.clone())
    }

    /// Which field of the record it is.
    pub fn key(&self) -> FieldKey {
        self.place.with_value(|place| place.key.clone())
    }

    /// What its control shows: the value that counts for now, or one's own suggestion; watches it.
    pub fn value(&self) -> Value {
        self.place().map_or(Value::Null, |(record, key)| {
            self.session.shown_here(&record, &key)
        })
    }

    /// Begins a visit: what is shown now is what the next write will have seen.
    pub fn begin(&self) {
        let place = self.place().filter(|_| !is_visited(self.place));
        let Some((record, key)) = place else { return };
        let aim = self.session.aim(&record, &key);
        self.place.update_value(|place| {
            place.visit = Some(Visit {
                aim,
                made: Vec::new(),
                steps: Vec::new(),
            })
        });
        self.session.visit(self.place, true);
    }

    /// Writes; several writes in one visit are one undo step. Writing what is shown is no change.
    pub fn write(&self, value: Value) {
        self.begin();
        let writes = self.place.try_update_value(|place| {
            let aim = &mut place.visit.as_mut()?.aim;
            if !aim.seen.makes_a_change(&value) {
                return None;
            }
            let mut writes = std::mem::take(&mut aim.first);
            writes.push(Write {
                record: aim.record.clone(),
                key: aim.key.clone(),
                value: value.clone(),
                seen: aim.seen.clone(),
            });
            Some(writes)
        });
        let Some(writes) = writes.flatten() else {
            return;
        };
        let made = self.session.write(writes, None);
        let ids: Vec<_> = self
            .session
            .read(|log| made.iter().map(|slot| log.change(*slot).id).collect());
        self.place.update_value(|place| {
            if let Some(visit) = &mut place.visit {
                for id in ids {
                    visit.aim.seen.wrote(id, value.clone());
                }
                visit.made.extend(made);
            }
        });
    }

    /// Writes what is a step of undo by itself, in a visit that goes on: a choice.
    pub fn choose(&self, value: Value) {
        self.write(value);
        let mut visit = self.take_visit();
        if let Some(visit) = &mut visit {
            self.step(visit);
        }
        self.place.try_update_value(|place| place.visit = visit);
    }

    /// Ends the visit: what was written in it becomes one undo step.
    pub fn end(&self) {
        if let Some(mut visit) = self.take_visit() {
            self.session.visit(self.place, false);
            self.step(&mut visit);
        }
    }

    /// Ends the visit, and takes back all that was written in it: what stood when it began stands again. Tells how
    /// many cells stay, because others have touched them meanwhile.
    pub fn give_up(&self) -> usize {
        let Some(mut visit) = self.take_visit() else {
            return 0;
        };
        self.session.visit(self.place, false);
        self.step(&mut visit);
        let steps = visit.steps.into_iter().rev();
        steps.map(|step| self.session.undo_step(step).left).sum()
    }

    fn take_visit(&self) -> Option<Visit> {
        let visit = self.place.try_update_value(|place| place.visit.take());
        visit.flatten()
    }

    /// What was written since the last one becomes a step of undo.
    fn step(&self, visit: &mut Visit) {
        let mut made = std::mem::take(&mut visit.made);
        if made.is_empty() {
            return;
        }
        if visit.aim.record != self.record() {
            made.extend(self.session.drop_needless(&self.record(), &self.key()));
        }
        self.session.remember(&made);
        visit.steps.push(self.session.last_step());
    }

    /// Writes in a visit of its own: a tick, a day from a calendar.
    pub fn set(&self, value: Value) {
        self.write(value);
        self.end();
    }
}
