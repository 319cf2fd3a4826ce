//! 开工: what is still missing, what it writes, and what a copy of a row holds.

use super::answers::{Opened, answers, open};
use hepai::analysis::{Shortfall, leads, missing as missing_at, started};
use hepai::model::template::Gate;
use hepai::model::{FieldKey, RecordId, Value};
use hepai::templates::{meeting, milestone, settings, status_of, task};

fn value(opened: &Opened, record: &RecordId, key: &str) -> Value {
    opened.session.value(record, &FieldKey::of(key))
}

/// What is missing: the fields of each task, and whether a meeting is.
fn missing(opened: &Opened) -> (Vec<Vec<&'static str>>, bool, usize) {
    opened.session.read(|log| {
        let found = missing_at(log, &settings::record(), Gate::Start, opened.session.now());
        let keys = found.iter().filter_map(|lack| match lack {
            Shortfall::Several { fields, .. } => {
                Some(fields.iter().map(|field| field.key).collect())
            }
            _ => None,
        });
        let is_meeting = |lack: &Shortfall| matches!(lack, Shortfall::NoMeeting { .. });
        (keys.collect(), found.iter().any(is_meeting), found.len())
    })
}

#[test]
fn a_start_asks_for_owner_date_and_deliverable_and_one_meeting() {
    let opened = open(&answers());
    assert_eq!(missing(&opened), (Vec::new(), false, 0));
    let made = opened.session.add_rows(
        "task",
        None,
        None,
        &[
            vec![("title", Value::text("定包装"))],
            vec![
                ("title", Value::text("跟踪")),
                ("task_type", Value::text(task::TRACKING.key)),
            ],
        ],
    );
    for row in opened.session.rows("meeting") {
        opened.session.delete(&row);
    }
    let expected = vec![
        vec!["owner", "current_end", "deliverable"],
        vec!["owner", "current_end"],
    ];
    assert_eq!(missing(&opened), (expected, true, 3));
    opened
        .session
        .set_fields(&made[0], &[("status", Value::text("cancelled"))]);
    assert_eq!(missing(&opened).2, 2);
    opened.session.add_rows(
        "meeting",
        None,
        None,
        &[vec![(meeting::NAME.name, Value::text("周会"))]],
    );
    assert_eq!(missing(&opened).2, 1);
}

#[test]
fn the_dates_as_they_stand_become_the_original_plan_in_one_act() {
    let opened = open(&answers());
    let session = opened.session;
    let day = Value::text("2026-04-28");
    let goal = session.add_rows(
        "milestone",
        None,
        None,
        &[vec![(milestone::CURRENT_DATE.name, day.clone())]],
    );
    assert_eq!(session.read(started), None);
    session.begin_work(Some("财务下周到岗"));
    for row in session.rows("task") {
        for (now, original) in [
            (task::CURRENT_START.name, task::BASELINE_START.name),
            (task::CURRENT_END.name, task::BASELINE_END.name),
        ] {
            assert!(!value(&opened, &row, now).is_empty());
            assert_eq!(value(&opened, &row, original), value(&opened, &row, now));
        }
    }
    assert_eq!(value(&opened, &goal[0], milestone::BASELINE_DATE.name), day);
    let start = session.read(started).expect("it was started");
    assert_eq!(start.author.as_deref(), Some(opened.begun.me.as_str()));
    assert_eq!(start.reason.as_deref(), Some("财务下周到岗"));
    assert_eq!(start.at_ms, session.now().timestamp_millis());
    session.undo();
    assert_eq!(session.read(started), None);
    let task = &session.rows("task")[0];
    assert!(value(&opened, task, task::BASELINE_END.name).is_empty());
}

#[test]
fn going_on_after_a_pause_is_not_another_start() {
    let opened = open(&answers());
    let session = opened.session;
    session.begin_work(Some("first"));
    let machine = settings::SETTINGS.states.expect("it has states");
    for key in ["pause", "resume"] {
        let step = machine.transitions.iter().find(|step| step.key == key);
        session.step(&settings::record(), step.expect("a step"), Some("why"));
    }
    let start = session.read(started).expect("it was started");
    assert_eq!(start.reason.as_deref(), Some("first"));
}

#[test]
fn the_lead_is_who_the_roster_says() {
    let opened = open(&answers());
    let members = opened.session.rows("member");
    let other = members.iter().find(|row| **row != opened.begun.me);
    opened.session.read(|log| {
        assert!(leads(log, Some(&opened.begun.me)));
        assert!(!leads(log, other));
        assert!(!leads(log, None));
    });
}

#[test]
fn a_copied_row_stands_behind_the_first_and_begins_anew() {
    let opened = open(&answers());
    let session = opened.session;
    let first = session.rows("task")[0].clone();
    let helper = session.rows("member")[2].clone();
    let helpers = format!("helpers/{}", helper.rest().expect("an id"));
    session.set_fields(
        &first,
        &[
            ("status", Value::text("doing")),
            ("percent", Value::int(40)),
            ("actual_start", Value::text("2026-03-02")),
            (&helpers, Value::Bool(true)),
        ],
    );
    let copy = session.copy_row(&first).expect("a copy");
    assert_eq!(session.rows("task")[1], copy);
    for key in ["title", "owner", "current_end", "deliverable", &helpers] {
        assert_eq!(
            value(&opened, &copy, key),
            value(&opened, &first, key),
            "{key}"
        );
    }
    for key in ["percent", "actual_start", "baseline_end", "prefilled"] {
        assert!(value(&opened, &copy, key).is_empty(), "{key}");
    }
    session.read(|log| {
        let form = hepai::model::template::Form::new(log, copy.clone());
        assert_eq!(status_of(&form), "todo");
    });
    assert_ne!(
        value(&opened, &copy, "code"),
        value(&opened, &first, "code")
    );
}
