//! Where something is talked about between meetings (T06 b).

use super::block;
use crate::model::template::{
    Choice, Field, Finding, Form, Gate, Key, Label, Rule, Template, Who, Words, Writers,
};

pub const KIND: &str = "channel";

/// What it is used for.
pub const TOPIC: Key<String> = Key::new("topic");
pub const CHANNEL_OF: Key<String> = Key::new("channel");
/// Whether what is said there counts.
pub const OFFICIAL: Key<bool> = Key::new("official");
/// Hours to answer; urgent things have a line of their own.
pub const RESPONSE_WITHIN: Key<i64> = Key::new("response_within");
/// When nobody is disturbed but for critical things.
pub const QUIET_HOURS: Key<String> = Key::new("quiet_hours");

/// 本工具
pub const TOOL: Choice = Choice::new("tool", "本工具留痕", "This tool");
/// 即时通讯
pub const CHAT: Choice = Choice::new("im", "即时通讯", "Chat");
/// 邮件
pub const EMAIL: Choice = Choice::new("email", "邮件", "E-mail");
/// 电话
pub const PHONE: Choice = Choice::new("phone", "电话", "Phone");

const FIELDS: &[Field] = &[
    Field::text(TOPIC, Label::new("事项", "Topic"), 80)
        .needed(&[Gate::Final])
        .width(20),
    Field::choice(
        CHANNEL_OF,
        Label::new("渠道", "Channel"),
        &[TOOL, CHAT, EMAIL, PHONE],
    )
    .needed(&[Gate::Final]),
    Field::bool(OFFICIAL, Label::new("正式记录", "Official record")),
    Field::int(
        RESPONSE_WITHIN,
        Label::new("响应时限（小时）", "Reply within (h)"),
        1,
        720,
    )
    .help("一般 24，紧急 2。", "Usually 24, urgent 2."),
    Field::text(QUIET_HOURS, Label::new("免打扰时段", "Quiet hours"), 20)
        .help("例如 20:00–08:00。", "For example 20:00–08:00.")
        .more(),
];

/// 渠道: what goes which way, and how soon it is answered.
pub static CHANNEL: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead, Who::Coordinator])],
    words: Words {
        list: Label::new("渠道", "Channels"),
        purpose: Label::new(
            "什么事走什么渠道，多久内答复。",
            "What goes through which channel, and how soon it is answered.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("异步沟通", "Channels"),
        Label::new("渠道", "Channel"),
        TOPIC.name,
        FIELDS,
    )
};

pub static RULES: &[Rule] = &[block(
    "COM-07",
    Gate::Final,
    Label::new(
        "聊天和电话不能作为正式依据，请在本工具或邮件中确认。",
        "Chat and phone cannot be the official record. Confirm here or by e-mail.",
    ),
    |form: &Form<'_>, _| {
        let is_fleeting =
            [Some(CHAT.key), Some(PHONE.key)].contains(&form.get(CHANNEL_OF).as_deref());
        Finding::at(OFFICIAL.name).when(is_fleeting && form.get(OFFICIAL) == Some(true))
    },
)];
