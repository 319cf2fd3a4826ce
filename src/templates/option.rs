//! One way that a decision could go (T12 `options`), with what speaks for it and against it.

use crate::model::template::{Field, Key, Label, Template};

pub const KIND: &str = "option";

pub const NAME: Key<String> = Key::new("name");
/// What speaks for it.
pub const PROS: Key<String> = Key::new("pros");
/// What speaks against it.
pub const CONS: Key<String> = Key::new("cons");
/// In 分.
pub const COST: Key<i64> = Key::new("cost");
/// Working days.
pub const DAYS: Key<i64> = Key::new("days");
/// Whether it is the one that was decided on.
pub const CHOSEN: Key<bool> = Key::new("chosen");

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("方案", "Option"), 200)
        .wide()
        .width(20),
    Field::text(PROS, Label::new("好处", "Pros"), 200)
        .wide()
        .width(18),
    Field::text(CONS, Label::new("坏处", "Cons"), 200)
        .wide()
        .width(18),
    Field::money(COST, Label::new("费用", "Cost")),
    Field::int(DAYS, Label::new("工作日", "Days"), 0, 9_999),
    Field::bool(CHOSEN, Label::new("选定", "Chosen")),
];

/// An option; whoever writes the decision writes it.
pub static OPTION: Template = Template {
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("备选方案", "Options"),
        Label::new("备选方案", "Option"),
        NAME.name,
        FIELDS,
    )
};
