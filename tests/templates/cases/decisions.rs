//! Cases of the rules on decisions and on what people say to them.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "change_request",
        "CHG-01",
        0,
        &["change_request/c title=补测"],
        &["change_request/c impact_if_not=整批报废"],
    ),
    (
        "change_request",
        "CHG-07",
        0,
        &["change_request/c title=补测"],
        &[
            "change_request/c reason_code=third_party",
            "change_request/d reason=实验室要求",
        ],
    ),
    (
        "decision",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "decision/d decision_text=量产; approver=member/a",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "decision/d decision_text=量产; approver=member/a; status=executed",
        ],
    ),
    (
        "decision",
        "G-08",
        0,
        &["decision/d decision_text=尽快量产"],
        &["decision/d decision_text=04-15 开工"],
    ),
    (
        "decision",
        "DEC-01",
        0,
        &["decision/d decision_text=量产"],
        &["decision/d approver=member/a"],
    ),
    (
        "decision",
        "DEC-02",
        0,
        &["decision/d decision_text=量产"],
        &["decision/d reply_by_at=2026-04-16T16:00:00+08:00"],
    ),
    (
        "decision",
        "DEC-04",
        0,
        &[
            "decision/d status=issued; read_by_at=2026-04-15T09:00:00+08:00; recipients/a=true",
            "member/a person=刘经理",
        ],
        &[
            "decision/d status=issued; read_by_at=2026-04-15T09:00:00+08:00; recipients/a=true",
            "recipient/d-a parent=decision/d; member=member/a; read_at=2026-04-15T08:00:00+08:00",
            "member/a person=刘经理",
            "decision/e status=draft; read_by_at=2026-04-15T09:00:00+08:00; recipients/a=true",
            "decision/f status=issued; read_by_at=2026-04-15T11:00:00+08:00; recipients/a=true",
        ],
    ),
    (
        "decision",
        "DEC-05",
        0,
        &[
            "decision/d status=issued; reply_by_at=2026-04-15T09:00:00+08:00; recipients/a=true",
            "member/a person=刘经理",
        ],
        &[
            "decision/d status=issued; reply_by_at=2026-04-15T09:00:00+08:00; recipients/a=true",
            "recipient/d-a parent=decision/d; member=member/a; reply=agree",
            "member/a person=刘经理",
            "decision/e status=confirmed; reply_by_at=2026-04-15T09:00:00+08:00; recipients/a=true",
            "decision/f status=issued; reply_by_at=2026-04-15T11:00:00+08:00; recipients/a=true",
        ],
    ),
    (
        "decision",
        "DEC-05",
        1,
        &[
            "mechanism silence_means=consent",
            "decision/d status=issued; reply_by_at=2026-04-15T09:00:00+08:00; recipients/a=true",
            "member/a person=刘经理",
        ],
        &[
            "decision/d status=issued; reply_by_at=2026-04-15T09:00:00+08:00; recipients/a=true",
            "member/a person=刘经理",
        ],
    ),
    (
        "decision",
        "DEC-06",
        0,
        &[
            "decision/d status=issued; decision_text=量产",
            "decision/d decision_text=量产 5,000 台",
        ],
        &["decision/d status=issued; decision_text=量产"],
    ),
    (
        "decision",
        "DEC-08",
        0,
        &["decision/d category=budget"],
        &[
            "decision/d category=budget",
            "option/a parent=decision/d; name=甲",
            "option/b parent=decision/d; name=乙",
            "decision/e category=people",
            "decision/f category=budget; status=issued",
        ],
    ),
    (
        "recipient",
        "DEC-03",
        0,
        &["recipient/d-a parent=decision/d; reply=object"],
        &[
            "recipient/d-a parent=decision/d; reply=object; comment=费用谁出",
            "recipient/d-b parent=decision/d; reply=agree",
        ],
    ),
    (
        "recipient",
        "DEC-07",
        0,
        &["recipient/d-a parent=decision/d; read_at=2026-04-15T08:00:00+08:00"],
        &["recipient/d-a parent=decision/d; read_at=2026-04-15T08:00:00+08:00; reply=agree"],
    ),
];
