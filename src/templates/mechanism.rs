//! The communication rules 《沟通机制说明》 (T06): once per project, with meetings, channels, messages and levels of
//! escalation under it. Its own fields say how decisions are confirmed.

use super::{
    block, channel, escalation, finalise, ground_rule, locked, meeting, message, revise, state,
    status, warn,
};
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Finding, Form, Gate, Key, Label, Locks, Rule, Section, StateMachine, Tab,
    Template, Tone, Who, Words, Writers,
};

pub const KIND: &str = "mechanism";

/// Where decisions are confirmed.
pub const DECISION_CHANNELS: Key<String> = Key::new("decision_channels");
/// Hours to read; unset means 24.
pub const READ_WITHIN_H: Key<i64> = Key::new("read_within_h");
/// Hours to reply; unset means 48.
pub const REPLY_WITHIN_H: Key<i64> = Key::new("reply_within_h");
/// Hours before the end to be asked once more; unset means 4.
pub const REMIND_BEFORE_H: Key<i64> = Key::new("remind_before_h");
/// Hours between two reminders to who has not read; unset means 12.
pub const REMIND_INTERVAL_H: Key<i64> = Key::new("remind_interval_h");
/// What no reply in time means; unset means [`ESCALATE`].
pub const SILENCE_MEANS: Key<String> = Key::new("silence_means");
/// The level a critical issue goes to at once; unset means 2.
pub const SEVERITY_SHORTCUT: Key<i64> = Key::new("severity_shortcut");

/// 上报
pub const ESCALATE: Choice = Choice::new("escalate", "上报", "Escalate");
/// 视为同意
pub const CONSENT: Choice = Choice::new("consent", "视为同意", "Consent");
/// 草稿
pub const DRAFT: Choice = Choice::new("draft", "草稿", "Draft");
/// 已定稿
pub const FINAL: Choice = Choice::new("final", "已定稿", "Final");

const FIELDS: &[Field] = &[
    status(&[DRAFT, FINAL]),
    Field::text(
        DECISION_CHANNELS,
        Label::new("重要决策在哪里确认", "Where decisions are confirmed"),
        80,
    )
    .wide()
    .help(
        "聊天不能作为正式依据。",
        "Chat cannot be the official record.",
    ),
    Field::int(
        READ_WITHIN_H,
        Label::new("已读时限（小时）", "Read within (h)"),
        1,
        720,
    ),
    Field::int(
        REPLY_WITHIN_H,
        Label::new("反馈时限（小时）", "Reply within (h)"),
        1,
        720,
    ),
    Field::int(
        REMIND_BEFORE_H,
        Label::new("到期前提醒（小时）", "Remind before (h)"),
        0,
        720,
    )
    .more(),
    Field::int(
        REMIND_INTERVAL_H,
        Label::new("未读再提醒间隔（小时）", "Repeat reminder every (h)"),
        1,
        720,
    )
    .more(),
    Field::choice(
        SILENCE_MEANS,
        Label::new("逾期未复视为", "No reply in time means"),
        &[ESCALATE, CONSENT],
    ),
    Field::int(
        SEVERITY_SHORTCUT,
        Label::new("特急问题直达级别", "Critical issues go straight to level"),
        1,
        4,
    )
    .more(),
];

const LOCKED: Locks = Locks {
    fields: &[
        DECISION_CHANNELS.name,
        READ_WITHIN_H.name,
        REPLY_WITHIN_H.name,
        REMIND_BEFORE_H.name,
        REMIND_INTERVAL_H.name,
        SILENCE_MEANS.name,
        SEVERITY_SHORTCUT.name,
    ],
    rows: &[
        meeting::KIND,
        channel::KIND,
        message::KIND,
        escalation::KIND,
        ground_rule::KIND,
    ],
};

static STATES: StateMachine = StateMachine {
    states: &[state(DRAFT, Tone::Neutral), locked(FINAL, Tone::Ok, LOCKED)],
    transitions: &[
        finalise(&[DRAFT.key], FINAL.key),
        revise(&[FINAL.key], DRAFT.key),
    ],
};

/// The communication rules.
pub static MECHANISM: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead, Who::Coordinator])],
    once: true,
    place: Some(Tab::always(3)),
    words: Words {
        list: Label::new("沟通机制", "How we talk"),
        empty: Label::new("还没有沟通规则。", "No rules yet."),
        ..Words::USUAL
    },
    sections: &[
        Section {
            label: Label::new("定期沟通", "Meetings"),
            fields: &[meeting::KIND],
        },
        Section {
            label: Label::new("异步沟通", "Channels"),
            fields: &[channel::KIND, message::KIND],
        },
        Section {
            label: Label::new("重要决策确认", "Confirming decisions"),
            fields: &[
                DECISION_CHANNELS.name,
                READ_WITHIN_H.name,
                REPLY_WITHIN_H.name,
                REMIND_BEFORE_H.name,
                REMIND_INTERVAL_H.name,
                SILENCE_MEANS.name,
            ],
        },
        Section {
            label: Label::new("上报路径", "Escalation"),
            fields: &[escalation::KIND, SEVERITY_SHORTCUT.name],
        },
        Section {
            label: Label::new("约定", "Agreements"),
            fields: &[ground_rule::KIND],
        },
    ],
    rows: &[
        &meeting::MEETING,
        &channel::CHANNEL,
        &message::MESSAGE,
        &escalation::ESCALATION,
        &ground_rule::GROUND_RULE,
    ],
    states: Some(&STATES),
    ..Template::plain(
        KIND,
        Label::new("沟通机制说明", "Communication rules"),
        Label::new("沟通机制", "Communication rules"),
        DECISION_CHANNELS.name,
        FIELDS,
    )
};

/// The record id of the communication rules.
pub fn record() -> RecordId {
    RecordId::of(MECHANISM.kind)
}

pub static RULES: &[Rule] = &[
    block(
        "COM-04",
        Gate::Final,
        Label::new(
            "至少设置一个周例会或双周例会。",
            "Set at least one weekly or biweekly meeting.",
        ),
        |form, _| {
            let meetings = form.rows(meeting::MEETING.kind);
            Finding::at(meeting::KIND).when(!meetings.iter().any(meeting::is_regular))
        },
    ),
    warn(
        "COM-08",
        Label::new(
            "「逾期视为同意」容易引发争议，请确认各部门都接受这条规则。",
            "\"Silence means consent\" causes disputes; make sure every department accepts it.",
        ),
        |form: &Form<'_>, _| {
            Finding::at(SILENCE_MEANS.name)
                .when(form.get(SILENCE_MEANS).as_deref() == Some(CONSENT.key))
        },
    ),
];
