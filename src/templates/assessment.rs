//! What a change would do to one department (T14 `assessments`): `assessment/<change>-<department>`, begun with that
//! department's answer.

pub use super::of_department::DEPARTMENT;
use super::of_department::REP_OF;
use super::{change_request, of_department};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Field, Form, Key, Label, Template, Who, Writers};

pub const KIND: &str = "assessment";

/// What it would do there; nothing where it would do nothing.
pub const OPINION: Key<String> = Key::new("opinion");
/// Working days that it would cost there.
pub const DAYS: Key<i64> = Key::new("days");
/// In 分.
pub const COST: Key<i64> = Key::new("cost");
/// When it was answered.
pub const AT: Key<Moment> = Key::new("at");

const FIELDS: &[Field] = &[
    of_department::FIELD.filled(),
    Field::text(OPINION, Label::new("有什么影响", "What it does here"), 500)
        .own_word_of(REP_OF)
        .wide()
        .width(24),
    Field::int(DAYS, Label::new("影响几天", "Days"), 0, 999).own_word_of(REP_OF),
    Field::money(COST, Label::new("费用影响", "Cost impact")).own_word_of(REP_OF),
    Field::date_time(AT, Label::new("答复时间", "Answered at"))
        .latest()
        .filled()
        .own_word_of(REP_OF),
];

/// One department's answer to a change.
pub static ASSESSMENT: Template = Template {
    writers: &[Writers::of_all(&[Who::RepOf(DEPARTMENT.name)])],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("部门评估", "Departments' assessments"),
        Label::new("部门评估", "Assessment"),
        DEPARTMENT.name,
        FIELDS,
    )
};

/// The record of what a department says of a change.
pub fn record_of(change: &RecordId, department: &RecordId) -> Option<RecordId> {
    let text = format!("{KIND}/{}-{}", change.rest()?, department.rest()?);
    text.parse().ok()
}

/// What a department said of a change, once it has.
pub fn of<'a>(change: &Form<'a>, department: &RecordId) -> Option<Form<'a>> {
    let said = change.other(record_of(change.record(), department)?);
    said.has(AT.name).then_some(said)
}

/// All answers to a change.
pub fn all_of<'a>(change: &Form<'a>) -> Vec<Form<'a>> {
    let mut all = change.rows(KIND);
    all.retain(|one| one.has(AT.name));
    all
}

/// Whether a change waits for what the departments say.
pub fn is_asked(change: &Form<'_>) -> bool {
    super::status_of(change) == change_request::ASSESSING.key
}
