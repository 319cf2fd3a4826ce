//! Homes that are cleared, emptied or removed while the page is open: it notices, and what it holds in memory is
//! written again, whole, before anything is called saved.

use super::bench::{Bench, change, changes, numbers, project};
use super::taken::open;
use hepai::storage::{Loaded, News, SaveState};
use reactive_graph::owner::Owner;
use std::cell::RefCell;
use std::rc::Rc;

/// An open project with everything that can be kept of one, its session the memory of the store.
fn opened(bench: &Bench) -> (Owner, hepai::state::Session, Rc<RefCell<Vec<News>>>) {
    let news = Rc::new(RefCell::new(Vec::new()));
    let ear = news.clone();
    bench.store.on_news(move |told| ear.borrow_mut().push(told));
    let (owner, session) = open(bench, 1, bench.load());
    bench
        .store
        .on_loss(move |asked| (asked == project()).then(|| session.holdings()));
    (owner, session, news)
}

fn edit(bench: &Bench, session: hepai::state::Session, text: &str) {
    let key = hepai::model::FieldKey::of("title");
    let record = hepai::model::RecordId::of("task/b");
    session
        .field(record, key)
        .set(hepai::model::Value::text(text));
    bench.page.run();
}

fn filled() -> Bench {
    let bench = Bench::new();
    bench.load();
    bench.store.append(project(), "own", &changes(1..=3));
    bench.store.switch(project(), "left", 1);
    bench.store.append(project(), "left", &changes(20..=22));
    bench.store.append(project(), "import", &changes(10..=12));
    bench.store.set_note(project(), "sent/1", "给推广部");
    bench.store.set_whole(project());
    bench.page.run();
    bench
}

fn assert_whole(loaded: &Loaded, own: usize, what: &str) {
    assert_eq!(numbers(loaded, "import"), (10..=12).collect(), "{what}");
    assert_eq!(numbers(loaded, "left"), (20..=22).collect(), "{what}");
    assert_eq!(loaded.switches, [("left".to_owned(), 1)], "{what}");
    assert!(loaded.whole, "{what}");
    let held = loaded.batches.iter().find(|(name, _)| name == "own");
    assert_eq!(held.map_or(0, |(_, changes)| changes.len()), own, "{what}");
}

