//! What the six steps say of themselves in the rail.

use crate::people::{date, lead, moment};
use hepai::analysis::StepCount::{Lacks, Late, Nothing, Open, Passed};
use hepai::analysis::standing::health::{Cause, standing};
use hepai::analysis::{StepCount, six_steps, told_checks};
use hepai::model::Value;
use hepai::model::template::{CellType, Gate, Severity};
use hepai::templates::{calendar_day, charter, issue, meeting, member, settings, task};

#[test]
fn before_their_gates_the_first_three_say_what_is_missing() {
    let desk = lead();
    let now = moment("2026-03-02T09:00");
    let steps = || desk.session.read(|log| six_steps(log, now));
    // The goal: background, S, A and R are empty, there is no metric, no deliverable and no scope that is in; one of
    // the six departments has no representative, and none has duties or has confirmed. The department without a
    // representative is 供应链部, and the plan of the preset is whole.
    let goal = 4 + 3 + 1 + 6 + 6;
    let first = [Lacks(goal), Lacks(1), Nothing, Nothing, Nothing, Nothing];
    assert_eq!(steps(), first);
    // With 李主管 goes the representative of 研发部, and whoever decides and does the first of its three work items.
    let li = desk.person("李主管");
    desk.set(&li, member::PERSON.name, Value::Null);
    let first = [
        Lacks(goal + 1),
        Lacks(2 + 1),
        Nothing,
        Nothing,
        Nothing,
        Nothing,
    ];
    assert_eq!(steps(), first);

    let mut people = desk.session.rows(member::MEMBER.kind);
    people.retain(|one| desk.value(one, member::PERSON.name).is_empty());
    for open in people {
        desk.set(&open, member::PERSON.name, Value::text("郑主管"));
    }
    assert_eq!(steps()[1], Nothing, "everybody is named");
    desk.session.begin_work(Some("先做起来"));
    assert_eq!(steps()[2], Passed);
}

#[test]
fn open_issues_and_what_is_late_are_counted() {
    let desk = lead();
    let steps = |at: &str| -> [StepCount; 6] {
        let now = moment(at);
        desk.session.read(|log| six_steps(log, now))
    };
    let fields = |status: &str, due: &str| {
        vec![
            ("title", Value::text("样机")),
            ("status", Value::text(status)),
            ("due_at", Value::text(due)),
        ]
    };
    let due = "2026-03-02T12:00:00+08:00";
    let rows = [
        fields(issue::WORKING.key, due),
        fields(issue::DRAFT.key, due),
        fields(issue::CLOSED.key, due),
    ];
    desk.session.add_rows(issue::ISSUE.kind, None, None, &rows);
    assert_eq!(steps("2026-03-02T09:00")[3..5], [Open(1), Nothing]);
    assert_eq!(steps("2026-03-02T14:00")[3..5], [Open(1), Late(1)]);
    let first = desk.session.rows(task::TASK.kind)[0].clone();
    desk.set(&first, task::CURRENT_END.name, Value::text("2026-02-27"));
    assert_eq!(steps("2026-03-02T14:00")[4], Late(2));
}

#[test]
fn rail_and_overview_count_what_is_late_by_one_calendar() {
    let desk = lead();
    let first = desk.session.rows(task::TASK.kind)[0].clone();
    desk.set(&first, task::CURRENT_END.name, Value::text("2026-03-03"));
    let counts = || {
        let now = moment("2026-03-05T09:00");
        let (rail, causes) = desk
            .session
            .read(|log| (six_steps(log, now)[4], standing(log, now).causes));
        let is_late = |cause: &&Cause| matches!(cause, Cause::Task(..) | Cause::Issue(..));
        let overview = causes.iter().filter(is_late).count();
        assert_eq!(
            rail,
            if overview == 0 {
                Nothing
            } else {
                Late(overview)
            }
        );
        overview
    };
    assert_eq!(counts(), 1);
    // The company rests on the days between: the task is not late yet.
    let rest = vec![
        (calendar_day::FROM.name, Value::text("2026-03-04")),
        (calendar_day::TO.name, Value::text("2026-03-06")),
        (calendar_day::DAY_KIND.name, Value::text("rest")),
    ];
    let settings = settings::record();
    desk.session.add_rows(
        calendar_day::CALENDAR_DAY.kind,
        Some(&settings),
        None,
        &[rest],
    );
    assert_eq!(counts(), 0);
    // Without rest days a Saturday counts.
    desk.set(&first, task::CURRENT_START.name, date("2026-03-02").write());
    assert_eq!(counts(), 0);
}

#[test]
fn rail_form_and_checks_say_one_number_of_what_a_gate_needs() {
    let desk = lead();
    let now = desk.session.now();
    let bare = vec![(task::TITLE.name, Value::text("定包装"))];
    desk.session.add_rows(task::TASK.kind, None, None, &[bare]);
    for row in desk.session.rows(meeting::MEETING.kind) {
        desk.session.delete(&row);
    }
    let (rail, told) = desk
        .session
        .read(|log| (six_steps(log, now), told_checks(log, now)));
    for (step, record, gate) in [
        (0, charter::record(), Gate::Final),
        (2, settings::record(), Gate::Start),
    ] {
        let form = desk.session.held_at(&record, Some(gate)).lacks.len();
        assert_eq!(rail[step], Lacks(form), "{record}");
        let ahead = told.gates.iter().find(|ahead| ahead.record == record);
        let ahead = ahead.expect("a gate that comes next");
        assert_eq!((ahead.gate, ahead.lacks.len()), (gate, form), "{record}");
    }
    assert_eq!(rail[2], Lacks(2), "a task and a meeting");
    // What a gate lists is told once.
    let again = told.groups.iter().flat_map(|group| &group.found);
    let again: Vec<_> = again
        .filter(|found| {
            [Severity::Block(Gate::Final), Severity::Block(Gate::Start)]
                .contains(&found.rule.severity)
        })
        .map(|found| (found.rule.code, found.record.to_string()))
        .collect();
    assert!(again.is_empty(), "{again:?}");
}

#[test]
fn a_gate_that_was_passed_is_no_longer_ahead() {
    let desk = lead();
    let now = desk.session.now();
    let is_ahead = || {
        let told = desk.session.read(|log| told_checks(log, now));
        told.gates
            .iter()
            .any(|ahead| ahead.record == charter::record())
    };
    desk.step(&charter::record(), "confirm");
    assert!(is_ahead());
    // With a reason, though much is missing.
    desk.step(&charter::record(), "finalise");
    assert!(!is_ahead());
}
