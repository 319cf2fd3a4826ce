//! Each rule fires where it should and is silent where it should, and fills the placeholders of its text.

use super::later_cases;
use super::project::log;
use chrono::{DateTime, FixedOffset};
use hepai::analysis::rules::checks;
use hepai::model::template::{FieldType, Finding, Form, Rule};
use hepai::model::{Log, RecordId};
use hepai::templates::SCHEMA;
use std::collections::BTreeSet;

/// Kind, code and how-manieth rule of that code; a project where it fires, one where it does not.
pub(crate) type Case = (
    &'static str,
    &'static str,
    usize,
    &'static [&'static str],
    &'static [&'static str],
);

const CASES: &[Case] = &[
    (
        "need",
        "DEP-06",
        0,
        &[
            "department/a department=研发部",
            "department/b department=供应链部",
            "need/n parent=department/a; side=needs; other=department/b; what=样机 20 台",
        ],
        &[
            "department/a department=研发部",
            "department/b department=供应链部",
            "need/n parent=department/a; side=needs; other=department/b; what=样机 20 台",
            "need/g parent=department/b; side=gives; other=department/a; what=样机 20 台",
        ],
    ),
    (
        "assignment",
        "RACI-01",
        0,
        &[
            "work_item/w name=预算",
            "assignment/w-a row=work_item/w; column=department/a; letter=R",
        ],
        &[
            "work_item/w name=预算",
            "assignment/w-a row=work_item/w; column=department/a; letter=R",
            "assignment/w-b row=work_item/w; column=department/b; letter=A",
        ],
    ),
    (
        "assignment",
        "RACI-02",
        0,
        &[
            "work_item/w name=预算",
            "assignment/w-a row=work_item/w; column=department/a; letter=AR",
            "assignment/w-b row=work_item/w; column=department/b; letter=A",
        ],
        &[
            "work_item/w name=预算",
            "work_item/v name=定价",
            "assignment/w-a row=work_item/w; column=department/a; letter=AR",
            "assignment/v-b row=work_item/v; column=department/b; letter=A",
        ],
    ),
    (
        "assignment",
        "RACI-03",
        0,
        &[
            "work_item/w name=预算",
            "assignment/w-a row=work_item/w; column=department/a; letter=A",
        ],
        &[
            "work_item/w name=预算",
            "assignment/w-a row=work_item/w; column=department/a; letter=AR",
        ],
    ),
    (
        "assignment",
        "RACI-04",
        0,
        &[
            "work_item/w name=上线",
            "assignment/w-a row=work_item/w; letter=R",
            "assignment/w-b row=work_item/w; letter=R",
            "assignment/w-c row=work_item/w; letter=R",
            "assignment/w-d row=work_item/w; letter=AR",
        ],
        &[
            "work_item/w name=上线",
            "assignment/w-a row=work_item/w; letter=R",
            "assignment/w-b row=work_item/w; letter=R",
            "assignment/w-c row=work_item/w; letter=AR",
            "assignment/w-d row=work_item/w; letter=I",
        ],
    ),
    (
        "assignment",
        "RACI-11",
        0,
        &[
            "member/m department=department/a; project_role=rep",
            "assignment/w-a row=work_item/w; column=department/a; letter=R; named_person=member/m",
        ],
        &[
            "member/m person=李主管; department=department/a; project_role=rep",
            "assignment/w-a row=work_item/w; column=department/a; letter=R; named_person=member/m",
            "assignment/w-b row=work_item/w; column=department/b; letter=C",
        ],
    ),
    (
        "assignment",
        "RACI-12",
        0,
        &[
            "department/a department=研发部",
            "department/b department=财务部",
            "work_item/w name=预算; lead_department=department/b",
            "assignment/w-a row=work_item/w; column=department/a; letter=A",
        ],
        &[
            "department/a department=研发部",
            "department/b department=财务部",
            "work_item/w name=预算; lead_department=department/b",
            "assignment/w-a row=work_item/w; column=department/a; letter=R",
            "assignment/w-b row=work_item/w; column=department/b; letter=A",
        ],
    ),
    (
        "mechanism",
        "COM-04",
        0,
        &[
            "mechanism read_within_h=24",
            "meeting/k parent=mechanism; kind_of=kickoff",
        ],
        &[
            "mechanism read_within_h=24",
            "meeting/w parent=mechanism; kind_of=biweekly",
        ],
    ),
    (
        "mechanism",
        "COM-08",
        0,
        &["mechanism silence_means=consent"],
        &["mechanism silence_means=escalate"],
    ),
    (
        "meeting",
        "COM-01",
        0,
        &["meeting/w kind_of=weekly; duration_min=90"],
        &[
            "meeting/w kind_of=weekly; duration_min=60",
            "meeting/k kind_of=kickoff; duration_min=90",
        ],
    ),
    (
        "meeting",
        "COM-02",
        0,
        &[
            "meeting/w kind_of=weekly; duration_min=30",
            "agenda_item/a parent=meeting/w; minutes=20",
            "agenda_item/b parent=meeting/w; minutes=15",
        ],
        &[
            "meeting/w kind_of=weekly; duration_min=30",
            "agenda_item/a parent=meeting/w; minutes=30",
        ],
    ),
    (
        "meeting",
        "COM-03",
        0,
        &["meeting/s kind_of=standup; duration_min=20"],
        &["meeting/s kind_of=standup; duration_min=15"],
    ),
    (
        "meeting",
        "COM-06",
        0,
        &[
            "department/a department=财务部",
            "member/a person=刘经理; project_role=rep; department=department/a",
            "meeting/w kind_of=weekly; required/b=true",
        ],
        &[
            "department/a department=财务部",
            "member/a person=刘经理; project_role=rep; department=department/a",
            "meeting/w kind_of=weekly; required/a=true",
            "meeting/k kind_of=kickoff",
        ],
    ),
    (
        "channel",
        "COM-07",
        0,
        &["channel/a channel=im; official=true"],
        &[
            "channel/a channel=im; official=false",
            "channel/b channel=email; official=true",
        ],
    ),
    (
        "message",
        "G-01",
        0,
        &["message/a information=周报; reply_needed=reply"],
        &[
            "message/a information=周报; reply_needed=reply; reply_within=48",
            "message/b information=纪要; reply_needed=read",
        ],
    ),
    (
        "escalation",
        "COM-05",
        0,
        &["escalation/a level=2; after_h=0"],
        &["escalation/a level=2; after_h=0; persons/m=true"],
    ),
    (
        "risk",
        "RSK-01",
        0,
        &["risk/a title=需求变更; owner=member/a"],
        &["risk/a title=需求变更; owner=member/a; fallback_owner=member/b"],
    ),
    (
        "risk",
        "RSK-02",
        0,
        &["risk/a owner=member/a; fallback_owner=member/a"],
        &["risk/a owner=member/a; fallback_owner=member/b"],
    ),
    (
        "risk",
        "RSK-03",
        0,
        &["risk/a likelihood=3; impact=4"],
        &[
            "risk/a likelihood=3; impact=4; contingency=改用备选供应商",
            "risk/b likelihood=3; impact=3",
        ],
    ),
    (
        "risk",
        "RSK-04",
        0,
        &["risk/a likelihood=4; impact=4"],
        &[
            "risk/a likelihood=4; impact=4; status=closed",
            "risk/b likelihood=3; impact=5",
        ],
    ),
    (
        "risk",
        "RSK-05",
        0,
        &["risk/a likelihood=4; impact=4; strategy=accept"],
        &[
            "risk/a likelihood=4; impact=4",
            "risk/a strategy=accept | 影响只在海外",
        ],
    ),
    (
        "risk",
        "RSK-06",
        0,
        &["risk/a status=monitoring; last_reviewed_at=2026-04-01"],
        &[
            "risk/a status=monitoring; last_reviewed_at=2026-04-02",
            "risk/b status=monitoring; last_reviewed_at=2026-02-20; review_every_days=30",
            "risk/c status=closed; last_reviewed_at=2026-01-20",
        ],
    ),
    (
        "risk",
        "RSK-07",
        0,
        &["risk/a trigger_date=2026-04-14"],
        &[
            "risk/a trigger_date=2026-04-15",
            "risk/b trigger_date=2026-03-04; status=occurred",
        ],
    ),
    (
        "risk",
        "G-01",
        0,
        &["risk/a strategy=reduce; prevention=评审请全部代表到场"],
        &[
            "risk/a strategy=reduce; prevention=评审请全部代表到场; action_due=2026-03-20",
            "risk/b strategy=accept",
        ],
    ),
    (
        "risk",
        "RSK-09",
        0,
        &["risk/a status=responding; action_due=2026-04-14"],
        &[
            "risk/a status=responding; action_due=2026-04-15",
            "risk/b status=monitoring; action_due=2026-04-14",
        ],
    ),
    (
        "charter",
        "CHT-01",
        0,
        &["charter goal_statement=把上市统一做好"],
        &["charter goal_statement=三个月内卖出 500 万元"],
    ),
    (
        "charter",
        "CHT-02",
        0,
        &["charter goal_statement=卖出 500 件"],
        &["charter goal_statement=卖出 500 件; planned_end=2026-05-29"],
    ),
    (
        "charter",
        "CHT-03",
        0,
        &["charter project_name=A1"],
        &[
            "charter project_name=A1",
            "metric/m parent=charter; name=销售额",
        ],
    ),
    (
        "charter",
        "CHT-05",
        0,
        &[
            "charter project_name=A1",
            "scope_item/a parent=charter; side=in; text=国内",
        ],
        &[
            "charter project_name=A1",
            "scope_item/a parent=charter; side=out; text=海外",
        ],
    ),
    (
        "charter",
        "CHT-06",
        0,
        &[
            "charter project_name=A1",
            "department/a department=市场部",
            "department/b department=总务部; participation=affected",
        ],
        &[
            "charter project_name=A1",
            "department/a department=市场部",
            "department/b department=研发部",
        ],
    ),
    (
        "charter",
        "CHT-07",
        0,
        &[
            "charter project_name=A1",
            "department/a department=市场部",
            "member/a person=陈专员; project_role=rep; department=department/b",
        ],
        &[
            "charter project_name=A1",
            "department/a department=市场部",
            "member/a person=陈专员; project_role=rep; department=department/a",
        ],
    ),
    (
        "charter",
        "CHT-08",
        0,
        &[
            "charter project_name=A1",
            "department/a department=财务部",
            "confirmation/a answer=objection; comment=预备费应单列",
        ],
        &[
            "charter project_name=A1",
            "department/a department=财务部",
            "confirmation/a answer=confirmed",
        ],
    ),
    (
        "charter",
        "CHT-09",
        0,
        &[
            "charter status=confirmed; background=甲",
            "charter background=乙",
        ],
        &["charter background=甲; status=confirmed"],
    ),
    (
        "charter",
        "CHT-11",
        0,
        &["charter project_name=A1", "department/a department=财务部"],
        &[
            "charter project_name=A1",
            "department/a department=财务部",
            "confirmation/a answer=confirmed",
        ],
    ),
    (
        "charter",
        "CHT-12",
        0,
        &[
            "charter project_name=A1",
            "deliverable/a parent=charter; name=物料",
        ],
        &[
            "charter project_name=A1",
            "deliverable/a parent=charter; name=物料; acceptance_criteria=清单齐全",
        ],
    ),
    (
        "charter",
        "CHT-13",
        0,
        &[
            "charter project_name=A1",
            "scope_item/a parent=charter; side=out; text=海外",
        ],
        &[
            "charter project_name=A1",
            "scope_item/a parent=charter; side=in; text=国内",
        ],
    ),
    (
        "charter",
        "CHT-14",
        0,
        &["charter project_name=A1", "department/a department=财务部"],
        &[
            "charter project_name=A1",
            "department/a department=财务部; duties=核算",
            "department/b department=总务部; participation=affected",
        ],
    ),
    (
        "charter",
        "CHT-16",
        0,
        &["charter project_code=台灯"],
        &["charter project_code=A1"],
    ),
    (
        "charter",
        "G-03",
        0,
        &["charter planned_start=2026-05-29; planned_end=2026-03-02"],
        &["charter planned_start=2026-03-02; planned_end=2026-03-02"],
    ),
    (
        "charter",
        "G-01",
        0,
        &["charter scenario=problem"],
        &["charter scenario=project"],
    ),
    (
        "charter",
        "G-01",
        1,
        &["charter status=revising"],
        &[
            "charter status=revising; revision_reason=范围变了",
            "charter status=draft",
        ],
    ),
    (
        "metric",
        "G-01",
        0,
        &["metric/m parent=charter; direction=at_least"],
        &["metric/m parent=charter; direction=by_date"],
    ),
    (
        "metric",
        "G-03",
        0,
        &["metric/m parent=charter; measure_from=2026-05-02; measure_to=2026-05-01"],
        &["metric/m parent=charter; measure_from=2026-05-02"],
    ),
    (
        "metric",
        "G-01",
        1,
        &[
            "charter scenario=process",
            "metric/m parent=charter; name=工时",
        ],
        &[
            "charter scenario=project",
            "metric/m parent=charter; name=工时",
        ],
    ),
    (
        "metric",
        "MET-01",
        0,
        &["metric/m parent=charter; direction=by_date; target_value='500"],
        &["metric/m parent=charter; direction=at_least; target_value='3.5"],
    ),
    (
        "metric",
        "CHT-04",
        0,
        &[
            "charter planned_end=2026-05-29",
            "metric/m parent=charter; name=销售额; measure_to=2026-06-30",
        ],
        &[
            "charter planned_end=2026-05-29",
            "metric/m parent=charter; name=销售额; measure_to=2026-05-29",
        ],
    ),
    (
        "deliverable",
        "CHT-10",
        0,
        &["deliverable/a parent=charter; name=物料"],
        &["deliverable/a parent=charter; name=物料; acceptance_criteria=齐全"],
    ),
    (
        "milestone",
        "G-01",
        0,
        &["milestone/a gate_decision=conditional"],
        &["milestone/a gate_decision=go"],
    ),
    (
        "settings",
        "PLAN-01",
        0,
        &["task/a title=发布; owner=member/a; current_end=2026-05-01"],
        &[
            "task/a title=发布; owner=member/a; current_end=2026-05-01; deliverable=记录",
            "task/b title=跟踪; task_type=tracking; owner=member/a; current_end=2026-05-01",
            "task/c title=取消了; status=cancelled",
        ],
    ),
    (
        "settings",
        "PLAN-02",
        0,
        &["department/a department=财务部", "task/a title=发布"],
        &[
            "department/a department=财务部",
            "member/a person=刘经理; department=department/a",
            "task/a title=预算; owner=member/a",
        ],
    ),
    (
        "settings",
        "PLAN-03",
        0,
        &[
            "deliverable/a parent=charter; name=物料全套",
            "task/a title=发布",
        ],
        &[
            "deliverable/a parent=charter; name=物料全套",
            "task/a title=制作推广物料; deliverable=推广物料全套",
        ],
    ),
    (
        "settings",
        "PLAN-04",
        0,
        &[
            "charter planned_end=2026-05-29",
            "task/a title=收尾; current_end=2026-06-02",
        ],
        &[
            "charter planned_end=2026-05-29",
            "task/a title=收尾; current_end=2026-05-29",
        ],
    ),
    (
        "settings",
        "TASK-05",
        0,
        &[
            "dependency/a parent=task/a; predecessor=task/b",
            "dependency/b parent=task/b; predecessor=task/a",
        ],
        &[
            "dependency/a parent=task/a; predecessor=task/b",
            "dependency/b parent=task/b; predecessor=task/c",
        ],
    ),
    (
        "task",
        "TASK-01",
        0,
        &["task/a title=发布"],
        &["task/a title=发布; owner=member/a"],
    ),
    (
        "task",
        "TASK-02",
        0,
        &["task/a owner=member/a", "~ task/a owner=member/b"],
        &["task/a owner=member/a", "task/a owner=member/b"],
    ),
    (
        "task",
        "TASK-03",
        0,
        &["task/a title=发布"],
        &["task/a title=发布; current_end=2026-05-01"],
    ),
    (
        "task",
        "TASK-04",
        0,
        &[
            "task/b current_end=2026-04-20",
            "task/a current_start=2026-04-20",
            "dependency/a parent=task/a; predecessor=task/b",
        ],
        &[
            "task/b current_end=2026-04-20",
            "task/a current_start=2026-04-21",
            "dependency/a parent=task/a; predecessor=task/b",
        ],
    ),
    (
        "task",
        "TASK-06",
        0,
        &["task/a owner=member/a; reviewer=member/a"],
        &["task/a owner=member/a; reviewer=member/b"],
    ),
    (
        "task",
        "TASK-07",
        0,
        &["task/a deliverable=物料包"],
        &[
            "task/a deliverable=物料包",
            "attachment/a parent=task/a; location=共享盘",
        ],
    ),
    (
        "task",
        "TASK-09",
        0,
        &["task/a current_start=2026-03-02; current_end=2026-03-23"],
        &["task/a current_start=2026-03-02; current_end=2026-03-20"],
    ),
    (
        "task",
        "TASK-10",
        0,
        &["task/a baseline_end=2026-04-09; current_end=2026-04-14"],
        &["task/a baseline_end=2026-04-09; current_end=2026-04-13"],
    ),
    (
        "task",
        "TASK-11",
        0,
        &["task/a percent=80", "task/a percent=60"],
        &["task/a percent=80", "task/a percent=60 | 返工"],
    ),
    (
        "task",
        "TASK-12",
        0,
        &[
            "department/a department=总务部; participation=affected",
            "member/a person=甲; department=department/a",
            "task/a owner=member/a",
        ],
        &[
            "department/a department=市场部; participation=lead",
            "member/a person=甲; department=department/a",
            "task/a owner=member/a",
        ],
    ),
    (
        "task",
        "TASK-13",
        0,
        &["task/a status=blocked"],
        &[
            "issue/i title=缺权限",
            "task/a status=blocked; blocked_by_issue=issue/i",
        ],
    ),
    (
        "task",
        "G-01",
        0,
        &["task/a deliverable=物料包"],
        &[
            "task/a deliverable=物料包; reviewer=member/b",
            "task/b task_type=tracking; needs_review=false",
        ],
    ),
    (
        "task",
        "G-03",
        0,
        &["task/a current_start=2026-04-20; current_end=2026-04-19"],
        &["task/a current_start=2026-04-20; current_end=2026-04-20"],
    ),
    (
        "issue",
        "ISS-01",
        0,
        &["issue/i description=坏了"],
        &["issue/i description=四月八日起申请过两次仍没有权限"],
    ),
    (
        "issue",
        "ISS-02",
        0,
        &["issue/i title=缺"],
        &["issue/i impact_scope=晚两天"],
    ),
    (
        "issue",
        "ISS-03",
        0,
        &["issue/i title=缺"],
        &["issue/i support_needed=开通账号"],
    ),
    (
        "issue",
        "ISS-04",
        0,
        &["issue/i title=缺"],
        &["issue/i owner=member/a"],
    ),
    (
        "issue",
        "ISS-05",
        0,
        &["issue/i title=缺"],
        &["issue/i due_at=2026-04-20T10:00:00+08:00"],
    ),
    (
        "issue",
        "ISS-06",
        0,
        &["issue/i status=submitted; due_at=2026-04-14T10:00:00+08:00"],
        &["issue/i status=working; due_at=2026-04-14T10:00:00+08:00"],
    ),
    (
        "issue",
        "ISS-07",
        0,
        &["issue/i status=submitted; submitted_at=2026-04-15T05:00:00+08:00"],
        &["issue/i status=submitted; submitted_at=2026-04-15T07:00:00+08:00"],
    ),
    (
        "issue",
        "ISS-08",
        0,
        &["issue/i status=working; due_at=2026-04-14T15:00:00+08:00"],
        &["issue/i status=resolved; due_at=2026-04-14T15:00:00+08:00"],
    ),
    (
        "issue",
        "ISS-10",
        0,
        &[
            "issue/i title=缺",
            "member/a person=李主管; project_role=rep",
            "extension/a parent=issue/i; approved_by=member/a",
            "extension/b parent=issue/i; approved_by=member/a",
            "extension/c parent=issue/i; approved_by=member/a",
        ],
        &[
            "issue/i title=缺",
            "member/a person=李主管; project_role=rep",
            "member/b person=王经理; project_role=lead",
            "extension/a parent=issue/i; approved_by=member/a",
            "extension/b parent=issue/i; approved_by=member/a",
            "extension/c parent=issue/i; approved_by=member/b",
        ],
    ),
    (
        "issue",
        "ISS-11",
        0,
        &["issue/i title=缺"],
        &["issue/i resolution=已开通"],
    ),
    (
        "issue",
        "ISS-12",
        0,
        &["issue/i status=resolved; owner=member/a; verified_by=member/a"],
        &["issue/i status=resolved; owner=member/a; verified_by=member/b"],
    ),
    (
        "issue",
        "ISS-13",
        0,
        &["issue/i status=rejected"],
        &["issue/i status=rejected | 属于研发部"],
    ),
    (
        "issue",
        "ISS-14",
        0,
        &[
            "issue/i status=submitted; support_department=department/a",
            "issue/i status=submitted; support_department=department/b | 不归我们管",
            "issue/i support_department=department/c",
            "issue/i status=submitted | 也不归我们管",
        ],
        &[
            "issue/i status=submitted; support_department=department/a",
            "issue/i status=submitted; support_department=department/b | 不归我们管",
            "issue/i status=need_info | 缺日志",
            "issue/i status=submitted",
        ],
    ),
    (
        "issue",
        "ISS-16",
        0,
        &["issue/i raised_dept=department/a; support_department=department/a"],
        &["issue/i raised_dept=department/a; support_department=department/b"],
    ),
    (
        "issue",
        "G-01",
        0,
        &["issue/i impact=3; urgency=3"],
        &["issue/i impact=2; urgency=3"],
    ),
    (
        "issue",
        "G-01",
        1,
        &["charter scenario=problem", "issue/i title=缺"],
        &["charter scenario=project", "issue/i title=缺"],
    ),
    (
        "issue",
        "G-01",
        2,
        &[
            "charter scenario=problem",
            "issue/i status=working; impact=4; urgency=3",
        ],
        &[
            "charter scenario=problem",
            "issue/i status=working; impact=3; urgency=3",
        ],
    ),
    (
        "extension",
        "ISS-09",
        0,
        &["extension/a new_due=2026-04-20T10:00:00+08:00"],
        &["extension/a new_due=2026-04-20T10:00:00+08:00; reason=等实验室"],
    ),
];

