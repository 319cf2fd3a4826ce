//! Saved means saved: what lies in localStorage alone is never called so, and goes to IndexedDB from whichever page
//! comes next; and what localStorage has lost is not shown as if it were all.

use super::bench::{Bench, Slow, change, changes, numbers, poll, project};
use hepai::model::ProjectId;
use hepai::storage::{MemoryShelf, Mode, SaveState, Shelves, Store};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::pin::pin;
use std::rc::Rc;

fn other() -> ProjectId {
    "ABCDEFGHJK".parse().expect("a project id")
}

/// The tokens that lie on a shelf.
fn tokens(shelf: &MemoryShelf) -> BTreeSet<u64> {
    let content = shelf.content();
    let parts = content
        .values()
        .flat_map(|text| text.split("记号 ").skip(1));
    parts
        .filter_map(|part| part.split('"').next()?.parse().ok())
        .collect()
}

/// Switches, marks and notes of localStorage that IndexedDB lacks.
fn facts_alone(bench: &Bench) -> Vec<String> {
    let facts = bench.facts.content();
    let near = bench.near.content();
    let kept = near.iter().filter(|(key, _)| {
        ["/b/", "/n/", "/whole"]
            .iter()
            .any(|part| key.contains(part))
    });
    kept.filter(|(key, text)| facts.get(key.trim_start_matches("hepai/p/")) != Some(text))
        .map(|(key, _)| key.clone())
        .collect()
}

/// A page killed after it had written, before IndexedDB had taken anything of the last edits.
fn left_behind() -> Bench {
    let bench = Bench::new();
    bench.load();
    bench.edit(1);
    bench.far_faults.refuse(true);
    bench.edit(2);
    bench.store.switch(project(), "left", 1);
    bench.store.append(project(), "left", &changes(20..=22));
    bench.store.set_whole(project());
    bench.store.set_note(project(), "sent/1", "给推广部");
    bench.store.append(other(), "own", &[change(50)]);
    bench.page.run();
    assert!(!bench.is_saved());
    bench
}

/// From now on: whenever it says saved, it is.
fn watch(bench: &Bench) -> Rc<Cell<usize>> {
    let told = Rc::new(Cell::new(0));
    let (near, rows, facts) = (bench.near.clone(), bench.rows.clone(), bench.facts.clone());
    let count = told.clone();
    bench.store.on_save_state(move |state| {
        if matches!(state, SaveState::Saved { .. }) {
            count.set(count.get() + 1);
            let alone = &tokens(&near) - &tokens(&rows);
            assert!(
                alone.is_empty(),
                "saved, and in localStorage alone: {alone:?}"
            );
            let (near, facts) = (near.content(), facts.content());
            let notes = near.keys().filter(|key| key.contains("/b/"));
            for key in notes {
                assert!(facts.contains_key(key.trim_start_matches("hepai/p/")));
            }
        }
    });
    told
}

#[test]
fn a_note_that_lies_in_local_storage_alone_is_told_by_the_mark_of_the_page_that_wrote_it() {
    let bench = Bench::new();
    bench.load();
    bench.edit(1);
    bench.page.wait(500.0);
    bench.store.leave();
    assert!(
        bench.again("CALM").load_near().is_some(),
        "all of it is in both homes"
    );
    bench.far_faults.refuse(true);
    bench.store.set_note(project(), "sent/1", "给推广部");
    bench.page.run();
    let next = bench.again("NEXT");
    assert!(next.load_near().is_none(), "IndexedDB lacks the note");
}

#[test]
fn what_a_page_left_in_local_storage_alone_is_saved_only_once_indexeddb_has_it() {
    let left = left_behind();
    for opened in [true, false] {
        let bench = left.again("NEXT");
        let told = watch(&bench);
        assert_eq!(
            bench.store.save_state(),
            SaveState::Saving,
            "nobody knows yet"
        );
        bench.store.prove_all();
        if opened {
            assert!(bench.load_near().is_none(), "a page did not leave in peace");
            let loaded = bench.load();
            assert_eq!(numbers(&loaded, "own"), [1, 2].into());
        }
        assert_eq!(bench.store.save_state(), SaveState::Saving);
        bench.page.wait(500.0);
        assert!(bench.is_saved() && told.get() > 0);
        assert_eq!(tokens(&bench.rows), [1, 2, 20, 21, 22, 50].into());
        assert_eq!(facts_alone(&bench), Vec::<String>::new());
        // Also when the kill took localStorage whole.
        let empty = bench.again("EMPTY");
        empty.near.content().clear();
        assert_eq!(empty.load().switches, [("left".to_owned(), 1)]);
    }
}

