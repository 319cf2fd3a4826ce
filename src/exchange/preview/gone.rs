//! Known is not visible: what of the files is here already and was deleted, changed or switched off here since.

use super::Preview;
use crate::model::template::{DELETED, PARENT};
use crate::model::{Change, FieldKey, Log, RecordId};
use std::collections::{BTreeMap, BTreeSet};

impl Preview {
    /// Records of the files that are in the recycle bin here by a deletion that the files do not hold. Rows that went
    /// with their form are not named beside it. `log` is the project as it is here.
    pub fn gone(&self, log: &Log) -> Vec<RecordId> {
        let kinds = log.schema().templates.iter().map(|template| template.kind);
        let bin: BTreeSet<RecordId> = kinds.flat_map(|kind| log.bin(kind)).collect();
        if bin.is_empty() {
            return Vec::new();
        }
        let named = self
            .known_slots
            .iter()
            .map(|slot| &log.change(*slot).record);
        let named: BTreeSet<&RecordId> = named.filter(|record| bin.contains(*record)).collect();
        let deleted = FieldKey::of(DELETED);
        let is_told = |record: &RecordId| {
            let mut deletions = log.live(record, &deleted).into_iter();
            deletions.any(|deletion| self.holds(log, deletion.change))
        };
        let gone: Vec<&RecordId> = named
            .into_iter()
            .filter(|record| !is_told(record))
            .collect();
        let parent = FieldKey::of(PARENT);
        let is_row = |record: &RecordId| {
            let above = log.value(record, &parent);
            above
                .as_text()
                .is_some_and(|above| gone.iter().any(|one| one.as_str() == above))
        };
        let roots = gone.iter().filter(|record| !is_row(record));
        roots.map(|record| (*record).clone()).collect()
    }

    /// How many values of the files stand here no longer, because somebody wrote others over them: to be asked where
    /// the files bring nothing. `log` is the project as it is here.
    pub fn overruled(&self, log: &Log) -> usize {
        let mut last: BTreeMap<(&RecordId, &FieldKey), &Change> = BTreeMap::new();
        for slot in &self.known_slots {
            let change = log.change(*slot);
            for cell in &change.cells {
                let known = last.entry((&change.record, &cell.key)).or_insert(change);
                if known.order(change).is_lt() {
                    *known = change;
                }
            }
        }
        let differs = |((record, key), change): &((&RecordId, &FieldKey), &Change)| {
            let value = change.cell(key).map(|cell| &cell.value);
            key.as_str() != DELETED
                && value != Some(&log.value(record, key))
                && log.is_visible(record)
                && !log
                    .live(record, key)
                    .iter()
                    .any(|live| live.change.line() == change.line())
        };
        last.into_iter().filter(differs).count()
    }

    /// How many changes of the files were taken or left out here before and are switched off: taking puts them in
    /// force.
    pub fn switched_off(&self) -> usize {
        self.items.iter().filter(|item| item.is_held_back).count()
    }

    fn holds(&self, log: &Log, change: &Change) -> bool {
        log.find(change.line())
            .is_some_and(|slot| self.known_slots.binary_search(&slot).is_ok())
    }
}
