//! Cases of the rules on feedback, on what became of its suggestions, on lessons and on the report.

use super::Case;

/// A feedback with three scores of 4, and one of 2.
const LOW: &str = "feedback/a respondent=member/a; score_communication=4; score_responsibility=4; score_resource=2; score_problem=4";
/// The same score everywhere.
const ALIKE: &str = "feedback/a respondent=member/a; score_communication=4; score_responsibility=4; score_resource=4; score_problem=4";
/// Somebody of the one department.
pub(super) const REP: &str = "member/a person=陈专员; department=department/a; project_role=rep";

pub(super) const CASES: &[Case] = &[
    (
        "feedback",
        "FBK-01",
        0,
        &[LOW],
        &[LOW, "feedback/a reason_resource=晚到"],
    ),
    (
        "feedback",
        "FBK-02",
        0,
        &["feedback/a sheet_no=1; suggestion=早点说"],
        &["feedback/a respondent=member/a; suggestion=早点说"],
    ),
    (
        "feedback",
        "FBK-04",
        0,
        &[
            "feedback/a status=submitted",
            "~ feedback/a score_resource=4",
        ],
        &["~ feedback/a score_resource=4"],
    ),
    ("feedback", "FBK-05", 0, &[ALIKE], &[LOW]),
    (
        "settings",
        "FBK-03",
        0,
        &[
            "settings status=closing; closing_at=2026-04-01T09:00:00+08:00",
            "department/a department=市场部; participation=participate",
            REP,
        ],
        &[
            "settings status=closing; closing_at=2026-04-01T09:00:00+08:00",
            "department/a department=市场部; participation=participate",
            REP,
            "feedback/a respondent=member/a; status=submitted",
        ],
    ),
    (
        "suggestion",
        "G-01",
        0,
        &["suggestion/a answer=partly"],
        &["suggestion/a answer=partly; reason=先试行"],
    ),
    (
        "suggestion",
        "G-05",
        0,
        &[
            "member/b person=孙工程师; leave_date=2026-04-01",
            "suggestion/a answer=adopted; owner=member/b",
        ],
        &[
            "member/b person=孙工程师",
            "suggestion/a answer=adopted; owner=member/b",
        ],
    ),
    (
        "suggestion",
        "G-16",
        0,
        &["suggestion/a answer=adopted; due=2026-04-18"],
        &["suggestion/a answer=adopted; due=2026-04-17"],
    ),
    (
        "lesson",
        "LES-01",
        0,
        &["lesson/a recommendation=加强沟通"],
        &["lesson/a recommendation=每周五一小时，会前两小时截止更新，提高到 95%"],
    ),
    (
        "lesson",
        "LES-02",
        0,
        &[
            "lesson/a recommendation=预算一批准就同时发起拨付申请",
            "lesson/b recommendation=预算一批准就同时发起拨付的申请",
        ],
        &[
            "lesson/a recommendation=预算一批准就同时发起拨付申请",
            "lesson/b recommendation=送检前完成预检",
        ],
    ),
    (
        "report",
        "SUM-03",
        0,
        &[
            "report executive_summary=守住",
            "metric/a parent=charter; name=首月销售额",
        ],
        &[
            "report executive_summary=守住",
            "metric/a parent=charter; name=首月销售额; actual_value='486.3",
        ],
    ),
    (
        "report",
        "SUM-04",
        0,
        &[
            "report executive_summary=守住",
            "metric/a parent=charter; name=首月销售额; direction=at_least; target_value='500; actual_value='486.3",
        ],
        &[
            "report executive_summary=守住",
            "metric/a parent=charter; name=首月销售额; direction=at_least; target_value='500; actual_value='486.3; explanation=竞品降价",
        ],
    ),
    (
        "report",
        "SUM-05",
        0,
        &[
            "report executive_summary=守住",
            "department/a department=市场部; participation=participate",
            "feedback/x sheet_no=1; status=locked",
        ],
        &[
            "report executive_summary=守住",
            "department/a department=市场部; participation=participate",
            REP,
            "feedback/a respondent=member/a; status=locked",
        ],
    ),
    (
        "report",
        "SUM-06",
        0,
        &[
            "report executive_summary=守住",
            "member/a person=陈专员",
            "report_item/x parent=report; section=shortcoming; text=陈专员没有按时交",
        ],
        &[
            "report executive_summary=守住",
            "member/a person=陈专员",
            "report_item/x parent=report; section=shortcoming; text=物料晚 3 天",
        ],
    ),
    (
        "report",
        "SUM-07",
        0,
        &["report executive_summary=守住"],
        &[
            "report executive_summary=守住",
            "report_item/x parent=report; section=highlight; text=上市日未动",
        ],
    ),
    (
        "report",
        "SUM-07",
        1,
        &["report executive_summary=守住"],
        &[
            "report executive_summary=守住",
            "report_item/x parent=report; section=shortcoming; text=物料晚 3 天",
        ],
    ),
    (
        "report",
        "SUM-08",
        0,
        &[
            "report executive_summary=守住",
            "department/a department=市场部; participation=participate",
        ],
        &[
            "report executive_summary=守住",
            "department/a department=市场部; participation=participate",
            "report_item/a parent=report; section=department; text=按时交付",
        ],
    ),
    (
        "report",
        "SUM-09",
        0,
        &[LONG_SUMMARY],
        &["report executive_summary=守住"],
    ),
];

/// A summary of more than 300 characters.
const LONG_SUMMARY: &str = concat!(
    "report executive_summary=",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    "一"
);
