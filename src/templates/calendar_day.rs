//! A line of the project's calendar (F-07): days that are not what their weekday or the public holidays say.

use super::{END_BEFORE_START, end_before_start, warn};
use crate::model::template::{Choice, Field, Key, Label, Rule, Template};
use chrono::NaiveDate;

pub const KIND: &str = "calendar_day";

/// The first day.
pub const FROM: Key<NaiveDate> = Key::new("from");
/// The last day; unset: the first one alone.
pub const TO: Key<NaiveDate> = Key::new("to");
/// Rest or work; unset means rest.
pub const DAY_KIND: Key<String> = Key::new("day_kind");
/// What they are.
pub const NAME: Key<String> = Key::new("name");

/// 上班
pub const WORK: Choice = Choice::new("work", "上班", "Worked");
/// 休息
pub const REST: Choice = Choice::new("rest", "休息", "Rest");

const FROM_FIELD: Field = Field::date(FROM, Label::new("从", "From")).fixed();
const TO_FIELD: Field = Field::date(TO, Label::new("到", "To"))
    .ends(FROM.name)
    .fixed();

const FIELDS: &[Field] = &[
    FROM_FIELD,
    TO_FIELD,
    Field::choice(
        DAY_KIND,
        Label::new("休息或上班", "Rest or work"),
        &[REST, WORK],
    ),
    Field::text(NAME, Label::new("说明", "Note"), 80).width(20),
];

/// A line of the calendar.
pub static CALENDAR_DAY: Template = Template::plain(
    KIND,
    Label::new("自己的休息日和上班日", "Own days off and working days"),
    Label::new("日历行", "Calendar line"),
    NAME.name,
    FIELDS,
);

pub static RULES: &[Rule] = &[warn("G-03", END_BEFORE_START, |form, _| {
    end_before_start(form, &FROM_FIELD, &TO_FIELD)
})];
