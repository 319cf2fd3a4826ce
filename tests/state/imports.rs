//! Imports: taken, left out, undone, redone, and what the slower home brings.

use crate::{open, text, title};
use hepai::model::{Change, RecordId};
use reactive_graph::computed::ArcMemo;
use reactive_graph::traits::Get;

#[test]
fn what_the_slower_home_holds_joins_what_is_shown_and_wakes_it() {
    let (_owner, _, session) = open(1);
    let parse = |number: u64, title: &str, names: &str| {
        let line = format!(
            r#"{{"cells":{{"title":["{title}"{names}]}},"id":"ABCDEFGHJK-{number}","lamport":{number},"record":"task/A","time":0}}"#
        );
        Change::parse(&line).expect("a change")
    };
    let first = parse(1, "先", "");
    session.load(vec![("own".to_owned(), vec![first.clone()])], &[], false);
    let record = RecordId::of("task/A");
    let shown = ArcMemo::new({
        let record = record.clone();
        move |_| session.value(&record, &title())
    });
    assert_eq!(shown.get(), text("先"));

    let handle = session.field(record.clone(), title());
    handle.begin();
    let later = parse(2, "后", r#","ABCDEFGHJK-1""#);
    let held = parse(3, "不要", r#","ABCDEFGHJK-1""#);
    let batches = vec![
        ("own".to_owned(), vec![first, later]),
        ("left".to_owned(), vec![held]),
    ];
    session.join(batches, &[("left".to_owned(), 1)], true);
    assert_eq!(shown.get(), text("后"));
    assert!(session.is_whole());
    assert_eq!(
        session.read(|log| (log.len(), log.held_back().count())),
        (2, 1)
    );

    // Whoever had begun to type before that sees both, and loses neither.
    handle.set(text("打的字"));
    assert_eq!(session.distinct(&record, &title()).len(), 2);
}

#[test]
fn what_an_import_leaves_out_is_held_back_and_a_switch_asked_for_twice_is_one() {
    let (_owner, fake, session) = open(11);
    let (_other_owner, _, other) = open(12);
    for name in ["task/A", "task/B"] {
        other.field(RecordId::of(name), title()).set(text(name));
    }
    let file: Vec<Change> = other.read(|log| log.in_force().cloned().collect());
    let (take, leave) = (vec![file[0].clone()], vec![file[1].clone()]);
    let batch = session.take(take, leave, Vec::new(), false, Vec::new());
    assert!(session.is_visible(&RecordId::of("task/A")));
    assert!(!session.is_visible(&RecordId::of("task/B")));
    assert_eq!(session.read(|log| log.held_back().count()), 1);
    session.switch_import(&batch, false);
    session.switch_import(&batch, false);
    assert!(!session.is_visible(&RecordId::of("task/A")));
    assert_eq!(fake.switches.borrow().len(), 2);
}

#[test]
fn an_import_is_taken_undone_and_redone() {
    let (_owner, fake, session) = open(6);
    let record = RecordId::of("task/A");
    session.field(record.clone(), title()).set(text("mine"));
    let (_other_owner, _, other) = open(7);
    other
        .field(RecordId::of("task/B"), title())
        .set(text("theirs"));
    let before = session.read(|log| log.current());
    let batch = session.take(
        other.read(|log| log.in_force().cloned().collect()),
        Vec::new(),
        vec!["a.json".into()],
        false,
        Vec::new(),
    );
    assert!(session.is_visible(&RecordId::of("task/B")));
    assert_eq!(session.switch_import(&batch, false), 0);
    assert_eq!(session.read(|log| log.current()), before);
    session.switch_import(&batch, true);
    assert!(session.is_visible(&RecordId::of("task/B")));
    assert_eq!(session.imports().len(), 1);
    assert_eq!(
        fake.switches.borrow().as_slice(),
        [(batch.clone(), 1), (batch, 2)]
    );
}

#[test]
fn a_whole_file_that_is_taken_back_leaves_the_copy_as_it_was() {
    let (_owner, _, session) = open(13);
    let (_other_owner, _, other) = open(14);
    session.load(Vec::new(), &[], false);
    assert!(!session.is_whole());
    other.field(RecordId::of("task/A"), title()).set(text("A"));
    let file: Vec<Change> = other.read(|log| log.in_force().cloned().collect());
    let take = || session.take(file.clone(), Vec::new(), Vec::new(), true, Vec::new());
    let first = take();
    assert!(session.is_whole());
    session.switch_import(&first, false);
    assert!(!session.is_whole(), "what made it whole is off");
    session.switch_import(&first, true);
    assert!(session.is_whole());
    session.switch_import(&first, false);
    take();
    assert!(session.is_whole(), "another one holds all of it");
}

#[test]
fn a_copy_that_was_whole_before_stays_so_without_the_file() {
    let (_owner, _, session) = open(15);
    let (_other_owner, _, other) = open(16);
    assert!(session.is_whole());
    other.field(RecordId::of("task/A"), title()).set(text("A"));
    let file: Vec<Change> = other.read(|log| log.in_force().cloned().collect());
    let batch = session.take(file, Vec::new(), Vec::new(), true, Vec::new());
    session.switch_import(&batch, false);
    assert!(session.is_whole());
}
