//! What other rooms make of the log and ask for often: made once, kept until something it was made of changes.
//! Knows nothing of what is made.

use super::Log;
use super::each::EachRow;
use super::trail::{ReadStep, Trail};
use crate::model::hash::KeyedMap;
use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::hash::Hash;
use std::rc::Rc;

/// Something that follows from the log alone: an index, a calendar, who is who. What it answers later is in it once it
/// is made: it keeps nothing that it reads afterwards ([`KeptBy`] does).
pub trait Derived: 'static {
    /// Makes it anew.
    fn of(log: &Log) -> Self;
    /// Whether another one answers the same, so that what was made of this one stands.
    fn is_same(&self, _other: &Self) -> bool {
        false
    }
}

/// Something made of the log.
struct Made {
    id: TypeId,
    value: Rc<dyn Any>,
    trail: Trail,
    /// The turn in which it last became another.
    changed: u64,
    make: fn(&Log) -> Rc<dyn Any>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
}

/// What was made, and what is kept beside the log.
#[derive(Default)]
pub(super) struct DerivedCache {
    made: RefCell<Vec<Made>>,
    beside: RefCell<Vec<(TypeId, Rc<dyn Any>)>>,
    /// The trails of the answers that are kept, each with the turn in which it was last found anew.
    kept: RefCell<Vec<(Trail, u64)>>,
    /// The answers about all rows of a kind.
    pub(super) each: RefCell<Vec<Rc<RefCell<EachRow>>>>,
    /// How often a record was looked up: what tests count in place of seconds.
    #[cfg(test)]
    reads: std::cell::Cell<u64>,
}

impl DerivedCache {
    /// A record is looked up.
    #[inline]
    pub(super) fn count_read(&self) {
        #[cfg(test)]
        self.reads.set(self.reads.get() + 1);
    }

    fn number(&self, wanted: TypeId) -> Option<u32> {
        let made = self.made.borrow();
        let at = made.iter().position(|one| one.id == wanted)?;
        u32::try_from(at).ok()
    }
}

fn make<T: Derived>(log: &Log) -> Rc<dyn Any> {
    Rc::new(T::of(log))
}

fn is_same<T: Derived>(one: &dyn Any, other: &dyn Any) -> bool {
    let pair = one.downcast_ref::<T>().zip(other.downcast_ref::<T>());
    pair.is_some_and(|(one, other)| one.is_same(other))
}

impl Log {
    /// Something derived, as it stands: whoever asks next gets the same, until what it was made of changes.
    pub fn derived<T: Derived>(&self) -> Rc<T> {
        let wanted = TypeId::of::<T>();
        let number = self
            .kept
            .number(wanted)
            .unwrap_or_else(|| self.make_first::<T>(wanted));
        self.derived_changed(number);
        self.trails.note(ReadStep::Derived(number));
        let value = Rc::clone(&self.kept.made.borrow()[number as usize].value);
        value
            .downcast::<T>()
            .unwrap_or_else(|_| Rc::new(T::of(self)))
    }

    fn make_first<T: Derived>(&self, id: TypeId) -> u32 {
        let (value, trail) = self.follow(|| make::<T>(self));
        let mut made = self.kept.made.borrow_mut();
        made.push(Made {
            id,
            value,
            trail,
            changed: self.trails.turn,
            make: make::<T>,
            is_same: is_same::<T>,
        });
        u32::try_from(made.len() - 1).expect("as many as there are types")
    }

    /// The turn in which something derived last became another, made anew where it no longer holds.
    pub(super) fn derived_changed(&self, number: u32) -> u64 {
        let at = number as usize;
        let (trail, make) = {
            let made = self.kept.made.borrow();
            (made[at].trail.clone(), made[at].make)
        };
        if !self.still_holds(&trail) {
            let (value, trail) = self.follow(|| make(self));
            let one = &mut self.kept.made.borrow_mut()[at];
            one.trail = trail;
            if !(one.is_same)(&*one.value, &*value) {
                one.value = value;
                one.changed = self.trails.turn;
            }
        }
        self.kept.made.borrow()[at].changed
    }

    /// A place beside the log for answers that are kept with their trails; never forgotten.
    pub fn beside<T: Default + 'static>(&self) -> Rc<T> {
        let wanted = TypeId::of::<T>();
        let mut all = self.kept.beside.borrow_mut();
        let known = all.iter().find(|(id, _)| *id == wanted);
        if let Some(Ok(known)) = known.map(|(_, one)| Rc::clone(one).downcast::<T>()) {
            return known;
        }
        let made = Rc::new(T::default());
        let any: Rc<dyn Any> = made.clone();
        all.push((wanted, any));
        made
    }
}

/// One answer about each of many things, found when somebody asks and kept while it holds.
pub struct KeptBy<K, V>(RefCell<KeyedMap<K, (V, u32)>>);

impl<K, V> Default for KeptBy<K, V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: Clone + Eq + Hash, V: Clone> KeptBy<K, V> {
    /// The answer about one thing.
    pub fn get(&self, log: &Log, key: &K, find: impl FnOnce() -> V) -> V {
        self.get_while(log, key, |_| true, find)
    }

    /// The same of what passes with time: found anew once it is said to be over.
    pub fn get_while(
        &self,
        log: &Log,
        key: &K,
        is_timely: impl FnOnce(&V) -> bool,
        find: impl FnOnce() -> V,
    ) -> V {
        let known = self.0.borrow().get(key).cloned();
        let number = known.as_ref().map(|(_, number)| *number);
        let is_over = known.as_ref().is_some_and(|(value, _)| !is_timely(value));
        if let Some((value, number)) = known
            && !is_over
            && log.is_kept(number)
        {
            log.trails.note(ReadStep::Kept(number));
            return value;
        }
        let (value, trail) = log.follow(find);
        let number = log.keep(number, trail, is_over);
        log.trails.note(ReadStep::Kept(number));
        let mut all = self.0.borrow_mut();
        all.insert(key.clone(), (value.clone(), number));
        value
    }
}

impl Log {
    fn is_kept(&self, number: u32) -> bool {
        let trail = self.kept.kept.borrow()[number as usize].0.clone();
        self.still_holds(&trail)
    }

    /// Keeps a trail in the place of an earlier one of the same answer. Where that one held and only its time was over,
    /// whoever read it looks again after the next change: it may be another that changes then.
    fn keep(&self, number: Option<u32>, trail: Trail, is_over: bool) -> u32 {
        let mut kept = self.kept.kept.borrow_mut();
        let found = (trail, self.trails.turn + u64::from(is_over));
        if let Some(number) = number {
            kept[number as usize] = found;
            return number;
        }
        kept.push(found);
        u32::try_from(kept.len() - 1).expect("fewer answers than memory has room for")
    }

    /// The turn in which a kept answer was last found anew; now, where it has to be.
    pub(super) fn kept_changed(&self, number: u32) -> u64 {
        if self.is_kept(number) {
            self.kept.kept.borrow()[number as usize].1
        } else {
            self.trails.turn
        }
    }
}

#[cfg(test)]
impl Log {
    /// How often a record was looked up.
    pub(crate) fn reads(&self) -> u64 {
        self.kept.reads.get()
    }
}
