//! The numbers by which changes are ordered: what raises them, and where they end.

use crate::{open, text, title};
use hepai::exchange::{Seed, clean_copy};
use hepai::model::{Change, RecordId};
use hepai::state::{Refused, UndoReport};
use reactive_graph::computed::ArcMemo;
use reactive_graph::traits::Get;

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
