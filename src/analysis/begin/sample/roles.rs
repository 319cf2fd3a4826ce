//! The role table of the example: work items and letters, as first written.

use super::lines::SampleReader;
use super::plan::LEAD;
use super::writer::Writer;
use crate::templates::sample::{COLUMNS, ROLES};
use crate::templates::{assignment, work_item};

/// Names the work items and the places of the table.
pub(super) fn names(reader: &mut SampleReader) {
    for cells in SampleReader::rows(ROLES) {
        let name = cells[0];
        let item = format!("{}/{name}", work_item::WORK_ITEM.kind);
        reader.record(&item);
        for (column, letter) in COLUMNS.iter().zip(cells.iter().skip(3)) {
            if !letter.is_empty() {
                reader.pair(&letter_of(name, column), &item, column);
            }
        }
    }
}

/// A place of the role table.
fn letter_of(item: &str, column: &str) -> String {
    let short = column.split('/').nth(1).unwrap_or_default();
    format!("{}/{item}-{short}", assignment::ASSIGNMENT.kind)
}

/// The role table shown to all, once its first mistakes are mended.
pub(super) fn shown(reader: &mut SampleReader) {
    let mut writer = Writer { reader };
    writer.act((1, "16:20"), LEAD, None);
    for cells in SampleReader::rows(ROLES) {
        let name = cells[0];
        for (column, letter) in COLUMNS.iter().zip(cells.iter().skip(3)) {
            if !letter.is_empty() {
                let place = letter_of(name, column);
                writer.put(&place, assignment::PUBLISHED_AT.name, "+1 16:20");
            }
        }
    }
}

/// The role table as it was first written.
pub(super) fn acts(reader: &mut SampleReader) {
    let mut writer = Writer { reader };
    writer.act((0, "14:00"), LEAD, None);
    for cells in SampleReader::rows(ROLES) {
        let [name, title, owner, letters @ ..] = cells.as_slice() else {
            writer.reader.refuse(&cells);
            continue;
        };
        let item = format!("{}/{name}", work_item::WORK_ITEM.kind);
        writer.put(&item, work_item::NAME.name, title);
        writer.put(&item, work_item::LEAD_DEPARTMENT.name, owner);
        for (column, letter) in COLUMNS.iter().zip(letters) {
            let (letter, person) = letter.split_once(' ').unwrap_or((letter, ""));
            if letter.is_empty() {
                continue;
            }
            let place = letter_of(name, column);
            writer.put(&place, assignment::ROW.name, name);
            let short = column.split('/').nth(1).unwrap_or_default();
            writer.put(&place, assignment::COLUMN.name, short);
            writer.put(&place, assignment::LETTER.name, letter);
            if !person.is_empty() {
                writer.put(&place, assignment::NAMED_PERSON.name, person);
            }
        }
    }
}