fn cases() -> impl Iterator<Item = &'static Case> {
    CASES.iter().chain(later_cases::CASES)
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-04-15T10:00:00+08:00").expect("a moment")
}

fn rule_of(kind: &str, code: &str, nth: usize) -> &'static Rule {
    let template = SCHEMA.template(kind).unwrap_or_else(|| panic!("{kind}"));
    checks::rules(template)
        .filter(|rule| rule.code == code)
        .nth(nth)
        .unwrap_or_else(|| panic!("{kind} has no {code}"))
}

fn found(log: &Log, kind: &str, rule: &Rule) -> Vec<Finding> {
    let records = if kind == "settings" {
        vec![RecordId::of(kind)]
    } else {
        log.rows(kind)
    };
    assert!(
        !records.is_empty(),
        "{}: the project of the case has no {kind}",
        rule.code
    );
    records
        .into_iter()
        .flat_map(|record| (rule.check)(&Form::new(log, record), now()))
        .collect()
}

#[test]
fn every_rule_fires_and_is_silent_where_it_should() {
    for (kind, code, nth, fires, quiet) in cases() {
        let rule = rule_of(kind, code, *nth);
        assert!(
            !found(&log(fires), kind, rule).is_empty(),
            "{kind} {code} {nth} should fire"
        );
        let surprising = found(&log(quiet), kind, rule);
        assert!(
            surprising.is_empty(),
            "{kind} {code} {nth} should be silent: {surprising:?}"
        );
    }
}

