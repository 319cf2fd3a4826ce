//! What one person says to a decision (T12 `receipt`): `recipient/<decision>-<member>`, begun with that person's first
//! word. Seen and answered are two acts; neither is ever written for somebody but with its basis.

use super::{hint, member, warn};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Finding, Form, Key, Label, Rule, Speaker, Template, Who, Writers,
};

pub const KIND: &str = "recipient";

/// Whose word it is.
pub const MEMBER: Key<RecordId> = Key::new("member");
/// When that person said that they have seen it.
pub const READ_AT: Key<Moment> = Key::new("read_at");
/// The answer; it names what it saw.
pub const REPLY: Key<String> = Key::new("reply");
/// What that person adds or objects.
pub const COMMENT: Key<String> = Key::new("comment");
/// When it was answered.
pub const REPLIED_AT: Key<Moment> = Key::new("replied_at");
/// What is answered to the objection; it names the objection that it saw.
pub const RESPONSE: Key<String> = Key::new("response");

/// 同意执行
pub const AGREE: Choice = Choice::new("agree", "同意执行", "Agree");
/// 有补充
pub const ADD: Choice = Choice::new("comment", "有补充", "Add something");
/// 有异议
pub const OBJECT: Choice = Choice::new("object", "有异议", "Object");
/// The answers there are.
pub const REPLIES: &[Choice] = &[AGREE, ADD, OBJECT];

const THEIRS: Speaker = Speaker::Person(MEMBER.name);

const FIELDS: &[Field] = &[
    Field::reference(MEMBER, Label::new("谁", "Who"), &[member::KIND]).filled(),
    Field::date_time(READ_AT, Label::new("看过", "Seen"))
        .latest()
        .filled()
        .own_word_of(THEIRS),
    Field::choice(REPLY, Label::new("回复", "Reply"), REPLIES)
        .own_record_of(THEIRS, REPLIED_AT.name),
    Field::text(COMMENT, Label::new("说明", "Note"), 500)
        .own_word_of(THEIRS)
        .wide()
        .width(24),
    Field::date_time(REPLIED_AT, Label::new("回复时间", "Replied at"))
        .latest()
        .filled()
        .own_word_of(THEIRS),
    Field::text(
        RESPONSE,
        Label::new("对异议的答复", "Answer to the objection"),
        500,
    )
    .wide()
    .width(24),
];

/// One person's word to a decision.
pub static RECIPIENT: Template = Template {
    writers: &[
        Writers {
            fields: &[
                MEMBER.name,
                READ_AT.name,
                REPLY.name,
                COMMENT.name,
                REPLIED_AT.name,
            ],
            who: &[Who::Person(MEMBER.name)],
        },
        Writers::of_all(&[Who::Lead]),
    ],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("回复", "Replies"),
        Label::new("回复", "Reply"),
        MEMBER.name,
        FIELDS,
    )
};

/// The record of what a person says to a decision.
pub fn of(decision: &RecordId, person: &RecordId) -> Option<RecordId> {
    let text = format!("{KIND}/{}-{}", decision.rest()?, person.rest()?);
    text.parse().ok()
}

/// The decision that a record of somebody's word belongs to.
pub fn decision_of(record: &RecordId) -> Option<RecordId> {
    let (decision, _) = record.rest()?.split_once('-')?;
    format!("{}/{decision}", super::decision::KIND).parse().ok()
}

/// A reply by its key; nothing for one this version does not know.
pub fn reply_of(key: &str) -> Option<Choice> {
    REPLIES.iter().copied().find(|choice| choice.key == key)
}

fn replied(form: &Form<'_>) -> Option<Choice> {
    form.get(REPLY).and_then(|key| reply_of(&key))
}

pub static RULES: &[Rule] = &[
    warn(
        "DEC-03",
        Label::new(
            "有异议请写明理由和建议。",
            "Say why you object and what you suggest.",
        ),
        |form, _| {
            let objects = replied(form) == Some(OBJECT);
            Finding::at(COMMENT.name).when(objects && !form.has(COMMENT.name))
        },
    ),
    hint(
        "DEC-07",
        Label::new(
            "已读不代表同意，请选择「同意执行」「有补充」或「有异议」。",
            "Reading is not agreeing. Choose agree, add something or object.",
        ),
        |form, _| {
            let only_seen = form.has(READ_AT.name) && !form.has(REPLY.name);
            Finding::at(REPLY.name).when(only_seen)
        },
    ),
];
