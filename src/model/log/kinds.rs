//! The visible rows of each kind in their order, kept in step: after a change only the records it touched are looked
//! at again.

use super::Log;
use super::cells::RecordCells;
use super::trail::ReadStep;
use crate::model::hash::KeyedMap;
use crate::model::id::RecordId;
use crate::model::sort;
use crate::model::template::ORDER;
use smol_str::SmolStr;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// By what rows sort, and the index of each.
type RowPlace = (SmolStr, RecordId, u32);

/// The kinds that were asked for.
#[derive(Default)]
pub(super) struct KindRows {
    numbers: RefCell<BTreeMap<SmolStr, u32>>,
    all: RefCell<Vec<RowsOfKind>>,
}

#[derive(Default)]
struct RowsOfKind {
    kind: SmolStr,
    sorted: Vec<RowPlace>,
    /// By what each visible record sorts, by its index.
    order: KeyedMap<u32, SmolStr>,
    /// Records to look at again; nothing before the rows were asked for.
    again: Option<Vec<u32>>,
    /// The turn in which the rows last changed, and in which any record of the kind did.
    changed: u64,
    touched: u64,
}

impl KindRows {
    pub(super) fn touch(&mut self, kind: &str, record: u32, turn: u64) {
        let Some(number) = self.numbers.get_mut().get(kind) else {
            return;
        };
        let one = &mut self.all.get_mut()[*number as usize];
        one.touched = turn;
        if let Some(again) = &mut one.again {
            again.push(record);
        }
    }

    fn number(&self, kind: &str) -> u32 {
        if let Some(number) = self.numbers.borrow().get(kind) {
            return *number;
        }
        let mut all = self.all.borrow_mut();
        let number = u32::try_from(all.len()).expect("as many kinds as a file can name");
        all.push(RowsOfKind {
            kind: SmolStr::new(kind),
            ..RowsOfKind::default()
        });
        let mut numbers = self.numbers.borrow_mut();
        numbers.insert(SmolStr::new(kind), number);
        number
    }
}

impl Log {
    /// The visible records of a kind, sorted by `order`, then by id.
    pub fn rows(&self, kind: &str) -> Vec<RecordId> {
        let number = self.kind_rows.number(kind);
        self.rows_changed(number);
        self.trails.note(ReadStep::Rows(number));
        let all = self.kind_rows.all.borrow();
        let sorted = &all[number as usize].sorted;
        sorted.iter().map(|(_, record, _)| record.clone()).collect()
    }

    /// The number by which the rows of a kind are asked for.
    pub(super) fn number_of_kind(&self, kind: &str) -> u32 {
        self.kind_rows.number(kind)
    }

    /// The indices of those rows, as they were last looked at.
    pub(super) fn row_indices(&self, number: u32) -> Vec<u32> {
        let all = self.kind_rows.all.borrow();
        let sorted = &all[number as usize].sorted;
        sorted.iter().map(|(.., index)| *index).collect()
    }

    /// Somebody reads all records of a kind, deleted ones too.
    pub(super) fn note_kind(&self, kind: &str) {
        let number = self.kind_rows.number(kind);
        self.trails.note(ReadStep::Kind(number));
    }

    /// The turn in which any record of a kind was last touched.
    pub(super) fn kind_touched(&self, number: u32) -> u64 {
        self.kind_rows.all.borrow()[number as usize].touched
    }

    /// The turn in which the rows of a kind last changed; looks at what was touched since.
    pub(super) fn rows_changed(&self, number: u32) -> u64 {
        let mut all = self.kind_rows.all.borrow_mut();
        let one = &mut all[number as usize];
        let again = one.again.replace(Vec::new());
        match again {
            Some(again) if again.is_empty() => {}
            Some(again) if again.len() <= one.sorted.len() / 8 + 8 => {
                if self.trails.aside(|| self.look_again(one, again)) {
                    one.changed = self.trails.turn;
                }
            }
            _ => {
                self.trails.aside(|| self.sort_all(one));
                one.changed = self.trails.turn;
            }
        }
        one.changed
    }

    fn sort_all(&self, rows: &mut RowsOfKind) {
        let kind = self.kinds.get(&rows.kind);
        let records = kind.map(|kind| &kind.records[..]).unwrap_or_default();
        let orders = records.iter().filter_map(|index| {
            let order = self.order_shown(&self.records[*index as usize])?;
            Some((*index, order))
        });
        rows.order = orders.collect();
        let shown = records.iter().filter_map(|index| {
            let order = rows.order.get(index)?.clone();
            Some((order, self.records[*index as usize].id.clone(), *index))
        });
        rows.sorted = shown.collect();
        sort::sort(&mut rows.sorted);
    }

    /// Whether anything came, went or moved.
    fn look_again(&self, rows: &mut RowsOfKind, mut again: Vec<u32>) -> bool {
        again.sort_unstable();
        again.dedup();
        let mut is_changed = false;
        for index in again {
            let cells = &self.records[index as usize];
            let now = self.order_shown(cells);
            if rows.order.get(&index) == now.as_ref() {
                continue;
            }
            is_changed = true;
            if let Some(order) = rows.order.remove(&index) {
                let place = rows.sorted.binary_search(&(order, cells.id.clone(), index));
                if let Ok(at) = place {
                    rows.sorted.remove(at);
                }
            }
            if let Some(order) = now {
                let place = (order.clone(), cells.id.clone(), index);
                if let Err(at) = rows.sorted.binary_search(&place) {
                    rows.sorted.insert(at, place);
                }
                rows.order.insert(index, order);
            }
        }
        is_changed
    }

    /// By what a record sorts, where it is visible.
    pub(super) fn order_shown(&self, cells: &RecordCells) -> Option<SmolStr> {
        let order = || self.held_in(Some(cells), ORDER).as_text();
        self.shows(cells)
            .then(|| SmolStr::new(order().unwrap_or_default()))
    }
}