/// Rules that follow from what a field is declared to hold: tried on every field there is.
const OF_EVERY_FORM: [&str; 2] = ["G-18", "G-19"];

#[test]
fn whatever_a_field_holds_that_is_no_value_of_it_is_found() {
    let fires = |lines: &[&str], kind: &str, code: &str, key: &str| {
        let found = found(&log(lines), kind, rule_of(kind, code, 0));
        found.iter().any(|one| one.field == Some(key))
    };
    for template in SCHEMA.templates {
        let record = if template.once {
            template.kind.to_owned()
        } else {
            format!("{}/x", template.kind)
        };
        for field in template.fields.iter().filter(|field| !field.filled) {
            let (kind, key) = (template.kind, field.key);
            let unread = format!("{record} {key}=看情况");
            let is_read = matches!(
                field.field_type,
                FieldType::Text(_) | FieldType::LongText(_) | FieldType::Set(_)
            );
            assert_eq!(fires(&[&unread], kind, "G-18", key), !is_read, "{unread}");
            let FieldType::Ref([named, ..]) = field.field_type else {
                continue;
            };
            let gone = [
                format!("{named}/gone deleted=true"),
                format!("{record} {key}={named}/gone"),
            ];
            let here = [format!("{named}/gone code=1"), gone[1].clone()];
            assert!(fires(&[&gone[0], &gone[1]], kind, "G-19", key), "{gone:?}");
            assert!(!fires(&[&here[0], &here[1]], kind, "G-19", key), "{here:?}");
            assert!(!fires(&[&here[0], &here[1]], kind, "G-18", key), "{here:?}");
        }
    }
}

