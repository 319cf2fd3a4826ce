//! Cases of the rules on tasks.

use super::Case;

pub(super) const CASES: &[Case] = &[
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
        "TASK-10",
        0,
        &[
            "task/a baseline_end=2026-04-09; current_end=2026-04-20",
            "change_request/c status=waiting",
            "change_item/i parent=change_request/c; target=task/a; field=current_end; before=2026-04-09; after=2026-04-20",
        ],
        &[
            "task/a baseline_end=2026-04-09; current_end=2026-04-20",
            "change_request/c status=approved",
            "change_item/i parent=change_request/c; target=task/a; field=current_end; before=2026-04-09; after=2026-04-20",
        ],
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
        "task",
        "TASK-08",
        0,
        &[
            "member/a person=陈专员; backup_person=member/b",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "task/t title=发布; owner=member/a; current_end=2026-04-24",
        ],
        &[
            "member/a person=陈专员; backup_person=member/b",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "absence/y parent=member/a; from=2026-04-07; to=2026-04-08",
            "task/t title=发布; owner=member/a; current_end=2026-04-25",
            "task/u title=定价; owner=member/a; current_end=2026-04-07",
        ],
    ),
    (
        "task",
        "G-04",
        0,
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "task/t current_start=2026-02-27",
        ],
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "task/t current_start=2026-03-02",
            "task/u current_start=2026-02-27 | 模具要先订",
        ],
    ),
    (
        "task",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "task/t owner=member/a",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-15",
            "task/t owner=member/a; reviewer=member/unknown",
        ],
    ),
    (
        "task",
        "G-16",
        0,
        &["task/t current_end=2026-05-01"],
        &[
            "task/t current_end=2026-05-09",
            "task/u current_end=2026-05-01; status=done",
        ],
    ),
    (
        "task",
        "TASK-14",
        0,
        &[
            "issue/i title=缺权限; status=resolved",
            "task/t status=blocked; blocked_by_issue=issue/i",
        ],
        &[
            "issue/i title=缺权限; status=working",
            "task/t status=blocked; blocked_by_issue=issue/i",
        ],
    ),
    (
        "task",
        "TASK-15",
        0,
        &["task/t helpers/a=true"],
        &["task/t helpers/a=提供样机照片"],
    ),
    (
        "task",
        "TASK-16",
        0,
        &["task/t current_end=2026-04-14"],
        &[
            "task/t current_end=2026-04-14; delay_cause=resource",
            "task/u current_end=2026-04-15",
        ],
    ),
    (
        "task",
        "TASK-17",
        0,
        &["task/t status=review; actual_end=2026-04-13"],
        &[
            "task/t status=review; actual_end=2026-04-14",
            "task/u status=done; actual_end=2026-04-01",
        ],
    ),
    (
        "task",
        "G-08",
        0,
        &["task/t title=Send samples asap"],
        &["task/t title=Send samples"],
    ),
    (
        "task",
        "TASK-18",
        0,
        &["task/t owner=member/a; current_end=2026-04-17"],
        &[
            "task/t owner=member/a; current_end=2026-04-18",
            "task/u owner=member/a; current_end=2026-04-17; remind_days=1",
            "task/v owner=member/a; current_end=2026-04-14",
            "task/w owner=member/a; current_end=2026-04-15; status=done",
        ],
    ),
    (
        "task",
        "TASK-19",
        0,
        &["task/t owner=member/a; current_end=2026-04-14"],
        &[
            "member/a person=李主管; project_role=rep; department=department/a",
            "task/t owner=member/a; current_end=2026-04-13",
            "task/u current_end=2026-04-15",
        ],
    ),
];
