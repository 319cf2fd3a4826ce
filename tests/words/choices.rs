//! Choices, and yes or no.

use crate::cells::{check, moment};
use hepai::analysis::words::typed::Around;
use hepai::model::template::{Field, Key, Label};
use hepai::templates::{issue, task};

static REVIEW: Field = Field::bool(Key::new("review"), Label::new("完成需审核", "Needs review"));

fn now() -> Around {
    Around::today(moment("2026-03-05T14:30:00+08:00"))
}

#[test]
fn yes_and_no() {
    let either = "? NotYesOrNo: ✓ | ✗";
    check(
        &REVIEW,
        &now(),
        None,
        &[
            ("是", "✓"),
            ("有", "✓"),
            ("√", "✓"),
            ("✓", "✓"),
            ("☑", "✓"),
            ("Y", "✓"),
            ("yes", "✓"),
            ("TRUE", "✓"),
            ("１", "✓"),
            ("否", "✗"),
            ("无", "✗"),
            ("×", "✗"),
            ("No", "✗"),
            ("FALSE", "✗"),
            ("0", "✗"),
            ("", ""),
            ("x", either),
            ("是否", either),
            ("待定", either),
            ("2", either),
            ("需要", either),
        ],
    );
}

#[test]
fn choices_in_both_languages() {
    let priority = task::TASK.field(task::PRIORITY.name).expect("declared");
    check(
        priority,
        &now(),
        None,
        &[
            ("高", "p1"),
            ("High", "p1"),
            ("high ", "p1"),
            ("p1", "p1"),
            ("Ｐ1", "p1"),
            (" 高\u{200B}", "p1"),
            ("高：", "p1"),
            ("高（红）", "p1"),
            ("紧急", "p0"),
            ("", ""),
            ("高/中", "? SeveralChoices: p1 | p2"),
            ("高、低", "? SeveralChoices: p1 | p3"),
            ("较高", "? NotAChoice: p1"),
            ("中等", "? NotAChoice: p2"),
            ("特急", "? NotAChoice: p0 | p1 | p2 | p3"),
            ("urgent", "? NotAChoice: p0 | p1 | p2 | p3"),
            ("1", "? NotAChoice: p0 | p1 | p2 | p3"),
        ],
    );
    let impact = issue::ISSUE.field(issue::IMPACT.name).expect("declared");
    check(
        impact,
        &now(),
        None,
        &[
            ("3", "3"),
            ("４", "4"),
            ("9", "? NotAChoice: 1 | 2 | 3 | 4"),
        ],
    );
}
