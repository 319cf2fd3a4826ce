//! A decision (T12): one sentence and a reason, one person who decides, and people who say what they think of it. From
//! its release on its text stands; another text is another decision that replaces it.

mod rules;
mod states;

pub use rules::RULES;
pub use states::{
    ALL_REPLIED, CONFIRMED, DECIDED, DISCUSSING, DRAFT, EXECUTED, ISSUE, ISSUED, NOT_ALL_REPLIED,
    REPLACED, SILENT_CONSENT, SUPERSEDED, WITHDRAWN,
};

use super::{
    NUMBER, action, consultation, meeting, member, option, report, status, status_of, task,
};
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::template::{
    CODE, Choice, Field, First, Form, Gate, Key, Label, STATUS, Section, StakeKind, Tab, Template,
    Who, Words, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "decision";

/// What it is about, in a line; the first sentence of the decision where nothing else is written.
pub const TITLE: Key<String> = Key::new("title");
pub const CATEGORY: Key<String> = Key::new("category");
/// Why it is to be decided.
pub const BACKGROUND: Key<String> = Key::new("background");
/// Who brings it about.
pub const DRIVER: Key<RecordId> = Key::new("driver");
/// Who decides: exactly one.
pub const APPROVER: Key<RecordId> = Key::new("approver");
/// Who is asked before.
pub const CONTRIBUTORS: Key<bool> = Key::new("contributors");
/// Who has to know, without an answer.
pub const INFORMED: Key<bool> = Key::new("informed");
/// Who has to answer.
pub const RECIPIENTS: Key<bool> = Key::new("recipients");
/// The decision itself.
pub const DECISION_TEXT: Key<String> = Key::new("decision_text");
/// Why so.
pub const RATIONALE: Key<String> = Key::new("rationale");
/// When it was released.
pub const DECIDED_AT: Key<Moment> = Key::new("decided_at");
/// From which day on it counts.
pub const EFFECTIVE_ON: Key<NaiveDate> = Key::new("effective_on");
/// The meeting in which it was decided.
pub const DECIDED_IN: Key<RecordId> = Key::new("decided_in");
/// Until when it should be read.
pub const READ_BY_AT: Key<Moment> = Key::new("read_by_at");
/// Until when it should be answered.
pub const REPLY_BY_AT: Key<Moment> = Key::new("reply_by_at");
/// What follows from it.
pub const FOLLOW_UPS: Key<bool> = Key::new("follow_ups");
/// On which day it is looked at again.
pub const REVISIT_ON: Key<NaiveDate> = Key::new("revisit_on");
/// The one that it replaces.
pub const SUPERSEDES: Key<RecordId> = Key::new("supersedes");
/// What it is to confirm: the draft that was asked about, or the summary report.
pub const ABOUT: Key<RecordId> = Key::new("about");
/// Calculated: how many have answered, of how many.
pub const REPLIED: Key<String> = Key::new("replied");

/// 范围
pub const SCOPE: Choice = Choice::new("scope", "范围", "Scope");
/// 预算
pub const BUDGET: Choice = Choice::new("budget", "预算", "Budget");
/// 商务定价
pub const COMMERCIAL: Choice = Choice::new("commercial", "商务定价", "Commercial");
/// 关口
pub const GATE: Choice = Choice::new("gate", "关口", "Gate");
const CATEGORIES: &[Choice] = &[
    SCOPE,
    Choice::new("schedule", "进度", "Schedule"),
    BUDGET,
    Choice::new("people", "人员", "People"),
    Choice::new("technical", "方案技术", "Solution"),
    COMMERCIAL,
    Choice::new("process", "流程制度", "Process"),
    GATE,
];

const FIELDS: &[Field] = &[
    NUMBER,
    status(states::CHOICES).width(14),
    Field::long_text(DECISION_TEXT, Label::new("决定", "Decision"))
        .needed(&[Gate::Release])
        .concrete()
        .stake(StakeKind::Decision),
    Field::long_text(RATIONALE, Label::new("理由", "Rationale")),
    Field::text(TITLE, Label::new("决策事项", "About"), 200)
        .wide()
        .width(30)
        .help(
            "不写就取决定的第一句。",
            "Left empty, the first sentence of the decision is taken.",
        ),
    Field::choice(CATEGORY, Label::new("类别", "Category"), CATEGORIES),
    Field::reference(APPROVER, Label::new("拍板人", "Approver"), &[member::KIND])
        .stake(StakeKind::Role)
        .doer(),
    Field::reference(DRIVER, Label::new("推动人", "Driver"), &[member::KIND])
        .stake(StakeKind::Role)
        .first(First::Me),
    Field::date(EFFECTIVE_ON, Label::new("生效", "Effective")).help(
        "不写就从发布后的下一个工作日起。",
        "Left empty, from the working day after the release on.",
    ),
    Field::reference(
        DECIDED_IN,
        Label::new("在哪定的", "Decided in"),
        &[meeting::KIND],
    ),
    Field::set(
        RECIPIENTS,
        Label::new("需确认人", "To reply"),
        &[member::KIND],
    )
    .needed(&[Gate::Release]),
    Field::date_time(READ_BY_AT, Label::new("已读截止", "Read by")),
    Field::date_time(REPLY_BY_AT, Label::new("反馈截止", "Reply by")),
    Field::text(REPLIED, Label::new("反馈", "Replies"), 20)
        .filled()
        .width(6),
    Field::long_text(BACKGROUND, Label::new("背景", "Background")).more(),
    Field::set(
        CONTRIBUTORS,
        Label::new("征求意见", "Consulted"),
        &[member::KIND],
    )
    .more(),
    Field::set(INFORMED, Label::new("知会", "Informed"), &[member::KIND]).more(),
    Field::set(
        FOLLOW_UPS,
        Label::new("后续动作", "Follow-ups"),
        &[action::KIND, task::KIND],
    )
    .more(),
    Field::date(REVISIT_ON, Label::new("复审日期", "Look again on")).more(),
    Field::reference(
        ABOUT,
        Label::new("确认什么", "Confirms"),
        &[consultation::KIND, report::KIND],
    )
    .more(),
    Field::reference(SUPERSEDES, Label::new("取代", "Replaces"), &[KIND]).more(),
    Field::date_time(DECIDED_AT, Label::new("发布时间", "Released at"))
        .latest()
        .filled(),
];

const BY_APPROVER: Who = Who::Person(APPROVER.name);
const BY_DRIVER: Who = Who::Person(DRIVER.name);

/// 决策: what was decided, and what people say to it.
pub static DECISION: Template = Template {
    letter: "D",
    writers: &[Writers::of_all(&[BY_APPROVER, BY_DRIVER, Who::Coordinator])],
    sections: &[
        Section {
            label: Label::new("决定", "Decision"),
            fields: &[
                DECISION_TEXT.name,
                RATIONALE.name,
                TITLE.name,
                CATEGORY.name,
                APPROVER.name,
                DRIVER.name,
                EFFECTIVE_ON.name,
                DECIDED_IN.name,
            ],
        },
        Section {
            label: Label::new("回复", "Replies"),
            fields: &[
                RECIPIENTS.name,
                READ_BY_AT.name,
                REPLY_BY_AT.name,
                REPLIED.name,
                DECIDED_AT.name,
            ],
        },
        Section {
            label: Label::new("备选方案", "Options"),
            fields: &[
                option::KIND,
                BACKGROUND.name,
                CONTRIBUTORS.name,
                INFORMED.name,
                FOLLOW_UPS.name,
                REVISIT_ON.name,
                ABOUT.name,
                SUPERSEDES.name,
            ],
        },
    ],
    columns: &[
        CODE,
        TITLE.name,
        STATUS,
        REPLIED.name,
        APPROVER.name,
        CATEGORY.name,
        EFFECTIVE_ON.name,
        REPLY_BY_AT.name,
    ],
    rows: &[&option::OPTION],
    states: Some(&states::STATES),
    tells: &[Who::Each(RECIPIENTS.name)],
    copied: false,
    is_open,
    place: Some(Tab::later(4)),
    words: Words {
        list: Label::new("决策", "Decisions"),
        purpose: Label::new(
            "定了什么、谁拍板、各部门怎么说；看过不等于同意。",
            "What was decided, by whom, and what the departments say; seen is not agreed.",
        ),
        add: Label::new("写一条", "Write one"),
        empty: Label::new(
            "还没有决策。会上打「决定：…」，或者在这里写一条。",
            "No decisions yet. Type \"decision: …\" in a meeting, or write one here.",
        ),
    },
    ..Template::plain(
        KIND,
        Label::new("决策记录", "Decision record"),
        Label::new("决策", "Decision"),
        TITLE.name,
        FIELDS,
    )
};

/// Whether it is not over: neither carried out nor replaced nor withdrawn.
pub fn is_open(form: &Form<'_>) -> bool {
    let over = [EXECUTED.key, SUPERSEDED.key, WITHDRAWN.key];
    !over.contains(&status_of(form).as_str())
}

/// Whether it was released, whatever became of it since.
pub fn is_released(form: &Form<'_>) -> bool {
    let released = [ISSUED.key, CONFIRMED.key, EXECUTED.key, SUPERSEDED.key];
    released.contains(&status_of(form).as_str())
}

/// Whether it waits for what people say.
pub fn is_asking(form: &Form<'_>) -> bool {
    status_of(form) == ISSUED.key
}

/// Whether it is still to be decided.
pub fn is_undecided(form: &Form<'_>) -> bool {
    [DRAFT.key, DISCUSSING.key, DECIDED.key].contains(&status_of(form).as_str())
}

/// Those who have to answer, in the order of their records.
pub fn recipients(form: &Form<'_>) -> Vec<RecordId> {
    let elements = form.elements_in_order(RECIPIENTS.name).into_iter();
    let named = elements.filter_map(|(rest, _)| format!("{}/{rest}", member::KIND).parse().ok());
    named.collect()
}

/// Whether a person has to answer.
pub fn is_recipient(form: &Form<'_>, person: &RecordId) -> bool {
    let key = recipient_key(person);
    key.is_some_and(|key| !form.log().value(form.record(), &key).is_empty())
}

/// Under which key a decision says that a person has to answer.
pub fn recipient_key(person: &RecordId) -> Option<FieldKey> {
    let rest = person.rest()?;
    format!("{}/{rest}", RECIPIENTS.name).parse().ok()
}

/// Characters of a title that is taken from the decision.
const TITLE_CHARS: usize = 60;

/// The first sentence of a text, as a title.
pub fn first_sentence(text: &str) -> String {
    let is_end = |c: char| "。！？；!?;\n".contains(c);
    let first = text.trim().split(is_end).next().unwrap_or_default();
    let first = first.trim().trim_end_matches('.');
    first.chars().take(TITLE_CHARS).collect()
}
