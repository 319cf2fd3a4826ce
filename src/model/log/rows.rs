//! Rows: which records are visible, under which parent, in which order.

use super::cells::RecordCells;
use super::conflicts::Keys;
use super::trail::ReadStep;
use super::{Log, read_reference};
use crate::model::id::{FieldKey, RecordId};
use crate::model::sort;
use crate::model::template::{DELETED, PARENT};
use crate::model::value::Value;
use smol_str::SmolStr;

impl Log {
    /// The fields that a record has or had, in force.
    pub fn keys<'a>(&'a self, record: &RecordId) -> impl Iterator<Item = &'a FieldKey> + 'a {
        let cells = self
            .record_cells(record)
            .into_iter()
            .flat_map(|cells| &cells.cells);
        cells
            .filter(|cell| !self.cell_live(cell).is_empty())
            .map(|cell| &cell.key)
    }

    /// Whether it is deleted: every live `deleted` is true and nothing contradicts. In doubt it is not.
    pub fn is_deleted(&self, record: &RecordId) -> bool {
        self.is_hidden(Keys::AsRead, record)
    }

    /// Whether it holds anything and is not deleted.
    pub fn is_visible(&self, record: &RecordId) -> bool {
        self.record_cells(record)
            .is_some_and(|cells| self.shows(cells))
    }

    pub(super) fn shows(&self, cells: &RecordCells) -> bool {
        let holds = |cell: &super::cells::CellOps| {
            let first = self.cell_live(cell).first();
            cell.key.as_str() != DELETED
                && first.is_some_and(|op| !self.op_cell(*op).value.is_empty())
        };
        cells.cells.iter().any(holds) && !self.hides(Keys::AsRead, cells)
    }

    /// Every record that anything in force writes, sorted by id.
    pub fn all_records(&self) -> Vec<RecordId> {
        self.note_everything();
        let is_there = |cells: &&RecordCells| {
            cells
                .cells
                .iter()
                .any(|cell| !self.cell_live(cell).is_empty())
        };
        let mut records: Vec<RecordId> = self
            .records
            .iter()
            .filter(is_there)
            .map(|cells| cells.id.clone())
            .collect();
        sort::sort(&mut records);
        records
    }

    /// The deleted records of a kind: the recycle bin.
    pub fn bin(&self, kind: &str) -> Vec<RecordId> {
        let deleted = self
            .of_kind(kind)
            .filter(|cells| self.hides(Keys::AsRead, cells));
        deleted.map(|cells| cells.id.clone()).collect()
    }

    /// What every record of a kind holds in a field, deleted ones too, in no order.
    pub fn values_of<'a>(
        &'a self,
        kind: &str,
        key: &'a FieldKey,
    ) -> impl Iterator<Item = (&'a RecordId, Value)> + 'a {
        self.of_kind(kind)
            .map(|cells| (&cells.id, self.value(&cells.id, key)))
    }

    fn of_kind(&self, kind: &str) -> impl Iterator<Item = &RecordCells> + '_ {
        self.note_kind(kind);
        let records = self.kinds.get(kind).map(|kind| &kind.records[..]);
        let indices = records.unwrap_or_default().iter();
        indices.map(|index| &self.records[*index as usize])
    }

    /// The kinds that anything in force writes.
    pub fn kinds(&self) -> Vec<String> {
        self.note_everything();
        self.kinds.keys().map(ToString::to_string).collect()
    }

    /// The visible rows of a kind under a record, sorted. One at which a loop is cut stands at the top instead.
    pub fn rows_under(&self, parent: &RecordId, kind: &str) -> Vec<RecordId> {
        let children = self.children_at(parent, Some(kind));
        self.sort_rows(children.filter(|row| !self.is_cut(&row.id)))
    }

    fn sort_rows<'a>(&'a self, rows: impl Iterator<Item = &'a RecordCells>) -> Vec<RecordId> {
        let shown = rows.filter_map(|cells| Some((self.order_shown(cells)?, &cells.id)));
        let mut sorted: Vec<(SmolStr, &RecordId)> = shown.collect();
        sort::sort(&mut sorted);
        sorted.into_iter().map(|(_, row)| row.clone()).collect()
    }

    /// Rows whose parent is that record, visible or not.
    pub(super) fn children_of(&self, parent: &RecordId) -> impl Iterator<Item = RecordId> + '_ {
        self.children_at(parent, None).map(|row| row.id.clone())
    }

    fn children_at<'a>(
        &'a self,
        parent: &RecordId,
        kind: Option<&'a str>,
    ) -> impl Iterator<Item = &'a RecordCells> + 'a {
        match self.record_at.get(parent) {
            Some(index) => self.trails.note(ReadStep::Under(*index)),
            None => self.trails.note_absent(parent),
        }
        let wanted = parent.clone();
        let indices = self.ever_parent.get(parent).into_iter().flatten();
        indices
            .map(|index| &self.records[*index as usize])
            .filter(move |row| kind.is_none_or(|kind| row.id.kind() == kind))
            .filter(move |row| self.named_parent(&row.id).as_ref() == Some(&wanted))
    }

    /// The same without the one at which a loop of parents is cut, so that walking down comes to an end.
    fn uncut_children_of(&self, parent: &RecordId) -> impl Iterator<Item = RecordId> + '_ {
        self.children_of(parent).filter(|row| !self.is_cut(row))
    }

    /// The visible rows of any kind under a record.
    pub fn rows_below(&self, parent: &RecordId) -> Vec<RecordId> {
        self.uncut_children_of(parent)
            .filter(|row| self.is_visible(row))
            .collect()
    }

    /// The deleted rows of any kind under a record, at any depth.
    pub fn deleted_below(&self, parent: &RecordId) -> Vec<RecordId> {
        let mut all = vec![parent.clone()];
        let mut at = 0;
        while at < all.len() {
            let rows: Vec<RecordId> = self
                .children_of(&all[at])
                .filter(|row| self.is_deleted(row) && row != parent)
                .collect();
            all.extend(rows);
            at += 1;
        }
        all.split_off(1)
    }

    fn named_parent(&self, row: &RecordId) -> Option<RecordId> {
        read_reference(&self.value(row, &FieldKey::of(PARENT)))
    }

    /// The parent of a row. A loop of parents is cut at the record whose `parent` comes last in the order: it stands at
    /// the top.
    pub fn parent_of(&self, row: &RecordId) -> Option<RecordId> {
        let parent = self.named_parent(row)?;
        if self.is_cut(row) { None } else { Some(parent) }
    }

    /// Whether a loop of parents is cut at this record.
    pub fn is_cut(&self, row: &RecordId) -> bool {
        let index = self.record_at.get(row);
        if index.is_none() {
            self.trails.note_absent(row);
        }
        index.is_some_and(|index| self.is_cut_at(*index))
    }

    /// Visible rows at which a loop of parents is cut: shown at the top, and listed.
    pub fn cut_rows(&self) -> Vec<RecordId> {
        self.note_everything();
        let cuts = self.all_cuts().into_iter();
        let cuts = cuts.map(|index| &self.records[index as usize]);
        let mut cut: Vec<RecordId> = cuts
            .filter(|cells| self.shows(cells))
            .map(|cells| cells.id.clone())
            .collect();
        sort::sort(&mut cut);
        cut
    }

    /// Visible rows whose parent is deleted or missing: shown, and listed.
    pub fn lost_rows(&self) -> Vec<RecordId> {
        self.note_everything();
        let mut lost: Vec<RecordId> = self
            .ever_parent
            .iter()
            .filter(|(parent, _)| !self.is_visible(parent))
            .flat_map(|(parent, _)| self.children_of(parent).collect::<Vec<_>>())
            .filter(|row| self.is_visible(row))
            .collect();
        sort::sort(&mut lost);
        lost.dedup();
        lost
    }
}
