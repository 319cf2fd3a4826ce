//! Full and refusing shelves: nothing saved is touched, the save state tells the truth, work goes on.

use super::bench::{Bench, change, numbers, project};
use hepai::model::Change;
use hepai::storage::{LIMIT_UNITS, Level, Mode, NoShelf, SaveState, Shelves, Store};
use std::rc::Rc;

#[test]
fn with_any_room_left_edits_reach_the_database_and_nothing_saved_is_touched() {
    for left_units in (0..=64).map(|step| step * 1_024) {
        let bench = Bench::new();
        bench.load();
        bench.edit(1);
        let used = bench.store.space().used_units;
        bench.store.leave();
        bench.near.limit(Some(used + left_units));
        let before = bench.near.content().clone();
        let bench = bench.again("FULL");
        bench.load();
        for number in 2..=5 {
            let text = "长".repeat(4_000);
            let json = change(number).line().replace("记号", &text);
            bench
                .store
                .append(project(), "own", &[Change::parse(&json).expect("a change")]);
            bench.page.run();
            assert!(bench.is_saved(), "{left_units}");
        }
        bench.store.switch(project(), "import", 1);
        bench.store.set_note(project(), "who", "韩梅梅");
        bench.page.wait(5_000.0);
        assert!(bench.is_saved());
        assert_eq!(
            bench.store.local_full(),
            left_units < 17_000,
            "{left_units}"
        );
        assert!(
            before
                .iter()
                .all(|(key, text)| bench.near.content().get(key) == Some(text)),
            "what was saved is untouched"
        );
        let next = bench.again("NEXT");
        let loaded = next.load();
        assert_eq!(numbers(&loaded, "own"), (1..=5).collect());
        assert_eq!(loaded.switches, [("import".to_owned(), 1)]);
        assert_eq!(next.store.note(project(), "who").as_deref(), Some("韩梅梅"));
        assert!(loaded.damaged.is_empty());
    }
}

#[test]
fn a_large_import_leaves_room_for_small_edits() {
    let bench = Bench::new();
    bench.near.limit(Some(LIMIT_UNITS));
    bench.load();
    let text = "x".repeat(10_000);
    let import: Vec<Change> = (1..=505)
        .map(|number| {
            Change::parse(&change(number).line().replace("记号", &text)).expect("a change")
        })
        .collect();
    bench.store.append(project(), "import", &import);
    bench.page.run();
    assert!(bench.is_saved() && bench.store.local_full());
    let used = bench.store.space().used_units;
    bench.edit(100_000);
    assert!(
        bench.store.space().used_units > used,
        "the edit is in localStorage as well"
    );
    let next = bench.again("NEXT");
    let now = next.store.load_now(project());
    assert!(now.more && now.len() == 1);
    assert_eq!(next.page.finish(next.store.load_rest(project())).len(), 505);
}

#[test]
fn what_the_database_refuses_is_saving_while_local_storage_has_it_and_failed_otherwise() {
    let bench = Bench::new();
    bench.load();
    bench.edit(1);
    bench.far_faults.refuse(true);
    bench.edit(2);
    assert_eq!(bench.store.save_state(), SaveState::Saving);
    assert!(bench.store.database_refuses());
    assert!(
        !bench.page.finish(bench.store.flush()),
        "not everything is safe"
    );
    bench.near_faults.refuse(true);
    bench.edit(3);
    bench.store.switch(project(), "import", 1);
    assert_eq!(bench.store.save_state(), SaveState::Failed);
    bench.page.wait(60_000.0);
    assert_eq!(
        bench.store.save_state(),
        SaveState::Failed,
        "it is tried again, in vain"
    );
    assert!(
        bench
            .page
            .finish(bench.store.remove_project(project()))
            .is_err()
    );
    bench.far_faults.refuse(false);
    bench.page.wait(60_000.0);
    assert!(bench.is_saved() && !bench.store.database_refuses());
    let loaded = bench.again("NEXT").load();
    assert_eq!(numbers(&loaded, "own"), (1..=3).collect());
    assert_eq!(loaded.switches, [("import".to_owned(), 1)]);
}

#[test]
fn a_database_that_cannot_be_read_is_told_and_does_not_hold_up_writing() {
    let bench = Bench::new();
    bench.load();
    bench.edit(1);
    let next = bench.again("NEXT");
    next.far_faults.die_at(0, false);
    let loaded = next.load();
    assert!(loaded.is_far_unread);
    assert_eq!(numbers(&loaded, "own"), [1].into());
    next.edit(2);
    assert_eq!(next.store.save_state(), SaveState::Saving);
    assert_eq!(
        numbers(&next.again("LAST").load(), "own"),
        (1..=2).collect()
    );
}

#[test]
fn without_local_storage_the_database_alone_keeps_everything() {
    let bench = Bench::new();
    let shelves = Shelves {
        near: Rc::new(NoShelf),
        rows: Rc::new(bench.rows.clone()),
        facts: Rc::new(bench.facts.clone()),
    };
    let store = Store::new(
        Mode::Ready,
        shelves.clone(),
        bench.page.clone(),
        "NONEAR0000",
        1,
    );
    store.append(project(), "own", &[change(1)]);
    assert!(bench.page.finish(store.flush()) && store.local_full());
    let next = Store::new(Mode::Ready, shelves, bench.page.clone(), "NEXT000000", 1);
    assert_eq!(
        numbers(&bench.page.finish(next.load(project())), "own"),
        [1].into()
    );
    bench.page.wait(5_000.0);
    assert_eq!(bench.page.finish(next.remove_project(project())), Ok(()));
    assert_eq!(bench.page.finish(next.projects()), []);
}

#[test]
fn what_others_of_the_origin_keep_counts_as_used() {
    let bench = Bench::new();
    bench.load();
    bench.edit(1);
    let used = bench.store.space().used_units;
    bench.near.content().insert(
        "foreign".to_owned(),
        "中".repeat(LIMIT_UNITS - used - 1_000 - "foreign".len()),
    );
    bench.near.limit(Some(LIMIT_UNITS));
    let full = bench.again("FULL");
    assert_eq!(
        (full.store.space().used_units, full.store.space().level()),
        (LIMIT_UNITS - 1_000, Level::Warn95)
    );
    full.edit(2);
    assert!(
        full.is_saved() && !full.store.local_full(),
        "a small edit still fits"
    );
    (3..=20).for_each(|number| full.edit(number));
    assert!(full.is_saved() && full.store.local_full());
    assert_eq!(
        full.near.content()["foreign"].chars().count(),
        LIMIT_UNITS - used - 1_007
    );
    assert_eq!(
        numbers(&full.again("NEXT").load(), "own"),
        (1..=20).collect()
    );
}
