//! The review of a week (T11): the figures of that week as they were released, how it stands, and the causes of what is
//! late. Made of the meeting and its planned day, so that two people who review one week review it once.

mod rules;

pub use rules::{RULES, needs_measure, running_causes};

use super::{locked, meeting, minutes, review_task, state, status, status_of};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Form, Gate, Key, Label, Locks, STATUS, StateMachine, Template, Tone, Transition,
    Who, Words, Writers,
};

pub const KIND: &str = "review";

/// The regular meeting that it belongs to.
pub const MEETING: Key<RecordId> = Key::new("meeting");
/// When the meeting began: what came later is of next week.
pub const CUTOFF_AT: Key<Moment> = Key::new("cutoff_at");
/// How it stands, where somebody says so.
pub const HEALTH: Key<String> = Key::new("health");
/// Why, where it is another than the one found by counting.
pub const HEALTH_REASON: Key<String> = Key::new("health_reason");
/// The week in one sentence.
pub const SUMMARY: Key<String> = Key::new("summary");
pub const PUBLISHED_AT: Key<Moment> = Key::new("published_at");

/// Figures of the week, in the order of the page.
pub const TOTAL: Key<i64> = Key::new("snapshot_total");
pub const DONE: Key<i64> = Key::new("snapshot_done");
pub const DOING: Key<i64> = Key::new("snapshot_doing");
pub const BLOCKED: Key<i64> = Key::new("snapshot_blocked");
/// Tasks past their current end.
pub const OVERDUE: Key<i64> = Key::new("snapshot_overdue");
/// Tasks past the end they were first planned with.
pub const LATE_BASELINE: Key<i64> = Key::new("snapshot_late_baseline");
/// Weighted completion, per cent (F-02).
pub const PERCENT: Key<i64> = Key::new("snapshot_percent");
/// Where the plan would be, per cent (F-03).
pub const PLANNED: Key<i64> = Key::new("snapshot_planned");
/// By how many per cent of what should be done by then it was behind (F-04); negative: ahead.
pub const BEHIND: Key<i64> = Key::new("snapshot_behind");
/// Since the review before.
pub const ISSUES_OPENED: Key<i64> = Key::new("snapshot_issues_opened");
/// Since the review before.
pub const ISSUES_CLOSED: Key<i64> = Key::new("snapshot_issues_closed");
pub const ISSUES_OVERDUE: Key<i64> = Key::new("snapshot_issues_overdue");
pub const REQUESTS_OPEN: Key<i64> = Key::new("snapshot_requests_open");
pub const RISKS_HIGH: Key<i64> = Key::new("snapshot_risks_high");
/// What the scores of the open risks came to (F-11).
pub const EXPOSURE: Key<i64> = Key::new("snapshot_exposure");
pub const DECISIONS_OPEN: Key<i64> = Key::new("snapshot_decisions_open");

/// 正常
pub const GREEN: Choice = Choice::new("green", "正常", "On track");
/// 关注
pub const YELLOW: Choice = Choice::new("yellow", "关注", "Watch");
/// 预警
pub const RED: Choice = Choice::new("red", "预警", "Alert");
/// From the best to the worst, as [`crate::analysis::standing::health::Health`].
pub const HEALTHS: &[Choice] = &[GREEN, YELLOW, RED];

/// 填报中
pub const COLLECTING: Choice = Choice::new("collecting", "填报中", "Collecting");
/// 待开会
pub const READY: Choice = Choice::new("ready", "待开会", "Ready");
/// 已发布
pub const PUBLISHED: Choice = Choice::new("published", "已发布", "Released");
/// 本周不开
pub const SKIPPED: Choice = Choice::new("skipped", "本周不开", "Skipped");

static STATES: StateMachine = StateMachine {
    states: &[
        state(COLLECTING, Tone::Neutral),
        state(READY, Tone::Info),
        locked(
            PUBLISHED,
            Tone::Ok,
            Locks {
                fields: &[
                    MEETING.name,
                    CUTOFF_AT.name,
                    HEALTH.name,
                    HEALTH_REASON.name,
                    SUMMARY.name,
                ],
                rows: &[review_task::KIND],
            },
        ),
        state(SKIPPED, Tone::Neutral),
    ],
    transitions: &[
        Transition::new(
            "ready",
            "可以开会",
            "Ready to meet",
            &[COLLECTING.key],
            READY.key,
            &[Who::Coordinator, Who::Lead],
        ),
        Transition::new(
            "release",
            "发布",
            "Release",
            &[COLLECTING.key, READY.key],
            PUBLISHED.key,
            &[Who::Lead],
        )
        .gate(Gate::Release)
        .stamps(&[PUBLISHED_AT.name]),
        Transition::new(
            "skip",
            "本周不开",
            "Skip this week",
            &[COLLECTING.key, READY.key],
            SKIPPED.key,
            &[Who::Coordinator, Who::Lead],
        )
        .aside()
        .reason(),
        Transition::new(
            "resume",
            "还是要开",
            "Hold it after all",
            &[SKIPPED.key],
            COLLECTING.key,
            &[Who::Coordinator, Who::Lead],
        )
        .aside(),
        Transition::new(
            "revise",
            "改后再发布",
            "Revise and release again",
            &[PUBLISHED.key],
            COLLECTING.key,
            &[Who::Coordinator, Who::Lead],
        )
        .aside()
        .reason(),
    ],
};

