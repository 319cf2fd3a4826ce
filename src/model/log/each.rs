//! Answers about each row of a kind, in the order of the rows: one pass over them, and after a change another one in
//! which only those answers are found again that were read from what changed. Knows nothing of what is asked.

use super::Log;
use super::trail::{ReadStep, Trail};
use crate::model::hash::KeyedMap;
use crate::model::id::RecordId;
use smol_str::SmolStr;
use std::any::Any;
use std::cell::RefCell;
use std::hash::Hash;
use std::rc::Rc;

type FoundInRow = Option<Rc<dyn Any>>;
type FindInRow = dyn Fn(&Log, &RecordId) -> FoundInRow;

/// The answer about one row.
struct RowAnswer {
    index: u32,
    found: FoundInRow,
    /// Nothing before it was found, and once it is not timely any more.
    trail: Option<Trail>,
}

/// The answers about all rows of a kind.
pub(super) struct EachRow {
    kind: u32,
    find: Rc<FindInRow>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
    gather: fn(&[RowAnswer]) -> Rc<dyn Any>,
    rows: Vec<RowAnswer>,
    /// What was found of the rows of which anything was, as one list.
    answer: Option<Rc<dyn Any>>,
    /// The turn in which they were last looked at, and in which anything of the list last became another.
    looked: Option<u64>,
    changed: u64,
}

/// The numbers of the answers, by the kind and what they are of, each with when it was asked for.
struct EachBy<K, W, T>(
    RefCell<KeyedMap<(SmolStr, K), (W, u32)>>,
    std::marker::PhantomData<T>,
);

impl<K, W, T> Default for EachBy<K, W, T> {
    fn default() -> Self {
        Self(RefCell::default(), std::marker::PhantomData)
    }
}

fn is_same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    let pair = one.downcast_ref::<T>().zip(other.downcast_ref::<T>());
    pair.is_some_and(|(one, other)| one == other)
}

fn gather<T: 'static>(rows: &[RowAnswer]) -> Rc<dyn Any> {
    let found = rows.iter().filter_map(|row| row.found.clone());
    let all: Vec<Rc<T>> = found.filter_map(|one| one.downcast::<T>().ok()).collect();
    Rc::new(all)
}

impl Log {
    /// What is found of the visible rows of a kind, in their order. `find` is asked again about a row when anything
    /// changes that it read of the log, and about all of them when it is asked at another `when`; besides the log it
    /// knows only what `of` and `when` say.
    pub fn each_row<K, W, T>(
        &self,
        kind: &str,
        of: K,
        when: W,
        find: impl Fn(&Self, &RecordId) -> Option<T> + 'static,
    ) -> Rc<Vec<Rc<T>>>
    where
        K: Eq + Hash + 'static,
        W: PartialEq + 'static,
        T: PartialEq + 'static,
    {
        let by = self.beside::<EachBy<K, W, T>>();
        let key = (SmolStr::new(kind), of);
        let known =
            by.0.borrow()
                .get(&key)
                .map(|(at, number)| (*at == when, *number));
        let number = match known {
            Some((true, number)) => number,
            known => {
                let find: Rc<FindInRow> = Rc::new(move |log: &Self, record: &RecordId| {
                    find(log, record).map(|found| Rc::new(found) as Rc<dyn Any>)
                });
                let number = match known {
                    Some((_, number)) => self.ask_each_anew(number, find),
                    None => self.ask_each(EachRow {
                        kind: self.number_of_kind(kind),
                        find,
                        is_same: is_same::<T>,
                        gather: gather::<T>,
                        rows: Vec::new(),
                        answer: None,
                        looked: None,
                        changed: 0,
                    }),
                };
                by.0.borrow_mut().insert(key, (when, number));
                number
            }
        };
        let answer = self.each_answer(number);
        answer
            .and_then(|all| all.downcast().ok())
            .unwrap_or_default()
    }

    fn ask_each(&self, each: EachRow) -> u32 {
        let mut all = self.kept.each.borrow_mut();
        all.push(Rc::new(RefCell::new(each)));
        u32::try_from(all.len() - 1).expect("fewer questions than memory has room for")
    }

    fn ask_each_anew(&self, number: u32, find: Rc<FindInRow>) -> u32 {
        let each = Rc::clone(&self.kept.each.borrow()[number as usize]);
        let mut each = each.borrow_mut();
        each.find = find;
        each.looked = None;
        // Whoever read what was found before has to look again after the next change.
        each.changed = self.trails.turn + 1;
        for row in &mut each.rows {
            row.trail = None;
        }
        number
    }

    fn each_answer(&self, number: u32) -> Option<Rc<dyn Any>> {
        self.each_changed(number);
        self.trails.note(ReadStep::Each(number));
        let each = Rc::clone(&self.kept.each.borrow()[number as usize]);
        each.borrow().answer.clone()
    }

    /// The turn in which the answers last became others; finds again what does not hold any more.
    pub(super) fn each_changed(&self, number: u32) -> u64 {
        let each = Rc::clone(&self.kept.each.borrow()[number as usize]);
        let mut each = each.borrow_mut();
        if each.looked != Some(self.trails.turn) && self.look_at_each(&mut each) {
            each.answer = Some((each.gather)(&each.rows));
            each.changed = each.changed.max(self.trails.turn);
        }
        each.changed
    }

    /// Whether any answer became another, or the rows did.
    fn look_at_each(&self, each: &mut EachRow) -> bool {
        let rows_changed = self.rows_changed(each.kind);
        let mut is_changed = false;
        if each.looked.is_none_or(|looked| rows_changed > looked) {
            is_changed = each.answer.is_none() | each.follow_rows(&self.row_indices(each.kind));
        }
        for row in &mut each.rows {
            if row
                .trail
                .as_ref()
                .is_some_and(|trail| self.still_holds(trail))
            {
                continue;
            }
            let record = &self.records[row.index as usize].id;
            let (found, trail) = self.follow(|| (each.find)(self, record));
            row.trail = Some(trail);
            let is_same = match (&row.found, &found) {
                (Some(before), Some(now)) => (each.is_same)(&**before, &**now),
                (before, now) => before.is_none() && now.is_none(),
            };
            if !is_same {
                row.found = found;
                is_changed = true;
            }
        }
        each.looked = Some(self.trails.turn);
        is_changed
    }
}

impl EachRow {
    /// Puts the answers into the order of the rows; whether that is another.
    fn follow_rows(&mut self, indices: &[u32]) -> bool {
        if self
            .rows
            .iter()
            .map(|row| row.index)
            .eq(indices.iter().copied())
        {
            return false;
        }
        let known = std::mem::take(&mut self.rows).into_iter();
        let mut known: KeyedMap<u32, RowAnswer> = known.map(|row| (row.index, row)).collect();
        let new = |index| RowAnswer {
            index,
            found: None,
            trail: None,
        };
        let rows = indices.iter();
        self.rows = rows
            .map(|index| known.remove(index).unwrap_or_else(|| new(*index)))
            .collect();
        true
    }
}
