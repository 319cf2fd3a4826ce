//! Who may take which step, what a gate needs, numbers, calculated fields.

use super::project::log;
use chrono::{DateTime, FixedOffset};
use hepai::analysis::{
    Codes, Hindrance, allowed, computed, display_code, findings, missing, next_code,
};
use hepai::model::template::{Form, Gate};
use hepai::model::{Log, RecordId, Value};
use hepai::templates::task;

fn now() -> DateTime<FixedOffset> {
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

fn with_roster(lines: &[&str]) -> Log {
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
        Some(Err(Hindrance::NotYou("owner")))
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
        Some(Err(Hindrance::NotYou("owner"))),
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

fn places(log: &Log, record: &str, gate: Gate) -> Vec<(String, Option<&'static str>)> {
    missing(log, &RecordId::of(record), gate, now())
        .iter()
        .map(|one| (one.place().0.to_string(), one.place().1))
        .collect()
}

#[test]
fn a_gate_names_empty_fields_once_and_rows_below() {
    let log = with_roster(&[
        "issue/i title=权限未开通; description=四月八日起申请过两次仍没有; impact=3; urgency=3; category=information; support_needed=开通账号",
    ]);
    let submit: Vec<_> = places(&log, "issue/i", Gate::Submit)
        .into_iter()
        .map(|(_, field)| field.unwrap_or_default())
        .collect();
    assert_eq!(
        submit,
        ["affected_departments", "support_department", "impact_scope"]
    );
    let charter = with_roster(&[
        "charter project_name=A1",
        "metric/m parent=charter; name=销售额; direction=at_least",
    ]);
    let needs = places(&charter, "charter", Gate::Final);
    assert!(
        needs.contains(&("metric/m".into(), Some("target_value")))
            && needs.contains(&("metric/m".into(), Some("unit"))),
        "{needs:?}"
    );
    assert!(needs.contains(&("charter".into(), Some("lead_department"))));
    let led = with_roster(&["charter project_name=A1", "department/a participation=lead"]);
    assert!(
        !places(&led, "charter", Gate::Final)
            .contains(&("charter".into(), Some("lead_department"))),
        "calculated from the departments"
    );
}

#[test]
fn a_full_charter_can_be_made_final() {
    let log = with_roster(&[
        "department/a participation=lead; duties=开发",
        "department/b participation=participate; duties=客服",
        "charter status=confirming; project_name=A1; scenario=project; background=旺季; goal_statement=3 个月内上市; smart_specific=上市; smart_achievable=有样机; smart_relevant=年度目标; planned_start=2026-03-02; planned_end=2026-05-29",
        "metric/m parent=charter; name=上市日期; direction=by_date; target_value=2026-04-28; owner=member/lead",
        "deliverable/d parent=charter; name=产品; acceptance_criteria=合格",
        "scope_item/i parent=charter; side=in; text=国内",
        "scope_item/o parent=charter; side=out; text=海外",
        "confirmation/a answer=confirmed",
        "confirmation/b answer=confirmed",
    ]);
    assert_eq!(places(&log, "charter", Gate::Final), []);
}

#[test]
fn the_checks_page_tells_of_work_in_progress_only_what_is_wrong() {
    let codes = |lines: &[&str]| {
        findings(&with_roster(lines), now())
            .iter()
            .map(|found| found.rule.code)
            .collect::<Vec<_>>()
    };
    assert!(
        !codes(&["issue/i title=草稿"]).contains(&"ISS-02"),
        "a draft is not a fault"
    );
    assert!(
        codes(&["issue/i status=submitted; title=缺"]).contains(&"ISS-02"),
        "submitted without it, by a merge"
    );
    assert!(!codes(&["task/t status=doing; title=写; deliverable=稿"]).contains(&"TASK-07"));
    assert!(codes(&["task/t status=done; title=写; deliverable=稿"]).contains(&"TASK-07"));
    assert!(codes(&["task/t title=写"]).contains(&"TASK-01"));
    assert!(codes(&["charter project_name=A1"]).contains(&"CHT-05"));
}

#[test]
fn findings_point_at_the_record_to_open() {
    let log = with_roster(&["task/t title=写"]);
    let found = findings(&log, now());
    let plan = found
        .iter()
        .find(|found| found.rule.code == "PLAN-01")
        .expect("a task lacks its owner");
    assert_eq!(plan.record, RecordId::of("task/t"));
}

#[test]
fn numbers_given_twice_show_the_record_behind_them() {
    let log = log(&[
        "issue/7QK2M4ZT code=3",
        "issue/B0000000 code=3",
        "issue/C0000000 code=4",
        "issue/D0000000 code=9; title=x",
        "issue/D0000000 deleted=true",
    ]);
    assert_eq!(
        display_code(&log, &RecordId::of("issue/7QK2M4ZT")),
        "I-3·7Q"
    );
    assert_eq!(
        display_code(&log, &RecordId::of("issue/B0000000")),
        "I-3·B0"
    );
    assert_eq!(
        Codes::of(&log, "issue").display(&log, &RecordId::of("issue/C0000000")),
        "I-4"
    );
    assert_eq!(display_code(&log, &RecordId::of("issue/E0000000")), "");
    assert_eq!(
        next_code(&log, "issue"),
        Value::int(10),
        "a number in the recycle bin stays given"
    );
    assert_eq!(next_code(&log, "task"), Value::int(1));
}

#[test]
fn calculated_fields_come_out() {
    let log = with_roster(&[
        "issue/i impact=3; urgency=3; status=working; due_at=2026-04-13T15:00:00+08:00",
        "task/t owner=member/sun; stage=stage/s; current_start=2026-04-03; current_end=2026-04-07",
        "stage/s name=开发",
    ]);
    let value =
        |record: &str, key: &str| computed(&Form::new(&log, RecordId::of(record)), key, now());
    assert_eq!(value("issue/i", "severity"), Some(Value::text("high")));
    assert_eq!(
        value("issue/i", "escalation_level"),
        Some(Value::int(3)),
        "43 hours late"
    );
    assert_eq!(
        value("task/t", "department"),
        Some(Value::text("department/a"))
    );
    assert_eq!(
        value("task/t", "duration_wd"),
        Some(Value::int(2)),
        "Friday and Tuesday: Monday is the Qingming holiday"
    );
    assert_eq!(value("stage/s", "end"), Some(Value::text("2026-04-07")));
    assert_eq!(
        value("department/a", "representative"),
        Some(Value::text("member/li"))
    );
    assert_eq!(value("task/t", "title"), None);
}
