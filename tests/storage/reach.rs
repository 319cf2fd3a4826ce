//! What could not be read is told, asked for again, and joins when it comes.

use super::bench::{Bench, Slow, change, changes, numbers, poll, project};
use hepai::storage::{Mode, News, Reach, Shelves, Store};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::pin::pin;
use std::rc::Rc;

/// A store whose IndexedDB waits for the gate with every answer to reading.
fn slow(bench: &Bench, gate: &Rc<Cell<bool>>) -> Store {
    let shelf = |shelf: &hepai::storage::MemoryShelf| {
        Rc::new(Slow {
            shelf: shelf.clone(),
            gate: gate.clone(),
        })
    };
    let shelves = Shelves {
        near: Rc::new(bench.near.clone()),
        rows: shelf(&bench.rows),
        facts: shelf(&bench.facts),
    };
    Store::new(Mode::Ready, shelves, bench.page.clone(), "SLOWPAGE00", 1)
}

/// The numbers that were told as news.
fn told(store: &Store) -> Rc<RefCell<BTreeSet<u64>>> {
    let told = Rc::new(RefCell::new(BTreeSet::new()));
    let ear = told.clone();
    store.on_news(move |news| {
        if let News::Changes { changes, .. } = news {
            let numbers = changes.iter().map(|change| change.id.seq);
            ear.borrow_mut().extend(numbers);
        }
    });
    told
}

/// Own edits 1 and 2 in both homes, an import in IndexedDB alone.
fn partly_far() -> Bench {
    let bench = Bench::new();
    bench.load();
    (1..=2).for_each(|number| bench.edit(number));
    let near = bench.near.content().clone();
    bench.store.append(project(), "import", &changes(10..=12));
    bench.page.run();
    *bench.near.content() = near;
    bench
}

#[test]
fn no_answer_for_ten_seconds_counts_as_unread_and_the_late_answer_joins_all_the_same() {
    let bench = partly_far().again("LATE");
    let gate = Rc::new(Cell::new(false));
    let store = slow(&bench, &gate);
    let news = told(&store);
    assert_eq!(store.reach(project()), Reach::Asking);
    let mut load = pin!(store.load(project()));
    assert!(poll(load.as_mut()).is_pending());
    bench.page.wait(9_000.0);
    assert!(poll(load.as_mut()).is_pending(), "it may still answer");
    bench.page.wait(2_000.0);
    let std::task::Poll::Ready(loaded) = poll(load.as_mut()) else {
        panic!("ten seconds are enough");
    };
    assert!(loaded.is_far_unread);
    assert_eq!(numbers(&loaded, "own"), (1..=2).collect());
    assert_eq!(store.reach(project()), Reach::Part);
    gate.set(true);
    bench.page.run();
    assert_eq!(*news.borrow(), (10..=12).collect());
    assert_eq!(store.reach(project()), Reach::All);
}

#[test]
fn what_could_not_be_read_is_read_again_by_itself_and_when_somebody_asks() {
    for asks in [false, true] {
        let bench = partly_far().again("AGAIN");
        let news = told(&bench.store);
        let reaches = Rc::new(RefCell::new(Vec::new()));
        let ear = (reaches.clone(), bench.store.clone());
        bench.store.on_reach(move |place| {
            ear.0
                .borrow_mut()
                .push(place.map(|project| ear.1.reach(project)));
        });
        bench.far_faults.refuse_reading(true);
        let loaded = bench.load();
        assert!(loaded.is_far_unread && bench.store.is_unread());
        bench.page.wait(120_000.0);
        assert_eq!(bench.store.reach(project()), Reach::Part, "still refused");
        assert!(!bench.page.finish(bench.store.read_again()));
        bench.far_faults.refuse_reading(false);
        if asks {
            assert!(bench.page.finish(bench.store.read_again()));
        } else {
            bench.page.wait(120_000.0);
        }
        assert_eq!(*news.borrow(), (10..=12).collect());
        assert_eq!(bench.store.reach(project()), Reach::All);
        assert_eq!(reaches.borrow().last(), Some(&Some(Reach::All)));
        assert!(!bench.store.is_unread());
    }
}

#[test]
fn the_waits_between_readings_grow_so_that_a_broken_database_is_not_asked_for_ever() {
    let bench = partly_far().again("WAITS");
    bench.far_faults.refuse_reading(true);
    bench.load();
    let reads = || {
        let trace = bench.far_faults.trace();
        trace
            .iter()
            .filter(|call| call.starts_with("rows read"))
            .count()
    };
    let before = reads();
    for _ in 0..3_600 {
        bench.page.wait(1_000.0);
    }
    let asked = reads() - before;
    assert!((30..=80).contains(&asked), "{asked} readings in an hour");
}

