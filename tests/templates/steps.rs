//! Who may take which step, what a gate needs, numbers, calculated fields.

use super::project::log;
use chrono::{DateTime, FixedOffset};
use hepai::analysis::{Hindrance, allowed, computed};
use hepai::model::template::Form;
use hepai::model::{Log, RecordId, Value};
use hepai::templates::task;

pub(crate) fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-04-15T10:00:00+08:00").expect("a moment")
}

/// What a step says to somebody: may, or why not; nothing where it does not start here.
fn may(log: &Log, record: &str, me: Option<&str>, step: &str) -> Option<Result<(), Hindrance>> {
    let me = me.map(RecordId::of);
    allowed(log, &RecordId::of(record), me.as_ref(), now().date_naive())
        .into_iter()
        .find(|one| one.transition.key == step)
        .map(|one| one.may)
}

const ROSTER: &[&str] = &[
    "department/a department=研发部",
    "department/b department=客服部",
    "member/lead person=王经理; project_role=lead",
    "member/li person=李主管; project_role=rep; department=department/a",
    "member/wu person=吴主管; project_role=rep; department=department/b",
    "member/sun person=孙工程师; project_role=member; department=department/a",
];

pub(crate) fn with_roster(lines: &[&str]) -> Log {
    log(&[ROSTER, lines].concat())
}

#[test]
fn an_issue_goes_from_hand_to_hand() {
    let draft = with_roster(&["issue/i raised_by=member/wu; support_department=department/a"]);
    assert_eq!(
        may(&draft, "issue/i", Some("member/wu"), "submit"),
        Some(Ok(()))
    );
    assert_eq!(
        may(&draft, "issue/i", Some("member/lead"), "submit"),
        Some(Ok(()))
    );
    assert_eq!(
        may(&draft, "issue/i", Some("member/sun"), "submit"),
        Some(Err(Hindrance::Others(vec![RecordId::of("member/wu")]))),
        "the raiser"
    );
    assert_eq!(
        may(&draft, "issue/i", None, "submit"),
        Some(Err(Hindrance::NobodyChosen))
    );
    assert_eq!(may(&draft, "issue/i", Some("member/wu"), "accept"), None);

    let submitted = with_roster(&[
        "issue/i status=submitted; raised_by=member/wu; support_department=department/a",
    ]);
    assert_eq!(
        may(&submitted, "issue/i", Some("member/li"), "accept"),
        Some(Ok(()))
    );
    assert!(
        matches!(
            may(&submitted, "issue/i", Some("member/wu"), "accept"),
            Some(Err(Hindrance::Others(_)))
        ),
        "the representative of another department"
    );
}

#[test]
fn the_owner_cannot_close_even_as_lead() {
    let resolved = |owner: &str| {
        with_roster(&[&format!(
            "issue/i status=resolved; owner={owner}; raised_by=member/wu; affected_departments/b=true"
        )])
    };
    assert_eq!(
        may(
            &resolved("member/lead"),
            "issue/i",
            Some("member/lead"),
            "verify"
        ),
        Some(Err(Hindrance::NotYou(
            "owner",
            vec![RecordId::of("member/wu")]
        ))),
        "and it says who does"
    );
    assert_eq!(
        may(
            &resolved("member/sun"),
            "issue/i",
            Some("member/lead"),
            "verify"
        ),
        Some(Ok(()))
    );
    assert_eq!(
        may(
            &resolved("member/sun"),
            "issue/i",
            Some("member/wu"),
            "verify"
        ),
        Some(Ok(())),
        "raiser, and representative of an affected department"
    );
    let joined = with_roster(&[
        "member/wang person=王经理; same_as=member/lead",
        "issue/i status=resolved; owner=member/wang",
    ]);
    assert_eq!(
        may(&joined, "issue/i", Some("member/lead"), "verify"),
        Some(Err(Hindrance::NotYou(
            "owner",
            ["li", "sun", "wu"]
                .map(|who| RecordId::of(&format!("member/{who}")))
                .to_vec()
        ))),
        "one person entered twice"
    );
}

#[test]
fn a_third_time_is_for_the_lead() {
    let pass_on = |times: usize| {
        let mut lines = vec!["issue/i status=submitted; support_department=department/b"];
        let turns = [
            "issue/i status=submitted; support_department=department/c | 不归我们管",
            "issue/i status=submitted; support_department=department/a | 也不归我们管",
        ];
        lines.extend(&turns[2 - times..]);
        with_roster(&lines)
    };
    assert_eq!(
        may(&pass_on(1), "issue/i", Some("member/li"), "pass_on"),
        Some(Ok(()))
    );
    assert_eq!(
        may(&pass_on(2), "issue/i", Some("member/li"), "pass_on"),
        Some(Err(Hindrance::TooOften(2)))
    );
    assert_eq!(
        may(&pass_on(2), "issue/i", Some("member/lead"), "pass_on"),
        Some(Ok(()))
    );
}

#[test]
fn extensions_count_together_in_both_states_and_other_steps_do_not() {
    let log = with_roster(&[
        "issue/i status=accepted; support_department=department/a; due_at=2026-04-20T10:00:00+08:00",
        "issue/i status=accepted; due_at=2026-04-21T10:00:00+08:00 | 等实验室",
        "issue/i status=accepted; owner=member/sun | 李主管请假",
        "issue/i status=working",
    ]);
    assert_eq!(
        may(&log, "issue/i", Some("member/li"), "extend"),
        Some(Ok(()))
    );
    let log = with_roster(&[
        "issue/i status=accepted; support_department=department/a; due_at=2026-04-20T10:00:00+08:00",
        "issue/i status=accepted; due_at=2026-04-21T10:00:00+08:00 | 等实验室",
        "issue/i status=working",
        "issue/i status=working; due_at=2026-04-22T10:00:00+08:00 | 再等",
    ]);
    assert_eq!(
        may(&log, "issue/i", Some("member/li"), "extend"),
        Some(Err(Hindrance::TooOften(2)))
    );
    assert_eq!(
        computed(
            &Form::new(&log, RecordId::of("issue/i")),
            "original_due_at",
            now()
        ),
        Some(Value::text("2026-04-20T10:00:00+08:00"))
    );
}

#[test]
fn without_a_roster_everybody_may_and_without_a_lead_everybody_on_it() {
    assert_eq!(
        may(
            &log(&["charter project_name=A1"]),
            "charter",
            None,
            "confirm"
        ),
        Some(Ok(()))
    );
    let no_lead = log(&["member/a person=甲", "charter project_name=A1"]);
    assert_eq!(
        may(&no_lead, "charter", Some("member/a"), "confirm"),
        Some(Ok(()))
    );
    assert_eq!(
        may(&no_lead, "charter", Some("member/stranger"), "confirm"),
        Some(Err(Hindrance::Others(vec![RecordId::of("member/a")])))
    );
}

#[test]
fn a_task_with_a_deliverable_is_submitted_for_review() {
    let doing = with_roster(&["task/t status=doing; owner=member/sun; deliverable=测试报告"]);
    assert_eq!(
        may(&doing, "task/t", Some("member/sun"), "complete"),
        Some(Err(Hindrance::Held(task::NO_REVIEW)))
    );
    assert_eq!(
        may(&doing, "task/t", Some("member/sun"), "submit"),
        Some(Ok(()))
    );
    assert_eq!(
        may(&doing, "task/t", Some("member/li"), "block"),
        Some(Ok(())),
        "the representative of the owner's department"
    );
    assert!(matches!(
        may(&doing, "task/t", Some("member/wu"), "block"),
        Some(Err(Hindrance::Others(_)))
    ));
}
