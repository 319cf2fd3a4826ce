//! An assumption of the charter (T01 `assumptions`): checked on a day, by a person.

use super::member;
use crate::model::id::RecordId;
use crate::model::template::{Choice, Field, Key, Label, Template};
use chrono::NaiveDate;

pub const KIND: &str = "assumption";

/// What is taken for granted.
pub const STATEMENT: Key<String> = Key::new("statement");
/// The day by which it is checked.
pub const VALIDATE_BY: Key<NaiveDate> = Key::new("validate_by");
/// Who checks.
pub const CHECKER: Key<RecordId> = Key::new("checker");
/// What came out; filled after the charter is final.
pub const RESULT: Key<String> = Key::new("result");

const RESULTS: &[Choice] = &[
    Choice::new("open", "未核实", "Open"),
    Choice::new("true", "成立", "True"),
    Choice::new("false", "不成立", "False"),
];

const FIELDS: &[Field] = &[
    Field::text(STATEMENT, Label::new("假设", "Assumption"), 200)
        .wide()
        .width(32),
    Field::date(VALIDATE_BY, Label::new("核实日期", "Check by")).happened(),
    Field::reference(CHECKER, Label::new("核实人", "Checked by"), &[member::KIND]),
    Field::choice(RESULT, Label::new("结果", "Result"), RESULTS)
        .later()
        .happened(),
];

/// 假设: a row under the charter.
pub static ASSUMPTION: Template = Template::plain(
    KIND,
    Label::new("假设", "Assumptions"),
    Label::new("假设", "Assumption"),
    STATEMENT.name,
    FIELDS,
);
