//! When a person is away and who takes over (T03 `absence`): a row under the member. What is due meanwhile is counted
//! in `analysis`.

use super::member;
use super::{END_BEFORE_START, end_before_start, warn};
use crate::model::id::RecordId;
use crate::model::template::{Field, Key, Label, Rule, Template};
use chrono::NaiveDate;

pub const KIND: &str = "absence";

/// The first day away.
pub const FROM: Key<NaiveDate> = Key::new("from");
/// The last day away; unset: the first one alone.
pub const TO: Key<NaiveDate> = Key::new("to");
/// Who takes over; unset: the backup.
pub const COVERED_BY: Key<RecordId> = Key::new("covered_by");

const FROM_FIELD: Field = Field::date(FROM, Label::new("从", "From"));
const TO_FIELD: Field = Field::date(TO, Label::new("到", "To")).ends(FROM.name);

const FIELDS: &[Field] = &[
    FROM_FIELD,
    TO_FIELD,
    Field::reference(
        COVERED_BY,
        Label::new("由谁接手", "Covered by"),
        &[member::KIND],
    ),
];

/// 缺勤计划: when somebody is away, a row under the member.
pub static ABSENCE: Template = Template {
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("缺勤计划", "Planned absences"),
        Label::new("缺勤", "Absence"),
        FROM.name,
        FIELDS,
    )
};

pub static RULES: &[Rule] = &[warn("G-03", END_BEFORE_START, |form, _| {
    end_before_start(form, &FROM_FIELD, &TO_FIELD)
})];
