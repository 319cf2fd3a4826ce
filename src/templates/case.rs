//! Joint problem solving (A-I): `case/<issue>`, so that two people who begin it make one. Seven steps, each with its
//! fields, its limit and the moment at which it was done; they merge field by field.

use super::{action, block, issue, member, status_of, warn};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Gate, Key, Label, Rule, Template, Who, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "case";

/// The issue that it extends.
pub const ISSUE: Key<RecordId> = Key::new("issue");
/// Who works on it.
pub const CASE_TEAM: Key<bool> = Key::new("case_team");
/// When, where, what, how many.
pub const FACTS: Key<String> = Key::new("facts");
pub const FACTS_AT: Key<Moment> = Key::new("facts_at");
/// Who answers the customer.
pub const REPLY_BY: Key<RecordId> = Key::new("reply_by");
/// When the customer was answered first.
pub const CUSTOMER_REPLY_AT: Key<Moment> = Key::new("customer_reply_at");
/// What everybody tells customers.
pub const OUTSIDE: Key<String> = Key::new("outside");
/// Who contains it.
pub const CONTAINED_BY: Key<RecordId> = Key::new("contained_by");
/// What was done at once.
pub const CONTAINMENT: Key<String> = Key::new("containment");
/// Since when that holds.
pub const CONTAINMENT_AT: Key<Moment> = Key::new("containment_at");
/// What it has done.
pub const CONTAINMENT_CHECK: Key<String> = Key::new("containment_check");
/// When that step was done.
pub const CONTAINED_AT: Key<Moment> = Key::new("contained_at");
/// Who finds the root cause.
pub const CAUSE_BY: Key<RecordId> = Key::new("cause_by");
/// Why, five times at most; the last one is the root cause.
pub const WHYS: [Key<String>; 5] = [
    Key::new("why_one"),
    Key::new("why_two"),
    Key::new("why_three"),
    Key::new("why_four"),
    Key::new("why_five"),
];
pub const WHY_NOT_DETECTED: Key<String> = Key::new("why_not_detected");
pub const CAUSE_AT: Key<Moment> = Key::new("cause_at");
pub const ACTIONS_AT: Key<Moment> = Key::new("actions_at");
/// Who verifies: never who solves it.
pub const VERIFIER: Key<RecordId> = Key::new("verifier");
/// What is measured.
pub const VERIFY_MEASURE: Key<String> = Key::new("verify_measure");
pub const VERIFY_PERIOD: Key<String> = Key::new("verify_period");
pub const VERIFY_RESULT: Key<String> = Key::new("verify_result");
pub const VERIFIED_AT: Key<Moment> = Key::new("verified_at");
/// The documents that were changed.
pub const STANDARD_UPDATES: Key<String> = Key::new("standard_updates");
/// Until when is watched whether it comes back.
pub const WATCH_UNTIL: Key<NaiveDate> = Key::new("recurrence_watch_until");
/// What the watch found.
pub const WATCH_RESULT: Key<String> = Key::new("watch_result");
pub const PREVENTED_AT: Key<Moment> = Key::new("prevented_at");

/// 没有再发
pub const NOT_AGAIN: Choice = Choice::new("not_again", "没有再发", "It did not come back");
/// 又发生了
pub const AGAIN: Choice = Choice::new("again", "又发生了", "It came back");

/// How long a step may take, from the submission of the issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Hours of the clock.
    Hours(u32),
    WorkingDays(u32),
}

/// What a step asks for, of whom, and within which time.
#[derive(Debug, Clone, Copy)]
pub struct CaseStep {
    /// How screens and files name it.
    pub key: &'static str,
    pub label: Label,
    pub limit: Limit,
    /// When it was done.
    pub done_at: Key<Moment>,
    /// Who does it, where somebody said so.
    pub by: Option<Key<RecordId>>,
    /// What is filled in it, in order.
    pub fields: &'static [&'static str],
    /// What it needs to be done.
    pub needs: &'static [&'static str],
    /// Only of issues that are critical or high.
    pub is_for_urgent: bool,
}

