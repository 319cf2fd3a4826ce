//! What a gate needs, which findings are told where, numbers and calculated fields.

use super::project::log;
use crate::steps::{now, with_roster};
use hepai::analysis::{Codes, computed, display_code, findings, missing, next_code};
use hepai::model::template::{Form, Gate};
use hepai::model::{Log, RecordId, Value};

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
