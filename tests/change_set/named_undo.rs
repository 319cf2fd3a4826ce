//! Named cases of undo: of one's own acts, and of imports, at once and late.

use crate::desk::{Desk, exchange, key, record, text};
use crate::laws::bytes;
use hepai::model::Value;
use hepai::model::log::{UndoStep, Write};

fn step(desk: &mut Desk, act: impl FnOnce(&mut Desk) -> Vec<hepai::model::log::Slot>) -> UndoStep {
    let slots = act(desk);
    desk.log.step_of(&slots)
}

/// Undoing a step gives the state, conflicts and shown values of before; redoing it those of after.
fn undo_and_redo(desk: &mut Desk, act: impl FnOnce(&mut Desk) -> Vec<hepai::model::log::Slot>) {
    let before = (bytes(&desk.log).current, desk.open());
    let done = step(desk, act);
    let after = (bytes(&desk.log).current, desk.open());
    let (undone, back) = desk.undo(&done);
    assert!(undone.left.is_empty());
    assert_eq!((bytes(&desk.log).current, desk.open()), before, "undone");
    desk.undo(&back);
    assert_eq!((bytes(&desk.log).current, desk.open()), after, "redone");
}

#[test]
fn undo_of_a_first_value_leaves_nothing() {
    let mut a = Desk::of("A");
    undo_and_redo(&mut a, |a| a.write("charter", "title", "x"));
}

#[test]
fn undo_of_a_decision_opens_it_again_and_shows_the_same_value_first() {
    let (mut a, mut b, mut c) = (Desk::of("A"), Desk::of("B"), Desk::of("C"));
    a.write("charter", "title", "a");
    b.write("charter", "title", "b");
    c.write("charter", "title", "c");
    exchange(&mut [&mut a, &mut b, &mut c]);
    let shown = a.values("charter", "title");
    assert_eq!(shown.len(), 3);
    let decided = step(&mut a, |a| a.decide("charter", "title", text("settled")));
    b.take("decided", &a.file());
    let (_, back) = a.undo(&decided);
    assert_eq!(a.values("charter", "title"), shown);
    b.take("undone", &a.file());
    assert_eq!(b.values("charter", "title"), shown);
    a.undo(&back);
    b.take("redone", &a.file());
    assert_eq!(b.values("charter", "title"), [text("settled")]);
}

#[test]
fn undo_in_a_conflict_touches_only_the_value_that_was_replaced() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("charter", "title", "a");
    b.write("charter", "title", "b");
    exchange(&mut [&mut a, &mut b]);
    undo_and_redo(&mut a, |a| a.write("charter", "title", "c"));
}

#[test]
fn what_others_touched_since_is_left_whatever_their_lamport() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("charter", "title", "first");
    b.take("a", &a.file());
    b.write("charter", "title", "theirs");
    for value in ["1", "2", "3", "4"] {
        a.write("charter", "due", value);
    }
    let done = step(&mut a, |a| a.write("charter", "title", "mine"));
    a.take("b", &b.file());
    let before = bytes(&a.log);
    let (undone, _) = a.undo(&done);
    assert_eq!(undone.left, [(record("charter"), key("title"))]);
    assert_eq!(bytes(&a.log), before, "left, and told");
}

#[test]
fn undo_of_a_stale_write_leaves_what_had_arrived_meanwhile() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("charter", "title", "first");
    b.take("a", &a.file());
    b.write("charter", "title", "theirs");
    let seen = a.look("charter", "title");
    a.take("b", &b.file());
    undo_and_redo(&mut a, |a| a.leave("charter", "title", text("mine"), seen));
    let slots = a.log.of_id(a.file()[2].id).collect::<Vec<_>>();
    assert_eq!(slots.len(), 1);
}

#[test]
fn steps_undone_one_after_another_stop_where_somebody_else_wrote_between() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("charter", "title", "v0");
    let mut first = step(&mut a, |a| a.write("charter", "title", "v1"));
    b.take("a", &a.file());
    b.write("charter", "title", "theirs");
    a.take("b", &b.file());
    let second = step(&mut a, |a| a.write("charter", "title", "v2"));
    let (_, back) = a.undo(&second);
    assert_eq!(a.values("charter", "title"), [text("theirs")]);
    first.absorb(second);
    first.absorb(back);
    let (undone, _) = a.undo(&first);
    assert_eq!(undone.left.len(), 1);
    assert_eq!(
        a.values("charter", "title"),
        [text("theirs")],
        "theirs is not taken back with mine"
    );
}

