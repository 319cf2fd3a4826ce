//! The ledger 台账 (A-R): what departments have that others may ask for, how much of it, and who keeps it. Whether it is
//! free now follows from the requests and is stored nowhere.

use super::resource_request::TYPES;
use super::{department, member};
use crate::model::id::RecordId;
use crate::model::template::{Choice, Field, Form, Key, Label, Template, Who, Words, Writers};

pub const KIND: &str = "resource";
/// What requests call it.
pub const NAME: Key<String> = Key::new("name");
/// What sort of resource, as requests say it.
pub const TYPE: Key<String> = Key::new("type");
/// The department that has it.
pub const OWNER_DEPT: Key<RecordId> = Key::new("owner_dept");
pub const KEEPER: Key<RecordId> = Key::new("keeper");
/// How much of it there is, in plain decimal notation; a person is one.
pub const CAPACITY: Key<String> = Key::new("capacity");
pub const UNIT: Key<String> = Key::new("unit");
/// Whether nobody shares it: two on one day clash however little each takes.
pub const EXCLUSIVE: Key<bool> = Key::new("exclusive");
/// Calculated: whether it is free today.
pub const NOW: Key<String> = Key::new("now");
/// Why nobody can have it, where somebody says so.
pub const OUT_OF_USE: Key<String> = Key::new("out_of_use");
/// What one of it costs, 分.
pub const UNIT_COST: Key<i64> = Key::new("unit_cost");
pub const ACCESS_RULE: Key<String> = Key::new("access_rule");

/// 可用
pub const FREE: Choice = Choice::new("available", "可用", "Available");
/// 已预约
pub const RESERVED: Choice = Choice::new("reserved", "已预约", "Reserved");
/// 使用中
pub const TAKEN: Choice = Choice::new("in_use", "使用中", "In use");
/// 维护
pub const MAINTENANCE: Choice = Choice::new("maintenance", "维护", "Maintenance");
/// 停用
pub const RETIRED: Choice = Choice::new("retired", "停用", "Retired");

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("名称", "Name"), 80)
        .also(&["资源", "资源名称", "resource", "item"])
        .wide()
        .width(20)
        .also(&["资源", "资源名称", "resource"]),
    Field::choice(TYPE, Label::new("类型", "Type"), TYPES),
    Field::reference(
        OWNER_DEPT,
        Label::new("归属部门", "Owner"),
        &[department::KIND],
    ),
    Field::reference(KEEPER, Label::new("管理人", "Keeper"), &[member::KIND]).also(&[
        "保管人",
        "负责人",
        "custodian",
    ]),
    Field::decimal(CAPACITY, Label::new("总量", "Capacity"))
        .also(&["数量", "容量", "quantity", "amount"])
        .from_zero(),
    Field::text(UNIT, Label::new("单位", "Unit"), 20).width(6),
    Field::bool(EXCLUSIVE, Label::new("独占", "Exclusive")).help(
        "同一天只给一个申请用。",
        "Only one request has it on any day.",
    ),
    Field::choice(
        NOW,
        Label::new("现在", "Now"),
        &[FREE, RESERVED, TAKEN, MAINTENANCE, RETIRED],
    )
    .filled(),
    Field::choice(
        OUT_OF_USE,
        Label::new("暂不可用", "Out of use"),
        &[MAINTENANCE, RETIRED],
    )
    .more(),
    Field::money(UNIT_COST, Label::new("单位成本", "Unit cost"))
        .from_zero()
        .more(),
    Field::long_text(ACCESS_RULE, Label::new("使用规则", "Access rule")).more(),
];

/// 台账
pub static RESOURCE: Template = Template {
    writers: &[Writers::of_all(&[
        Who::Person(KEEPER.name),
        Who::RepOf(OWNER_DEPT.name),
        Who::Coordinator,
    ])],
    columns: &[
        NAME.name,
        TYPE.name,
        OWNER_DEPT.name,
        KEEPER.name,
        CAPACITY.name,
        UNIT.name,
        EXCLUSIVE.name,
        NOW.name,
    ],
    words: Words {
        list: Label::new("台账", "Ledger"),
        purpose: Label::new(
            "各部门能给别人用的人、钱、物、场地，各有多少、归谁管。",
            "What departments can lend to others: how much of it, and who keeps it.",
        ),
        add: Label::new("台账里加一项", "Add to the ledger"),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("资源台账", "Resource ledger"),
        Label::new("资源", "Resource"),
        NAME.name,
        FIELDS,
    )
};

/// A name as requests and the ledger are compared by it.
pub fn called(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Whether somebody said that nobody can have it.
pub fn is_out_of_use(form: &Form<'_>) -> bool {
    form.has(OUT_OF_USE.name)
}
