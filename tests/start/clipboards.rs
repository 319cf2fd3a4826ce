//! One plan as five programs put it on the clipboard: pasted into the plan it is the same from each.

use super::answers::{answers, open};
use super::pasted::{named, text};
use hepai::analysis::words::cells::CopiedCells;
use hepai::model::Value;
use hepai::state::Copied;
use hepai::templates::{member, task};

/// Shortened by what says nothing about cells.
const PROGRAMS: [(&str, &str); 5] = [
    (
        "Excel",
        include_str!("../fixtures/clipboard/plan_excel.html"),
    ),
    ("WPS", include_str!("../fixtures/clipboard/plan_wps.html")),
    (
        "Google Sheets",
        include_str!("../fixtures/clipboard/plan_google_sheets.html"),
    ),
    (
        "Firefox",
        include_str!("../fixtures/clipboard/plan_firefox.html"),
    ),
    (
        "Numbers",
        include_str!("../fixtures/clipboard/plan_numbers.html"),
    ),
];

const PLAN: [[&str; 5]; 3] = [
    [
        "清点诊室设备（含 B 超）",
        "李主管",
        "2026-03-09",
        "2026-03-13",
        "设备清单",
    ],
    [
        "搬迁挂号窗口 夜间进行",
        "陈专员",
        "2026-03-16",
        "2026-03-20",
        "启用记录 & 照片",
    ],
    ["叫号系统联调", "赵主管", "2026-03-23", "2026-03-27", ""],
];

#[test]
fn a_plan_is_the_same_plan_whichever_program_it_was_copied_from() {
    let keys = [
        task::TITLE.name,
        task::OWNER.name,
        task::CURRENT_START.name,
        task::CURRENT_END.name,
        task::DELIVERABLE.name,
    ];
    for (program, markup) in PROGRAMS {
        let opened = open(&answers());
        let cells = CopiedCells::copied("", markup);
        let pasted = opened.session.read_table(&task::TASK, &Copied::of(cells));
        assert!(
            pasted.heading.is_some(),
            "{program}: the first line names the columns"
        );
        assert!(
            pasted.left.is_empty() && pasted.unread.is_empty(),
            "{program}"
        );
        let expected = PLAN.map(|row| {
            let cell = |(key, said): (&'static str, &str)| {
                let is_owner = key == task::OWNER.name;
                let value = match is_owner {
                    true => named(&opened, member::KIND, member::PERSON.name, said),
                    false => said.to_owned(),
                };
                (!said.is_empty()).then(|| (key, Value::text(value)))
            };
            let cells = keys.into_iter().zip(row).filter_map(cell);
            cells.collect::<Vec<_>>()
        });
        assert_eq!(pasted.rows, expected, "{program}");
        let made = opened.session.take_table(&pasted, &[], &[]).made;
        assert_eq!(made.len(), PLAN.len(), "{program}");
        assert_eq!(text(&opened, &made[2], task::TITLE.name), PLAN[2][0]);
    }
}