const fn figure(key: Key<i64>, zh: &'static str, en: &'static str) -> Field {
    Field::int(key, Label::new(zh, en), 0, 999_999)
        .latest()
        .filled()
}

const FIELDS: &[Field] = &[
    status(&[COLLECTING, READY, PUBLISHED, SKIPPED]),
    Field::reference(MEETING, Label::new("会议", "Meeting"), &[meeting::KIND]),
    Field::date_time(CUTOFF_AT, Label::new("数据截止", "Data as of"))
        .latest()
        .filled(),
    Field::text(SUMMARY, Label::new("一句话结论", "In one sentence"), 200)
        .wide()
        .width(30),
    Field::choice(HEALTH, Label::new("健康度", "Health"), HEALTHS),
    Field::text(HEALTH_REASON, Label::new("为什么", "Why"), 200).wide(),
    figure(TOTAL, "任务", "Tasks"),
    figure(DONE, "完成", "Done"),
    figure(DOING, "在做", "In progress"),
    figure(BLOCKED, "受阻", "Blocked"),
    figure(OVERDUE, "逾期", "Overdue"),
    figure(LATE_BASELINE, "晚于原计划", "Later than first planned"),
    figure(PERCENT, "完成（%）", "Complete (%)"),
    figure(PLANNED, "计划（%）", "Planned (%)"),
    Field::int(
        BEHIND,
        Label::new("比计划慢（%）", "Behind plan (%)"),
        -9_999,
        9_999,
    )
    .latest()
    .filled(),
    figure(ISSUES_OPENED, "新问题", "New issues"),
    figure(ISSUES_CLOSED, "关闭的问题", "Issues closed"),
    figure(ISSUES_OVERDUE, "逾期的问题", "Issues overdue"),
    figure(REQUESTS_OPEN, "没有裁定的资源", "Resource requests open"),
    figure(RISKS_HIGH, "高风险", "High risks"),
    figure(EXPOSURE, "总风险值", "Total exposure"),
    figure(DECISIONS_OPEN, "没有答复的决策", "Decisions open"),
    Field::date_time(PUBLISHED_AT, Label::new("发布时间", "Released at"))
        .latest()
        .filled(),
];

/// 每周复盘: the figures of one week.
pub static REVIEW: Template = Template {
    writers: &[Writers::of_all(&[Who::Coordinator, Who::Lead])],
    columns: &[
        MEETING.name,
        STATUS,
        SUMMARY.name,
        HEALTH.name,
        TOTAL.name,
        DONE.name,
        PERCENT.name,
        PLANNED.name,
        PUBLISHED_AT.name,
    ],
    rows: &[&review_task::REVIEW_TASK],
    states: Some(&STATES),
    copied: false,
    is_open,
    words: Words {
        list: Label::new("每周复盘", "Weekly reviews"),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("每周复盘", "Weekly review"),
        Label::new("复盘", "Review"),
        SUMMARY.name,
        FIELDS,
    )
};

/// Whether it is neither released nor skipped.
pub fn is_open(form: &Form<'_>) -> bool {
    [COLLECTING.key, READY.key].contains(&status_of(form).as_str())
}

/// The causes that a review holds, a row for each late task.
pub fn causes_of<'a>(review: &Form<'a>) -> Vec<Form<'a>> {
    review.rows(review_task::KIND)
}

/// The reviews of a meeting that were released, oldest first.
pub fn released<'a>(form: &Form<'a>) -> Vec<Form<'a>> {
    let mut all = form.all(KIND);
    all.retain(|review| status_of(review) == PUBLISHED.key);
    crate::model::sort::sort_by(&mut all, |a: &Form<'_>, b| {
        minutes::day_of(a.record()).cmp(&minutes::day_of(b.record()))
    });
    all
}
