//! One point of a meeting's agenda (T06 a): a standing one, or a difference that is to be settled there.

use super::hint;
use super::member;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Key, Label, Rule, Template, Who, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "agenda_item";

/// What it is about.
pub const TOPIC: Key<String> = Key::new("topic");
/// How long, minutes.
pub const MINUTES: Key<i64> = Key::new("minutes");
/// Who presents it.
pub const PRESENTER: Key<RecordId> = Key::new("presenter");
/// The record in which something differs that is to be settled.
pub const ABOUT: Key<RecordId> = Key::new("about");
/// The lesson that is to be talked of.
pub const FROM_LESSON: Key<RecordId> = Key::new("from_lesson");
/// Its field that differs.
pub const ABOUT_FIELD: Key<String> = Key::new("about_field");
/// The day of the meeting it was put on; nothing for a standing point.
pub const DAY: Key<NaiveDate> = Key::new("day");
/// Which part of the agenda it belongs to.
pub const FEEDS: Key<String> = Key::new("feeds");
/// Whether it is talked of: one of [`STATES`].
pub const STATE: Key<String> = Key::new("state");
/// How long it was talked of.
pub const MINUTES_USED: Key<i64> = Key::new("minutes_used");

/// 上次的行动项
pub const ACTIONS: Choice = Choice::new("actions", "上次的行动项", "Actions of last time");
/// 逾期和有风险
pub const PROGRESS: Choice = Choice::new("progress", "逾期和有风险", "Late and at risk");
/// 问题和不一致
pub const ISSUES: Choice = Choice::new("issues", "问题和不一致", "Issues and differences");
/// 资源、决策、风险、变更申请
pub const REST: Choice = Choice::new(
    "rest",
    "资源、决策、风险、变更申请",
    "Resources, decisions, risks, change requests",
);
/// 下周
pub const NEXT: Choice = Choice::new("next", "下周", "Next week");
/// The parts of an agenda, in their order; what people propose comes last.
pub const PARTS: &[Choice] = &[ACTIONS, PROGRESS, ISSUES, REST, NEXT];

/// 要谈
pub const ON: Choice = Choice::new("on", "要谈", "To be talked of");
/// 不谈
pub const OFF: Choice = Choice::new("off", "不谈", "Left out");
/// 谈完
pub const TALKED: Choice = Choice::new("done", "谈完", "Done");
/// 以后再议
pub const LATER: Choice = Choice::new("later", "以后再议", "Later");
const STATES: &[Choice] = &[ON, OFF, TALKED, LATER];

/// A topic is planned for at most so many minutes (MTG-04).
const LONGEST_MIN: i64 = 20;

const FIELDS: &[Field] = &[
    Field::text(TOPIC, Label::new("议题", "Topic"), 80).width(20),
    Field::int(MINUTES, Label::new("分钟", "Minutes"), 1, 600),
    Field::reference(
        PRESENTER,
        Label::new("主讲人", "Presenter"),
        &[member::KIND],
    ),
    Field::reference(ABOUT, Label::new("不一致在哪里", "Where it differs"), &[]).filled(),
    Field::text(ABOUT_FIELD, Label::new("哪一项", "Which field"), 120).filled(),
    Field::reference(FROM_LESSON, Label::new("来自经验", "From a lesson"), &[]).filled(),
    Field::date(DAY, Label::new("哪次会", "Meeting of")).filled(),
    Field::choice(
        FEEDS,
        Label::new("议程的哪一段", "Part of the agenda"),
        PARTS,
    )
    .filled(),
    Field::choice(STATE, Label::new("谈不谈", "Talked of"), STATES).filled(),
    Field::int(
        MINUTES_USED,
        Label::new("用了几分钟", "Minutes used"),
        0,
        600,
    )
    .latest()
    .filled(),
];

/// A point of the agenda.
pub static AGENDA_ITEM: Template = Template {
    writers: &[Writers::of_all(&[Who::Anyone])],
    columns: &[TOPIC.name, MINUTES.name, PRESENTER.name],
    ..Template::plain(
        KIND,
        Label::new("议程", "Agenda"),
        Label::new("一项议程", "Agenda item"),
        TOPIC.name,
        FIELDS,
    )
};

/// A point that comes back every time: neither proposed for one day nor a difference.
pub fn is_standing(form: &Form<'_>) -> bool {
    !form.has(DAY.name) && !form.has(ABOUT.name)
}

fn too_long(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let minutes = form.get(MINUTES).unwrap_or_default();
    Finding::at(MINUTES.name)
        .with("n", Arg::Number(minutes))
        .when(minutes > LONGEST_MIN)
}

pub static RULES: &[Rule] = &[hint(
    "MTG-04",
    Label::new(
        "单个议题建议不超过 20 分钟，现在是 {n} 分钟。",
        "Keep a topic under 20 minutes; this is {n}.",
    ),
    too_long,
)];