#[test]
fn every_kind_of_fact_that_lies_in_local_storage_alone_reaches_indexeddb() {
    let acts: [fn(&Store); 4] = [
        |store| store.switch(project(), "import", 1),
        |store| store.set_whole(project()),
        |store| store.set_note(project(), "new", "一"),
        |store| store.set_note(project(), "old", "二"),
    ];
    for act in acts {
        let bench = Bench::new();
        bench.load();
        bench.edit(1);
        bench.store.set_note(project(), "old", "零");
        bench.page.wait(10.0);
        bench.far_faults.refuse(true);
        act(&bench.store);
        bench.page.run();
        assert_eq!(facts_alone(&bench).len(), 1);
        let opened = bench.again("OPENED");
        opened.load();
        assert_eq!(opened.store.save_state(), SaveState::Saving);
        opened.page.wait(500.0);
        let home = bench.again("HOME");
        home.store.prove_all();
        assert_eq!(home.store.save_state(), SaveState::Saving);
        home.page.wait(500.0);
        for next in [opened, home] {
            assert!(next.is_saved());
            assert_eq!(facts_alone(&next), Vec::<String>::new());
        }
    }
}

#[test]
fn until_indexeddb_answers_nothing_is_called_saved_and_what_it_refuses_is_tried_again() {
    let left = left_behind();
    // It gives no answer.
    let bench = left.again("SLOW");
    let gate = Rc::new(Cell::new(false));
    let slow = |shelf: &MemoryShelf| {
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
    store.prove_all();
    {
        let mut load = pin!(store.load(project()));
        assert!(poll(load.as_mut()).is_pending());
        bench.page.wait(5_000.0);
        assert_eq!(store.save_state(), SaveState::Saving);
        gate.set(true);
        bench.page.finish(load);
    }
    bench.page.wait(30_000.0);
    bench.page.wait(30_000.0);
    assert!(matches!(store.save_state(), SaveState::Saved { .. }));
    assert_eq!(tokens(&bench.rows), [1, 2, 20, 21, 22, 50].into());

    // It takes nothing.
    let bench = left.again("REFUSED");
    bench.far_faults.refuse(true);
    bench.store.prove_all();
    bench.load();
    (0..10).for_each(|_| bench.page.wait(30_000.0));
    assert_eq!(bench.store.save_state(), SaveState::Saving);
    assert!(bench.store.database_refuses());
    bench.far_faults.refuse(false);
    (0..4).for_each(|_| bench.page.wait(30_000.0));
    assert!(bench.is_saved());
    assert_eq!(tokens(&bench.rows), [1, 2, 20, 21, 22, 50].into());

    // It gives nothing out.
    let bench = left.again("DEAD");
    bench.far_faults.die_at(0, false);
    bench.store.prove_all();
    assert!(bench.load().is_far_unread);
    (0..10).for_each(|_| bench.page.wait(30_000.0));
    assert_eq!(bench.store.save_state(), SaveState::Saving);
}

#[test]
fn killed_at_every_call_while_it_takes_over_nothing_shown_as_saved_is_lost() {
    let left = left_behind();
    let session = |bench: &Bench| -> Vec<BTreeSet<u64>> {
        let shown = Rc::new(RefCell::new(BTreeSet::new()));
        let mut saved = vec![BTreeSet::new()];
        bench.store.prove_all();
        shown.borrow_mut().extend(
            bench
                .load()
                .batches
                .iter()
                .flat_map(|(_, changes)| changes.iter().map(|change| change.id.seq)),
        );
        for number in 60..64 {
            if bench.is_saved() {
                saved.push(shown.borrow().clone());
            }
            bench.page.wait(30.0);
            bench.edit(number);
            shown.borrow_mut().insert(number);
        }
        if bench.is_saved() {
            saved.push(shown.borrow().clone());
        }
        saved
    };
    let alive = left.again_dying_at(u64::MAX, false);
    assert_eq!(session(&alive).last().map(BTreeSet::len), Some(9));
    for n in 1..=alive.near_faults.calls() {
        for is_done in [false, true] {
            let dying = left.again_dying_at(n, is_done);
            let saved = session(&dying).pop().unwrap_or_default();
            for clears in [false, true] {
                let after = dying.again("AFTER");
                if clears {
                    after.near.content().clear();
                }
                let loaded = after.load();
                let held = &numbers(&loaded, "own") | &numbers(&loaded, "left");
                assert!(
                    saved.is_subset(&held),
                    "killed at {n}, done {is_done}, localStorage lost {clears}: {saved:?}, {held:?}"
                );
            }
        }
    }
}

#[test]
fn an_older_value_than_was_saved_is_not_shown() {
    // Chromium writes localStorage late: a kill takes its tail, or all of it since the start.
    let bench = Bench::new();
    bench.load();
    bench.edit(1);
    bench.store.leave();
    let mut late = vec![bench.near.content().clone()];
    let next = bench.again("NEXT");
    next.load();
    for number in 2..=5 {
        next.edit(number);
        late.push(next.near.content().clone());
    }
    assert!(next.is_saved());
    next.store.switch(project(), "own2", 1);
    next.page.run();
    late.push(next.near.content().clone());
    for (at, near) in late.into_iter().enumerate() {
        let killed = next.again("KILLED");
        *killed.near.content() = near;
        // Begun once more: a start counts what lies there.
        let killed = killed.again("STARTED");
        if let Some(shown) = killed.load_near() {
            assert_eq!(numbers(&shown, "own"), (1..=5).collect(), "late by {at}");
            assert_eq!(shown.switches.len(), 1, "late by {at}");
        } else {
            assert_eq!(numbers(&killed.load(), "own"), (1..=5).collect());
        }
    }
    // As many changes in either home, and not the same ones: the page's mark tells.
    let swapped = bench.again("SWAPPED");
    swapped.far_faults.refuse(true);
    swapped.load();
    swapped.edit(6);
    swapped.far_faults.refuse(false);
    let killed = swapped.again("AFTER");
    bench.tab("OTHER").edit(7);
    *killed.rows.content() = bench.rows.content().clone();
    assert!(killed.load_near().is_none());
    assert_eq!(numbers(&killed.load(), "own"), [1, 6, 7].into());
}

#[test]
fn what_was_left_in_peace_is_proved_by_counting() {
    let bench = Bench::new();
    bench.load();
    (1..=3).for_each(|number| bench.edit(number));
    bench.store.append(other(), "own", &changes(50..=52));
    bench.page.run();
    bench.store.leave();
    assert!(!bench.near.content().keys().any(|key| key.contains("/w/")));
    let home = bench.again("HOME");
    home.store.prove_all();
    home.page.wait(500.0);
    assert!(home.is_saved());
    let trace = home.far_faults.trace();
    assert!(
        !trace.iter().any(|call| call.starts_with("rows read")),
        "{trace:?}"
    );
    // A database that was emptied meanwhile does not pass.
    let emptied = bench.again("EMPTIED");
    emptied.rows.content().clear();
    emptied.facts.content().clear();
    emptied.store.prove_all();
    emptied.page.wait(500.0);
    assert!(emptied.is_saved());
    assert_eq!(tokens(&emptied.rows), [1, 2, 3, 50, 51, 52].into());
}

#[test]
fn the_mark_of_a_page_goes_when_all_it_wrote_is_safe_and_not_before() {
    let marks = |bench: &Bench| {
        let near = bench.near.content();
        near.keys()
            .filter(|key| key.contains("/w/"))
            .cloned()
            .collect::<Vec<_>>()
    };
    let bench = left_behind();
    bench.store.leave();
    assert_eq!(marks(&bench).len(), 2, "it left with edits on their way");
    let next = bench.again("NEXT");
    next.far_faults.refuse(true);
    next.load();
    next.page.wait(5_000.0);
    assert_eq!(marks(&next).len(), 2);
    next.far_faults.refuse(false);
    next.store.prove_all();
    (0..4).for_each(|_| next.page.wait(30_000.0));
    assert!(next.is_saved());
    assert_eq!(marks(&next), Vec::<String>::new());
    // A page that lives and is taken for gone says that it is still there.
    next.far_faults.refuse(true);
    next.edit(3);
    let mark = marks(&next).pop().expect("a mark");
    next.near.content().remove(&mark);
    next.store.heard_storage(Some(&mark), None);
    assert_eq!(marks(&next), [mark]);
}

#[test]
fn a_removal_waits_until_it_is_known_what_there_is() {
    let left = left_behind();
    let bench = left.again("NEXT");
    bench.far_faults.refuse(true);
    bench.load();
    assert!(
        bench
            .page
            .finish(bench.store.remove_project(project()))
            .is_err()
    );
    assert!(tokens(&bench.near).contains(&2));
}