#[test]
fn every_rule_has_a_case() {
    let tried: BTreeSet<(&str, &str, usize)> = cases()
        .map(|(kind, code, nth, ..)| (*kind, *code, *nth))
        .collect();
    for template in SCHEMA.templates {
        let mut codes: Vec<&str> = Vec::new();
        for rule in checks::rules(template) {
            if OF_EVERY_FORM.contains(&rule.code) {
                continue;
            }
            let nth = codes.iter().filter(|code| **code == rule.code).count();
            assert!(
                tried.contains(&(template.kind, rule.code, nth)),
                "{} {} {nth} is tried nowhere",
                template.kind,
                rule.code
            );
            codes.push(rule.code);
        }
    }
}

#[test]
fn findings_fill_every_placeholder_and_point_at_a_field() {
    for (kind, code, nth, fires, _) in cases() {
        let rule = rule_of(kind, code, *nth);
        for finding in found(&log(fires), kind, rule) {
            let mut left = rule.text.zh.to_owned();
            for (name, _) in &finding.args {
                left = left.replace(&format!("{{{name}}}"), "");
            }
            assert!(!left.contains('{'), "{kind} {code}: {left}");
            let record = finding.record.as_ref().map_or(*kind, RecordId::kind);
            let template = SCHEMA.template(record).expect("a kind of the schema");
            let is_there = |key| {
                template.field(key).is_some() || template.rows.iter().any(|rows| rows.kind == key)
            };
            assert!(
                finding.field.is_none_or(is_there),
                "{kind} {code}: {:?}",
                finding.field
            );
        }
    }
}
