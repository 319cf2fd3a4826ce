//! What is told to the screens, what is saved of an import, and what an act writes along.

use super::{open, text, title};
use hepai::model::{Change, FieldKey, RecordId, Value};
use hepai::state::{Moved, Session};
use hepai::templates::{SCHEMA, issue, task};
use reactive_graph::computed::ArcMemo;
use reactive_graph::owner::Owner;
use reactive_graph::traits::Get;
use std::rc::Rc;

fn typed(seed: u64) -> (Owner, Rc<crate::port::Fake>, Session) {
    let owner = Owner::new();
    owner.set();
    let fake = crate::port::Fake::new(seed, "2026-03-05T14:30:00+08:00", 0);
    let session = Session::new("0123456789".parse().expect("an id"), &SCHEMA, fake.clone());
    (owner, fake, session)
}

fn rows(session: Session, kind: &'static str) -> ArcMemo<usize> {
    ArcMemo::new(move |_| session.rows(kind).len())
}

fn changes(session: Session) -> Vec<Change> {
    session.read(|log| log.in_force().cloned().collect())
}

#[test]
fn lists_and_totals_hear_of_an_import_of_its_undo_and_of_its_redo() {
    let (_other_owner, _, other) = open(31);
    let record = RecordId::of("task/B");
    other.field(record.clone(), title()).set(text("theirs"));
    other
        .field(record.clone(), FieldKey::of("helpers/m1"))
        .set(Value::Bool(true));
    let (_owner, _, session) = open(30);
    let list = rows(session, "task");
    let total = ArcMemo::new(move |_| session.watch(|log| log.len()));
    let set = ArcMemo::new({
        let record = record.clone();
        move |_| session.elements(&record, &FieldKey::of("helpers")).len()
    });
    let value = ArcMemo::new(move |_| session.value(&record, &title()));
    let shown = || (list.get(), total.get(), set.get(), value.get());
    assert_eq!(shown(), (0, 0, 0, Value::Null));
    let batch = session.take(changes(other), Vec::new(), Vec::new(), false, Vec::new());
    assert_eq!(shown(), (1, 2, 1, text("theirs")));
    session.switch_import(&batch, false);
    assert_eq!(shown(), (0, 0, 0, Value::Null));
    session.switch_import(&batch, true);
    assert_eq!(shown(), (1, 2, 1, text("theirs")));
}

#[test]
fn lists_hear_of_a_new_row_of_a_deletion_and_of_a_new_place_and_not_of_letters() {
    let (_owner, _, session) = open(32);
    let order = ArcMemo::new(move |_| session.rows("metric"));
    assert_eq!(order.get(), []);
    let row = |name: &str| vec![("title", text(name))];
    let made = session.add_rows("metric", None, None, &[row("a"), row("b"), row("c")]);
    assert_eq!(order.get(), made);
    assert!(session.move_row(&made[0], Moved::Down));
    assert_eq!(
        order.get(),
        [&made[1], &made[0], &made[2]].map(Clone::clone)
    );
    assert!(session.move_row(&made[0], Moved::Down));
    assert_eq!(
        order.get(),
        [&made[1], &made[2], &made[0]].map(Clone::clone)
    );
    assert!(
        !session.move_row(&made[0], Moved::Down),
        "the last row stays"
    );
    session.delete(&made[2]);
    assert_eq!(order.get(), [&made[1], &made[0]].map(Clone::clone));
    let looks = Rc::new(std::cell::Cell::new(0));
    let looked = super::send(looks.clone());
    let count = ArcMemo::new(move |_| {
        looked.with(|looks| looks.set(looks.get() + 1));
        session.rows("metric").len()
    });
    assert_eq!(count.get(), 2);
    session.field(made[0].clone(), title()).set(text("letters"));
    assert_eq!((count.get(), looks.get()), (2, 1));
}

#[test]
fn what_an_import_takes_and_leaves_is_saved_and_noted() {
    let (_other_owner, _, other) = open(34);
    for name in ["task/A", "task/B"] {
        other.field(RecordId::of(name), title()).set(text(name));
    }
    let file = changes(other);
    let (_owner, fake, session) = open(33);
    session.load(Vec::new(), &[], false);
    let imports = ArcMemo::new(move |_| session.imports().len());
    assert_eq!((imports.get(), session.is_whole()), (0, false));
    let (take, leave) = (vec![file[0].clone()], vec![file[1].clone()]);
    let batch = session.take(take, leave, vec!["a.json".to_owned()], false, Vec::new());
    assert!(!session.is_whole(), "a part makes no copy whole");
    let saved: Vec<(String, Change)> = fake.saved.borrow().clone();
    let left = format!("{batch}x");
    assert_eq!(saved, [(batch, file[0].clone()), (left, file[1].clone())]);
    assert_eq!(imports.get(), 1);
    assert_eq!(session.imports()[0].taken, 1);
    session.take(file, Vec::new(), Vec::new(), true, Vec::new());
    assert!(session.is_whole());
    assert_eq!(imports.get(), 2);
}

