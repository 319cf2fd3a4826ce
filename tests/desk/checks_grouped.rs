//! Checks of one kind on many rows: what stands in a cell is told cell by cell, what a rule finds again and again is
//! one line.

use crate::people::{lead, moment};
use hepai::analysis::told_checks;
use hepai::model::Value;
use hepai::templates::task;

#[test]
fn what_cannot_be_read_is_told_cell_by_cell_however_many_cells_there_are() {
    let desk = lead();
    let tasks = desk.session.rows(task::KIND);
    assert!(tasks.len() > 7);
    let alone = || {
        let now = moment("2026-03-02T09:00");
        let told = desk.session.read(|log| told_checks(log, now));
        let groups = told.groups.iter();
        let unread = groups.filter(|group| group.found[0].rule.code == "G-18");
        unread.map(|group| group.found.len()).collect::<Vec<_>>()
    };
    for record in &tasks[..7] {
        desk.set(record, task::CURRENT_END.name, Value::text("待定"));
    }
    assert_eq!(alone(), [1; 7]);
}
