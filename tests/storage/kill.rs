//! Killed after every n-th call: nothing acknowledged is lost, and what is there makes sense.

use super::bench::{Bench, change, changes, numbers, project};
use std::collections::BTreeSet;

/// What was shown as saved.
#[derive(Clone, Default)]
struct Acknowledged {
    own: BTreeSet<u64>,
    import: BTreeSet<u64>,
    left: BTreeSet<u64>,
    is_off: bool,
    notes: Vec<(String, String)>,
}

/// A session of edits, an import with something left out, an undo, notes. Returns what was acknowledged.
fn session(bench: &Bench, first: u64) -> Acknowledged {
    let (mut written, mut acknowledged) = (Acknowledged::default(), Acknowledged::default());
    let mut settle = |written: &Acknowledged| {
        bench.page.run();
        if bench.is_saved() {
            acknowledged = written.clone();
        }
    };
    bench.load();
    for number in first..first + 40 {
        bench.store.append(project(), "own", &[change(number)]);
        written.own.insert(number);
        if number % 3 == 0 {
            settle(&written);
        }
    }
    settle(&written);
    bench.store.switch(project(), "left", 1);
    bench
        .store
        .append(project(), "left", &changes(first + 200..=first + 204));
    bench
        .store
        .append(project(), "import", &changes(first + 100..=first + 104));
    written.left.extend(first + 200..=first + 204);
    written.import.extend(first + 100..=first + 104);
    settle(&written);
    bench.store.switch(project(), "import", 1);
    written.is_off = true;
    settle(&written);
    bench
        .store
        .set_note(project(), &format!("sent/{first}"), "text");
    written
        .notes
        .push((format!("sent/{first}"), "text".to_owned()));
    settle(&written);
    bench.page.wait(5_000.0);
    settle(&written);
    acknowledged
}

fn check(bench: &Bench, acknowledged: &Acknowledged, what: &str) {
    let loaded = bench.load();
    for (batch, held) in [
        ("own", &acknowledged.own),
        ("import", &acknowledged.import),
        ("left", &acknowledged.left),
    ] {
        let found = numbers(&loaded, batch);
        assert!(
            held.is_subset(&found),
            "{what}: of {batch} is lost {:?}",
            held.difference(&found)
        );
    }
    assert!(loaded.damaged.is_empty(), "{what}: {:?}", loaded.damaged);
    let is_off = |batch: &str| {
        loaded
            .switches
            .iter()
            .any(|(name, number)| name == batch && number % 2 == 1)
    };
    assert!(
        is_off("import") || !acknowledged.is_off,
        "{what}: an undone import came back"
    );
    assert!(
        is_off("left") || numbers(&loaded, "left").is_empty(),
        "{what}: what was left out is in force"
    );
    for note in &acknowledged.notes {
        assert!(
            bench.store.notes(project(), "").contains(note),
            "{what}: {note:?} is lost"
        );
    }
}

#[test]
fn killed_after_every_call_nothing_acknowledged_is_lost() {
    // The second session begins with many small segments, so it also compacts.
    let first = Bench::new();
    let before = session(&first, 1);
    assert_eq!(
        (before.own.len(), before.import.len(), before.notes.len()),
        (40, 5, 1)
    );
    let near_before = first.near.content().clone();
    let alive = first.again_dying_at(u64::MAX, false);
    session(&alive, 1_001);
    let calls = alive.near_faults.calls();
    assert!(calls > 100, "{calls}");
    for n in 1..=calls {
        for is_done in [false, true] {
            let dying = first.again_dying_at(n, is_done);
            let mut acknowledged = session(&dying, 1_001);
            acknowledged.own.extend(&before.own);
            acknowledged.import.extend(&before.import);
            acknowledged.left.extend(&before.left);
            acknowledged.is_off |= before.is_off;
            acknowledged.notes.extend(before.notes.clone());
            let what = format!("killed at {n}, done {is_done}");
            check(&dying.again("AFTER"), &acknowledged, &what);
            // Chromium writes localStorage up to a minute late: what it took since the start may be lost with the kill.
            let late = dying.again("LATE");
            *late.near.content() = near_before.clone();
            check(
                &late,
                &acknowledged,
                &format!("{what}, localStorage not on the disk"),
            );
            let empty = dying.again("EMPTY");
            empty.near.content().clear();
            check(&empty, &acknowledged, &format!("{what}, localStorage lost"));
        }
    }
}

#[test]
fn a_crash_at_every_step_of_compaction_leaves_all_of_it_in_local_storage_alone() {
    let first = Bench::new();
    first.load();
    (1..=100).for_each(|number| first.edit(number));
    let segments = |bench: &Bench| {
        bench
            .near
            .content()
            .keys()
            .filter(|key| key.contains("/s/"))
            .count()
    };
    assert_eq!(segments(&first), 100);
    let alive = first.again_dying_at(u64::MAX, false);
    alive.load();
    alive.page.wait(5_000.0);
    assert_eq!(segments(&alive), 1);
    for n in 1..=alive.near_faults.calls() {
        for is_done in [false, true] {
            let dying = first.again_dying_at(n, is_done);
            dying.load();
            dying.page.wait(5_000.0);
            let after = dying.again("AFTER");
            assert_eq!(
                numbers(&after.store.load_now(project()), "own"),
                (1..=100).collect(),
                "killed at {n}, done {is_done}"
            );
            // The next start ends what was begun, and two tabs at it at once do no harm.
            let (tab, other) = (after.tab("TAB"), after.tab("OTHERTAB"));
            tab.load();
            other.load();
            tab.page.wait(5_000.0);
            other.page.wait(5_000.0);
            assert_eq!(
                numbers(&tab.again("LAST").store.load_now(project()), "own"),
                (1..=100).collect()
            );
            assert!(
                segments(&tab) < 35,
                "{} segments, killed at {n}",
                segments(&tab)
            );
        }
    }
}
