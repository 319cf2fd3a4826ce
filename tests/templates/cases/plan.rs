//! Cases of the rules on the plan around its tasks: the start of work, milestones, handovers and the calendar.

use super::Case;

pub(super) const CASES: &[Case] = &[
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
        "settings",
        "DEP-05",
        0,
        &[
            "department/a department=市场部; participation=lead",
            "department/b department=财务部; participation=lead",
        ],
        &[
            "department/a department=市场部; participation=lead",
            "department/b department=财务部; participation=support",
        ],
    ),
    (
        "settings",
        "TEAM-01",
        0,
        &[
            "member/a person=王经理; project_role=lead",
            "member/b person=李主管; project_role=lead",
        ],
        &[
            "member/a person=王经理; project_role=lead",
            "member/b person=王经理; project_role=lead; same_as=member/a",
            "member/c person=赵总; project_role=lead; leave_date=2026-04-01",
        ],
    ),
    (
        "settings",
        "CAL-01",
        0,
        &["charter planned_start=2026-11-30; planned_end=2027-02-26"],
        &[
            "charter planned_start=2026-11-30; planned_end=2027-02-26",
            "calendar_day/a parent=settings; from=2027-01-01; to=2027-01-03",
        ],
    ),
    (
        "settings",
        "G-12",
        0,
        &[
            "task/a title=发布; owner=member/a",
            "task/b title=发布; owner=member/a",
        ],
        &[
            "task/a title=发布; owner=member/a",
            "task/b title=发布; owner=member/b",
            "task/c title=发布; owner=member/a; status=done",
        ],
    ),
    (
        "milestone",
        "G-01",
        0,
        &["milestone/a gate_decision=conditional"],
        &["milestone/a gate_decision=go"],
    ),
    (
        "milestone",
        "G-01",
        1,
        &["milestone/m gate=true; actual_date=2026-04-01"],
        &[
            "milestone/m gate=true; actual_date=2026-04-01; gate_decision=go",
            "milestone/n gate=true",
        ],
    ),
    (
        "milestone",
        "G-04",
        0,
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "milestone/m current_date=2026-06-01",
        ],
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "milestone/m current_date=2026-05-29",
        ],
    ),
    (
        "milestone",
        "G-16",
        0,
        &[
            "calendar_day/a parent=settings; from=2026-04-20; name=厂休",
            "milestone/m current_date=2026-04-20",
        ],
        &["milestone/m current_date=2026-04-20"],
    ),
    (
        "milestone",
        "G-08",
        0,
        &["milestone/m conditions=适时补测"],
        &["milestone/m conditions=4 月 20 日前补测"],
    ),
    (
        "handoff",
        "G-01",
        0,
        &["handoff/h what=样机 20 台; giver=member/a; receiver=member/b"],
        &[
            "handoff/h what=样机 20 台; giver=member/a; receiver=member/b; criteria=通电正常; promised_date=2026-05-06",
            "handoff/g giver=member/a",
        ],
    ),
    (
        "handoff",
        "G-01",
        1,
        &["handoff/h result=returned"],
        &["handoff/h result=returned; return_reason=少 2 台"],
    ),
    (
        "handoff",
        "HND-01",
        0,
        &["handoff/h what=样机; receiver=member/b; promised_date=2026-04-20"],
        &[
            "handoff/h what=样机; receiver=member/b; promised_date=2026-04-21",
            "handoff/g what=样机; promised_date=2026-04-20; receiver_agreed=true",
            "handoff/f what=样机; promised_date=2026-04-10; result=accepted",
        ],
    ),
    (
        "handoff",
        "HND-02",
        0,
        &[
            "member/a person=陈专员; department=department/a",
            "member/b person=林专员; department=department/a",
            "handoff/h what=样机; giver=member/a; receiver=member/b",
        ],
        &[
            "member/a person=陈专员; department=department/a",
            "member/b person=李主管; department=department/b",
            "handoff/h what=样机; giver=member/a; receiver=member/b",
        ],
    ),
    (
        "handoff",
        "HND-03",
        0,
        &[
            "task/t title=打样; status=done",
            "handoff/h parent=task/t; what=样机; result=returned",
        ],
        &[
            "task/t title=打样; status=doing",
            "handoff/h parent=task/t; what=样机; result=returned",
        ],
    ),
    (
        "handoff",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "handoff/h receiver=member/a",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "handoff/h receiver=member/a; result=accepted",
        ],
    ),
    (
        "handoff",
        "G-16",
        0,
        &["handoff/h promised_date=2026-04-18"],
        &[
            "calendar_day/a parent=settings; from=2026-04-18; day_kind=work",
            "handoff/h promised_date=2026-04-18",
        ],
    ),
    (
        "handoff",
        "G-08",
        0,
        &["handoff/h criteria=相关部门认可"],
        &["handoff/h criteria=质检部签字"],
    ),
    (
        "calendar_day",
        "G-03",
        0,
        &["calendar_day/a from=2026-07-08; to=2026-07-06"],
        &["calendar_day/a from=2026-07-06"],
    ),
];
