//! The summary report (T16): what was reached, what went well and what did not, in the lead's words over figures that
//! are counted, and frozen when it is made final.

mod rules;

pub use rules::RULES;

use super::report_item;
use super::{finalise, locked, revise, state, status, status_of};
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Form, Gate, Key, Label, Locks, Section, StateMachine, Tab, Template, Tone, Who,
    Words, Writers,
};

pub const KIND: &str = "report";

/// The one page that everybody reads.
pub const EXECUTIVE_SUMMARY: Key<String> = Key::new("executive_summary");
/// What comes after the project.
pub const POST_PROJECT: Key<String> = Key::new("post_project");
/// How it looks on paper.
pub const PAPER_STYLE: Key<String> = Key::new("paper_style");
/// Tasks that count, when it was made final.
pub const SNAPSHOT_TOTAL: Key<i64> = Key::new("snapshot_total");
pub const SNAPSHOT_DONE: Key<i64> = Key::new("snapshot_done");
/// Done by the day of the original plan.
pub const SNAPSHOT_ON_TIME: Key<i64> = Key::new("snapshot_on_time");
/// Done by the day of the plan as it was moved.
pub const SNAPSHOT_ON_TIME_NOW: Key<i64> = Key::new("snapshot_on_time_now");
/// Working days late in all, against the original plan.
pub const SNAPSHOT_LATE_DAYS: Key<i64> = Key::new("snapshot_late_days");
/// Milestones that moved.
pub const SNAPSHOT_MOVED: Key<i64> = Key::new("snapshot_milestones_moved");
pub const SNAPSHOT_ISSUES: Key<i64> = Key::new("snapshot_issues");
/// Solved by their first deadline.
pub const SNAPSHOT_ISSUES_ON_TIME: Key<i64> = Key::new("snapshot_issues_on_time");
/// Solved by the deadline that stood at the end.
pub const SNAPSHOT_ISSUES_ON_TIME_NOW: Key<i64> = Key::new("snapshot_issues_on_time_now");
/// How long solving one took on average, in minutes of the clock.
pub const SNAPSHOT_SOLVING_MINUTES: Key<i64> = Key::new("snapshot_solving_minutes");
pub const SNAPSHOT_REQUESTS: Key<i64> = Key::new("snapshot_requests");

/// The counted figures, in the order of the paper.
pub const SNAPSHOT: [Key<i64>; 11] = [
    SNAPSHOT_TOTAL,
    SNAPSHOT_DONE,
    SNAPSHOT_ON_TIME,
    SNAPSHOT_ON_TIME_NOW,
    SNAPSHOT_LATE_DAYS,
    SNAPSHOT_MOVED,
    SNAPSHOT_ISSUES,
    SNAPSHOT_ISSUES_ON_TIME,
    SNAPSHOT_ISSUES_ON_TIME_NOW,
    SNAPSHOT_SOLVING_MINUTES,
    SNAPSHOT_REQUESTS,
];

/// 公文式: as official documents are set.
pub const OFFICIAL: Choice = Choice::new("official", "公文式", "Official document");
const PAPER_STYLES: &[Choice] = &[Choice::new("plain", "普通", "Plain"), OFFICIAL];

/// The summary is one page.
pub const SUMMARY_CHARS: usize = 300;

/// 草稿
pub const DRAFT: Choice = Choice::new("draft", "草稿", "Draft");
/// 已定稿
pub const CONFIRMED: Choice = Choice::new("confirmed", "已定稿", "Final");

const LOCKED: Locks = Locks {
    fields: &[EXECUTIVE_SUMMARY.name, POST_PROJECT.name],
    rows: &[report_item::KIND],
};

static STATES: StateMachine = StateMachine {
    states: &[
        state(DRAFT, Tone::Neutral),
        locked(CONFIRMED, Tone::Ok, LOCKED),
    ],
    transitions: &[
        finalise(&[DRAFT.key], CONFIRMED.key),
        revise(&[CONFIRMED.key], DRAFT.key),
    ],
};

const fn counted(key: Key<i64>, label: Label) -> Field {
    Field::int(key, label, 0, 9_999_999)
        .latest()
        .filled()
        .more()
}

