//! Cases of the rules on the roster, absences and contacts.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "member",
        "TEAM-03",
        0,
        &[
            "member/a person=陈专员; project_role=rep; department=department/a; backup_person=member/b",
            "member/b person=李主管; department=department/b",
        ],
        &[
            "member/a person=陈专员; project_role=rep; department=department/a; backup_person=member/b",
            "member/b person=林专员; department=department/a",
            "member/c person=王经理; project_role=lead; department=department/c; backup_person=member/b",
        ],
    ),
    (
        "member",
        "TEAM-04",
        0,
        &["member/a person=陈专员; project_role=rep"],
        &[
            "member/a person=陈专员; project_role=rep; backup_person=member/b",
            "member/b person=林专员; project_role=member",
            "member/c project_role=rep",
        ],
    ),
    (
        "member",
        "TEAM-05",
        0,
        &[
            "member/a person=陈专员; backup_person=member/b",
            "member/b person=林专员; leave_date=2026-04-14",
        ],
        &[
            "member/a person=陈专员; backup_person=member/b",
            "member/b person=林专员; leave_date=2026-04-15",
        ],
    ),
    (
        "member",
        "TEAM-06",
        0,
        &[
            "member/a person=陈专员; allocation_pct=60",
            "member/b person=陈专员; same_as=member/a; allocation_pct=50",
        ],
        &[
            "member/a person=陈专员; allocation_pct=60",
            "member/b person=林专员; allocation_pct=50",
        ],
    ),
    (
        "member",
        "TEAM-07",
        0,
        &[
            "department/a department=市场部; participation=participate",
            "member/a person=王经理; project_role=lead; department=department/a",
        ],
        &[
            "department/a department=市场部; participation=lead",
            "member/a person=王经理; project_role=lead; department=department/a",
        ],
    ),
    (
        "member",
        "TEAM-08",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-20",
            "task/t title=发布; owner=member/a; current_end=2026-04-21",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-20",
            "task/t title=发布; owner=member/a; current_end=2026-04-20",
            "task/u title=收尾; owner=member/a; current_end=2026-04-21; status=done",
        ],
    ),
    (
        "member",
        "TEAM-10",
        0,
        &["member/a person=王经理", "member/b person=玉经理"],
        &[
            "member/a person=王经理",
            "member/b person=玉经理; same_as=member/a",
            "member/c person=李经理",
        ],
    ),
    (
        "settings",
        "TEAM-11",
        0,
        &[
            "member/a person=王经理",
            "@王\u{200b}经理 task/a title=发布",
        ],
        &[
            "member/a person=王经理",
            "@王经理 task/a title=发布",
            "@钱工 task/b title=包装",
        ],
    ),
    (
        "member",
        "TEAM-09",
        0,
        &[
            "member/a person=王经理; project_role=lead",
            "member/b person=王经理; project_role=rep; same_as=member/a",
        ],
        &[
            "member/a person=王经理; project_role=lead",
            "member/b person=王经理; project_role=rep",
        ],
    ),
    (
        "member",
        "TEAM-06",
        0,
        &[
            "member/a person=李主管; allocation_pct=60",
            "member/b person=李主管; same_as=member/a; allocation_pct=41",
        ],
        &[
            "member/a person=李主管; allocation_pct=60",
            "member/b person=李主管; same_as=member/a; allocation_pct=40",
        ],
    ),
    (
        "absence",
        "TEAM-10",
        0,
        &[
            "member/a person=陈专员",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
        ],
        &[
            "member/a person=陈专员; backup_person=member/b",
            "member/b person=林专员",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "absence/y parent=member/b; from=2026-04-01; to=2026-04-03",
        ],
    ),
    (
        "absence",
        "G-03",
        0,
        &["absence/x from=2026-04-24; to=2026-04-20"],
        &["absence/x from=2026-04-20"],
    ),
    (
        "absence",
        "TEAM-10",
        0,
        &[
            "member/a person=李主管; backup_person=member/b",
            "member/b person=孙工程师; backup_person=member/c",
            "member/c person=吴主管",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "absence/y parent=member/b; from=2026-04-24; to=2026-04-28",
        ],
        &[
            "member/a person=李主管; backup_person=member/b",
            "member/b person=孙工程师; backup_person=member/c",
            "member/c person=吴主管",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "absence/y parent=member/b; from=2026-04-25; to=2026-04-28",
        ],
    ),
];
