//! How the project stands, with its reasons (F-01 to F-05, F-12).

use crate::people::{Desk, date, lead, moment};
use hepai::analysis::standing::health::{Cause, Health, Standing, standing};
use hepai::model::template::CellType;
use hepai::model::{RecordId, Value};
use hepai::templates::{issue, milestone, resource_request, risk, task};

fn stands(desk: &Desk, now: &str) -> Standing {
    desk.session.read(|log| standing(log, moment(now)))
}

/// One task of ten working days, and nothing else that has a date.
fn one_task() -> (Desk, RecordId) {
    let desk = lead();
    for kind in ["task", "milestone", "issue"] {
        for record in desk.session.rows(kind) {
            desk.session.delete(&record);
        }
    }
    let fields = vec![
        (task::TITLE.name, Value::text("打样")),
        (task::CURRENT_START.name, date("2026-03-02").write()),
        (task::CURRENT_END.name, date("2026-03-13").write()),
    ];
    let made = desk
        .session
        .add_rows(task::TASK.kind, None, None, &[fields]);
    (desk, made[0].clone())
}

#[test]
fn a_new_project_is_fine() {
    let now = stands(&lead(), "2026-02-27T16:30");
    assert_eq!((now.health, now.causes.len()), (Health::Fine, 0));
    assert_eq!((now.tasks, now.done, now.doing, now.blocked), (14, 0, 0, 0));
    assert_eq!((now.percent, now.planned), (Some(0), Some(0)));
}

#[test]
fn progress_is_weighed_against_the_working_days_that_have_passed() {
    let (desk, task) = one_task();
    desk.set(&task, task::PERCENT.name, Value::int(60));
    let now = stands(&desk, "2026-03-06T18:00");
    assert_eq!((now.percent, now.planned), (Some(60), Some(50)));
    assert_eq!(now.health, Health::Fine);
    assert_eq!(now.due, (1, 0));
    desk.set(&task, task::PERCENT.name, Value::int(48));
    assert_eq!(
        stands(&desk, "2026-03-06T18:00").health,
        Health::Fine,
        "2 of 50: 4 % behind"
    );
    desk.set(&task, task::PERCENT.name, Value::int(47));
    let now = stands(&desk, "2026-03-06T18:00");
    assert_eq!(
        (now.health, now.causes),
        (Health::Watch, vec![Cause::Behind(6)]),
        "3 of 50"
    );
    let noon = stands(&desk, "2026-03-06T12:00");
    assert_eq!(
        noon.health,
        Health::Fine,
        "what is due today has until the evening"
    );
    desk.set(&task, task::PERCENT.name, Value::int(37));
    let noon = stands(&desk, "2026-03-06T12:00");
    let of_yesterday = (Health::Watch, vec![Cause::Behind(8)]);
    assert_eq!((noon.health, noon.causes), of_yesterday, "3 of 40");
    desk.set(&task, task::PERCENT.name, Value::int(42));
    let now = stands(&desk, "2026-03-06T18:00");
    assert_eq!(
        (now.health, now.causes),
        (Health::Alert, vec![Cause::Behind(16)])
    );
    desk.set(&task, "status", Value::text("done"));
    let now = stands(&desk, "2026-03-06T18:00");
    assert_eq!(
        (now.health, now.percent, now.done),
        (Health::Fine, Some(100), 1)
    );
    desk.set(&task, "status", Value::text("cancelled"));
    assert_eq!(
        stands(&desk, "2026-03-06T18:00"),
        Standing::default(),
        "as if it were not there"
    );
}

#[test]
fn what_is_late_is_named_and_grows_graver() {
    let (desk, task) = one_task();
    desk.set(&task, task::PERCENT.name, Value::int(100));
    let late = |now| {
        let now = stands(&desk, now);
        (now.health, now.causes)
    };
    assert_eq!(
        late("2026-03-13T18:00"),
        (Health::Fine, Vec::new()),
        "its last day"
    );
    assert_eq!(
        late("2026-03-18T09:00"),
        (Health::Watch, vec![Cause::Task(task.clone(), 3)])
    );
    assert_eq!(
        late("2026-03-19T09:00"),
        (Health::Alert, vec![Cause::Task(task, 4)])
    );
}

#[test]
fn issues_and_milestones_count_with_the_gravest_first() {
    let (desk, task) = one_task();
    desk.set(&task, task::PERCENT.name, Value::int(100));
    let fields = vec![
        (milestone::NAME.name, Value::text("试产")),
        (milestone::BASELINE_DATE.name, date("2026-03-09").write()),
        (milestone::CURRENT_DATE.name, date("2026-03-11").write()),
    ];
    let made = desk
        .session
        .add_rows(milestone::MILESTONE.kind, None, None, &[fields]);
    let slipped = Cause::Milestone(made[0].clone(), 2);
    let now = stands(&desk, "2026-03-06T18:00");
    assert_eq!(
        (now.health, now.causes),
        (Health::Watch, vec![slipped.clone()])
    );

    let fields = vec![
        (issue::TITLE.name, Value::text("样件迟了")),
        ("status", Value::text("working")),
        (issue::DUE_AT.name, moment("2026-03-03T18:00").write()),
    ];
    let record = desk
        .session
        .add_rows(issue::ISSUE.kind, None, None, &[fields])
        .remove(0);
    let now = stands(&desk, "2026-03-06T18:00");
    assert_eq!(now.health, Health::Alert);
    assert_eq!(now.causes.len(), 2);
    assert!(
        matches!(&now.causes[0], Cause::Issue(late, hours) if *late == record && *hours > 48),
        "{:?}",
        now.causes
    );
    assert_eq!(now.causes[1], slipped);
    desk.set(
        &made[0],
        milestone::ACTUAL_DATE.name,
        date("2026-03-09").write(),
    );
    desk.set(&record, "status", Value::text("closed"));
    assert_eq!(stands(&desk, "2026-03-06T18:00").health, Health::Fine);
}

#[test]
fn what_waits_for_a_word_counts_too() {
    let (desk, task) = one_task();
    desk.set(&task, task::PERCENT.name, Value::int(100));
    let add = |kind: &str, fields: Vec<(&'static str, Value)>| {
        desk.session.add_rows(kind, None, None, &[fields]).remove(0)
    };
    let request = add(
        resource_request::KIND,
        vec![
            ("status", Value::text(resource_request::SUBMITTED.key)),
            (resource_request::NEED_FROM.name, date("2026-03-10").write()),
        ],
    );
    assert_eq!(
        stands(&desk, "2026-03-05T18:00").health,
        Health::Fine,
        "not yet"
    );
    let now = stands(&desk, "2026-03-06T18:00");
    assert_eq!(
        (now.health, now.causes),
        (Health::Watch, vec![Cause::Request(request, 2)])
    );
    let risk = add(
        risk::KIND,
        vec![
            (risk::LIKELIHOOD.name, Value::int(5)),
            (risk::IMPACT.name, Value::int(5)),
        ],
    );
    let now = stands(&desk, "2026-03-06T18:00");
    assert_eq!(
        (now.health, &now.causes[0]),
        (Health::Alert, &Cause::Risk(risk.clone()))
    );
    desk.set(&risk, risk::CONTINGENCY.name, Value::text("空运"));
    assert_eq!(stands(&desk, "2026-03-06T18:00").health, Health::Watch);
}
