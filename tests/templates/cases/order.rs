//! Cases of the rules on the order of the plan: what waits for what, what is fixed, and what comes later for it.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "settings",
        "SCH-01",
        0,
        &[
            "task/a title=甲; current_start=2026-05-04; current_end=2026-05-08",
            "task/b title=乙; current_start=2026-05-11; current_end=2026-05-12; deleted=true",
            "dependency/a parent=task/a; predecessor=task/b",
        ],
        &[
            "task/a title=甲; current_start=2026-05-04; current_end=2026-05-08",
            "task/b title=乙; current_start=2026-05-11; current_end=2026-05-12",
            "dependency/a parent=task/a; predecessor=task/b",
        ],
    ),
    (
        "settings",
        "SCH-02",
        0,
        &[
            "task/a title=甲; current_start=2026-05-11; current_end=2026-05-15",
            "task/b title=乙; current_start=2026-05-11; current_end=2026-05-14",
            "dependency/b parent=task/b; predecessor=task/a; kind_of=FF",
        ],
        &[
            "task/a title=甲; current_start=2026-05-11; current_end=2026-05-15",
            "task/b title=乙; current_start=2026-05-11; current_end=2026-05-15",
            "dependency/b parent=task/b; predecessor=task/a; kind_of=FF",
        ],
    ),
    (
        "settings",
        "SCH-03",
        0,
        &[
            "task/a title=甲; current_start=2026-04-13; current_end=2026-04-17; status=doing",
            "task/b title=乙; current_start=2026-04-13; current_end=2026-04-17; status=doing",
            "dependency/b parent=task/b; predecessor=task/a",
        ],
        &[
            "task/a title=甲; current_start=2026-04-13; current_end=2026-04-17; status=done",
            "task/b title=乙; current_start=2026-04-13; current_end=2026-04-17; status=doing",
            "dependency/b parent=task/b; predecessor=task/a",
        ],
    ),
    (
        "settings",
        "SCH-04",
        0,
        &[
            "task/a title=甲; current_start=2026-05-11; current_end=2026-05-15",
            "task/b title=乙; current_start=2026-05-13; current_end=2026-05-20; pinned=true",
            "dependency/b parent=task/b; predecessor=task/a",
        ],
        &[
            "task/a title=甲; current_start=2026-05-11; current_end=2026-05-15",
            "task/b title=乙; current_start=2026-05-18; current_end=2026-05-20; pinned=true",
            "dependency/b parent=task/b; predecessor=task/a",
        ],
    ),
    (
        "settings",
        "SCH-05",
        0,
        &[
            "task/a title=甲; current_start=2030-05-06; current_end=2030-05-17",
            "milestone/m name=上市; current_date=2030-05-15; reached_by=task/a",
        ],
        &[
            "task/a title=甲; current_start=2030-05-06; current_end=2030-05-15",
            "milestone/m name=上市; current_date=2030-05-15; reached_by=task/a",
        ],
    ),
];
