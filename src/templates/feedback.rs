//! The feedback of a department on how the work went (T15): four scores and two sentences. Each is a person's own word,
//! and until the project lead shows all of them to all, nobody reads those of others: the fields that hold them are
//! sealed. A sheet of paper without a name is entered by its number.

mod rules;

pub use rules::{BEFORE_FIVE, RULES, SHEETS_SHOWN};

use super::department;
use super::member;
use super::of_department;
/// The department of who gives it; calculated.
pub use super::of_department::DEPARTMENT;
use super::{locked, state, status, status_of};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Form, Gate, Guard, Key, Label, Locks, Speaker, StateMachine, Tab, Template,
    Tone, Transition, Who, Words, Writers,
};

pub const KIND: &str = "feedback";

/// Who gives it; nobody, where it is a sheet of paper.
pub const RESPONDENT: Key<RecordId> = Key::new("respondent");
/// Which of the sheets without a name it is.
pub const SHEET_NO: Key<i64> = Key::new("sheet_no");
pub const SCORE_COMMUNICATION: Key<i64> = Key::new("score_communication");
pub const SCORE_RESPONSIBILITY: Key<i64> = Key::new("score_responsibility");
pub const SCORE_RESOURCE: Key<i64> = Key::new("score_resource");
pub const SCORE_PROBLEM: Key<i64> = Key::new("score_problem");
pub const SCORE_GOAL: Key<i64> = Key::new("score_goal");
pub const SCORE_DECISION: Key<i64> = Key::new("score_decision");
pub const REASON_COMMUNICATION: Key<String> = Key::new("reason_communication");
pub const REASON_RESPONSIBILITY: Key<String> = Key::new("reason_responsibility");
pub const REASON_RESOURCE: Key<String> = Key::new("reason_resource");
pub const REASON_PROBLEM: Key<String> = Key::new("reason_problem");
pub const REASON_GOAL: Key<String> = Key::new("reason_goal");
pub const REASON_DECISION: Key<String> = Key::new("reason_decision");
/// One thing that went well.
pub const BEST_PRACTICE: Key<String> = Key::new("best_practice");
/// What to change.
pub const SUGGESTION: Key<String> = Key::new("suggestion");
/// What sort of change that is.
pub const SUGGESTION_TYPE: Key<String> = Key::new("suggestion_type");
pub const THANK_DEPARTMENTS: Key<bool> = Key::new("thank_departments");
/// Whether they would work this way again.
pub const WOULD_REPEAT: Key<bool> = Key::new("would_repeat");
/// When it was submitted.
pub const SUBMITTED_AT: Key<Moment> = Key::new("submitted_at");

/// 填写中
pub const OPEN: Choice = Choice::new("open", "填写中", "Being filled in");
/// 已提交
pub const SUBMITTED: Choice = Choice::new("submitted", "已提交", "Submitted");
/// 已公布
pub const LOCKED: Choice = Choice::new("locked", "已公布", "Shown to all");

/// What the five scores mean, alike in every dimension.
pub const SCORES: &[Choice] = &[
    Choice::new("1", "严重影响", "Seriously hindered us"),
    Choice::new("2", "经常不满足", "Often fell short"),
    Choice::new("3", "基本满足", "Mostly fine"),
    Choice::new("4", "多数超出需要", "Usually good"),
    Choice::new("5", "可作样板", "A model for others"),
];

/// From this score down a reason is asked for.
pub const LOW: i64 = 2;

const TYPES: &[Choice] = &[
    Choice::new("mechanism", "机制", "Mechanism"),
    Choice::new("tool", "工具权限", "Tool or access"),
    Choice::new("people", "人员分工", "People"),
    Choice::new("process", "流程", "Process"),
    Choice::new("other", "其他", "Other"),
];

/// Nobody else writes it; of a sheet without a name, whoever entered it does.
const SAID: Speaker = Speaker::PersonOrWriter(RESPONDENT.name);