#[test]
fn typing_a_word_and_taking_it_back_in_one_visit_leaves_what_was() {
    let (_owner, _, session) = open(35);
    let record = RecordId::of("task/A");
    session.field(record.clone(), title()).set(text("before"));
    let field = session.field(record.clone(), title());
    field.begin();
    field.write(text("after"));
    field.write(text("before"));
    field.end();
    assert_eq!(session.distinct(&record, &title()), [text("before")]);
}

#[test]
fn a_row_put_between_two_with_one_key_finds_its_place() {
    let (_owner, _, session) = open(36);
    let row = |name: &str| vec![("title", text(name)), ("order", text("V"))];
    let same = session.add_rows("metric", None, None, &[row("a"), row("b")]);
    let listed = session.rows("metric");
    assert_eq!(listed.len(), same.len());
    let between = session.add_rows(
        "metric",
        None,
        Some(&listed[0]),
        &[vec![("title", text("x"))]],
    );
    let now = session.rows("metric");
    let place = now.iter().position(|one| *one == between[0]);
    let behind = now
        .iter()
        .position(|one| *one == listed[0])
        .map(|at| at + 1);
    assert_eq!(place, behind, "{now:?}");
}

#[test]
fn a_form_begun_is_written_with_its_number_and_first_state_by_its_first_field() {
    let (_owner, fake, session) = typed(37);
    let form = session.begin("issue", Vec::new());
    assert!(fake.saved.borrow().is_empty());
    session
        .field(form.clone(), FieldKey::of("title"))
        .set(text("样件迟了"));
    assert_eq!(session.value(&form, &FieldKey::of("code")), Value::int(1));
    assert_eq!(session.value(&form, &FieldKey::of("status")), text("draft"));
    let given = vec![("code", Value::int(40)), ("title", text("有号的"))];
    let second = session.begin("issue", given);
    session
        .field(second.clone(), FieldKey::of("need"))
        .set(text("两台"));
    assert_eq!(
        session.value(&second, &FieldKey::of("code")),
        Value::int(40)
    );
    let metric = session.add_rows("stage", None, None, &[vec![("name", text("一"))]]);
    assert_eq!(
        session.value(&metric[0], &FieldKey::of("code")),
        Value::Null
    );
}

#[test]
fn a_step_writes_its_moment_its_numbers_and_what_it_clears() {
    for (kind, machine) in [("issue", issue::ISSUE.states), ("task", task::TASK.states)] {
        let machine = machine.expect("a form with states");
        for step in machine.transitions {
            let (_owner, fake, session) = typed(38);
            let record = session.begin(kind, Vec::new());
            let mut fields = vec![("title", text("一")), ("status", text(step.to))];
            fields.extend(step.clears.iter().map(|key| (*key, text("留着"))));
            session.set_fields(&record, &fields);
            let before = fake.saved.borrow().len();
            session.step(&record, step, None);
            assert_eq!(
                fake.saved.borrow().len(),
                before + 1,
                "{kind} {}: counted even where it stays in its state",
                step.key
            );
            let value = |key: &str| session.value(&record, &FieldKey::of(key));
            assert!(
                step.stamps.iter().all(|key| !value(key).is_empty()),
                "{kind} {}",
                step.key
            );
            assert!(
                step.clears.iter().all(|key| value(key).is_empty()),
                "{kind} {}",
                step.key
            );
            assert!(
                step.sets
                    .iter()
                    .all(|(key, number)| value(key) == Value::int(*number))
            );
            let template = SCHEMA.template(kind).expect("a template");
            for key in step.stamps {
                let is_day = template.field(key).is_some_and(|field| {
                    field.field_type == hepai::model::template::FieldType::Date
                });
                let length = value(key).as_text().map(str::len);
                assert_eq!(length == Some(10), is_day, "{kind} {key}: {:?}", value(key));
            }
        }
    }
}