/// 事实
pub const STEP_FACTS: &str = "facts";
/// 首次答复客户
pub const STEP_REPLY: &str = "reply";
/// 临时遏制
pub const STEP_CONTAIN: &str = "containment";
/// 根因
pub const STEP_CAUSE: &str = "cause";
/// 防再发
pub const STEP_PREVENT: &str = "prevention";
/// 长期措施
pub const STEP_ACTIONS: &str = "actions";
/// 验证
pub const STEP_VERIFY: &str = "verification";

/// All of them, in their order.
pub const STEPS: &[CaseStep] = &[
    CaseStep {
        key: STEP_FACTS,
        label: Label::new("事实", "Facts"),
        limit: Limit::Hours(1),
        done_at: FACTS_AT,
        by: None,
        fields: &[FACTS.name],
        needs: &[FACTS.name],
        is_for_urgent: false,
    },
    CaseStep {
        key: STEP_REPLY,
        label: Label::new("首次答复客户", "First answer to the customer"),
        limit: Limit::Hours(4),
        done_at: CUSTOMER_REPLY_AT,
        by: Some(REPLY_BY),
        fields: &[OUTSIDE.name],
        needs: &[],
        is_for_urgent: false,
    },
    CaseStep {
        key: STEP_CONTAIN,
        label: Label::new("临时遏制", "Containment"),
        limit: Limit::Hours(24),
        done_at: CONTAINED_AT,
        by: Some(CONTAINED_BY),
        fields: &[
            CONTAINMENT.name,
            CONTAINMENT_AT.name,
            CONTAINMENT_CHECK.name,
        ],
        needs: &[CONTAINMENT.name],
        is_for_urgent: false,
    },
    CaseStep {
        key: STEP_CAUSE,
        label: Label::new("根因", "Root cause"),
        limit: Limit::Hours(48),
        done_at: CAUSE_AT,
        by: Some(CAUSE_BY),
        fields: &[
            WHYS[0].name,
            WHYS[1].name,
            WHYS[2].name,
            WHYS[3].name,
            WHYS[4].name,
            WHY_NOT_DETECTED.name,
        ],
        needs: &[WHYS[0].name, WHY_NOT_DETECTED.name],
        is_for_urgent: true,
    },
    CaseStep {
        key: STEP_ACTIONS,
        label: Label::new("长期措施", "Corrective actions"),
        limit: Limit::WorkingDays(10),
        done_at: ACTIONS_AT,
        by: None,
        fields: &[],
        needs: &[action::KIND],
        is_for_urgent: false,
    },
    CaseStep {
        key: STEP_VERIFY,
        label: Label::new("验证", "Verification"),
        limit: Limit::WorkingDays(12),
        done_at: VERIFIED_AT,
        by: Some(VERIFIER),
        fields: &[VERIFY_MEASURE.name, VERIFY_PERIOD.name, VERIFY_RESULT.name],
        needs: &[VERIFY_RESULT.name],
        is_for_urgent: false,
    },
    CaseStep {
        key: STEP_PREVENT,
        label: Label::new("防再发", "Prevention"),
        limit: Limit::WorkingDays(13),
        done_at: PREVENTED_AT,
        by: None,
        fields: &[STANDARD_UPDATES.name, WATCH_UNTIL.name, WATCH_RESULT.name],
        needs: &[WATCH_UNTIL.name],
        is_for_urgent: false,
    },
];

const fn done(key: Key<Moment>, label: Label) -> Field {
    Field::date_time(key, label).latest().filled()
}

const fn why(place: usize, label: Label) -> Field {
    Field::text(WHYS[place], label, 200).wide()
}