/// What is asked about with a score, and the field of its reason.
pub struct Dimension {
    pub score: &'static Field,
    pub reason: &'static Field,
    /// Whether every feedback has it.
    pub is_asked: bool,
}

const fn score(key: Key<i64>, label: Label) -> Field {
    Field::scale(key, label, SCORES).own_word_of(SAID).sealed()
}

const fn reason(key: Key<String>) -> Field {
    let label = Label::new("发生了什么", "What happened");
    Field::text(key, label, 200).own_word_of(SAID).sealed()
}

static FIELDS: [Field; 22] = [
    status(&[OPEN, SUBMITTED, LOCKED]),
    Field::reference(
        RESPONDENT,
        Label::new("填写人", "Respondent"),
        &[member::KIND],
    )
    .filled(),
    of_department::FIELD.filled(),
    Field::int(SHEET_NO, Label::new("第几份", "Sheet no."), 1, 999).own_word_of(SAID),
    score(SCORE_COMMUNICATION, Label::new("沟通效率", "Communication")).needed(&[Gate::Submit]),
    reason(REASON_COMMUNICATION),
    score(
        SCORE_RESPONSIBILITY,
        Label::new("责任落实", "Responsibility kept"),
    )
    .needed(&[Gate::Submit]),
    reason(REASON_RESPONSIBILITY),
    score(SCORE_RESOURCE, Label::new("资源支持", "Resource support")).needed(&[Gate::Submit]),
    reason(REASON_RESOURCE),
    score(SCORE_PROBLEM, Label::new("问题解决", "Problem solving")).needed(&[Gate::Submit]),
    reason(REASON_PROBLEM),
    score(SCORE_GOAL, Label::new("目标清晰", "Goal clarity")).more(),
    reason(REASON_GOAL).more(),
    score(SCORE_DECISION, Label::new("决策效率", "Decision speed")).more(),
    reason(REASON_DECISION).more(),
    Field::text(
        BEST_PRACTICE,
        Label::new("做得好的一点", "One thing that went well"),
        200,
    )
    .wide()
    .needed(&[Gate::Submit])
    .own_record_of(SAID, "")
    .sealed(),
    Field::long_text(SUGGESTION, Label::new("改进建议", "Suggestion"))
        .help("写清要改什么。", "Say what to change.")
        .needed(&[Gate::Submit])
        .own_word_of(SAID)
        .sealed(),
    Field::choice(
        SUGGESTION_TYPE,
        Label::new("建议类别", "Kind of suggestion"),
        TYPES,
    )
    .own_word_of(SAID)
    .sealed()
    .more(),
    Field::set(
        THANK_DEPARTMENTS,
        Label::new("特别感谢的部门", "Thanks to"),
        &[department::KIND],
    )
    .own_word_of(SAID)
    .sealed()
    .more(),
    Field::bool(
        WOULD_REPEAT,
        Label::new("愿意再这样协作", "Would work this way again"),
    )
    .own_word_of(SAID)
    .sealed()
    .more(),
    Field::date_time(SUBMITTED_AT, Label::new("提交时间", "Submitted"))
        .latest()
        .filled(),
];

/// What is asked about: the four that every feedback has, then the two that may be added.
pub static DIMENSIONS: [Dimension; 6] = [
    dimension(4, true),
    dimension(6, true),
    dimension(8, true),
    dimension(10, true),
    dimension(12, false),
    dimension(14, false),
];

const fn dimension(at: usize, is_asked: bool) -> Dimension {
    Dimension {
        score: &FIELDS[at],
        reason: &FIELDS[at + 1],
        is_asked,
    }
}

