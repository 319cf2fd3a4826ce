//! Cases of the rules on change requests.

use super::Case;

/// A sponsor, a lead, and a change that moves a milestone.
const MOVES: &str = "change_item/i parent=change_request/c; target=milestone/m; field=current_date; before=2026-04-10; after=2026-04-14";

pub(super) const CASES: &[Case] = &[
    (
        "change_request",
        "CHG-02",
        0,
        &[
            "member/l person=王经理; project_role=lead",
            "member/s person=林总; project_role=sponsor",
            "milestone/m name=产品就绪; current_date=2026-04-14",
            "change_request/c requested_by=member/x; decided_by=member/l; decided_at=2026-04-13T10:00:00+08:00; status=approved",
            MOVES,
        ],
        &[
            "member/l person=王经理; project_role=lead",
            "member/s person=林总; project_role=sponsor",
            "milestone/m name=产品就绪; current_date=2026-04-14",
            "change_request/c requested_by=member/l; decided_by=member/s; decided_at=2026-04-13T10:00:00+08:00; status=approved",
            MOVES,
        ],
    ),
    (
        "change_request",
        "CHG-03",
        0,
        &[
            "department/d department=供应链部",
            "member/z person=郑主管; department=department/d",
            "task/t owner=member/z; current_end=2026-04-10",
            "change_request/c status=assessing",
            "change_item/i parent=change_request/c; target=task/t; field=current_end; before=2026-04-10; after=2026-04-20",
        ],
        &[
            "department/d department=供应链部",
            "member/z person=郑主管; department=department/d",
            "task/t owner=member/z; current_end=2026-04-10",
            "change_request/c status=assessing",
            "change_item/i parent=change_request/c; target=task/t; field=current_end; before=2026-04-10; after=2026-04-20",
            "assessment/c-d parent=change_request/c; department=department/d; at=2026-04-14T10:00:00+08:00",
        ],
    ),
    (
        "change_request",
        "CHG-04",
        0,
        &[
            "member/l person=王经理; project_role=lead",
            "member/s person=林总; project_role=sponsor",
            "change_request/c requested_by=member/l; decided_by=member/l; status=approved",
        ],
        &[
            // Nobody else could: there is no sponsor.
            "member/l person=王经理; project_role=lead",
            "change_request/c requested_by=member/l; decided_by=member/l; status=approved",
        ],
    ),
    (
        "change_request",
        "CHG-05",
        0,
        &[
            "task/t current_end=2026-04-10",
            "change_request/c decided_at=2026-04-09T10:00:00+08:00; status=approved",
            "change_item/i parent=change_request/c; target=task/t; field=current_end; before=2026-04-10; after=2026-04-20",
        ],
        &[
            "task/t current_end=2026-04-20",
            "change_request/c decided_at=2026-04-09T10:00:00+08:00; status=approved",
            "change_item/i parent=change_request/c; target=task/t; field=current_end; before=2026-04-10; after=2026-04-20",
        ],
    ),
    (
        "change_request",
        "CHG-06",
        0,
        &[
            "change_request/a type=scope; requested_at=2026-04-01T10:00:00+08:00",
            "change_request/b type=scope; requested_at=2026-04-08T10:00:00+08:00",
            "change_request/c type=scope; requested_at=2026-04-10T10:00:00+08:00",
        ],
        &[
            "change_request/a type=scope; requested_at=2026-03-01T10:00:00+08:00",
            "change_request/b type=scope; requested_at=2026-04-08T10:00:00+08:00",
            "change_request/c type=schedule; requested_at=2026-04-10T10:00:00+08:00",
        ],
    ),
    (
        "change_request",
        "CHG-09",
        0,
        &[
            "task/t current_end=2026-04-10",
            "change_request/c type=schedule",
            "change_item/i parent=change_request/c; target=task/t; field=current_end",
        ],
        &[
            "task/t current_end=2026-04-10",
            "change_request/c type=schedule",
            "change_item/i parent=change_request/c; target=task/t; field=current_end; before=2026-04-10; after=2026-04-20",
            // What no row can say stands in its words.
            "change_request/d type=scope",
        ],
    ),
    (
        "change_request",
        "CHG-08",
        0,
        &[
            "task/t current_end=2026-04-20",
            "change_request/c decided_at=2026-04-09T10:00:00+08:00; status=rejected",
            "change_item/i parent=change_request/c; target=task/t; field=current_end; before=2026-04-10; after=2026-04-20",
        ],
        &[
            "task/t current_end=2026-04-10",
            "change_request/c decided_at=2026-04-09T10:00:00+08:00; status=rejected",
            "change_item/i parent=change_request/c; target=task/t; field=current_end; before=2026-04-10; after=2026-04-20",
        ],
    ),
];
