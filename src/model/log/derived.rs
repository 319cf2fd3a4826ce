//! What other rooms make of the whole log and ask for often: made once, kept until anything in force changes.
//! Knows nothing of what is made.

use super::Log;
use crate::model::id::RecordId;
use smol_str::SmolStr;
use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Something that follows from the log alone: an index, a calendar, who is who.
pub trait Derived: 'static {
    /// Makes it anew.
    fn of(log: &Log) -> Self;
}

/// What was made since the last change.
#[derive(Default)]
pub(super) struct DerivedCache {
    made: RefCell<Vec<(TypeId, Rc<dyn Any>)>>,
    /// The visible rows of the kinds that were asked for, in their order.
    rows: RefCell<BTreeMap<SmolStr, Vec<RecordId>>>,
    /// How often a record was looked up: what tests count in place of seconds.
    #[cfg(test)]
    reads: std::cell::Cell<u64>,
}

impl DerivedCache {
    pub(super) fn forget(&mut self) {
        self.made.get_mut().clear();
        self.rows.get_mut().clear();
    }

    /// A record is looked up.
    #[inline]
    pub(super) fn count_read(&self) {
        #[cfg(test)]
        self.reads.set(self.reads.get() + 1);
    }

    /// The rows of a kind, made where nobody asked for them since the last change.
    pub(super) fn rows(&self, kind: &str, make: impl FnOnce() -> Vec<RecordId>) -> Vec<RecordId> {
        if let Some(kept) = self.rows.borrow().get(kind) {
            return kept.clone();
        }
        let made = make();
        let mut kept = self.rows.borrow_mut();
        kept.insert(SmolStr::new(kind), made.clone());
        made
    }

    fn find(&self, wanted: TypeId) -> Option<Rc<dyn Any>> {
        let kept = self.made.borrow();
        let found = kept.iter().find(|(id, _)| *id == wanted);
        found.map(|(_, one)| Rc::clone(one))
    }
}

impl Log {
    /// Something derived, as it stands: whoever asks next gets the same, until a change comes in force or goes.
    pub fn derived<T: Derived>(&self) -> Rc<T> {
        let wanted = TypeId::of::<T>();
        let kept = self.kept.find(wanted).map(Rc::downcast::<T>);
        if let Some(Ok(kept)) = kept {
            return kept;
        }
        let made = Rc::new(T::of(self));
        let any: Rc<dyn Any> = made.clone();
        self.kept.made.borrow_mut().push((wanted, any));
        made
    }
}

#[cfg(test)]
impl Log {
    /// How often a record was looked up.
    pub(crate) fn reads(&self) -> u64 {
        self.kept.reads.get()
    }
}
