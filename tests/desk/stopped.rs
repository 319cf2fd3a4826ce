//! A project that is stopped before its end.

use crate::people::{date, lead};
use hepai::analysis::{Shortfall, StepCount, six_steps};
use hepai::model::Value;
use hepai::model::template::{CellType, Gate, STATUS};
use hepai::templates::{lesson, resource_request, settings, task};

#[test]
fn stopping_needs_what_was_borrowed_back_and_a_lesson_and_a_reason() {
    let desk = lead();
    let settings = settings::record();
    let lent = vec![
        (resource_request::RESOURCE_ITEM.name, Value::text("教室")),
        (resource_request::RESOURCE_TYPE.name, Value::text("venue")),
        (STATUS, Value::text(resource_request::IN_USE.key)),
    ];
    let lent = desk
        .session
        .add_rows(resource_request::KIND, None, None, &[lent])
        .remove(0);
    let codes = || {
        let held = desk.session.held_at(&settings, Some(Gate::Stop));
        let code = |lack: &Shortfall| match lack {
            Shortfall::Rule(found) => found.rule.code,
            lack => lack.place().1.unwrap_or_default(),
        };
        held.lacks.iter().map(code).collect::<Vec<_>>()
    };
    assert_eq!(codes(), ["SUM-18", "SUM-19"]);
    assert_eq!(desk.session.move_project("stop", None), [], "held back");
    desk.set(&lent, STATUS, Value::text(resource_request::RETURNED.key));
    let fields = vec![(lesson::RECOMMENDATION.name, Value::text("先问清要不要做"))];
    desk.session.add_rows(lesson::KIND, None, None, &[fields]);
    assert!(codes().is_empty());
    let late = desk.session.rows(task::KIND).remove(0);
    desk.set(&late, STATUS, Value::text(task::DOING.key));
    desk.set(&late, task::CURRENT_END.name, date("2026-02-02").write());
    let counts = || {
        let now = desk.session.now();
        desk.session.read(|log| six_steps(log, now))[4]
    };
    assert_ne!(counts(), StepCount::Nothing);
    assert!(!desk.session.move_project("stop", Some("不做了")).is_empty());
    assert_eq!(
        counts(),
        StepCount::Nothing,
        "nobody is waited for any more"
    );
}
