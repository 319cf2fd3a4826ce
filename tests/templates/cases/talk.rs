//! Cases of the rules on meetings, channels, messages and escalation.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "mechanism",
        "COM-04",
        0,
        &[
            "mechanism read_within_h=24",
            "meeting/k parent=mechanism; kind_of=kickoff",
        ],
        &[
            "mechanism read_within_h=24",
            "meeting/w parent=mechanism; kind_of=biweekly",
        ],
    ),
    (
        "mechanism",
        "COM-08",
        0,
        &["mechanism silence_means=consent"],
        &["mechanism silence_means=escalate"],
    ),
    (
        "meeting",
        "COM-01",
        0,
        &["meeting/w kind_of=weekly; duration_min=90"],
        &[
            "meeting/w kind_of=weekly; duration_min=60",
            "meeting/k kind_of=kickoff; duration_min=90",
        ],
    ),
    (
        "meeting",
        "COM-02",
        0,
        &[
            "meeting/w kind_of=weekly; duration_min=30",
            "agenda_item/a parent=meeting/w; minutes=20",
            "agenda_item/b parent=meeting/w; minutes=15",
        ],
        &[
            "meeting/w kind_of=weekly; duration_min=30",
            "agenda_item/a parent=meeting/w; minutes=30",
        ],
    ),
    (
        "meeting",
        "COM-03",
        0,
        &["meeting/s kind_of=standup; duration_min=20"],
        &["meeting/s kind_of=standup; duration_min=15"],
    ),
    (
        "meeting",
        "COM-06",
        0,
        &[
            "department/a department=财务部",
            "member/a person=刘经理; project_role=rep; department=department/a",
            "meeting/w kind_of=weekly; required/b=true",
        ],
        &[
            "department/a department=财务部",
            "member/a person=刘经理; project_role=rep; department=department/a",
            "meeting/w kind_of=weekly; required/a=true",
            "meeting/k kind_of=kickoff",
        ],
    ),
    (
        "meeting",
        "G-05",
        0,
        &[
            "member/a person=陈专员; leave_date=2026-04-14",
            "meeting/w host=member/a",
        ],
        &["member/a person=陈专员", "meeting/w host=member/a"],
    ),
    (
        "channel",
        "COM-07",
        0,
        &["channel/a channel=im; official=true"],
        &[
            "channel/a channel=im; official=false",
            "channel/b channel=email; official=true",
        ],
    ),
    (
        "message",
        "G-01",
        0,
        &["message/a information=周报; reply_needed=reply"],
        &[
            "message/a information=周报; reply_needed=reply; reply_within=48",
            "message/b information=纪要; reply_needed=read",
        ],
    ),
    (
        "escalation",
        "COM-05",
        0,
        &["escalation/a level=2; after_h=0"],
        &["escalation/a level=2; after_h=0; persons/m=true"],
    ),
];
