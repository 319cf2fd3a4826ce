//! Ordinary life: what is written comes back, from either home and from both.

use super::bench::{Bench, change, changes, numbers, project};
use hepai::storage::{Level, Mode, SaveState, Store};

pub(crate) fn filled() -> Bench {
    let bench = Bench::new();
    bench.load();
    (1..=3).for_each(|number| bench.edit(number));
    bench.store.switch(project(), "left", 1);
    bench.store.append(project(), "left", &changes(20..=22));
    bench.store.append(project(), "import", &changes(10..=12));
    bench.store.set_whole(project());
    bench
        .store
        .set_note(project(), "sent/1", "给推广部\n第二行");
    bench.page.run();
    bench.store.leave();
    bench
}

fn assert_filled(bench: &Bench, loaded: &hepai::storage::Loaded) {
    assert_eq!(numbers(loaded, "own"), (1..=3).collect());
    assert_eq!(numbers(loaded, "import"), (10..=12).collect());
    assert_eq!(numbers(loaded, "left"), (20..=22).collect());
    assert_eq!(loaded.len(), 9);
    assert_eq!(loaded.switches, [("left".to_owned(), 1)]);
    assert!(loaded.whole && !loaded.more && loaded.damaged.is_empty() && !loaded.is_far_unread);
    assert_eq!(
        bench.store.notes(project(), "sent/"),
        [("sent/1".to_owned(), "给推广部\n第二行".to_owned())]
    );
    assert_eq!(
        bench.store.note(project(), "sent/1").as_deref(),
        Some("给推广部\n第二行")
    );
}

#[test]
fn what_is_written_comes_back_from_either_home_and_from_both() {
    let bench = filled();
    let both = bench.again("BOTH");
    assert_filled(&both, &both.load());

    let near = bench.again("NEAR");
    assert_filled(&near, &near.store.load_now(project()));
    assert_eq!(near.store.projects_now(), [project()]);

    let far = bench.again("FAR");
    far.near.content().clear();
    assert!(far.store.load_now(project()).is_empty());
    assert_filled(&far, &far.page.finish(far.store.load_rest(project())));
    assert_eq!(far.page.finish(far.store.projects()), [project()]);
}

#[test]
fn the_rest_holds_only_what_the_page_does_not_have_yet() {
    let bench = filled().again("AGAIN");
    bench.store.load_now(project());
    assert_eq!(bench.page.finish(bench.store.load_rest(project())).len(), 0);
    let other = bench.tab("OTHER");
    other.edit(4);
    let rest = bench.page.finish(bench.store.load_rest(project()));
    assert_eq!((rest.len(), numbers(&rest, "own")), (1, [4].into()));
    assert_eq!(bench.page.finish(bench.store.load_rest(project())).len(), 0);
}

#[test]
fn a_project_that_localstorage_holds_is_opened_from_it_alone_and_the_rest_joins_later() {
    let near = filled().again("NEAR");
    let written = near.rows.content().clone();
    assert_filled(&near, &near.load_near().expect("known to be all"));
    assert!(
        !near
            .far_faults
            .trace()
            .iter()
            .any(|call| call.starts_with("rows read")),
        "no row was waited for"
    );
    // An edit made before the rest has come waits for it on its way to IndexedDB.
    near.store.append(project(), "own", &[change(5)]);
    near.page.wait(10_000.0);
    assert!(!near.is_saved());
    assert_eq!(*near.rows.content(), written);
    let hidden = near.near.content().clone();
    near.tab("OTHER").edit(4);
    *near.near.content() = hidden;
    let rest = near.page.finish(near.store.load_rest(project()));
    assert_eq!((rest.len(), numbers(&rest, "own")), (1, [4].into()));
    near.page.run();
    assert!(near.is_saved());
    assert_eq!(
        numbers(&near.again("NEXT").load(), "own"),
        (1..=5).collect()
    );
}

#[test]
fn a_project_that_localstorage_may_hold_in_part_waits_for_indexeddb() {
    let holds_less = filled();
    holds_less.near.content().clear();
    assert!(holds_less.again("EMPTY").load_near().is_none());
    let opened = holds_less.again("OPENED");
    opened.load();
    opened.page.wait(5_000.0);
    opened.edit(4);
    assert!(opened.again("MORE").load_near().is_none());

    let damaged = filled();
    let key = damaged
        .near
        .content()
        .keys()
        .find(|key| key.contains("/s/"))
        .cloned();
    let key = key.expect("a segment");
    damaged
        .near
        .content()
        .entry(key)
        .and_modify(|text| text.push('x'));
    let damaged = damaged.again("DAMAGED");
    assert!(damaged.load_near().is_none());
    let loaded = damaged.load();
    assert_eq!((loaded.len(), loaded.damaged.len()), (9, 1));
}