#[test]
fn a_project_begun_while_it_could_not_be_read_gets_what_was_stored_of_it() {
    let bench = partly_far().again("BEGUN");
    bench.far_faults.refuse_reading(true);
    bench.near.content().clear();
    let loaded = bench.load();
    assert!(loaded.is_empty(), "nothing of it is to be seen");
    let news = told(&bench.store);
    bench.store.load_now(project());
    bench.edit(100);
    assert_eq!(bench.store.reach(project()), Reach::Part);
    bench.far_faults.refuse_reading(false);
    bench.page.wait(10_000.0);
    assert_eq!(*news.borrow(), [1, 2, 10, 11, 12].into());
    assert_eq!(bench.store.reach(project()), Reach::All);
}

#[test]
fn the_first_write_to_a_project_that_nobody_loaded_brings_what_is_stored_of_it() {
    let bench = partly_far().again("FIRST");
    bench.near.content().clear();
    let news = told(&bench.store);
    bench.store.load_now(project());
    bench.store.append(project(), "own", &[change(100)]);
    assert_eq!(bench.store.reach(project()), Reach::Asking);
    bench.page.run();
    assert_eq!(*news.borrow(), [1, 2, 10, 11, 12].into());
    assert_eq!(bench.store.reach(project()), Reach::All);
}

#[test]
fn a_list_of_projects_that_may_lack_some_says_so_until_it_is_read() {
    let bench = partly_far().again("LIST");
    bench.near.content().clear();
    assert_eq!(bench.store.list_reach(), Reach::Asking);
    bench.far_faults.refuse_reading(true);
    assert_eq!(bench.page.finish(bench.store.projects()), []);
    assert_eq!(bench.store.list_reach(), Reach::Part);
    assert!(bench.store.is_unread());
    bench.far_faults.refuse_reading(false);
    bench.page.wait(10_000.0);
    assert_eq!(bench.store.list_reach(), Reach::All);
    assert_eq!(bench.page.finish(bench.store.projects()), [project()]);
}

#[test]
fn what_was_opened_from_local_storage_is_not_known_to_be_all_before_the_rest_has_come() {
    let part = partly_far().again("PART");
    part.store.leave();
    assert!(part.load_near().is_none(), "the rest is waited for");
    assert_eq!(part.store.reach(project()), Reach::Asking);
    let first = Bench::new();
    first.load();
    first.edit(1);
    first.store.leave();
    let bench = first.again("NEAR");
    assert!(bench.load_near().is_some());
    assert_eq!(bench.store.reach(project()), Reach::Asking);
    let near = bench.near.content().clone();
    let other = bench.tab("OTHER");
    other.store.append(project(), "import", &changes(10..=12));
    other.page.run();
    *bench.near.content() = near;
    let rest = bench.page.finish(bench.store.load_rest(project()));
    assert_eq!(numbers(&rest, "import"), (10..=12).collect());
    assert_eq!(bench.store.reach(project()), Reach::All);
}

#[test]
fn a_damaged_row_that_lies_nowhere_else_stays_known_as_lost_until_it_comes_back() {
    let bench = partly_far().again("LOST");
    let key = bench
        .rows
        .content()
        .iter()
        .find(|(_, text)| text.contains("记号 11"))
        .map(|(key, _)| key.clone());
    let key = key.expect("the row");
    bench.rows.content().insert(key, "坏".to_owned());
    let lost: Vec<_> = vec![change(11).id];
    bench.load();
    bench.page.wait(5_000.0);
    assert_eq!(bench.store.lost(project()), lost);
    assert_eq!(bench.store.reach(project()), Reach::All, "all was read");
    let next = bench.again("NEXT");
    next.load();
    assert_eq!(
        next.store.lost(project()),
        lost,
        "set aside, and still lost"
    );
    let sound = partly_far().again("SOUND");
    sound.load();
    assert_eq!(sound.store.lost(project()), []);
}

#[test]
fn a_project_that_begins_here_is_all_there_whatever_the_database_says() {
    let bench = Bench::new();
    bench.far_faults.refuse_reading(true);
    bench.store.load_now(project());
    bench.store.begin(project());
    bench.edit(1);
    assert_eq!(bench.store.reach(project()), Reach::All);
    assert!(!bench.store.is_unread());
}
