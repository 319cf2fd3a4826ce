//! The preset's plan for a project that has none yet.

use super::answers::{answers, empty, now, open};
use super::fit::assert_every_value_fits;
use hepai::analysis::begin::start::{Scenario, Start, preset_plan};
use hepai::model::template::{CODE, Form, Lang};
use hepai::state::Session;
use hepai::templates::{charter, department, dependency, member, stage, task};

fn rows(session: &Session, kind: &str) -> usize {
    session.rows(kind).len()
}

#[test]
fn the_tasks_come_for_the_people_who_are_there_and_go_with_one_step_back() {
    let mut start: Start = answers();
    start.scenario = Scenario::Blank;
    let opened = open(&start);
    let session = &opened.session;
    assert_eq!(rows(session, task::TASK.kind), 0);
    let before = [
        rows(session, member::MEMBER.kind),
        rows(session, department::DEPARTMENT.kind),
    ];
    let prepared = session.read(|log| preset_plan(log, Lang::Zh, now()));
    session.add_prepared(&prepared);
    assert_eq!(rows(session, task::TASK.kind), 14);
    assert!(rows(session, stage::STAGE.kind) > 0 && rows(session, dependency::DEPENDENCY.kind) > 0);
    assert_eq!(
        [
            rows(session, member::MEMBER.kind),
            rows(session, department::DEPARTMENT.kind)
        ],
        before,
        "nobody is added"
    );
    session.read(|log| {
        let form = Form::new(log, charter::record());
        let planned = form.get(charter::PLANNED_START)..=form.get(charter::PLANNED_END);
        for task in form.all(task::TASK.kind) {
            let owner = task.referred(task::OWNER);
            assert!(
                owner.is_some_and(|owner| owner.has(member::PERSON.name)),
                "{}",
                task.record()
            );
            assert!(planned.contains(&task.get(task::CURRENT_START)));
            assert!(planned.contains(&task.get(task::CURRENT_END)));
            assert!(task.referred(task::STAGE).is_some() && task.has(CODE));
        }
        assert_every_value_fits(log);
    });
    session.undo();
    assert_eq!(rows(session, task::TASK.kind), 0);
    assert_eq!(rows(session, stage::STAGE.kind), 0);
}

#[test]
fn without_people_the_tasks_are_there_all_the_same() {
    let (_owner, session) = empty();
    let prepared = session.read(|log| preset_plan(log, Lang::En, now()));
    session.add_prepared(&prepared);
    assert_eq!(rows(&session, task::TASK.kind), 14);
    assert_eq!(rows(&session, member::MEMBER.kind), 0);
    session.read(|log| {
        let form = Form::new(log, charter::record());
        let tasks = form.all(task::TASK.kind);
        assert!(tasks.iter().all(|task| !task.has(task::OWNER.name)));
        assert!(tasks.iter().all(|task| task.has(task::CURRENT_END.name)));
    });
}

#[test]
fn rows_of_a_form_that_a_project_has_once_lie_under_it() {
    let opened = open(&answers());
    let session = &opened.session;
    let made = session.add_rows("metric", None, None, &[vec![]]);
    let parent = session.read(|log| log.parent_of(&made[0]));
    assert_eq!(parent, Some(charter::record()));
    let made = session.add_rows("meeting", None, None, &[vec![]]);
    let parent = session.read(|log| log.parent_of(&made[0]));
    assert_eq!(
        parent.map(|one| one.to_string()),
        Some("mechanism".to_owned())
    );
    let made = session.add_rows("task", None, None, &[vec![]]);
    assert_eq!(session.read(|log| log.parent_of(&made[0])), None);
    for (kind, needs) in [
        ("metric", false),
        ("task", false),
        ("agenda_item", true),
        ("need", true),
    ] {
        assert_eq!(hepai::templates::needs_a_parent(kind), needs, "{kind}");
    }
}
