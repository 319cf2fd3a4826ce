//! The open project without a browser: field visits, undo, rows, imports.

#[path = "state/day.rs"]
mod day;
#[path = "state/extent.rs"]
mod extent;
#[path = "state/imports.rs"]
mod imports;
#[path = "state/lamports.rs"]
mod lamports;
#[path = "port/mod.rs"]
mod port;
#[path = "state/steps.rs"]
mod steps;
#[path = "state/told.rs"]
mod told;

use hepai::model::template::{DELETED, Schema};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::{Moved, Session, UndoReport};
use port::Fake;
use reactive_graph::computed::ArcMemo;
use reactive_graph::owner::Owner;
use reactive_graph::traits::Get;
use std::cell::Cell;
use std::rc::Rc;

static EMPTY: Schema = Schema::EMPTY;

pub(crate) fn open(seed: u64) -> (Owner, Rc<Fake>, Session) {
    let owner = Owner::new();
    owner.set();
    let fake = Fake::new(seed, "2026-03-05T14:30:00+08:00", 0);
    let session = Session::new("0123456789".parse().expect("an id"), &EMPTY, fake.clone());
    (owner, fake, session)
}

pub(crate) fn title() -> FieldKey {
    FieldKey::of("title")
}

pub(crate) fn text(text: &str) -> Value {
    Value::text(text)
}

#[test]
fn several_writes_in_one_visit_are_one_step_of_undo() {
    let (_owner, _, session) = open(1);
    let record = RecordId::of("task/A");
    session.field(record.clone(), title()).set(text("before"));
    let field = session.field(record.clone(), title());
    field.begin();
    for letters in ["a", "ab", "abc"] {
        field.write(text(letters));
    }
    field.end();
    assert_eq!(
        session.distinct(&record, &title()),
        [text("abc")],
        "each write of a visit has seen the one before"
    );
    assert_eq!(
        session.undo(),
        UndoReport {
            written: 1,
            left: 0,
            nothing: false
        }
    );
    assert_eq!(session.value(&record, &title()), text("before"));
    session.redo();
    assert_eq!(session.value(&record, &title()), text("abc"));
    session.undo();
    session.undo();
    assert_eq!(session.value(&record, &title()), Value::Null);
    assert!(session.undo().nothing);
    assert_eq!(session.read(|log| log.conflict_count()), 0);
}

#[test]
fn what_arrives_during_a_visit_becomes_a_difference_and_not_a_loss() {
    let (_owner, _, session) = open(2);
    let record = RecordId::of("task/A");
    session.field(record.clone(), title()).set(text("before"));
    let (_other_owner, _, other) = open(3);
    other.news("b1", session.read(|log| log.in_force().cloned().collect()));
    let field = session.field(record.clone(), title());
    field.begin();
    other.field(record.clone(), title()).set(text("theirs"));
    session.news("b1", other.read(|log| log.in_force().cloned().collect()));
    field.write(text("mine"));
    field.end();
    assert_eq!(session.distinct(&record, &title()).len(), 2);
    session.decide(&record, &title(), text("theirs"), Some("agreed"));
    assert_eq!(session.distinct(&record, &title()), vec![text("theirs")]);
    session.undo();
    assert_eq!(
        session.distinct(&record, &title()).len(),
        2,
        "undoing a decision opens the difference again"
    );
}

#[test]
fn leaving_a_field_as_it_was_is_no_change() {
    let (_owner, fake, session) = open(4);
    let record = RecordId::of("task/A");
    session.field(record.clone(), title()).set(text("same"));
    session.field(record.clone(), title()).set(text("same"));
    session
        .field(record, FieldKey::of("empty"))
        .set(Value::Null);
    assert_eq!(fake.saved.borrow().len(), 1);
}

#[test]
fn a_new_act_forgets_what_could_be_redone() {
    let (_owner, _, session) = open(10);
    let record = RecordId::of("task/A");
    session.field(record.clone(), title()).set(text("one"));
    session.undo();
    session.field(record.clone(), title()).set(text("two"));
    assert!(session.redo().nothing);
    assert_eq!(session.value(&record, &title()), text("two"));
}

