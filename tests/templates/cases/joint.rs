//! Cases of the rules on problems that are solved together.

use super::Case;

const ISSUE: &str = "issue/a submitted_at=2026-04-14T09:00:00+08:00; status=working; category=quality; impact=4; urgency=4; owner=member/o";

pub(super) const CASES: &[Case] = &[
    (
        "issue",
        "CASE-01",
        0,
        &[
            ISSUE,
            "case/a issue=issue/a; verify_result=无新增",
            "action/x parent=case/a; what=改箱",
        ],
        &[
            ISSUE,
            "case/a issue=issue/a; containment=停发散件; verify_result=无新增",
            "action/x parent=case/a; what=改箱",
        ],
    ),
    (
        "case",
        "CASE-02",
        0,
        &[ISSUE, "case/a issue=issue/a; verifier=member/o"],
        &[ISSUE, "case/a issue=issue/a; verifier=member/r"],
    ),
    (
        "case",
        "CASE-03",
        0,
        &[
            ISSUE,
            "case/a issue=issue/a; facts_at=2026-04-14T09:30:00+08:00",
        ],
        &[
            ISSUE,
            "case/a issue=issue/a; facts_at=2026-04-14T09:30:00+08:00; contained_at=2026-04-14T16:00:00+08:00",
        ],
    ),
    (
        "issue",
        "CASE-04",
        0,
        &[
            "issue/a submitted_at=2026-04-01T09:00:00+08:00; status=closed; category=quality",
            "case/a issue=issue/a; recurrence_watch_until=2026-05-01",
            "issue/b submitted_at=2026-04-14T09:00:00+08:00; status=submitted; category=quality",
        ],
        &[
            "issue/a submitted_at=2026-04-01T09:00:00+08:00; status=closed; category=quality",
            "case/a issue=issue/a; recurrence_watch_until=2026-04-10",
            "issue/b submitted_at=2026-04-14T09:00:00+08:00; status=submitted; category=quality",
        ],
    ),
];