/// All that is said in it, which a submitted one has locked.
const SAID_IN_IT: Locks = Locks {
    fields: &[
        SCORE_COMMUNICATION.name,
        REASON_COMMUNICATION.name,
        SCORE_RESPONSIBILITY.name,
        REASON_RESPONSIBILITY.name,
        SCORE_RESOURCE.name,
        REASON_RESOURCE.name,
        SCORE_PROBLEM.name,
        REASON_PROBLEM.name,
        SCORE_GOAL.name,
        REASON_GOAL.name,
        SCORE_DECISION.name,
        REASON_DECISION.name,
        BEST_PRACTICE.name,
        SUGGESTION.name,
        SUGGESTION_TYPE.name,
        THANK_DEPARTMENTS.name,
        WOULD_REPEAT.name,
    ],
    rows: &[],
};

const BY_RESPONDENT: Who = Who::Person(RESPONDENT.name);

/// Nobody shows a single one: all are shown together.
pub const ALL_TOGETHER: Guard = Guard::hidden("all_together");

static STATES: StateMachine = StateMachine {
    states: &[
        state(OPEN, Tone::Info),
        locked(SUBMITTED, Tone::Ok, SAID_IN_IT),
        locked(LOCKED, Tone::Ok, SAID_IN_IT),
    ],
    transitions: &[
        Transition::new(
            "submit",
            "提交",
            "Submit",
            &[OPEN.key],
            SUBMITTED.key,
            &[BY_RESPONDENT, Who::Coordinator],
        )
        .gate(Gate::Submit)
        .stamps(&[SUBMITTED_AT.name]),
        Transition::new(
            "change",
            "改一改",
            "Change it",
            &[SUBMITTED.key],
            OPEN.key,
            &[BY_RESPONDENT, Who::Coordinator],
        )
        .aside()
        .clears(&[SUBMITTED_AT.name]),
        Transition::new(
            "show",
            "公布",
            "Show to all",
            &[SUBMITTED.key],
            LOCKED.key,
            &[Who::Lead],
        )
        .guard(ALL_TOGETHER),
    ],
};

/// 协作反馈表: how the departments saw this cooperation. No department is rated.
pub static FEEDBACK: Template = Template {
    made_of: &[RESPONDENT.name],
    writers: &[Writers::of_all(&[BY_RESPONDENT, Who::Coordinator])],
    states: Some(&STATES),
    copied: false,
    is_open: |form| status_of(form) == OPEN.key,
    place: Some(Tab::later(6)),
    words: Words {
        list: Label::new("反馈", "Feedback"),
        purpose: Label::new(
            "四个方面打分，加一点做得好的、一条建议；公布前谁也看不到别人的。",
            "Four scores, one good point and one suggestion; nobody sees those of others until all are shown.",
        ),
        empty: Label::new(
            "反馈在进入总结以后填。",
            "Feedback is given when closing begins.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("跨部门协作反馈表", "Cross-department feedback form"),
        Label::new("反馈", "Feedback form"),
        RESPONDENT.name,
        &FIELDS,
    )
};

/// The score that a form has in a dimension.
pub fn score_in(form: &Form<'_>, dimension: &Dimension) -> Option<i64> {
    let score = form.get(Key::<i64>::new(dimension.score.key))?;
    (1..=5).contains(&score).then_some(score)
}

/// The sentence to a score.
pub fn reason_in(form: &Form<'_>, dimension: &Dimension) -> Option<String> {
    form.get(Key::<String>::new(dimension.reason.key))
}

/// Whether it was submitted, shown or not.
pub fn is_submitted(form: &Form<'_>) -> bool {
    status_of(form) != OPEN.key
}

/// Whether it was shown to all.
pub fn is_shown(form: &Form<'_>) -> bool {
    status_of(form) == LOCKED.key
}

/// Whether it is a sheet of paper without a name.
pub fn is_sheet(form: &Form<'_>) -> bool {
    !form.has(RESPONDENT.name)
}

/// The feedback of a person.
pub fn record_of(member: &RecordId) -> Option<RecordId> {
    format!("{KIND}/{}", member.rest()?).parse().ok()
}
