//! Cases of the rules on meetings, their minutes and the weekly review.

use super::Case;

const MEETING: &str = "meeting/w meeting_name=周例会; kind_of=weekly; weekday=5";
const OPEN: &str = "review/w-20260410 status=collecting; meeting=meeting/w";
const LATE: &str = "task/t status=doing; owner=member/a; current_end=2026-04-09";
const WEEKS: [&str; 3] = [
    "review/w-20260327 status=published",
    "review/w-20260403 status=published",
    "review/w-20260410 status=published",
];
const FIRST: &str = "review_task/a parent=review/w-20260327; delay_cause=resource";
const SECOND: &str = "review_task/b parent=review/w-20260403; delay_cause=resource";

pub(super) const CASES: &[Case] = &[
    (
        "minutes",
        "MTG-01",
        0,
        &[
            MEETING,
            "minutes/w-20260410 meeting=meeting/w; actual_start=2026-04-10T10:00:00+08:00; actual_end=2026-04-10T11:05:00+08:00",
        ],
        &[
            MEETING,
            "minutes/w-20260410 meeting=meeting/w; actual_start=2026-04-10T10:00:00+08:00; actual_end=2026-04-10T10:52:00+08:00",
        ],
    ),
    (
        "minutes",
        "MTG-02",
        0,
        &["minutes/w-20260410 actual_end=2026-04-10T10:52:00+08:00"],
        &["minutes/w-20260410 status=sent; actual_end=2026-04-10T10:52:00+08:00"],
    ),
    (
        "minutes",
        "MTG-05",
        0,
        &[
            "minutes/w-20260410 meeting=meeting/w",
            "action/a parent=minutes/w-20260410; what=取报告; owner=member/a",
        ],
        &[
            "minutes/w-20260410 meeting=meeting/w",
            "action/a parent=minutes/w-20260410; what=取报告; owner=member/a; due=2026-04-13",
            "action/b parent=minutes/w-20260410; what=不用了; status=dropped",
        ],
    ),
    (
        "minutes",
        "MTG-06",
        0,
        &[
            "department/a department=市场部; participation=lead",
            "member/a person=陈专员; project_role=rep; department=department/a",
            "minutes/w-20260410 actual_start=2026-04-10T10:00:00+08:00; attendance/a=absent",
        ],
        &[
            "department/a department=市场部; participation=lead",
            "member/a person=陈专员; project_role=rep; department=department/a",
            "minutes/w-20260410 actual_start=2026-04-10T10:00:00+08:00; attendance/a=小周",
        ],
    ),
    (
        "minutes",
        "MTG-07",
        0,
        &["minutes/w-20260410 status=sent; sent_at=2026-04-10T10:58:00+08:00"],
        &["minutes/w-20260410 status=sent; sent_at=2026-04-13T10:58:00+08:00"],
    ),
    (
        "agenda_item",
        "MTG-04",
        0,
        &["agenda_item/a parent=meeting/w; topic=进度; minutes=25"],
        &["agenda_item/a parent=meeting/w; topic=进度; minutes=20"],
    ),
    (
        "meeting",
        "MTG-03",
        0,
        &["meeting/t meeting_name=专题会; kind_of=topic; first_date=2026-04-16"],
        &["meeting/t meeting_name=专题会; kind_of=topic; first_date=2026-04-17"],
    ),
    (
        "meeting",
        "REV-07",
        0,
        &["settings status=running", MEETING],
        &[
            "settings status=running",
            MEETING,
            "review/w-20260410 status=skipped; meeting=meeting/w | 放假",
        ],
    ),
    (
        "review",
        "REV-01",
        0,
        &[LATE, OPEN],
        &[
            LATE,
            OPEN,
            "review_task/w-20260410-t parent=review/w-20260410; task=task/t; delay_cause=third_party",
        ],
    ),
    (
        "review",
        "REV-02",
        0,
        &[
            LATE,
            OPEN,
            "review_task/a parent=review/w-20260410; task=task/t; days_late=4; delay_cause=resource",
        ],
        &[
            LATE,
            OPEN,
            "review_task/a parent=review/w-20260410; task=task/t; days_late=4; delay_cause=resource",
            "action/a parent=minutes/w-20260410; what=加两个人; linked_task=task/t",
        ],
    ),
    (
        "review",
        "REV-05",
        0,
        &[
            WEEKS[0],
            WEEKS[1],
            WEEKS[2],
            FIRST,
            SECOND,
            "review_task/c parent=review/w-20260410; delay_cause=resource",
        ],
        &[
            WEEKS[0],
            WEEKS[1],
            WEEKS[2],
            FIRST,
            "review_task/c parent=review/w-20260410; delay_cause=resource",
        ],
    ),
    (
        "minutes",
        "MTG-08",
        0,
        &[
            "meeting/w name=周例会; kind_of=weekly; weekday=5; first_date=2026-03-06",
            "minutes/w-20260410 meeting=meeting/w; actual_start=2026-04-10T10:00:00+08:00",
            "minutes/w-20260409 meeting=meeting/w; actual_start=2026-04-09T10:00:00+08:00",
        ],
        &[
            "meeting/w name=周例会; kind_of=weekly; weekday=5; first_date=2026-03-06",
            "minutes/w-20260410 meeting=meeting/w; actual_start=2026-04-10T10:00:00+08:00",
            "minutes/w-20260402 meeting=meeting/w; actual_start=2026-04-02T10:00:00+08:00",
        ],
    ),
    (
        "review",
        "REV-06",
        0,
        &["review/w-20260410 status=collecting; health=yellow"],
        &[
            "review/w-20260410 status=collecting; health=yellow; health_reason=供应商还没有回话",
            "review/w-20260403 status=collecting; health=green",
        ],
    ),
    (
        "review_task",
        "REV-03",
        0,
        &[
            OPEN,
            "review_task/a parent=review/w-20260410; delay_cause=predecessor",
        ],
        &[
            OPEN,
            "review_task/a parent=review/w-20260410; delay_cause=predecessor; root_task=task/b",
        ],
    ),
    (
        "review_task",
        "REV-04",
        0,
        &[
            OPEN,
            "review_task/a parent=review/w-20260410; delay_cause=other",
        ],
        &[
            OPEN,
            "review_task/a parent=review/w-20260410; delay_cause=other; explanation=停电两天",
        ],
    ),
];
