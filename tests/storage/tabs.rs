//! Two tabs of one browser: each hears the other, once.

use super::bench::{Bench, Slow, change, changes, numbers, poll, project};
use hepai::storage::{MemoryShelf, Mode, News, Shelves, Store};
use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;

fn heard(bench: &Bench) -> Rc<RefCell<Vec<News>>> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ear = heard.clone();
    bench.store.on_news(move |news| ear.borrow_mut().push(news));
    heard
}

/// Delivers what one tab posted and what the browser tells of localStorage, the latter also out of turn.
fn deliver(from: &Bench, to: &Bench, before: &std::collections::BTreeMap<String, String>) {
    for (key, text) in from.near.content().clone() {
        if before.get(&key) != Some(&text) {
            to.store.heard_storage(Some(&key), Some(&text));
        }
    }
    for key in before
        .keys()
        .filter(|key| !from.near.content().contains_key(*key))
    {
        to.store.heard_storage(Some(key), None);
    }
    for post in from.page.posts.take() {
        to.store.heard_post(&post);
    }
}

fn two_tabs() -> (Bench, Bench) {
    let a = Bench::new();
    a.load();
    a.edit(1);
    a.page.posts.take();
    let b = a.tab("SECONDTAB0");
    b.load();
    (a, b)
}

#[test]
fn another_tab_hears_every_change_once_and_the_space_it_takes() {
    let (a, b) = two_tabs();
    let news = heard(&b);
    let before = a.near.content().clone();
    a.edit(2);
    a.store.append(project(), "import", &changes(10..=12));
    a.store.switch(project(), "import", 1);
    a.store.set_whole(project());
    a.store.set_note(project(), "who", "李雷");
    a.store.set_setting("language", "en");
    a.page.run();
    deliver(&a, &b, &before);
    let (mut own, mut import, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for news in news.take() {
        match news {
            News::Changes { batch, changes, .. } if batch == "own" => own.extend(changes),
            News::Changes { changes, .. } => import.extend(changes),
            other => others.push(other),
        }
    }
    assert_eq!((own, import), (vec![change(2)], changes(10..=12)));
    assert!(others.contains(&News::Switch {
        project: project(),
        batch: "import".to_owned(),
        number: 1
    }));
    assert!(others.contains(&News::Whole(project())));
    assert!(others.contains(&News::Setting {
        name: "language".to_owned(),
        text: "en".to_owned()
    }));
    assert_eq!(
        others
            .iter()
            .filter(|news| matches!(news, News::Note { .. }))
            .count(),
        1
    );
    assert_eq!(b.store.note(project(), "who").as_deref(), Some("李雷"));
    assert_eq!(a.store.space(), b.store.space());
}

#[test]
fn two_tabs_of_five_hundred_edits_lose_nothing_and_both_show_everything_also_when_local_storage_is_full()
 {
    for is_full in [false, true] {
        let (a, b) = two_tabs();
        if is_full {
            a.near.limit(Some(0));
        }
        let (at_a, at_b) = (heard(&a), heard(&b));
        for number in 1..=500 {
            let before = a.near.content().clone();
            a.edit(1_000 + number);
            deliver(&a, &b, &before);
            let before = b.near.content().clone();
            b.edit(2_000 + number);
            deliver(&b, &a, &before);
        }
        let count = |news: &Rc<RefCell<Vec<News>>>| {
            news.borrow()
                .iter()
                .map(|news| {
                    if let News::Changes { changes, .. } = news {
                        changes.len()
                    } else {
                        0
                    }
                })
                .sum::<usize>()
        };
        assert_eq!((count(&at_a), count(&at_b)), (500, 500));
        assert!(a.is_saved() && b.is_saved());
        assert_eq!(numbers(&a.again("NEXT").load(), "own").len(), 1_001);
    }
}

#[test]
fn compaction_in_one_tab_is_no_news_in_the_other() {
    let (a, _) = two_tabs();
    (2..=60).for_each(|number| a.edit(number));
    let b = a.tab("SECONDTAB0");
    b.load();
    let c = a.tab("THIRDTAB00");
    c.load();
    let (news, before) = (heard(&b), a.near.content().clone());
    c.page.wait(5_000.0);
    deliver(&c, &b, &before);
    assert!(
        a.near
            .content()
            .keys()
            .filter(|key| key.contains("/s/"))
            .count()
            < 5
    );
    assert_eq!(*news.borrow(), []);
    assert_eq!(b.store.space(), c.store.space());
}

#[test]
fn a_project_that_is_not_open_here_is_news_of_its_own() {
    let (a, _) = two_tabs();
    let b = a.tab("HOME000000");
    let news = heard(&b);
    let before = a.near.content().clone();
    a.edit(2);
    deliver(&a, &b, &before);
    assert!(
        !news.borrow().is_empty()
            && news
                .borrow()
                .iter()
                .all(|news| *news == News::Elsewhere(project()))
    );
    assert_eq!(
        numbers(&b.load(), "own"),
        (1..=2).collect(),
        "and nothing of it counts as known"
    );
    b.store.close(project());
    news.borrow_mut().clear();
    let before = a.near.content().clone();
    a.edit(3);
    deliver(&a, &b, &before);
    assert!(
        news.borrow()
            .iter()
            .all(|news| *news == News::Elsewhere(project()))
    );
    assert_eq!(numbers(&b.load(), "own"), (1..=3).collect());
}

#[test]
fn a_removal_reaches_the_other_tab() {
    let (a, b) = two_tabs();
    let news = heard(&b);
    let before = a.near.content().clone();
    assert_eq!(a.page.finish(a.store.remove_project(project())), Ok(()));
    deliver(&a, &b, &before);
    assert_eq!(*news.borrow(), [News::Removed(project())]);
    assert_eq!(b.store.projects_now(), []);
}

#[test]
fn noise_on_the_channel_is_no_news() {
    let (a, b) = two_tabs();
    let news = heard(&b);
    for text in [
        "",
        "put",
        "put\n",
        "put\nhepai/p/0123456789/s/x\ndamaged",
        "put\nx\ny",
        "removed\n",
        "removed\nx",
        "hello",
    ] {
        b.store.heard_post(text);
    }
    b.store.heard_storage(None, None);
    assert_eq!(*news.borrow(), []);
    drop(a);
}

#[test]
fn what_another_tab_writes_while_a_project_is_loaded_is_in_what_was_loaded() {
    let (a, _) = two_tabs();
    a.near.limit(Some(0));
    let b = a.tab("LOADING000");
    let gate = Rc::new(Cell::new(false));
    let slow = |shelf: &MemoryShelf| {
        Rc::new(Slow {
            shelf: shelf.clone(),
            gate: gate.clone(),
        })
    };
    let shelves = Shelves {
        near: Rc::new(b.near.clone()),
        rows: slow(&b.rows),
        facts: slow(&b.facts),
    };
    let store = Store::new(Mode::Ready, shelves, b.page.clone(), "SLOW", 1);
    // Two at once, as when a page is opened twice in a moment.
    let (mut first, mut second) = (pin!(store.load(project())), pin!(store.load(project())));
    assert!(poll(first.as_mut()).is_pending() && poll(second.as_mut()).is_pending());
    a.edit(2);
    a.store.switch(project(), "import", 1);
    a.page.run();
    a.page
        .posts
        .take()
        .iter()
        .for_each(|post| store.heard_post(post));
    gate.set(true);
    for load in [first, second] {
        let loaded = b.page.finish(load);
        assert_eq!(numbers(&loaded, "own"), (1..=2).collect());
        assert_eq!(loaded.switches, [("import".to_owned(), 1)]);
    }
}
