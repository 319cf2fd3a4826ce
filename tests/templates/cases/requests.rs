//! Cases of the rules on resource requests, risks and suggestions.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "resource_request",
        "RES-01",
        0,
        &["resource_request/r title=测试员"],
        &["resource_request/r linked_task=task/t"],
    ),
    (
        "resource_request",
        "G-03",
        0,
        &["resource_request/r need_from=2026-04-20; need_to=2026-04-17"],
        &["resource_request/r need_from=2026-04-17; need_to=2026-04-20"],
    ),
    (
        "resource_request",
        "RES-02",
        0,
        &["resource_request/r request_dept=department/a; provider_dept=department/a"],
        &[
            "resource_request/r request_dept=department/a; provider_dept=department/b",
            "resource_request/s title=测试员",
        ],
    ),
    (
        "resource_request",
        "RES-04",
        0,
        &["resource_request/r provider_answer=cannot"],
        &[
            "resource_request/r provider_answer=cannot; provider_comment=五月才有人",
            "resource_request/s provider_answer=can_full",
        ],
    ),
    (
        "resource_request",
        "RES-09",
        0,
        &["resource_request/r resource_type=data; data_scope=名单"],
        &[
            "resource_request/r resource_type=data; data_scope=名单; data_masking=full; data_users=陈专员; destroy_by=2026-05-29",
            "resource_request/s resource_type=people",
        ],
    ),
    (
        "resource_request",
        "G-01",
        1,
        &["resource_request/r decision=partial"],
        &[
            "resource_request/r decision=partial; decision_reason=只有一人空",
            "resource_request/s decision=approve",
        ],
    ),
    (
        "resource_request",
        "RES-11",
        0,
        &["resource_request/r status=submitted; need_from=2026-04-16"],
        &[
            "resource_request/r status=submitted; need_from=2026-04-17",
            "resource_request/s status=decided; need_from=2026-04-16",
        ],
    ),
    (
        "resource_request",
        "RES-12",
        0,
        &["resource_request/r status=in_use; return_due=2026-04-14"],
        &[
            "resource_request/r status=in_use; return_due=2026-04-15",
            "resource_request/s status=returned; return_due=2026-04-14",
        ],
    ),
    (
        "resource_request",
        "RES-13",
        0,
        &["resource_request/r status=coordinating; decision=approve; provider_dept=department/a"],
        &[
            "resource_request/r status=coordinating; decision=approve; provider_dept=department/a; provider_answer=can_full",
        ],
    ),
    (
        "resource_request",
        "W-25",
        0,
        &[
            "member/a person=陈专员; backup_person=member/b",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "resource_request/r status=in_use; requester=member/a; return_due=2026-04-24",
        ],
        &[
            "member/a person=陈专员; backup_person=member/b",
            "absence/x parent=member/a; from=2026-04-20; to=2026-04-24",
            "resource_request/r status=in_use; requester=member/a; return_due=2026-04-25",
        ],
    ),
    (
        "resource_request",
        "G-04",
        0,
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "resource_request/r need_from=2026-02-27",
        ],
        &[
            "charter planned_start=2026-03-02; planned_end=2026-05-29",
            "resource_request/r need_from=2026-03-02",
            "resource_request/s status=refused; need_from=2026-02-27",
        ],
    ),
    (
        "resource_request",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "resource_request/r requester=member/a",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-15",
            "resource_request/r requester=member/a",
        ],
    ),
    (
        "resource_request",
        "G-16",
        0,
        &["resource_request/r need_to=2026-05-01"],
        &["resource_request/r need_to=2026-05-09"],
    ),
    (
        "resource_request",
        "W-09",
        0,
        &["resource_request/r status=in_use; requester=member/a; return_due=2026-04-17"],
        &["resource_request/r status=in_use; requester=member/a; return_due=2026-04-18"],
    ),
    (
        "resource_request",
        "W-13",
        0,
        &["resource_request/r status=in_use; requester=member/a; return_due=2026-04-14"],
        &["resource_request/r status=in_use; requester=member/a; return_due=2026-04-15"],
    ),
    (
        "resource_request",
        "G-08",
        0,
        &["resource_request/r purpose=尽快试用"],
        &["resource_request/r purpose=四月试用"],
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
        "risk",
        "RSK-08",
        0,
        &[
            "member/a person=陈专员",
            "absence/x parent=member/a; from=2026-04-14; to=2026-04-15",
            "risk/k owner=member/a; fallback_owner=member/b",
        ],
        &[
            "member/a person=陈专员",
            "absence/x parent=member/a; from=2026-04-16; to=2026-04-17",
            "risk/k owner=member/a; fallback_owner=member/b",
        ],
    ),
    (
        "risk",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "risk/k fallback_owner=member/a",
        ],
        &["member/a person=陈专员", "risk/k fallback_owner=member/a"],
    ),
    (
        "risk",
        "G-08",
        0,
        &["risk/k prevention=马上找备选"],
        &["risk/k prevention=4 月 20 日前签备选供应商"],
    ),
    (
        "proposal",
        "ROLE-01",
        0,
        &[
            "member/a person=王经理; project_role=lead",
            "milestone/m name=上市; current_date=2026-05-01",
            "proposal/p parent=milestone/m; target=milestone/m; field=current_date; value=2026-05-08",
        ],
        &[
            "member/a person=王经理; project_role=lead",
            "milestone/m name=上市; current_date=2026-05-08",
            "proposal/p parent=milestone/m; target=milestone/m; field=current_date; value=2026-05-08; answer=declined",
        ],
    ),
];
