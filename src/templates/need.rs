//! What one department needs from another or gives to it (T02 `needs_from_others`, `gives_to_others`): a row under
//! the department that says so.

use super::{department, warn};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::sort::gather;
use crate::model::template::{Arg, Choice, Field, Finding, Form, Key, Label, Rule, Template};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub const KIND: &str = "need";

/// Needs or gives.
pub const SIDE: Key<String> = Key::new("side");
/// What exactly.
pub const WHAT: Key<String> = Key::new("what");
/// From or to which department.
pub const OTHER: Key<RecordId> = Key::new("other");
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
        &[department::KIND],
    ),
    Field::text(WHAT, Label::new("内容", "What"), 200)
        .concrete()
        .wide()
        .width(24),
    Field::date(BY_WHEN, Label::new("什么时候", "By when")),
];

/// A need or an offer of a department.
pub static NEED: Template = Template {
    ..Template::plain(
        KIND,
        Label::new("部门之间的供需", "Needs and offers"),
        Label::new("一条供需", "Need or offer"),
        WHAT.name,
        FIELDS,
    )
};

/// A need that the other department does not offer to this one, in the same words.
fn not_offered(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let (Some(here), Some(other), Some(what)) =
        (form.parent(), form.referred(OTHER), form.get(WHAT))
    else {
        return Vec::new();
    };
    let is_need = form.get(SIDE).as_deref() == Some(NEEDS.key);
    let is_named = other.has(department::NAME.name);
    Finding::at(OTHER.name)
        .with("a", Arg::Record(here.record().clone()))
        .with("b", Arg::Record(other.record().clone()))
        .with("x", Arg::Text(what.clone()))
        .when(is_need && is_named && !is_offered(form.log(), other.record(), here.record(), what))
}

/// Whether a department lists that it gives something to another.
fn is_offered(log: &Log, from: &RecordId, to: &RecordId, what: String) -> bool {
    let offers = log.derived::<Offers>();
    offers.0.contains(&(from.clone(), to.clone(), what))
}

/// From which department to which, and what: read once, asked for every need.
struct Offers(BTreeSet<(RecordId, RecordId, String)>);

impl Derived for Offers {
    fn of(log: &Log) -> Self {
        let offer = |record: RecordId| {
            let row = Form::new(log, record);
            let is_offer = row.get(SIDE).as_deref() == Some(GIVES.key);
            let from = log.parent_of(row.record()).filter(|_| is_offer)?;
            Some((from, row.get(OTHER)?, row.get(WHAT)?))
        };
        Self(gather(log.rows(NEED.kind).into_iter().filter_map(offer)))
    }
}

/// The code of the check whether the other department lists a need.
pub const NOT_OFFERED: &str = "DEP-06";

pub static RULES: &[Rule] = &[warn(
    NOT_OFFERED,
    Label::new(
        "{a}写了需要{b}提供「{x}」，但{b}没有列出。请双方确认。",
        "{a} needs \"{x}\" from {b}, but {b} does not list it. Ask both to confirm.",
    ),
    not_offered,
)];
