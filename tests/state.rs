//! The open project without a browser: field visits, undo, rows, imports.

#[path = "state/day.rs"]
mod day;
#[path = "state/extent.rs"]
mod extent;
#[path = "port/mod.rs"]
mod port;
#[path = "state/steps.rs"]
mod steps;
#[path = "state/told.rs"]
mod told;

use hepai::exchange::{Seed, clean_copy};
use hepai::model::template::{DELETED, Schema};
use hepai::model::{Change, FieldKey, RecordId, Value};
use hepai::state::{Moved, Refused, Session, UndoReport};
use port::Fake;
use reactive_graph::computed::ArcMemo;
use reactive_graph::owner::Owner;
use reactive_graph::traits::Get;
use std::cell::Cell;
use std::rc::Rc;

static EMPTY: Schema = Schema::EMPTY;

fn open(seed: u64) -> (Owner, Rc<Fake>, Session) {
    let owner = Owner::new();
    owner.set();
    let fake = Fake::new(seed, "2026-03-05T14:30:00+08:00", 0);
    let session = Session::new("0123456789".parse().expect("an id"), &EMPTY, fake.clone());
    (owner, fake, session)
}

fn title() -> FieldKey {
    FieldKey::of("title")
}
fn text(text: &str) -> Value {
    Value::text(text)
}

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
fn a_stranger_under_our_replica_makes_us_draw_another_and_the_next_act_comes_after_his() {
    let (_owner, fake, session) = open(9);
    let record = RecordId::of("task/A");
    session.field(record.clone(), title()).set(text("one"));
    let mine = fake.saved.borrow()[0].1.id.replica;
    let line = format!(
        r#"{{"cells":{{"due":["x"]}},"id":"{mine}-2","lamport":40,"record":"task/A","time":0}}"#
    );
    session.news("b1", vec![Change::parse(&line).expect("a change")]);
    session.field(record, title()).set(text("two"));
    let next = fake.saved.borrow()[1].1.clone();
    assert_ne!(next.id.replica, mine);
    assert_eq!(
        (next.id.seq, next.lamport),
        (1, 41),
        "it counts from one, and its lamport is above all stored here"
    );
}

fn high(number: u64, lamport: u64) -> Change {
    let line = format!(
        r#"{{"cells":{{"title":["{number}"]}},"id":"ABCDEFGHJK-{number}","lamport":{lamport},"record":"task/H","time":0}}"#
    );
    Change::parse(&line).expect("a change")
}

#[test]
fn a_change_held_back_because_its_lamport_jumps_does_not_raise_that_of_the_next_act() {
    let (_owner, fake, session) = open(14);
    let record = RecordId::of("task/A");
    let last = || fake.saved.borrow().last().expect("a change").1.lamport;
    session.field(record.clone(), title()).set(text("one"));
    let limit = 1 + (1 << 32);
    let leave = vec![high(1, limit + 1), high(2, limit * 99), high(3, 30)];
    session.take(Vec::new(), leave, Vec::new(), false, Vec::new());
    session.field(record.clone(), title()).set(text("two"));
    assert_eq!(last(), 31, "what is held back and does not jump counts");

    // Taken after all, such a one counts.
    let batch = session.take(
        vec![high(4, limit * 8)],
        Vec::new(),
        Vec::new(),
        false,
        Vec::new(),
    );
    session.field(record.clone(), title()).set(text("three"));
    assert_eq!(last(), limit * 8 + 1);
    session.switch_import(&batch, false);
    session.field(record, title()).set(text("four"));
    assert_eq!(
        last(),
        limit * 8 + 2,
        "what one has written oneself stays in force"
    );
}

#[test]
fn where_the_lamports_end_nothing_is_written_and_that_is_said() {
    let (_owner, fake, session) = open(15);
    let record = RecordId::of("task/H");
    let end = (1 << 53) - 1;
    let spent = ArcMemo::new(move |_| session.is_spent());
    session.field(record.clone(), title()).set(text("before"));
    assert!(!spent.get());
    let batch = session.take(
        vec![high(1, end)],
        Vec::new(),
        Vec::new(),
        false,
        Vec::new(),
    );
    assert!(spent.get(), "it is said at once, and of a stored copy too");
    let saved = fake.saved.borrow().len();
    assert_eq!(session.refused(), (0, None));
    session.field(record.clone(), title()).set(text("mine"));
    session.set_fields(&record, &[("title", text("mine"))]);
    session.decide(&record, &title(), text("mine"), None);
    session.delete(&record);
    session.add_rows("task", None, None, &[vec![("title", text("mine"))]]);
    assert_eq!(session.undo(), UndoReport::default());
    assert_eq!(session.redo(), UndoReport::default());
    assert_eq!(session.refused(), (7, Some(Refused::Spent)));
    assert_eq!(
        fake.saved.borrow().len(),
        saved,
        "nothing is shown as saved"
    );
    assert_eq!(session.distinct(&record, &title()).len(), 2);

    // Undoing the import is one way out: what was done before can be undone again.
    session.switch_import(&batch, false);
    assert!(!spent.get());
    assert_eq!(session.undo().written, 1);
    session.field(record.clone(), title()).set(text("after"));
    assert_eq!(session.value(&record, &title()), text("after"));
    assert_eq!(session.refused().0, 7);
}

#[test]
fn a_copy_whose_lamports_have_ended_goes_on_as_another_project() {
    let (_owner, _, session) = open(16);
    let record = RecordId::of("task/H");
    let end = (1 << 53) - 1;
    let forged: Vec<Change> = (1..=3).map(|number| high(number, end)).collect();
    session.load(vec![("own".to_owned(), forged)], &[], true);
    assert!(session.is_spent());
    let shown = session.value(&record, &title());
    let seed = Seed {
        random: std::array::from_fn(|at| u8::try_from(at).expect("small")),
        time: 0,
        author: Some("member/m1".to_owned()),
    };
    let copy = session.read(|log| clean_copy(log, session.project(), &seed));
    let (_other_owner, fake, other) = open(17);
    other.begin_copy(copy.changes, seed.author);
    assert!(!other.is_spent());
    assert_eq!(other.author().as_deref(), Some("member/m1"));
    assert_eq!(other.value(&record, &title()), shown);
    other.field(record.clone(), title()).set(text("weiter"));
    assert_eq!(other.distinct(&record, &title()), [text("weiter")]);
    let last = fake.saved.borrow().last().expect("a change").1.clone();
    assert_eq!((last.lamport, last.id.seq), (2, 1));
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
