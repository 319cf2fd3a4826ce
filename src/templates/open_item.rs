//! Something that is left over when a project closes (T16 `open_items`): who takes it on afterwards, by which day, and
//! what that person says to it. What is left of a record bears an id made of it, so that two people who name somebody
//! for it make one. It is no row of the report, for an answer may come after the report is final.

use super::member;
use super::{ENTER, enter, warn};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Finding, Form, Key, Label, Rule, Speaker, StakeKind, Template, Who, Words,
    Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "open_item";

/// What is left over.
pub const TEXT: Key<String> = Key::new("text");
/// The record of which it is left; nothing where somebody wrote it down.
pub const ABOUT: Key<RecordId> = Key::new("about");
/// Who takes it on.
pub const OWNER: Key<RecordId> = Key::new("owner");
/// By which day.
pub const DUE: Key<NaiveDate> = Key::new("due");
/// Whether that person does.
pub const ANSWER: Key<String> = Key::new("answer");
/// Why not.
pub const COMMENT: Key<String> = Key::new("comment");

/// 接手
pub const TAKEN: Choice = Choice::new("taken", "接手", "Takes it over");
/// 不接手
pub const DECLINED: Choice = Choice::new("declined", "不接手", "Does not take it over");

const SAID: Speaker = Speaker::Person(OWNER.name);

const OWNER_FIELD: Field =
    Field::reference(OWNER, Label::new("接手人", "Successor"), &[member::KIND])
        .stake(StakeKind::Role)
        .doer();
const DUE_FIELD: Field = Field::date(DUE, Label::new("哪天前", "Due")).promised_day();

const FIELDS: &[Field] = &[
    Field::text(TEXT, Label::new("遗留事项", "What is left over"), 200)
        .wide()
        .width(32),
    OWNER_FIELD,
    DUE_FIELD,
    Field::choice(ANSWER, Label::new("答复", "Answer"), &[TAKEN, DECLINED]).own_word_of(SAID),
    Field::text(COMMENT, Label::new("为什么", "Why"), 200)
        .wide()
        .own_word_of(SAID),
    Field::reference(ABOUT, Label::new("来自", "Left of"), &[]).filled(),
];

/// 遗留事项: what, who takes it on, by when.
pub static OPEN_ITEM: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead, Who::Coordinator])],
    copied: false,
    words: Words {
        add: Label::new("记一项遗留", "Add what is left over"),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("遗留事项", "Open items"),
        Label::new("遗留事项", "Open item"),
        TEXT.name,
        FIELDS,
    )
};

/// What is left of a record, which need not have been written.
pub fn record_of(about: &RecordId) -> RecordId {
    RecordId::made_of(KIND, about.as_str())
}

/// Whether somebody is to take it on by a day, and has not said no.
pub fn is_settled(form: &Form<'_>) -> bool {
    let is_declined = form.get(ANSWER).as_deref() == Some(DECLINED.key);
    form.has(OWNER.name) && form.has(DUE.name) && !is_declined
}

/// Once somebody takes it on, a day belongs to it.
fn half_named(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    if form.has(OWNER.name) || form.has(DUE.name) {
        enter(form, &[OWNER_FIELD, DUE_FIELD])
    } else {
        Vec::new()
    }
}

pub static RULES: &[Rule] = &[warn("G-01", ENTER, half_named)];
