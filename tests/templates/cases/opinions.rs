//! Cases of the rules on consultations and on the rollout of what was consulted about.

use super::Case;

const ASKING: &str = "consultation/c title=办法; status=open; asked_at=2026-04-06T09:00:00+08:00";

pub(super) const CASES: &[Case] = &[
    (
        "consultation",
        "OPN-01",
        0,
        &["consultation/c title=办法; due=2026-04-16"],
        &["consultation/c title=办法; due=2026-04-20"],
    ),
    (
        "consultation",
        "OPN-02",
        0,
        &[
            "department/d department=行政部",
            "consultation/c title=办法; status=open; due=2026-04-14",
        ],
        &[
            "department/d department=行政部",
            "consultation/c title=办法; status=open; due=2026-04-15",
        ],
    ),
    (
        "consultation",
        "OPN-02",
        0,
        &[
            "department/d department=行政部",
            "department/e department=研发部",
            "consultation/c title=办法; status=closed; due=2026-04-14",
            "opinion/c-e parent=consultation/c; department=department/e; none=true",
        ],
        &[
            "department/d department=行政部",
            "consultation/c title=办法; status=closed; due=2026-04-14",
            "opinion/c-d parent=consultation/c; department=department/d; none=true",
        ],
    ),
    (
        "consultation",
        "OPN-03",
        0,
        &[ASKING, "opinion/o parent=consultation/c; opinion=太紧"],
        &[ASKING, "opinion/o parent=consultation/c; none=true"],
    ),
    (
        "consultation",
        "OPN-04",
        0,
        &[
            ASKING,
            "opinion/o parent=consultation/c; opinion=太紧; answer=declined",
        ],
        &[
            ASKING,
            "opinion/o parent=consultation/c; opinion=太紧; answer=declined; answer_reason=够了",
            "opinion/p parent=consultation/c; opinion=太松; answer=adopted",
        ],
    ),
    (
        "consultation",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "consultation/c title=办法; answerer=member/a",
        ],
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "consultation/c title=办法; answerer=member/a; status=answered",
        ],
    ),
    (
        "consultation",
        "G-16",
        0,
        &["consultation/c due=2026-04-18"],
        &["consultation/c due=2026-04-20"],
    ),
    (
        "opinion",
        "OPN-05",
        0,
        &[
            ASKING,
            "department/d department=行政部",
            "opinion/c-d parent=consultation/c; department=department/d; none=true",
            "opinion/o parent=consultation/c; department=department/d; opinion=太紧",
        ],
        &[
            ASKING,
            "department/d department=行政部",
            "department/e department=研发部",
            "opinion/c-d parent=consultation/c; department=department/d; none=true",
            "opinion/o parent=consultation/c; department=department/e; opinion=太紧",
        ],
    ),
    (
        "rollout_check",
        "ROL-01",
        0,
        &["rollout_check/d-tool item=tool; result=done"],
        &[
            "rollout_check/d-tool item=tool; result=done; evidence=截图",
            "rollout_check/d-old item=old; result=not",
        ],
    ),
    (
        "rollout_check",
        "ROL-02",
        0,
        &["rollout_check/d-old item=old; exception_request=驻外用纸单"],
        &["rollout_check/d-old item=old; exception_request=驻外用纸单; exception_until=2026-06-30"],
    ),
    (
        "rollout_check",
        "ROL-03",
        0,
        &["rollout_check/d-old item=old; exception_request=纸单; exception_until=2026-04-14"],
        &[
            "rollout_check/d-old item=old; exception_request=纸单; exception_until=2026-04-15",
            "rollout_check/e-old item=old; exception_request=纸单; exception_until=2026-04-14; result=done",
        ],
    ),
    (
        "settings",
        "ROL-04",
        0,
        &[
            "charter scenario=process",
            "department/d department=行政部",
            "rollout_check/d-old item=old; result=done",
        ],
        &["charter scenario=project", "department/d department=行政部"],
    ),
];