type Loss = (&'static str, fn(&Bench));

/// Takes away what lies in the homes, as the browser, a script or a person does, and tells as it would.
const LOSSES: [Loss; 6] = [
    ("localStorage", |bench| {
        bench.near.content().clear();
        bench.store.heard_storage(None, None);
    }),
    ("the database", |bench| {
        bench.rows.content().clear();
        bench.facts.content().clear();
        bench.store.homes_lost();
    }),
    ("both", |bench| {
        bench.rows.content().clear();
        bench.facts.content().clear();
        bench.near.content().clear();
        bench.store.homes_lost();
        bench.store.heard_storage(None, None);
    }),
    ("both, one after the other", |bench| {
        bench.near.content().clear();
        bench.store.heard_storage(None, None);
        bench.page.run();
        bench.rows.content().clear();
        bench.facts.content().clear();
        bench.store.homes_lost();
    }),
    ("the changes alone", |bench| {
        bench.rows.content().clear();
        bench.store.homes_lost();
    }),
    ("nothing: the connection was closed", |bench| {
        bench.store.homes_lost()
    }),
];

#[test]
fn what_was_cleared_while_it_was_open_is_written_again_before_it_is_called_saved() {
    for (what, lose) in LOSSES {
        for near_units in [None, Some(900)] {
            let before = filled();
            let bench = before.again("OPEN");
            bench.near.limit(near_units);
            let (_owner, session, news) = opened(&bench);
            edit(&bench, session, "改了");
            bench.page.wait(5_000.0);
            assert!(bench.is_saved());
            lose(&bench);
            assert_eq!(bench.store.save_state(), SaveState::Saving, "{what}");
            bench.page.wait(1_000.0);
            assert!(bench.is_saved(), "{what}");
            assert_whole(&bench.again("BOTH").load(), 4, what);
            let far = bench.again("FAR");
            far.near.content().clear();
            assert_whole(&far.load(), 4, what);
            assert_eq!(
                far.store.note(project(), "sent/1").as_deref(),
                Some("给推广部")
            );
            if near_units.is_none() {
                let near = bench.again("NEAR").store.load_now(project());
                assert_whole(&near, 4, what);
            }
            let was_lost =
                what.contains("the database") || what.contains("both") || what.contains("changes");
            let told = news.borrow().contains(&News::Restored(project()));
            assert_eq!(told, was_lost, "{what}");
            // One more edit, and a start.
            edit(&bench, session, "又改了");
            assert_whole(&bench.again("NEXT").load(), 5, what);
        }
    }
}

#[test]
fn what_cannot_be_written_again_is_not_called_saved() {
    let bench = filled().again("OPEN");
    let (_owner, session, _) = opened(&bench);
    bench.page.run();
    (LOSSES[2].1)(&bench);
    bench.far_faults.refuse(true);
    (0..5).for_each(|_| bench.page.wait(30_000.0));
    assert_eq!(
        bench.store.save_state(),
        SaveState::Saving,
        "localStorage has it"
    );
    assert_whole(&bench.again("NEAR").store.load_now(project()), 3, "near");
    bench.near_faults.refuse(true);
    edit(&bench, session, "哪里也没有");
    assert_eq!(bench.store.save_state(), SaveState::Failed);
    bench.far_faults.refuse(false);
    (0..5).for_each(|_| bench.page.wait(30_000.0));
    assert!(bench.is_saved());
    assert_whole(&bench.again("NEXT").load(), 4, "far");
}

#[test]
fn killed_at_every_call_while_it_is_written_again_nothing_shown_as_saved_is_lost() {
    let before = filled();
    let run = |bench: &Bench| {
        let (owner, ..) = opened(bench);
        bench.page.run();
        (LOSSES[2].1)(bench);
        bench.page.wait(1_000.0);
        drop(owner);
        bench.is_saved()
    };
    let alive = before.again_dying_at(u64::MAX, false);
    assert!(run(&alive));
    for n in 1..=alive.near_faults.calls() {
        for is_done in [false, true] {
            let dying = before.again_dying_at(n, is_done);
            let was_saved = run(&dying);
            let after = dying.again("AFTER");
            after.near.content().clear();
            let loaded = after.load();
            if was_saved {
                assert_whole(&loaded, 3, &format!("killed at {n}, done {is_done}"));
            }
            let is_off = loaded.switches == [("left".to_owned(), 1)];
            assert!(
                is_off || numbers(&loaded, "left").is_empty(),
                "killed at {n}"
            );
        }
    }
}

/// Another tab removes the project; what it posts is heard when the test says so.
fn removed(bench: &Bench) -> Vec<String> {
    let other = bench.tab("REMOVER000");
    other.load();
    assert_eq!(
        other.page.finish(other.store.remove_project(project())),
        Ok(())
    );
    other.page.posts.take()
}

fn is_gone(bench: &Bench) -> bool {
    [&bench.near, &bench.rows, &bench.facts]
        .iter()
        .all(|shelf| !shelf.content().keys().any(|key| key.contains("0123456789")))
}

#[test]
fn a_project_removed_in_another_tab_stays_removed_until_it_is_edited_here_and_then_comes_back_whole()
 {
    let bench = filled().again("OPEN");
    let (_owner, session, news) = opened(&bench);
    bench.page.wait(5_000.0);
    for post in removed(&bench) {
        bench.store.heard_post(&post);
    }
    // What the page notes by itself is no edit.
    bench.store.set_note(project(), "card", "1");
    bench.page.wait(5_000.0);
    assert!(is_gone(&bench) && bench.store.is_removed(project()));
    assert!(news.borrow().contains(&News::Removed(project())));
    edit(&bench, session, "还要");
    bench.page.wait(5_000.0);
    assert!(bench.is_saved() && !bench.store.is_removed(project()));
    assert!(news.borrow().contains(&News::Restored(project())));
    for next in [bench.again("BOTH"), bench.again("FAR")] {
        assert_whole(&next.load(), 4, "brought back");
        assert_eq!(
            next.store.note(project(), "sent/1").as_deref(),
            Some("给推广部")
        );
        assert_eq!(next.store.note(project(), "card").as_deref(), Some("1"));
    }
}

#[test]
fn an_edit_that_crosses_a_removal_leaves_no_piece_of_the_project_but_all_of_it() {
    // On its way when the removal is heard, acknowledged before that, or written to localStorage alone.
    for way in 0..3 {
        let bench = filled().again("OPEN");
        let (_owner, session, _) = opened(&bench);
        bench.page.wait(5_000.0);
        let posts = removed(&bench);
        bench.far_faults.refuse(way == 2);
        if way == 1 {
            edit(&bench, session, "同时");
        } else {
            let record = hepai::model::RecordId::of("task/b");
            session
                .field(record, hepai::model::FieldKey::of("title"))
                .set(hepai::model::Value::text("同时"));
        }
        posts.iter().for_each(|post| bench.store.heard_post(post));
        bench.page.wait(10.0);
        bench.far_faults.refuse(false);
        (0..3).for_each(|_| bench.page.wait(30_000.0));
        assert!(bench.is_saved(), "{way}");
        assert_whole(&bench.again("NEXT").load(), 4, &format!("{way}"));
    }
    // Notes alone are no project.
    let bench = filled().again("OPEN");
    let (_owner, _, _) = opened(&bench);
    bench.page.wait(5_000.0);
    let posts = removed(&bench);
    bench.store.set_note(project(), "card", "1");
    bench.page.run();
    posts.iter().for_each(|post| bench.store.heard_post(post));
    bench.page.wait(500.0);
    assert!(is_gone(&bench) && bench.is_saved());
}

#[test]
fn what_another_tab_wrote_and_went_away_over_is_saved_only_once_this_one_has_written_it() {
    let first = filled();
    let here = first.again("HERE");
    here.load();
    here.page.wait(5_000.0);
    let before = here.near.content().clone();
    let told = |bench: &Bench, before: &std::collections::BTreeMap<String, String>| {
        let now = bench.near.content().clone();
        let new = now
            .iter()
            .filter(|(key, text)| before.get(*key) != Some(text));
        for (key, text) in new {
            here.store.heard_storage(Some(key), Some(text));
        }
    };
    // It tells in time.
    let there = here.tab("THERE");
    there.load();
    there.edit(4);
    told(&there, &before);
    assert_eq!(
        here.store.save_state(),
        SaveState::Saving,
        "shown, and not yet safe"
    );
    there
        .page
        .posts
        .take()
        .iter()
        .for_each(|post| here.store.heard_post(post));
    assert!(here.is_saved());
    // It goes away before IndexedDB has taken it: an edit, a switch, a note.
    let before = here.near.content().clone();
    here.far_faults.refuse(true);
    there.edit(5);
    there.store.switch(project(), "import", 1);
    there.store.set_note(project(), "sent/2", "x");
    drop(there);
    told(&here, &before);
    here.far_faults.refuse(false);
    assert_eq!(here.store.save_state(), SaveState::Saving);
    here.page.wait(500.0);
    assert_eq!(here.store.save_state(), SaveState::Saving);
    here.page.wait(500.0);
    assert!(here.is_saved());
    let next = here.again("NEXT");
    next.near.content().clear();
    let loaded = next.load();
    assert!(numbers(&loaded, "own").contains(&5) && numbers(&loaded, "own").contains(&4));
    assert!(loaded.switches.contains(&("import".to_owned(), 1)));
    assert_eq!(next.store.note(project(), "sent/2").as_deref(), Some("x"));
}

#[test]
fn a_project_removed_in_another_tab_stays_so_when_the_homes_are_lost_too() {
    let bench = filled().again("OPEN");
    let (_owner, _session, news) = opened(&bench);
    bench.page.wait(5_000.0);
    for post in removed(&bench) {
        bench.store.heard_post(&post);
    }
    bench.page.wait(5_000.0);
    bench.store.homes_lost();
    bench.page.wait(5_000.0);
    assert!(is_gone(&bench) && bench.store.is_removed(project()));
    assert!(!news.borrow().contains(&News::Restored(project())));
}

#[test]
fn of_what_another_tab_handed_over_every_line_has_to_be_safe() {
    let first = filled();
    let here = first.again("HERE");
    here.load();
    here.page.wait(5_000.0);
    let (key, text) = {
        let there = here.tab("THERE");
        there.load();
        there.store.append(project(), "own", &changes(4..=5));
        let content = there.near.content().clone();
        let segments = content.into_iter().filter(|(key, _)| key.contains("/s/"));
        let mut both = segments.filter(|(_, text)| text.contains("-4") && text.contains("-5"));
        both.next().expect("one segment of two lines")
    };
    // One of its lines is known to be safe, the other is not.
    let half = hepai::storage::encode("own", [change(4).line()]);
    here.store.heard_post(&format!("put\n{key}\n{half}"));
    assert!(here.is_saved());
    here.store.heard_storage(Some(&key), Some(&text));
    assert_eq!(here.store.save_state(), SaveState::Saving);
}

#[test]
fn projects_that_are_not_open_and_were_cleared_with_both_homes_are_named() {
    for (what, lose) in LOSSES {
        let bench = filled().again("OPEN");
        let told = Rc::new(RefCell::new(Vec::new()));
        let ear = told.clone();
        bench.store.on_news(move |news| ear.borrow_mut().push(news));
        lose(&bench);
        bench.page.wait(5_000.0);
        let is_gone = what.starts_with("both");
        let expected = is_gone.then(|| News::Lost(vec![project()]));
        assert_eq!(*told.borrow(), Vec::from_iter(expected), "{what}");
    }
}

#[test]
fn what_cannot_be_listed_is_not_called_gone() {
    let bench = filled().again("OPEN");
    let told = Rc::new(RefCell::new(Vec::new()));
    let ear = told.clone();
    bench.store.on_news(move |news| ear.borrow_mut().push(news));
    bench.near.content().clear();
    bench.far_faults.refuse(true);
    bench.store.heard_storage(None, None);
    bench.page.wait(2_000.0);
    assert_eq!(*told.borrow(), []);
}