const FIELDS: &[Field] = &[
    Field::reference(ISSUE, Label::new("问题", "Issue"), &[issue::KIND]).filled(),
    Field::set(
        CASE_TEAM,
        Label::new("处置小组", "Case team"),
        &[member::KIND],
    ),
    Field::long_text(FACTS, Label::new("事实", "Facts")).help(
        "什么时候、哪里、什么东西、多少。",
        "When, where, what, how many.",
    ),
    done(FACTS_AT, Label::new("事实记下时间", "Facts noted at")),
    Field::reference(
        REPLY_BY,
        Label::new("谁答复客户", "Who answers"),
        &[member::KIND],
    ),
    Field::text(
        OUTSIDE,
        Label::new("对外统一说法", "What we tell outside"),
        500,
    )
    .wide(),
    done(
        CUSTOMER_REPLY_AT,
        Label::new("首次回复客户的时间", "Customer answered at"),
    ),
    Field::reference(
        CONTAINED_BY,
        Label::new("谁遏制", "Who contains it"),
        &[member::KIND],
    ),
    Field::long_text(CONTAINMENT, Label::new("做了什么", "What was done")).help(
        "停发、退换、公告，写清范围。",
        "Stopped, replaced, announced; say how far.",
    ),
    Field::date_time(CONTAINMENT_AT, Label::new("从什么时候", "Since when")),
    Field::text(CONTAINMENT_CHECK, Label::new("效果", "Effect"), 200).wide(),
    done(CONTAINED_AT, Label::new("遏制完成时间", "Contained at")),
    Field::reference(
        CAUSE_BY,
        Label::new("谁找根因", "Who finds the cause"),
        &[member::KIND],
    ),
    why(0, Label::new("为什么发生", "Why did it happen")),
    why(1, Label::new("那为什么（二）", "And why is that (2)")),
    why(2, Label::new("那为什么（三）", "And why is that (3)")),
    why(3, Label::new("那为什么（四）", "And why is that (4)")),
    why(4, Label::new("那为什么（五）", "And why is that (5)")),
    Field::text(
        WHY_NOT_DETECTED,
        Label::new("为何没有提前发现", "Why not detected"),
        200,
    )
    .wide(),
    done(CAUSE_AT, Label::new("根因写明时间", "Cause named at")),
    done(
        ACTIONS_AT,
        Label::new("长期措施定下时间", "Actions agreed at"),
    ),
    Field::reference(
        VERIFIER,
        Label::new("谁验证", "Who verifies"),
        &[member::KIND],
    ),
    Field::text(VERIFY_MEASURE, Label::new("看什么指标", "Measure"), 200).wide(),
    Field::text(VERIFY_PERIOD, Label::new("哪段时间", "Period"), 80),
    Field::text(VERIFY_RESULT, Label::new("结果", "Result"), 200).wide(),
    done(VERIFIED_AT, Label::new("验证时间", "Verified at")),
    Field::text(
        STANDARD_UPDATES,
        Label::new("更新了哪些规范文件", "Standards updated"),
        500,
    )
    .wide(),
    Field::date(WATCH_UNTIL, Label::new("观察到", "Watch until")),
    Field::choice(
        WATCH_RESULT,
        Label::new("观察结果", "What the watch found"),
        &[NOT_AGAIN, AGAIN],
    ),
    done(
        PREVENTED_AT,
        Label::new("防再发完成时间", "Prevention done at"),
    ),
];

/// 联动解决记录
pub static CASE: Template = Template {
    writers: &[Writers::of_all(&[
        Who::Coordinator,
        Who::Each(CASE_TEAM.name),
        Who::Person(REPLY_BY.name),
        Who::Person(CONTAINED_BY.name),
        Who::Person(CAUSE_BY.name),
        Who::Person(VERIFIER.name),
    ])],
    made_of: &[ISSUE.name],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("联动解决记录", "Joint problem-solving record"),
        Label::new("联动解决", "Case"),
        ISSUE.name,
        FIELDS,
    )
};

/// The record of the case of an issue, begun or not.
pub fn of(issue: &RecordId) -> Option<RecordId> {
    format!("{KIND}/{}", issue.rest()?).parse().ok()
}

/// What the case extends, from its id.
pub fn issue_of(case: &RecordId) -> Option<RecordId> {
    format!("{}/{}", issue::KIND, case.rest()?).parse().ok()
}

