//! Cases of the rules on resource requests that count days, amounts, budgets or other requests.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "resource_request",
        "G-01",
        0,
        &["resource_request/r resource_type=venue"],
        &[
            "resource_request/r need_to=2026-04-20",
            "resource_request/s resource_type=budget",
        ],
    ),
    (
        "resource_request",
        "RES-03",
        0,
        &[
            "resource/a name=教室; capacity=1.0",
            "resource_request/r resource_item=教室; quantity=1.0; need_from=2026-05-06; need_to=2026-05-08; status=decided",
            "resource_request/s resource_item=教室; quantity=1.0; need_from=2026-05-08; need_to=2026-05-09",
        ],
        &[
            "resource/a name=教室; capacity=1.0",
            "resource_request/r resource_item=教室; quantity=1.0; need_from=2026-05-06; need_to=2026-05-07; status=decided",
            "resource_request/s resource_item=教室; quantity=1.0; need_from=2026-05-08; need_to=2026-05-09",
        ],
    ),
    (
        "resource_request",
        "RES-14",
        0,
        &[
            "resource/a name=教室; capacity=1.0",
            "task/t current_start=2026-05-06; current_end=2026-05-07",
            "resource_request/r resource_item=教室; quantity=1.0; need_from=2026-05-06; need_to=2026-05-07; status=decided; linked_task=task/t",
            "resource_request/s resource_item=教室; quantity=1.0; need_from=2026-05-08; need_to=2026-05-09; status=submitted",
            "task/t current_start=2026-05-08; current_end=2026-05-09",
        ],
        &[
            "resource/a name=教室; capacity=1.0",
            "task/t current_start=2026-05-06; current_end=2026-05-07",
            "resource_request/r resource_item=教室; quantity=1.0; need_from=2026-05-06; need_to=2026-05-07; status=decided; linked_task=task/t",
            "resource_request/s resource_item=教室; quantity=1.0; need_from=2026-05-08; need_to=2026-05-09; status=submitted",
        ],
    ),
    (
        "resource_request",
        "RES-15",
        0,
        &[
            "resource/a name=教室; capacity=1.0",
            "resource_request/r resource_item=教室; quantity=1.0; need_from=2026-05-06; need_to=2026-05-08; status=decided",
            "resource_request/s resource_item=教室; quantity=1.0; need_from=2026-05-08; need_to=2026-05-09; status=in_use",
        ],
        &[
            "resource/a name=教室; capacity=1.0",
            "resource_request/r resource_item=教室; quantity=1.0; need_from=2026-05-06; need_to=2026-05-08; status=decided",
            "resource_request/s resource_item=教室; quantity=1.0; need_from=2026-05-08; need_to=2026-05-09; status=submitted",
        ],
    ),
    (
        "resource_request",
        "RES-05",
        0,
        &[
            "resource/a name=教室; capacity=1.0",
            "member/m department=department/d",
            "resource_request/r resource_item=教室; quantity=1.0; need_from=2026-05-06; need_to=2026-05-08; status=submitted",
            "resource_request/s resource_item=教室; quantity=1.0; need_from=2026-05-08; need_to=2026-05-09; status=submitted; request_dept=department/d; decided_by=member/m",
        ],
        &[
            "resource/a name=教室; capacity=1.0",
            "member/m department=department/d; project_role=sponsor",
            "resource_request/r resource_item=教室; quantity=1.0; need_from=2026-05-06; need_to=2026-05-08; status=submitted",
            "resource_request/s resource_item=教室; quantity=1.0; need_from=2026-05-08; need_to=2026-05-09; status=submitted; request_dept=department/d; decided_by=member/m",
        ],
    ),
    (
        "resource_request",
        "RES-06",
        0,
        &[
            "resource/a name=教室; capacity=1.0",
            "resource_request/r resource_item=教室; quantity=2.0; need_from=2026-05-06; need_to=2026-05-08; status=coordinating",
        ],
        &[
            "resource/a name=教室; capacity=1.0",
            "resource_request/r resource_item=教室; quantity=2.0; approved_quantity=1.0; need_from=2026-05-06; need_to=2026-05-08; status=coordinating",
        ],
    ),
    (
        "resource_request",
        "RES-07",
        0,
        &[
            "member/m person=孙工程师",
            "task/t owner=member/m; effort_pd=5.0; current_start=2026-04-20; current_end=2026-04-24; status=doing",
            "resource_request/r resource_type=people; resource_item=孙工程师; daily_share=50; need_from=2026-04-20; need_to=2026-04-24",
        ],
        &[
            "member/m person=孙工程师",
            "resource_request/r resource_type=people; resource_item=孙工程师; daily_share=50; need_from=2026-04-20; need_to=2026-04-24",
        ],
    ),
    (
        "resource_request",
        "RES-08",
        0,
        &[
            "charter budget_cap=10000",
            "resource_request/r resource_type=budget; quantity=60.0; status=decided",
            "resource_request/s resource_type=budget; approved_cap=5000; status=coordinating",
        ],
        &[
            "charter budget_cap=11000",
            "resource_request/r resource_type=budget; quantity=60.0; status=decided",
            "resource_request/s resource_type=budget; approved_cap=5000; status=coordinating",
        ],
    ),
    (
        "resource_request",
        "RES-10",
        0,
        &["resource_request/r need_from=2026-04-16; need_to=2026-04-20"],
        &[
            "resource_request/r need_from=2026-04-17; need_to=2026-04-20",
            "resource_request/s need_from=2026-04-16; need_to=2026-04-20; priority=p0",
        ],
    ),
];