#[test]
fn what_one_home_lacks_is_added_after_opening() {
    let bench = filled();
    let far = bench.again("FAR");
    far.rows.content().clear();
    far.facts.content().clear();
    far.load();
    far.page.wait(5_000.0);
    assert_eq!(*far.rows.content(), *bench.rows.content());
    assert_eq!(*far.facts.content(), *bench.facts.content());

    let near = bench.again("NEAR");
    near.near.content().clear();
    near.load();
    near.page.wait(5_000.0);
    let next = near.again("NEXT").store.load_now(project());
    assert!(!next.more, "localStorage holds all of it again");
    assert_eq!(
        next.len(),
        bench.again("ALL").store.load_now(project()).len()
    );
    assert_eq!(
        next.switches,
        [("left".to_owned(), 1)],
        "what is off stays off from the first moment"
    );
    assert!(
        !near.store.local_full(),
        "it lost something, but it is not full"
    );
}

#[test]
fn the_later_of_two_notes_counts_in_whichever_home_it_lies() {
    let bench = filled();
    let (near, far) = (bench.near.content().clone(), bench.facts.content().clone());
    bench.page.wait(1_000.0);
    bench.store.set_note(project(), "sent/1", "later");
    bench.page.run();
    let old_near = bench.again("NEAR");
    *old_near.near.content() = near;
    let old_far = bench.again("FAR");
    *old_far.facts.content() = far;
    for bench in [old_near, old_far] {
        bench.load();
        assert_eq!(
            bench.store.note(project(), "sent/1").as_deref(),
            Some("later")
        );
        bench.page.wait(5_000.0);
        let next = bench.again("NEXT");
        next.store.load_now(project());
        assert_eq!(
            next.store.note(project(), "sent/1").as_deref(),
            Some("later")
        );
        assert_eq!(
            bench.facts.content().get("0123456789/n/sent/1"),
            next.near.content().get("hepai/p/0123456789/n/sent/1")
        );
    }
}

#[test]
fn without_any_disk_everything_works_in_memory_and_says_so() {
    for mode in [Mode::MemoryOnly, Mode::FileProtocol] {
        let store = Store::in_memory(mode);
        let page = super::bench::Page::default();
        assert!(page.finish(store.load(project())).is_empty());
        store.append(project(), "own", &changes(1..=3));
        store.switch(project(), "import", 1);
        store.set_note(project(), "who", "李雷");
        assert!(store.set_setting("language", "en"));
        assert_eq!(
            (store.mode(), store.save_state()),
            (mode, SaveState::Memory)
        );
        assert_eq!(
            numbers(&page.finish(store.load(project())), "own"),
            (1..=3).collect()
        );
        assert_eq!(store.note(project(), "who").as_deref(), Some("李雷"));
        assert_eq!(store.setting("language").as_deref(), Some("en"));
        assert!(page.finish(store.flush()));
        assert_eq!(page.finish(store.remove_project(project())), Ok(()));
        assert_eq!(page.finish(store.projects()), []);
    }
}

#[test]
fn the_space_is_counted_with_every_write_and_equals_what_is_there() {
    let bench = filled();
    bench.store.set_setting("language", "中文");
    bench.store.set_setting("language", "en");
    bench.page.wait(5_000.0);
    assert_eq!(
        bench.store.space().used_units,
        bench.again("NEXT").store.space().used_units
    );
    assert_eq!(bench.store.space().level(), Level::Fine);
    let counted: usize = bench
        .near
        .content()
        .iter()
        .map(|(key, text)| hepai::storage::units(key) + hepai::storage::units(text))
        .sum();
    assert_eq!(bench.store.space().used_units, counted);
}

#[test]
fn a_removed_project_is_gone_from_both_homes_and_others_are_not() {
    let bench = filled();
    let other = "ABCDEFGHJK".parse().expect("a project id");
    bench.store.append(other, "own", &changes(1..=2));
    bench.page.run();
    assert_eq!(
        bench.page.finish(bench.store.remove_project(project())),
        Ok(())
    );
    assert_eq!(bench.page.finish(bench.store.projects()), [other]);
    for shelf in [&bench.near, &bench.rows, &bench.facts] {
        assert!(!shelf.content().keys().any(|key| key.contains("0123456789")));
    }
    assert_eq!(
        bench.store.space().used_units,
        bench.again("NEXT").store.space().used_units
    );
    assert_eq!(
        numbers(
            &bench.page.finish(bench.again("NEXT").store.load(other)),
            "own"
        ),
        (1..=2).collect()
    );
}

#[test]
fn the_raw_dump_holds_every_key_of_both_homes() {
    let bench = filled();
    bench
        .near
        .content()
        .insert("somebody else".to_owned(), "x".to_owned());
    let dump: serde_json::Value =
        serde_json::from_str(&bench.page.finish(bench.store.raw_dump())).expect("JSON");
    let keys = |list: &serde_json::Value| list.as_array().map_or(0, Vec::len);
    assert_eq!(keys(&dump["localStorage"]), bench.near.content().len());
    assert_eq!(
        keys(&dump["indexedDB"]["hepai"]["rows"]),
        bench.rows.content().len()
    );
    assert_eq!(
        keys(&dump["indexedDB"]["hepai"]["kv"]),
        bench.facts.content().len()
    );
}