/// The case of an issue, where there is one.
pub fn begun<'a>(issue: &Form<'a>) -> Option<Form<'a>> {
    let record = of(issue.record())?;
    let is_here = issue.log().is_visible(&record);
    is_here.then(|| issue.other(record))
}

/// The steps of an issue: the root cause only where it is critical or high.
pub fn steps_of(issue: &Form<'_>) -> impl Iterator<Item = &'static CaseStep> {
    let is_urgent = issue::is_urgent(issue);
    STEPS
        .iter()
        .filter(move |step| !step.is_for_urgent || is_urgent)
}

/// By the key that files and screens know it by; nothing for one this version does not know.
pub fn step(key: &str) -> Option<&'static CaseStep> {
    STEPS.iter().find(|step| step.key == key)
}

/// What a step still needs; its actions by their kind.
pub fn lacks(case: &Form<'_>, step: &CaseStep) -> Vec<&'static str> {
    let is_missing = |key: &&&'static str| match **key {
        action::KIND => case.rows(action::KIND).is_empty(),
        key => !case.has(key),
    };
    step.needs.iter().filter(is_missing).copied().collect()
}

/// Whether somebody said that the problem did not come back while it was watched.
pub fn is_quiet(case: &Form<'_>) -> bool {
    case.get(WATCH_RESULT).as_deref() == Some(NOT_AGAIN.key)
}

/// Whether a step was done.
pub fn is_done(case: &Form<'_>, step: &CaseStep) -> bool {
    case.has(step.done_at.name)
}

/// What a step says for the sheet of the issue, too, once it is done: the field of the issue and the text for it.
/// Nobody types it twice.
pub fn says_of_issue(case: &Form<'_>, step: &CaseStep) -> Option<(Key<String>, String)> {
    let (field, text) = match step.key {
        STEP_CONTAIN => (issue::INTERIM_MEASURE, case.get(CONTAINMENT)),
        STEP_CAUSE => {
            let mut whys = WHYS.into_iter().rev();
            (issue::ROOT_CAUSE, whys.find_map(|why| case.get(why)))
        }
        STEP_VERIFY => {
            let is_kept = |one: &Form<'_>| status_of(one) != action::DROPPED.key;
            let actions = case.rows(action::KIND).into_iter().filter(is_kept);
            let mut lines: Vec<String> = actions.filter_map(|one| one.get(action::WHAT)).collect();
            lines.extend(case.get(VERIFY_RESULT));
            (issue::RESOLUTION, Some(lines.join("\n")))
        }
        STEP_PREVENT => (issue::PREVENT_ACTION, case.get(STANDARD_UPDATES)),
        _ => return None,
    };
    let text = text.filter(|text| !text.trim().is_empty())?;
    Some((field, text))
}

/// A case is closed only when it is contained, has an action and was verified.
pub(super) fn unfinished(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(case) = begun(form) else {
        return Vec::new();
    };
    let needed = [STEP_CONTAIN, STEP_ACTIONS, STEP_VERIFY];
    let open = needed.into_iter().filter_map(step);
    let open = open.filter(|step| !lacks(&case, step).is_empty());
    open.map(|step| Finding::at(issue::RESOLUTION.name).with("step", Arg::Label(step.label)))
        .collect()
}

fn verified_by_the_owner(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let owner = form
        .referred(ISSUE)
        .and_then(|issue| issue.get(issue::OWNER));
    let verifier = form.get(VERIFIER);
    Finding::at(VERIFIER.name).when(verifier.is_some() && verifier == owner)
}

pub static RULES: &[Rule] = &[warn(
    "CASE-02",
    Label::new(
        "验证人就是解决责任人。请换一位，最好是提出部门的代表。",
        "Who verifies also solves it. Choose another, best the representative who raised it.",
    ),
    verified_by_the_owner,
)];

/// What holds back the closing of an issue that has a case.
pub(super) const CLOSING: Rule = block(
    "CASE-01",
    Gate::Close,
    Label::new(
        "联动解决的「{step}」还没有写，关闭前请补上。",
        "The step \"{step}\" of the case is not written yet; it is needed before closing.",
    ),
    unfinished,
);
