//! Cases of the rules on updates of tasks.

use super::Case;

/// An update of 95 per cent, one line each.
const FIRST: &str = "progress/a parent=task/a; confidence=on_track; percent_after=95";
const SECOND: &str = "progress/b parent=task/a; confidence=on_track; percent_after=97";

pub(super) const CASES: &[Case] = &[
    (
        "progress",
        "PRG-01",
        0,
        &[
            "task/a status=doing",
            "progress/a parent=task/a; confidence=on_track; done=在写",
        ],
        &[
            "task/a status=doing",
            "progress/a parent=task/a; confidence=on_track; done=在写",
            "progress/b parent=task/a; confidence=on_track; done=条目 57/60; key_data=条目 57/60",
        ],
    ),
    (
        "progress",
        "PRG-02",
        0,
        &[
            "task/a status=doing",
            "progress/a parent=task/a; confidence=on_track; percent_after=100",
        ],
        &[
            "task/a status=review",
            "progress/a parent=task/a; confidence=on_track; percent_after=100",
        ],
    ),
    (
        "progress",
        "PRG-03",
        0,
        &[
            "task/a status=doing",
            FIRST,
            SECOND,
            "progress/c parent=task/a; confidence=at_risk; percent_after=97",
        ],
        &[
            "task/a status=doing",
            FIRST,
            SECOND,
            "progress/c parent=task/a; confidence=at_risk; percent_after=97; remaining=等工单挂接",
        ],
    ),
    (
        "progress",
        "PRG-04",
        0,
        &[
            "task/a status=doing",
            "progress/a parent=task/a; confidence=off_track",
        ],
        &[
            "task/a status=doing; delay_cause=resource",
            "progress/a parent=task/a; confidence=off_track",
        ],
    ),
    (
        "task",
        "PRG-05",
        0,
        &[
            "task/a status=doing; actual_start=2026-03-02",
            "progress/a parent=task/a; confidence=on_track; at=2026-04-07T18:00:00+08:00",
        ],
        &[
            "task/a status=doing; actual_start=2026-03-02",
            "progress/a parent=task/a; confidence=on_track; at=2026-04-08T09:00:00+08:00",
        ],
    ),
];
