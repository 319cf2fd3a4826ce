//! What is taken from files, and what is left out of it: killed at any call, nothing is in force that a person left
//! out, nothing is called whole that is not, and what came can be taken back.

use super::bench::{Bench, change, changes, numbers, project};
use chrono::{DateTime, FixedOffset};
use hepai::model::template::Schema;
use hepai::model::{Change, ChangeId, ProjectId};
use hepai::state::{Port, Session};
use hepai::storage::{Loaded, Reach, Store};
use reactive_graph::owner::Owner;
use std::cell::Cell;
use std::rc::Rc;

static EMPTY: Schema = Schema::EMPTY;

/// The store behind an open project, as in the browser.
struct Kept {
    store: Store,
    next: Cell<u8>,
}

impl Port for Kept {
    fn now(&self) -> DateTime<FixedOffset> {
        "2026-03-05T14:30:00+08:00".parse().expect("a moment")
    }
    fn random(&self, bytes: &mut [u8]) {
        for byte in bytes {
            self.next
                .set(self.next.get().wrapping_mul(31).wrapping_add(7));
            *byte = self.next.get();
        }
    }
    fn append(&self, project: ProjectId, batch: &str, changes: &[Change]) {
        self.store.append(project, batch, changes);
    }
    fn switch(&self, project: ProjectId, batch: &str, number: u64) {
        self.store.switch(project, batch, number);
    }
    fn set_note(&self, project: ProjectId, name: &str, text: &str) {
        self.store.set_note(project, name, text);
    }
    fn note(&self, project: ProjectId, name: &str) -> Option<String> {
        self.store.note(project, name)
    }
    fn notes(&self, project: ProjectId, prefix: &str) -> Vec<(String, String)> {
        let notes = self.store.notes(project, prefix).into_iter();
        notes
            .filter_map(|(name, text)| Some((name.strip_prefix(prefix)?.to_owned(), text)))
            .collect()
    }
    fn set_whole(&self, project: ProjectId) {
        self.store.set_whole(project);
    }
    fn reach(&self, project: ProjectId) -> Reach {
        self.store.reach(project)
    }
    fn lost(&self, project: ProjectId) -> Vec<ChangeId> {
        self.store.lost(project)
    }
}

/// The browser behind the projects that are opened over this store.
pub(crate) fn port(bench: &Bench, seed: u8) -> Rc<dyn Port> {
    Rc::new(Kept {
        store: bench.store.clone(),
        next: Cell::new(seed),
    })
}

pub(crate) fn open(bench: &Bench, seed: u8, loaded: Loaded) -> (Owner, Session) {
    let owner = Owner::new();
    owner.set();
    let session = Session::new(project(), &EMPTY, port(bench, seed));
    session.load(loaded.batches, &loaded.switches, loaded.whole);
    (owner, session)
}

/// Takes a file of which the second half is left out.
fn take(bench: &Bench) {
    let (_owner, session) = open(bench, 1, bench.load());
    session.take(
        changes(10..=14),
        changes(20..=24),
        vec!["a.json".to_owned()],
        true,
        Vec::new(),
    );
    bench.page.run();
}

fn check(bench: &Bench, what: &str) {
    let loaded = bench.load();
    let (whole, has_import) = (
        loaded.whole,
        !loaded.batches.iter().all(|(name, _)| name == "own"),
    );
    let (_owner, session) = open(bench, 2, loaded);
    let in_force: Vec<u64> =
        session.read(|log| log.in_force().map(|change| change.id.seq).collect());
    assert!(
        !in_force.iter().any(|number| *number >= 20),
        "{what}: left out, and in force: {in_force:?}"
    );
    let has_all = (10..=14).all(|number| in_force.contains(&number));
    assert!(has_all || !whole, "{what}: called whole, and it is not");
    let is_taken = in_force.iter().any(|number| *number >= 10);
    let listed = session.imports();
    assert!(
        listed.len() == usize::from(is_taken) || has_import && !is_taken,
        "{what}: {is_taken}, listed {listed:?}"
    );
    if let [import] = listed.as_slice() {
        session.switch_import(&import.batch, false);
        bench.page.run();
        let (_owner, next) = open(bench, 3, bench.again("UNDONE").load());
        assert_eq!(
            next.read(|log| log.len()),
            1,
            "{what}: it can be taken back"
        );
    }
}

#[test]
fn killed_at_every_call_of_taking_a_file_nothing_left_out_is_in_force() {
    let first = Bench::new();
    first.load();
    first.edit(1);
    let alive = first.again_dying_at(u64::MAX, false);
    take(&alive);
    assert_eq!(tokens_of(&alive), 11);
    let before = first.near.content().clone();
    for n in 1..=alive.near_faults.calls() {
        for is_done in [false, true] {
            let dying = first.again_dying_at(n, is_done);
            take(&dying);
            let what = format!("killed at {n}, done {is_done}");
            check(&dying.again("AFTER"), &what);
            let near = dying.again("NEAR");
            near.rows.content().clear();
            near.facts.content().clear();
            check(&near, &format!("{what}, near alone"));
            let far = dying.again("FAR");
            *far.near.content() = before.clone();
            check(&far, &format!("{what}, localStorage late"));
        }
    }
}

fn tokens_of(bench: &Bench) -> usize {
    bench.rows.content().len()
}

#[test]
fn with_local_storage_full_at_any_moment_of_taking_nothing_left_out_is_in_force() {
    let first = Bench::new();
    first.load();
    first.edit(1);
    let alive = first.again("ALIVE");
    take(&alive);
    let used = alive.store.space().used_units;
    let least = first.store.space().used_units;
    for limit in (least..=used).step_by(7) {
        let full = first.again("FULL");
        full.near.limit(Some(limit));
        // IndexedDB takes nothing any more, then the browser is killed.
        full.load();
        full.far_faults.refuse(true);
        take(&full);
        check(&full.again("AFTER"), &format!("full at {limit}"));
    }
}

#[test]
fn what_a_refused_switch_holds_back_does_not_lie_in_local_storage() {
    let bench = Bench::new();
    bench.load();
    bench.edit(1);
    bench.far_faults.refuse(true);
    bench.near_faults.refuse(true);
    bench.store.switch(project(), "left", 1);
    bench.near_faults.refuse(false);
    bench.store.append(project(), "left", &[change(20)]);
    bench.page.run();
    assert_eq!(numbers(&bench.again("KILLED").load(), "left"), [].into());
    bench.far_faults.refuse(false);
    bench.page.wait(60_000.0);
    assert!(bench.is_saved());
    let next = bench.again("NEXT").load();
    assert_eq!(numbers(&next, "left"), [20].into());
    assert_eq!(next.switches, [("left".to_owned(), 1)]);
}
