//! Taking back and doing again: a visit that goes on, where it happened, one step by its number, a control that is
//! gone.

use super::{open, text, title};
use hepai::model::{FieldKey, RecordId, Value};
use reactive_graph::computed::ArcMemo;
use reactive_graph::owner::Owner;
use reactive_graph::traits::Get;

fn background() -> FieldKey {
    FieldKey::of("background")
}

#[test]
fn a_visit_that_goes_on_is_taken_back_and_what_is_typed_then_builds_on_that() {
    let (_owner, _, session) = open(41);
    let record = RecordId::of("task/A");
    session.field(record.clone(), title()).set(text("before"));
    let field = session.field(record.clone(), title());
    field.begin();
    field.write(text("typed"));
    assert_eq!(session.undo().written, 1);
    assert_eq!(field.value(), text("before"));
    field.write(text("before and more"));
    assert_eq!(
        session.distinct(&record, &title()),
        [text("before and more")],
        "it has seen what was undone"
    );
    assert!(session.redo().nothing, "typing forgets what was undone");
    assert_eq!(field.value(), text("before and more"));
    session.undo();
    assert_eq!(field.value(), text("before"));
    session.redo();
    assert_eq!(field.value(), text("before and more"));
    session.undo();
    session.undo();
    assert_eq!(field.value(), Value::Null);
    assert!(session.undo().nothing);
}

#[test]
fn an_open_list_has_something_to_take_back() {
    let (_owner, _, session) = open(42);
    let record = RecordId::of("task/A");
    let key = FieldKey::of("stage");
    let list = session.field(record.clone(), key.clone());
    list.begin();
    list.write(text("stage/a"));
    assert!(!session.undo().nothing);
    assert_eq!(session.value(&record, &key), Value::Null);
    list.write(text("stage/b"));
    list.end();
    session.undo();
    assert_eq!(session.value(&record, &key), Value::Null);
}

#[test]
fn what_a_visit_wrote_is_given_up_however_often_it_was_written() {
    let (_owner, _, session) = open(46);
    let record = RecordId::of("task/A");
    session.field(record.clone(), title()).set(text("before"));
    let field = session.field(record.clone(), title());
    field.begin();
    for letters in ["b", "", "be"] {
        field.write(text(letters));
    }
    field.give_up();
    assert_eq!(session.distinct(&record, &title()), [text("before")]);
    assert_eq!(session.read(|log| log.conflict_count()), 0);
    field.begin();
    assert_eq!(field.give_up(), 0);
    assert_eq!(
        field.value(),
        text("before"),
        "nothing was written, nothing is taken back"
    );
    field.write(text("after"));
    field.end();
    session.undo();
    assert_eq!(field.value(), text("before"));
    session.undo();
    assert_eq!(field.value(), Value::Null);
}

#[test]
fn each_choice_is_a_step_and_giving_up_takes_back_those_of_the_visit() {
    let (_owner, _, session) = open(47);
    let record = RecordId::of("task/A");
    let key = FieldKey::of("stage");
    let list = session.field(record.clone(), key.clone());
    list.begin();
    list.choose(text("stage/a"));
    list.end();
    list.begin();
    list.choose(text("stage/b"));
    list.choose(text("stage/c"));
    session.undo();
    assert_eq!(list.value(), text("stage/b"), "one choice at a time");
    session.redo();
    list.end();
    list.begin();
    for stage in ["stage/d", "stage/e"] {
        list.choose(text(stage));
    }
    list.give_up();
    assert_eq!(session.distinct(&record, &key), [text("stage/c")]);
}

#[test]
fn giving_up_leaves_what_came_from_elsewhere_meanwhile() {
    let (_owner, _, session) = open(48);
    let record = RecordId::of("task/A");
    session.field(record.clone(), title()).set(text("before"));
    let (_other_owner, _, other) = open(49);
    other.news("b1", session.read(|log| log.in_force().cloned().collect()));
    let field = session.field(record.clone(), title());
    field.begin();
    field.write(text("typed"));
    other.field(record.clone(), title()).set(text("theirs"));
    session.news("b1", other.read(|log| log.in_force().cloned().collect()));
    assert_eq!(
        field.give_up(),
        1,
        "what others have touched stays, and is told"
    );
    assert_eq!(session.distinct(&record, &title()).len(), 2);
}

#[test]
fn it_is_said_where_something_was_taken_back_and_controls_hear_of_it() {
    let (_owner, _, session) = open(43);
    let record = RecordId::of("task/A");
    let heard = ArcMemo::new(move |_| session.times_taken_back());
    let before = heard.get();
    session.field(record.clone(), title()).set(text("one"));
    session.field(record.clone(), background()).set(text("two"));
    assert_eq!(heard.get(), before, "writing is no such thing");
    session.undo();
    assert_eq!(session.taken_back_at(), [(record.clone(), background())]);
    assert!(heard.get() > before);
    let once = heard.get();
    session.undo();
    assert_eq!(session.taken_back_at(), [(record.clone(), title())]);
    session.redo();
    assert_eq!(session.taken_back_at(), [(record, title())]);
    assert!(heard.get() > once);
}

#[test]
fn a_message_takes_back_its_own_step_whatever_was_done_since() {
    let (_owner, _, session) = open(44);
    let [a, b] = ["task/A", "task/B"].map(RecordId::of);
    for record in [&a, &b] {
        session.field(record.clone(), title()).set(text("there"));
    }
    session.delete(&a);
    let deletion = session.last_step();
    session.field(b.clone(), title()).set(text("since"));
    assert!(!session.is_visible(&a));
    let report = session.undo_step(deletion);
    assert!(!report.nothing && report.left == 0);
    assert!(session.is_visible(&a));
    assert_eq!(session.value(&b, &title()), text("since"));
    assert!(session.undo_step(deletion).nothing, "once");
    session.undo();
    assert_eq!(session.value(&b, &title()), text("there"));
    assert!(session.is_visible(&a));
}

#[test]
fn a_control_that_is_gone_writes_nothing_and_stops_nothing() {
    let (_owner, _, session) = open(45);
    let record = RecordId::of("task/A");
    let screen = Owner::new();
    let field = screen.with(|| session.field(record.clone(), title()));
    field.begin();
    field.write(text("typed"));
    screen.cleanup();
    field.begin();
    field.write(text("late"));
    field.set(text("late"));
    field.end();
    assert_eq!(field.value(), Value::Null);
    assert_eq!(session.value(&record, &title()), text("typed"));
    assert!(session.undo().nothing || session.value(&record, &title()).is_empty());
}

#[test]
fn nobody_takes_back_what_another_did_at_the_same_page() {
    let (_owner, _, session) = open(42);
    let (li, wang) = (Some("member/L".to_owned()), Some("member/W".to_owned()));
    let record = RecordId::of("task/A");
    // Whoever says who they are goes on with what they have done.
    session.field(record.clone(), title()).set(text("nobody's"));
    session.set_author(li.clone());
    session.field(record.clone(), title()).set(text("Li's"));
    let step = session.last_step();
    session.set_author(wang);
    assert!(session.undo().nothing, "it is not Wang's to take back");
    assert!(
        session.undo_step(step).nothing,
        "nor by the message of then"
    );
    session
        .field(record.clone(), background())
        .set(text("Wang's"));
    session.set_author(li);
    assert!(session.redo().nothing);
    assert_eq!(session.undo().written, 1);
    assert_eq!(
        session.value(&record, &background()),
        text("Wang's"),
        "and Li does not take back Wang's"
    );
    assert_eq!(session.value(&record, &title()), text("nobody's"));
}