#[test]
fn rows_are_added_moved_deleted_and_come_back() {
    let (_owner, _, session) = open(5);
    let parent = RecordId::of("charter");
    session.set_fields(&parent, &[("title", text("goal"))]);
    let row = |name: &str| vec![("title", text(name))];
    let rows = session.add_rows(
        "metric",
        Some(&parent),
        None,
        &[row("one"), row("two"), row("three")],
    );
    assert_eq!(session.rows_under(&parent, "metric"), rows);
    assert!(session.move_row(&rows[2], Moved::Up));
    assert_eq!(
        session.rows_under(&parent, "metric"),
        [rows[0].clone(), rows[2].clone(), rows[1].clone()]
    );
    assert!(
        !session.move_row(&rows[0], Moved::Up),
        "the first row stays"
    );
    let three = [rows[0].clone(), rows[1].clone(), rows[2].clone()];
    let title = text("moved");
    let moved = Moved::Behind(rows[1].clone());
    assert!(session.move_row_with(&rows[2], moved, &[("title", title.clone())]));
    assert_eq!(session.rows_under(&parent, "metric"), three);
    let key = FieldKey::of("title");
    assert_eq!(session.read(|log| log.value(&rows[2], &key)), title);
    session.undo();
    assert_eq!(
        session.rows_under(&parent, "metric"),
        [rows[0].clone(), rows[2].clone(), rows[1].clone()],
        "place and title are one act"
    );
    assert!(session.move_row(&rows[2], Moved::Before(rows[0].clone())));
    assert!(!session.move_row(&rows[2], Moved::Before(rows[0].clone())));
    assert_eq!(session.rows_under(&parent, "metric")[0], rows[2]);
    session.undo();
    let between = session.add_rows("metric", Some(&parent), Some(&rows[0]), &[row("between")]);
    assert_eq!(session.rows_under(&parent, "metric")[1], between[0]);
    session.delete(&parent);
    assert!(!session.is_visible(&rows[0]) && !session.is_visible(&parent));
    session.restore(&parent);
    assert_eq!(
        session.rows_under(&parent, "metric").len(),
        4,
        "the rows that went with it come back with it"
    );
    session.delete(&rows[1]);
    assert_eq!(session.rows_under(&parent, "metric").len(), 3);
    session.undo();
    assert_eq!(session.rows_under(&parent, "metric").len(), 4);
    assert_eq!(session.value(&rows[1], &FieldKey::of(DELETED)), Value::Null);
}

#[test]
fn a_write_wakes_what_shows_it_and_nothing_else() {
    let (_owner, _, session) = open(8);
    let (a, b) = (RecordId::of("task/A"), RecordId::of("task/B"));
    session.field(a.clone(), title()).set(text("a"));
    session.field(b.clone(), title()).set(text("b"));
    let runs = Rc::new(Cell::new(0));
    let memo = {
        let (runs, a) = (send(runs.clone()), a.clone());
        ArcMemo::new(move |_| {
            runs.with(|runs| runs.set(runs.get() + 1));
            session.value(&a, &title()).as_text().map(str::to_owned)
        })
    };
    assert_eq!(memo.get(), Some("a".into()));
    session.field(b, title()).set(text("c"));
    assert_eq!((memo.get(), runs.get()), (Some("a".into()), 1));
    session.field(a, title()).set(text("d"));
    assert_eq!((memo.get(), runs.get()), (Some("d".into()), 2));
}

/// The tests run in one thread; the graph asks for `Send`.
struct Alone<T>(reactive_graph::owner::StoredValue<T, reactive_graph::owner::LocalStorage>);

impl<T: 'static> Alone<T> {
    fn with(&self, read: impl FnOnce(&T)) {
        use reactive_graph::traits::WithValue;
        self.0.with_value(read);
    }
}

fn send<T: 'static>(value: T) -> Alone<T> {
    Alone(reactive_graph::owner::StoredValue::new_local(value))
}
