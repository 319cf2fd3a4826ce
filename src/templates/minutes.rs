//! The minutes of one meeting on one day (T13): when it was held, who came, what came of it. Made of the meeting and
//! its planned day, so that two people who write them write one.

mod rules;

pub use rules::RULES;

use super::{locked, meeting, member, minutes_item, review, state, status, status_of};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Form, Gate, Key, Label, Locks, StateMachine, Tab, Template, Tone, Transition,
    Who, Words, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "minutes";

/// The meeting that was held.
pub const MEETING: Key<RecordId> = Key::new("meeting");
/// When it was to begin.
pub const PLANNED_START: Key<Moment> = Key::new("planned_start");
pub const ACTUAL_START: Key<Moment> = Key::new("actual_start");
pub const ACTUAL_END: Key<Moment> = Key::new("actual_end");
pub const PLACE: Key<String> = Key::new("place");
/// Who led it.
pub const HOST: Key<RecordId> = Key::new("host");
/// Who wrote it down.
pub const MINUTE_TAKER: Key<RecordId> = Key::new("minute_taker");
/// Per member [`PRESENT`], [`LATE`], [`ABSENT`], or the name of who came instead.
pub const ATTENDANCE: Key<bool> = Key::new("attendance");
/// When everybody was to be told.
pub const SENT_AT: Key<Moment> = Key::new("sent_at");

/// 出席
pub const PRESENT: Choice = Choice::new("present", "出席", "Present");
/// 迟到
pub const LATE: Choice = Choice::new("late", "迟到", "Late");
/// 缺席
pub const ABSENT: Choice = Choice::new("absent", "缺席", "Absent");
/// What can be said of somebody's coming, beside who came instead.
pub const ATTENDANCES: &[Choice] = &[PRESENT, LATE, ABSENT];

/// 准备中
pub const DRAFT: Choice = Choice::new("draft", "准备中", "Being prepared");
/// 已发布
pub const SENT: Choice = Choice::new("sent", "已发布", "Released");
/// 更正中
pub const CORRECTIONS: Choice = Choice::new("corrections", "更正中", "Being corrected");
/// 定稿
pub const FINAL: Choice = Choice::new("final", "定稿", "Final");

const COVERED: Locks = Locks {
    fields: &[
        MEETING.name,
        ACTUAL_START.name,
        ACTUAL_END.name,
        PLACE.name,
        HOST.name,
        MINUTE_TAKER.name,
        ATTENDANCE.name,
    ],
    rows: &[minutes_item::KIND],
};

const WRITERS: &[Who] = &[
    Who::Person(MINUTE_TAKER.name),
    Who::Person(HOST.name),
    Who::Coordinator,
];

static STATES: StateMachine = StateMachine {
    states: &[
        state(DRAFT, Tone::Neutral),
        locked(SENT, Tone::Ok, COVERED),
        state(CORRECTIONS, Tone::Warn),
        locked(FINAL, Tone::Ok, COVERED),
    ],
    transitions: &[
        Transition::new(
            "release",
            "发布",
            "Release",
            &[DRAFT.key, CORRECTIONS.key],
            SENT.key,
            &[Who::Lead],
        )
        .gate(Gate::Release)
        .stamps(&[SENT_AT.name]),
        Transition::new(
            "correct",
            "更正",
            "Correct",
            &[SENT.key],
            CORRECTIONS.key,
            WRITERS,
        )
        .aside()
        .reason(),
        Transition::new(
            "make_final",
            "定稿",
            "Make final",
            &[SENT.key],
            FINAL.key,
            &[Who::Lead, Who::Coordinator],
        ),
    ],
};

const FIELDS: &[Field] = &[
    status(&[DRAFT, SENT, CORRECTIONS, FINAL]),
    Field::reference(MEETING, Label::new("会议", "Meeting"), &[meeting::KIND]).width(20),
    Field::date_time(PLANNED_START, Label::new("计划开始", "Planned start"))
        .latest()
        .filled(),
    Field::date_time(ACTUAL_START, Label::new("开始", "Began")).latest(),
    Field::date_time(ACTUAL_END, Label::new("结束", "Ended")).latest(),
    Field::text(PLACE, Label::new("地点或方式", "Place"), 80),
    Field::reference(HOST, Label::new("主持", "Host"), &[member::KIND]),
    Field::reference(
        MINUTE_TAKER,
        Label::new("记录", "Minute taker"),
        &[member::KIND],
    ),
    Field::set(
        ATTENDANCE,
        Label::new("出席", "Attendance"),
        &[member::KIND],
    ),
    Field::date_time(SENT_AT, Label::new("发布时间", "Released at"))
        .latest()
        .filled(),
];

/// 周会 and every other meeting, once it is opened.
pub static MINUTES: Template = Template {
    writers: &[Writers::of_all(WRITERS)],
    columns: &[
        MEETING.name,
        ACTUAL_START.name,
        ACTUAL_END.name,
        HOST.name,
        MINUTE_TAKER.name,
        crate::model::template::STATUS,
    ],
    rows: &[&minutes_item::MINUTES_ITEM],
    states: Some(&STATES),
    copied: false,
    is_open,
    place: Some(Tab::always(5)),
    words: Words {
        list: Label::new("周会", "Weekly meeting"),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("会议纪要", "Meeting minutes"),
        Label::new("会议纪要", "Minutes"),
        MEETING.name,
        FIELDS,
    )
};

/// Whether it is not released yet.
pub fn is_open(form: &Form<'_>) -> bool {
    [DRAFT.key, CORRECTIONS.key].contains(&status_of(form).as_str())
}

/// Whether the meeting was begun.
pub fn is_begun(form: &Form<'_>) -> bool {
    form.has(ACTUAL_START.name)
}

/// What both records of a meeting on a day end in: `<meeting>-<yyyymmdd>`; nothing for a meeting that is no record.
fn ending(meeting: &RecordId, day: NaiveDate) -> Option<String> {
    Some(format!("{}-{}", meeting.rest()?, day.format("%Y%m%d")))
}

/// The record of a kind, named by what it is made of; a hash of it where that is too long for an id.
pub(super) fn named(kind: &str, rest: &str) -> RecordId {
    let id = format!("{kind}/{rest}");
    id.parse().unwrap_or_else(|_| RecordId::made_of(kind, rest))
}

/// The minutes of a meeting on its planned day.
pub fn record_of(meeting: &RecordId, day: NaiveDate) -> Option<RecordId> {
    Some(named(KIND, &ending(meeting, day)?))
}

/// The review that belongs to minutes: of the same meeting on the same day.
pub fn review_of(minutes: &RecordId) -> Option<RecordId> {
    Some(named(review::KIND, minutes.rest()?))
}

/// The minutes that belong to a review.
pub fn of_review(review: &RecordId) -> Option<RecordId> {
    Some(named(KIND, review.rest()?))
}

/// The planned day of minutes or a review, which stands in its id.
pub fn day_of(record: &RecordId) -> Option<NaiveDate> {
    let (_, day) = record.rest()?.rsplit_once('-')?;
    NaiveDate::parse_from_str(day, "%Y%m%d").ok()
}
