//! Cases of the rules on actions.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "action",
        "G-01",
        0,
        &["action/a what=取补测报告; due=2026-04-20"],
        &[
            "action/a what=取补测报告; owner=member/a; due=2026-04-20",
            "action/b what=不用了; status=dropped",
        ],
    ),
    (
        "action",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "action/a what=取补测报告; owner=member/a",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "action/a what=取补测报告; owner=member/a; status=done",
        ],
    ),
    (
        "action",
        "G-08",
        0,
        &["action/a what=尽快取报告"],
        &["action/a what=取补测报告"],
    ),
    (
        "action",
        "G-16",
        0,
        &["action/a due=2026-04-18"],
        &["action/a due=2026-04-20"],
    ),
    (
        "action",
        "W-09",
        0,
        &["action/a owner=member/a; due=2026-04-17"],
        &["action/a owner=member/a; due=2026-04-18"],
    ),
    (
        "action",
        "W-13",
        0,
        &["action/a owner=member/a; due=2026-04-14"],
        &["action/a owner=member/a; due=2026-04-15"],
    ),
    (
        "action",
        "W-25",
        0,
        &[
            "member/a person=陈专员; backup_person=member/b",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "action/a owner=member/a; due=2026-04-24",
        ],
        &[
            "member/a person=陈专员; backup_person=member/b",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "action/a owner=member/a; due=2026-04-25",
        ],
    ),
];
