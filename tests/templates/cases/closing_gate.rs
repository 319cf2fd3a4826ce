//! Cases of the rules that hold back the closing of a project, and of those on what is left over of it.

use super::Case;
use super::closing::REP;

pub(super) const CASES: &[Case] = &[
    (
        "settings",
        "SUM-01",
        0,
        &["open_item/a text=外箱跌落标准修订; owner=member/a"],
        &[
            "member/a person=郑主管",
            "open_item/a text=外箱跌落标准修订; owner=member/a; due=2026-06-30",
        ],
    ),
    (
        "settings",
        "SUM-02",
        0,
        &["charter project_name=A1"],
        &["lesson/a recommendation=批准时同时发起拨付"],
    ),
    (
        "settings",
        "SUM-03",
        0,
        &["metric/a parent=charter; name=首月销售额"],
        &["metric/a parent=charter; name=首月销售额; actual_value='486.3"],
    ),
    (
        "settings",
        "SUM-04",
        0,
        &[
            "metric/a parent=charter; name=首月销售额; direction=at_least; target_value='500; actual_value='486.3",
        ],
        &[
            "metric/a parent=charter; name=首月销售额; direction=at_least; target_value='500; actual_value='500",
        ],
    ),
    (
        "settings",
        "SUM-10",
        0,
        &["task/a title=样机; status=doing"],
        &["task/a title=样机; status=cancelled"],
    ),
    (
        "settings",
        "SUM-11",
        0,
        &["department/a department=市场部; participation=participate"],
        &[
            "department/a department=市场部; participation=participate",
            REP,
            "feedback/a respondent=member/a; status=submitted",
        ],
    ),
    (
        "settings",
        "SUM-12",
        0,
        &["feedback/a respondent=member/a; suggestion=早点说; status=locked"],
        &[
            "feedback/a respondent=member/a; suggestion=早点说; status=locked",
            "suggestion/a answer=adopted",
        ],
    ),
    (
        "settings",
        "SUM-13",
        0,
        &["report executive_summary=守住"],
        &["report executive_summary=守住; status=confirmed"],
    ),
    (
        "settings",
        "SUM-14",
        0,
        &["resource_request/a title=教室; resource_type=venue; status=in_use"],
        &["resource_request/a title=首笔预算; resource_type=budget; status=in_use"],
    ),
    (
        "settings",
        "SUM-15",
        0,
        &["charter scenario=resource"],
        &[
            "charter scenario=resource",
            "ground_rule/a parent=mechanism; text=当天归还",
        ],
    ),
    (
        "settings",
        "SUM-16",
        0,
        &[
            "charter scenario=problem",
            "issue/a title=破损; status=resolved",
        ],
        &[
            "charter scenario=problem",
            "issue/a title=破损; status=closed",
        ],
    ),
    (
        "settings",
        "SUM-17",
        0,
        &[
            "charter scenario=problem",
            "issue/a title=破损; status=closed",
            "case/a issue=issue/a; recurrence_watch_until=2026-06-05",
        ],
        &[
            "charter scenario=problem",
            "issue/a title=破损; status=closed",
            "case/a issue=issue/a; recurrence_watch_until=2026-06-05; watch_result=not_again",
        ],
    ),
    (
        "settings",
        "SUM-18",
        0,
        &["resource_request/a resource_item=教室; resource_type=venue; status=in_use"],
        &["resource_request/a resource_item=教室; resource_type=venue; status=returned"],
    ),
    (
        "settings",
        "SUM-19",
        0,
        &["charter project_name=A1"],
        &["lesson/a recommendation=批准时同时发起拨付"],
    ),
    (
        "open_item",
        "G-01",
        0,
        &["open_item/a text=外箱跌落标准修订; due=2026-06-30"],
        &["open_item/a text=外箱跌落标准修订"],
    ),
    (
        "open_item",
        "G-05",
        0,
        &[
            "member/b person=孙工程师; leave_date=2026-04-01",
            "open_item/a text=外箱; owner=member/b",
        ],
        &[
            "member/b person=孙工程师",
            "open_item/a text=外箱; owner=member/b",
        ],
    ),
    (
        "open_item",
        "G-16",
        0,
        &["open_item/a text=外箱; due=2026-04-18"],
        &["open_item/a text=外箱; due=2026-04-17"],
    ),
];
