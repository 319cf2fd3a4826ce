//! Who tells whom what, when and how (T06 c).

use super::member;
use super::{ENTER, enter, warn};
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Form, Gate, Key, Label, Rule, Template, Who, Words, Writers,
};

pub const KIND: &str = "message";

/// What is told.
pub const INFORMATION: Key<String> = Key::new("information");
pub const PURPOSE: Key<String> = Key::new("purpose");
/// To whom: roles, departments or people, in words.
pub const AUDIENCE: Key<String> = Key::new("audience");
/// Who tells it.
pub const SENDER: Key<RecordId> = Key::new("sender");
/// How often, or when.
pub const FREQUENCY: Key<String> = Key::new("frequency");
/// How, in which document.
pub const METHOD: Key<String> = Key::new("method");
/// What answer is expected.
pub const REPLY_NEEDED: Key<String> = Key::new("reply_needed");
/// Hours to answer.
pub const REPLY_WITHIN: Key<i64> = Key::new("reply_within");
/// Who allows it to go out where it is confidential.
pub const CONFIDENTIAL_APPROVER: Key<RecordId> = Key::new("confidential_approver");

/// 需答复
pub const REPLY: Choice = Choice::new("reply", "需答复", "Reply");
const REPLIES: &[Choice] = &[
    Choice::new("none", "无需", "None"),
    Choice::new("read", "需已读", "Read receipt"),
    REPLY,
];

const WITHIN_FIELD: Field = Field::int(
    REPLY_WITHIN,
    Label::new("回复时限（小时）", "Reply within (h)"),
    1,
    720,
)
.more();

const FIELDS: &[Field] = &[
    Field::text(INFORMATION, Label::new("信息内容", "Information"), 80)
        .needed(&[Gate::Final])
        .width(20),
    Field::text(PURPOSE, Label::new("目的", "Purpose"), 80),
    Field::text(AUDIENCE, Label::new("对象", "Audience"), 200),
    Field::reference(SENDER, Label::new("发送人", "Sender"), &[member::KIND]),
    Field::text(FREQUENCY, Label::new("频率或时点", "How often or when"), 40),
    Field::text(METHOD, Label::new("方式与文档", "Method and document"), 80),
    Field::choice(
        REPLY_NEEDED,
        Label::new("是否需回复", "Reply needed"),
        REPLIES,
    ),
    WITHIN_FIELD,
    Field::reference(
        CONFIDENTIAL_APPROVER,
        Label::new("保密内容批准人", "Approves confidential content"),
        &[member::KIND],
    )
    .more(),
];

/// A line of who tells whom what.
pub static MESSAGE: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead, Who::Coordinator])],
    words: Words {
        list: Label::new("信息", "Messages"),
        purpose: Label::new(
            "重要消息谁发给谁、多久一次。",
            "Who sends which message to whom, how often.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("谁告诉谁什么", "Who tells whom what"),
        Label::new("一条信息", "Message"),
        INFORMATION.name,
        FIELDS,
    )
};

pub static RULES: &[Rule] = &[warn("G-01", ENTER, |form: &Form<'_>, _| {
    if form.get(REPLY_NEEDED).as_deref() == Some(REPLY.key) {
        enter(form, &[WITHIN_FIELD])
    } else {
        Vec::new()
    }
})];
