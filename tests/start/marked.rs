//! What nobody has looked at is marked until somebody does.

use super::answers::{answers, open};
use hepai::analysis::{is_prefilled, is_prefilled_field};
use hepai::exchange;
use hepai::model::template::{Form, PREFILLED};
use hepai::model::{FieldKey, Log, RecordId, Value};
use hepai::templates::{SCHEMA, charter, metric};

#[test]
fn what_nobody_looked_at_is_marked_until_it_is_edited_or_confirmed() {
    let opened = open(&answers());
    let session = opened.session;
    let tasks = session.rows("task");
    let form = |record: &RecordId, read: &dyn Fn(&Form<'_>) -> bool| {
        session.read(|log| read(&Form::new(log, record.clone())))
    };
    assert!(tasks.iter().all(|task| form(task, &is_prefilled)));
    session
        .field(tasks[0].clone(), FieldKey::of("title"))
        .set(Value::text("开一次启动会"));
    assert!(!form(&tasks[0], &is_prefilled));
    assert!(!form(&tasks[0], &|task| is_prefilled_field(task, "title")));
    assert!(form(&tasks[0], &|task| is_prefilled_field(
        task,
        "current_end"
    )));
    session.undo();
    assert!(form(&tasks[0], &is_prefilled), "undone: as it was filled");
    session.move_row(&tasks[1], hepai::state::Moved::Up);
    assert!(form(&tasks[1], &is_prefilled), "moving is not editing");
    session.confirm_prefilled(&tasks[..3]);
    let left = tasks
        .iter()
        .filter(|task| form(task, &is_prefilled))
        .count();
    assert_eq!(left, 11);
    let charter = charter::record();
    assert!(form(&charter, &|charter| is_prefilled_field(
        charter,
        "confirm_by"
    )));
    assert!(!form(&charter, &|charter| is_prefilled_field(
        charter,
        "project_name"
    )));
    assert!(!form(&RecordId::of("task/none"), &is_prefilled));
    assert!(
        session
            .read(|log| log.value(&tasks[5], &FieldKey::of(PREFILLED)))
            .is_true(),
        "the mark travels in the file"
    );
}

#[test]
fn a_copy_without_history_does_not_mark_again_what_was_edited() {
    let opened = open(&answers());
    let session = opened.session;
    let tasks = session.rows("task");
    session
        .field(tasks[5].clone(), FieldKey::of("title"))
        .set(Value::text("测一测"));
    session
        .field(charter::record(), FieldKey::of(charter::PROJECT_CODE.name))
        .set(Value::text("A1-2"));
    let seed = exchange::Seed {
        random: [7; 20],
        time: 0,
        author: None,
    };
    let copy = session.read(|log| exchange::clean_copy(log, session.project(), &seed));
    let copy = Log::of(&SCHEMA, 5, copy.changes);
    let marked = |record: &RecordId| is_prefilled(&Form::new(&copy, record.clone()));
    assert!(marked(&tasks[4]) && !marked(&tasks[5]));
    let charter = Form::new(&copy, charter::record());
    assert!(is_prefilled_field(&charter, "confirm_by"));
    assert!(!is_prefilled_field(&charter, "project_code"));
}

#[test]
fn confirming_what_was_filled_in_contradicts_no_final_charter() {
    let opened = open(&answers());
    let session = opened.session;
    let charter = charter::record();
    let machine = charter::CHARTER.states.expect("states");
    for key in ["confirm", "finalise"] {
        let step = machine.transitions.iter().find(|step| step.key == key);
        session.step(&charter, step.expect("a step"), None);
    }
    let metrics = session.rows("metric");
    session.confirm_prefilled(&metrics);
    assert_eq!(session.read(Log::conflict_count), 0);
    session
        .field(metrics[0].clone(), FieldKey::of(metric::UNIT.name))
        .set(Value::text("元"));
    assert_eq!(session.read(Log::conflict_count), 1, "editing it does");
}