#[test]
fn undo_of_leaving_a_locking_state_brings_it_back_with_what_it_knew() {
    let mut a = Desk::of("A");
    a.write_all(
        "charter",
        &[("status", text("submitted")), ("title", text("t"))],
    );
    undo_and_redo(&mut a, |a| a.decide("charter", "status", text("draft")));
    assert!(a.open().is_empty());
}

#[test]
fn undo_of_agreeing_again_shows_again_what_had_not_been_known() {
    let mut a = Desk::of("A");
    a.decide("charter", "status", text("submitted"));
    a.write("charter", "title", "t1");
    assert_eq!(a.open(), ["charter status"]);
    undo_and_redo(&mut a, |a| {
        a.write_all(
            "charter",
            &[("status", text("submitted")), ("title", text("t2"))],
        )
    });
}

#[test]
fn redo_of_agreeing_knows_no_more_than_the_first_time() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    b.write("charter", "title", "theirs");
    let (status, title) = (
        a.log
            .seen_whole(&record("charter"), &key("status"), &text("submitted")),
        a.look("charter", "title"),
    );
    a.take("b", &b.file());
    let write = |field, value, seen| Write {
        record: record("charter"),
        key: key(field),
        value: text(value),
        seen,
    };
    undo_and_redo(&mut a, |a| {
        a.act(vec![
            write("status", "submitted", status),
            write("title", "mine", title),
        ])
    });
    assert_eq!(a.open(), ["charter status", "charter title"]);
    let unknown: Vec<Value> = a
        .log
        .contradictions(&record("charter"), &key("status"))
        .iter()
        .map(|(_, live)| live.value.clone())
        .collect();
    assert_eq!(unknown, [text("theirs")]);
}

#[test]
fn undo_of_a_return_with_an_edit_brings_the_agreed_value_back_as_agreed() {
    let mut a = Desk::of("A");
    a.write("charter", "title", "agreed");
    a.decide("charter", "status", text("submitted"));
    undo_and_redo(&mut a, |a| {
        a.write_all(
            "charter",
            &[("status", text("draft")), ("title", text("other"))],
        )
    });
    assert_eq!(a.value("charter", "status"), text("draft"));
}

#[test]
fn undo_of_a_deletion_and_of_a_restoration() {
    let mut a = Desk::of("A");
    a.write_all("task/R", &[("title", text("row")), ("due", text("now"))]);
    undo_and_redo(&mut a, |a| a.delete("task/R"));
    assert!(a.log.is_deleted(&record("task/R")));
    undo_and_redo(&mut a, |a| a.decide("task/R", "deleted", Value::Null));
    assert!(a.log.is_visible(&record("task/R")));
}

#[test]
fn an_import_undone_at_once_leaves_the_same_bytes() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("charter", "title", "mine");
    b.write("charter", "title", "theirs");
    let before = bytes(&a.log);
    a.take("b", &b.file());
    let after = bytes(&a.log);
    a.log.switch("b", 1);
    assert_eq!(bytes(&a.log), before);
    a.log.switch("b", 1);
    assert_eq!(
        bytes(&a.log),
        before,
        "a switch heard of twice is one switch"
    );
    a.log.switch("b", 2);
    assert_eq!(bytes(&a.log), after);
    a.log.switch("b", 1);
    assert_eq!(bytes(&a.log), after, "an older number comes too late");
}

#[test]
fn an_import_undone_late_keeps_what_was_built_upon_and_no_more() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    b.write("charter", "title", "theirs");
    b.write("charter", "title", "theirs again");
    b.write("charter", "due", "now");
    a.take("b", &b.file());
    a.write("charter", "title", "mine");
    a.log.switch("b", 1);
    assert_eq!(a.values("charter", "title"), [text("mine")]);
    assert!(a.value("charter", "due").is_empty());
    assert_eq!(
        a.log.kept_of("b").len(),
        2,
        "with what it had replaced in its turn"
    );
    assert_eq!(a.log.held_back().count(), 1);
    a.log.switch("b", 2);
    assert_eq!(a.value("charter", "due"), text("now"));
    assert!(a.log.kept_of("b").is_empty());
}

#[test]
fn a_change_that_was_waited_for_stays_when_its_import_is_undone() {
    let mut b = Desk::of("B");
    b.write("charter", "title", "one");
    b.write("charter", "title", "two");
    let file = b.file();
    let mut a = Desk::of("A");
    a.take("second", &file[1..]);
    assert_eq!(a.log.missing(false).len(), 1);
    a.take("first", &file[..1]);
    a.log.switch("first", 1);
    assert_eq!(a.log.len(), 2);
    assert_eq!(a.log.kept_of("first").len(), 1);
}
