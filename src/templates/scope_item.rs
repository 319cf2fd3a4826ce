//! One line of the scope (T01 `in_scope`, `out_of_scope`).

use crate::model::template::{Choice, Field, Gate, Key, Label, Template};

pub const KIND: &str = "scope_item";

/// In or out.
pub const SIDE: Key<String> = Key::new("side");
/// The line.
pub const TEXT: Key<String> = Key::new("text");

/// 范围内
pub const IN: Choice = Choice::new("in", "范围内", "In scope");
/// 不做什么
pub const OUT: Choice = Choice::new("out", "不做什么", "Out of scope");

const FIELDS: &[Field] = &[
    Field::choice(SIDE, Label::new("归属", "Side"), &[IN, OUT]).needed(&[Gate::Final]),
    Field::text(TEXT, Label::new("内容", "What"), 200)
        .needed(&[Gate::Final])
        .wide()
        .width(40),
];

/// One line of the scope.
pub static SCOPE_ITEM: Template = Template::plain(
    KIND,
    Label::new("范围", "Scope"),
    Label::new("一条范围", "Scope line"),
    TEXT.name,
    FIELDS,
);