const FIELDS: &[Field] = &[
    status(&[DRAFT, CONFIRMED]),
    Field::long_text(
        EXECUTIVE_SUMMARY,
        Label::new("一页摘要", "Summary on one page"),
    )
    .needed(&[Gate::Final])
    .help("300 字以内。", "At most 300 characters."),
    Field::long_text(POST_PROJECT, Label::new("后续建议", "After the project")),
    Field::choice(
        PAPER_STYLE,
        Label::new("打印样式", "Paper style"),
        PAPER_STYLES,
    )
    .help(
        "公文式：仿宋三号，标题一、二、三，没有表格线。",
        "Official: large type under numbered headings, without lines.",
    ),
    counted(SNAPSHOT_TOTAL, Label::new("任务", "Tasks")),
    counted(SNAPSHOT_DONE, Label::new("完成的任务", "Tasks done")),
    counted(
        SNAPSHOT_ON_TIME,
        Label::new("按原计划按期", "On time by the original plan"),
    ),
    counted(
        SNAPSHOT_ON_TIME_NOW,
        Label::new("按现计划按期", "On time by the current plan"),
    ),
    counted(
        SNAPSHOT_LATE_DAYS,
        Label::new("晚的工作日", "Working days late"),
    ),
    counted(
        SNAPSHOT_MOVED,
        Label::new("推后的里程碑", "Milestones moved later"),
    ),
    counted(SNAPSHOT_ISSUES, Label::new("问题", "Issues")),
    counted(
        SNAPSHOT_ISSUES_ON_TIME,
        Label::new("按最初时限解决", "Solved by the first deadline"),
    ),
    counted(
        SNAPSHOT_ISSUES_ON_TIME_NOW,
        Label::new("按现时限解决", "Solved by the current deadline"),
    ),
    counted(
        SNAPSHOT_SOLVING_MINUTES,
        Label::new("平均解决时间（分钟）", "Mean time to solve (minutes)"),
    ),
    counted(
        SNAPSHOT_REQUESTS,
        Label::new("资源申请", "Resource requests"),
    ),
];

/// 总结报告: composed from the figures, then edited.
pub static REPORT: Template = Template {
    writers: &[
        Writers {
            fields: &[report_item::KIND],
            who: &[Who::Lead, Who::Coordinator, Who::Reps],
        },
        Writers::of_all(&[Who::Lead, Who::Coordinator]),
    ],
    once: true,
    sections: &[
        Section {
            label: Label::new("一页摘要", "Summary on one page"),
            fields: &[EXECUTIVE_SUMMARY.name],
        },
        Section {
            label: Label::new(
                "亮点、不足、各部门贡献",
                "What went well, what did not, contributions",
            ),
            fields: &[
                report_item::KIND,
                POST_PROJECT.name,
                PAPER_STYLE.name,
                SNAPSHOT_TOTAL.name,
                SNAPSHOT_DONE.name,
                SNAPSHOT_ON_TIME.name,
                SNAPSHOT_ON_TIME_NOW.name,
                SNAPSHOT_LATE_DAYS.name,
                SNAPSHOT_MOVED.name,
                SNAPSHOT_ISSUES.name,
                SNAPSHOT_ISSUES_ON_TIME.name,
                SNAPSHOT_ISSUES_ON_TIME_NOW.name,
                SNAPSHOT_SOLVING_MINUTES.name,
                SNAPSHOT_REQUESTS.name,
            ],
        },
    ],
    rows: &[&report_item::REPORT_ITEM],
    states: Some(&STATES),
    copied: false,
    place: Some(Tab::later(6)),
    words: Words {
        list: Label::new("总结报告", "Summary report"),
        purpose: Label::new(
            "目标、进度、亮点和不足，由数据写一稿，再改。",
            "Goals, schedule, what went well and what did not: drafted from the data, then edited.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("跨部门协作总结报告", "Cross-department summary report"),
        Label::new("总结报告", "Report"),
        EXECUTIVE_SUMMARY.name,
        FIELDS,
    )
};

/// The one report of a project.
pub fn record() -> RecordId {
    RecordId::of(REPORT.kind)
}

/// Whether it is final, so that its figures stand.
pub fn is_final(form: &Form<'_>) -> bool {
    status_of(&form.other(record())) == CONFIRMED.key
}
