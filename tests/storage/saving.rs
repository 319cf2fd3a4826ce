//! How what is written gets to the disk: after the first load, in its order, at a cost that does not grow.

use super::bench::{Bench, Slow, change, changes, numbers, poll, project};
use crate::homes::filled;
use hepai::storage::{Mode, SaveState, Shelves, Store};
use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;

#[test]
fn nothing_is_written_before_the_first_load_has_finished() {
    let bench = filled().again("TRACE");
    for shelf in ["near", "rows", "facts"] {
        assert!(
            !bench
                .near_faults
                .trace()
                .iter()
                .chain(&bench.far_faults.trace())
                .any(|call| call.starts_with(&format!("{shelf} put")))
        );
    }
    let gate = Rc::new(Cell::new(false));
    let slow = |shelf: &hepai::storage::MemoryShelf| {
        Rc::new(Slow {
            shelf: shelf.clone(),
            gate: gate.clone(),
        })
    };
    let shelves = Shelves {
        near: Rc::new(bench.near.clone()),
        rows: slow(&bench.rows),
        facts: slow(&bench.facts),
    };
    let store = Store::new(Mode::Ready, shelves, bench.page.clone(), "SLOW", 1);
    let before = (bench.rows.content().clone(), bench.facts.content().clone());
    store.load_now(project());
    let mut rest = pin!(store.load_rest(project()));
    assert!(poll(rest.as_mut()).is_pending());
    store.append(project(), "own", &[change(4)]);
    store.switch(project(), "import", 1);
    bench.page.wait(10_000.0);
    assert_eq!(store.save_state(), SaveState::Saving);
    assert_eq!(
        (bench.rows.content().clone(), bench.facts.content().clone()),
        before
    );
    assert!(
        bench
            .far_faults
            .trace()
            .iter()
            .all(|call| call.contains(" read ")),
        "{:?}",
        bench.far_faults.trace()
    );
    gate.set(true);
    assert!(poll(rest.as_mut()).is_ready());
    bench.page.run();
    assert!(matches!(store.save_state(), SaveState::Saved { .. }));
    assert_eq!(
        numbers(&bench.again("NEXT").load(), "own"),
        (1..=4).collect()
    );
}

#[test]
fn a_project_that_nobody_has_loaded_is_read_before_it_is_written() {
    let bench = Bench::new();
    bench.edit(1);
    assert!(bench.is_saved());
    let trace = bench.far_faults.trace();
    let at = |call: &str| trace.iter().position(|found| found.starts_with(call));
    assert!(at("rows read") < at("rows put"), "{trace:?}");
}

#[test]
fn a_save_costs_the_same_in_a_large_project() {
    let cost = |size: u64| {
        let bench = Bench::new();
        bench.load();
        (0..size / 50).for_each(|part| {
            bench
                .store
                .append(project(), "own", &changes(part * 50 + 1..=part * 50 + 50))
        });
        bench.page.wait(5_000.0);
        let before = (
            bench.near_faults.trace().len(),
            bench.far_faults.trace().len(),
        );
        bench.edit(1_000_000);
        assert!(bench.is_saved());
        (
            bench.near_faults.trace().len() - before.0,
            bench.far_faults.trace().len() - before.1,
        )
    };
    assert_eq!(cost(50), (1, 1));
    assert_eq!(cost(5_000), (1, 1));
}

#[test]
fn edits_that_come_faster_than_the_disk_share_a_transaction_in_their_order() {
    let bench = Bench::new();
    bench.load();
    (1..=100).for_each(|number| bench.store.append(project(), "own", &[change(number)]));
    bench.store.switch(project(), "left", 1);
    bench.store.append(project(), "left", &[change(200)]);
    bench.page.run();
    let writes: Vec<String> = bench
        .far_faults
        .trace()
        .into_iter()
        .filter(|call| call.contains(" put "))
        .map(|call| call[..20].to_owned())
        .collect();
    assert_eq!(
        writes,
        [
            "rows put 0123456789/",
            "facts put 0123456789",
            "rows put 0123456789/"
        ]
    );
}

#[test]
fn the_save_state_is_told_when_it_changes() {
    let bench = Bench::new();
    bench.load();
    let told = Rc::new(RefCell::new(Vec::new()));
    let ear = told.clone();
    bench
        .store
        .on_save_state(move |state| ear.borrow_mut().push(state));
    bench.page.wait(5.0);
    bench.edit(1);
    bench.page.wait(5.0);
    bench.edit(2);
    let saved = |at_ms| SaveState::Saved { at_ms };
    assert_eq!(
        *told.borrow(),
        [
            saved(0.0),
            SaveState::Saving,
            saved(5.0),
            SaveState::Saving,
            saved(10.0)
        ]
    );
    assert!(bench.page.finish(bench.store.flush()));
}
