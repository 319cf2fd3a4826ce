//! What one department needs from another or gives to it (T02 `needs_from_others`, `gives_to_others`): a row under
//! the department that says so.

use super::{department, plain, warn};
use crate::model::id::RecordId;
use crate::model::template::{Arg, Choice, Field, Finding, Form, Key, Label, Rule, Template};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// Needs or gives.
pub const SIDE: Key<String> = Key::new("side");
/// What exactly.
pub const WHAT: Key<String> = Key::new("what");
/// From or to which department.
pub const OTHER: Key<RecordId> = Key::new("other");
/// By when.
pub const BY_WHEN: Key<NaiveDate> = Key::new("by_when");

/// 需要别人提供
pub const NEEDS: Choice = Choice::new("needs", "需要对方提供", "Needs");
/// 提供给别人
pub const GIVES: Choice = Choice::new("gives", "提供给对方", "Gives");

const FIELDS: &[Field] = &[
    Field::choice(SIDE, Label::new("方向", "Direction"), &[NEEDS, GIVES]),
    Field::reference(
        OTHER,
        Label::new("对方部门", "Other department"),
        &["department"],
    ),
    Field::text(WHAT, Label::new("内容", "What"), 200)
        .wide()
        .width(24),
    Field::date(BY_WHEN, Label::new("什么时候", "By when")),
];

/// A need or an offer of a department.
pub static NEED: Template = Template {
    ..plain(
        "need",
        Label::new("部门之间的供需", "Needs and offers"),
        Label::new("一条供需", "Need or offer"),
        "what",
        FIELDS,
    )
};

/// A need that the other department does not offer to this one, in the same words.
fn not_offered(form: &Form<'_>, _: DateTime<FixedOffset>) -> Vec<Finding> {
    let (Some(here), Some(other), Some(what)) =
        (form.parent(), form.referred(OTHER), form.get(WHAT))
    else {
        return Vec::new();
    };
    let is_offer = |row: &Form<'_>| {
        row.get(SIDE).as_deref() == Some(GIVES.key)
            && row.get(OTHER).as_ref() == Some(here.record())
            && row.get(WHAT).is_some_and(|offered| offered == what)
    };
    let is_need = form.get(SIDE).as_deref() == Some(NEEDS.key);
    let is_named = other.has(department::NAME.name);
    Finding::at("other")
        .with("a", Arg::Record(here.record().clone()))
        .with("b", Arg::Record(other.record().clone()))
        .with("x", Arg::Text(what.clone()))
        .when(is_need && is_named && !other.rows(NEED.kind).iter().any(is_offer))
}

/// The code of the check whether the other department lists a need.
pub const NOT_OFFERED: &str = "DEP-06";

/// Its checks.
pub static RULES: &[Rule] = &[warn(
    NOT_OFFERED,
    Label::new(
        "{a}写了需要{b}提供「{x}」，但{b}没有列出。请双方确认。",
        "{a} needs \"{x}\" from {b}, but {b} does not list it. Ask both to confirm.",
    ),
    not_offered,
)];
