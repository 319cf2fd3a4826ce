//! A saved view of the plan (views.md §2.2): a named address, a person's own or for everybody. It travels with the
//! file, and shows whatever the plan holds by then.

use super::member;
use crate::model::id::RecordId;
use crate::model::template::{Field, Key, Label, Template, Who, Writers};

pub const KIND: &str = "view";

/// What it is called.
pub const NAME: Key<String> = Key::new("name");
/// Who saved it.
pub const OWNER: Key<RecordId> = Key::new("owner");
/// Whether everybody finds it among theirs.
pub const SHARED: Key<bool> = Key::new("shared");
/// What the address says behind `?`.
pub const QUERY: Key<String> = Key::new("query");
/// The way to look at the plan, by its word in an address.
pub const VIEW: Key<String> = Key::new("view");

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("名称", "Name"), 60).width(20),
    Field::reference(OWNER, Label::new("谁存的", "Saved by"), &[member::KIND]),
    Field::bool(SHARED, Label::new("大家都能用", "For everybody")),
    Field::text(QUERY, Label::new("显示什么", "What it shows"), 2000),
    Field::text(VIEW, Label::new("看法", "Way to look"), 20),
];

/// 计划的视图
pub static VIEW_OF_PLAN: Template = Template {
    writers: &[Writers::of_all(&[Who::Person(OWNER.name), Who::Lead])],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("计划的视图", "Views of the plan"),
        Label::new("视图", "View"),
        NAME.name,
        FIELDS,
    )
};
