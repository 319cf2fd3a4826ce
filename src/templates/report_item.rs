//! A line of the summary report: what went well, what did not, or what a department contributed; that of a department
//! bears its id, so that two people who write it write one.

use super::of_department;
pub use super::of_department::DEPARTMENT;
use crate::model::id::RecordId;
use crate::model::template::{Choice, Field, Form, Key, Label, Template, Who, Writers};

pub const KIND: &str = "report_item";

/// What sort of line it is.
pub const SECTION: Key<String> = Key::new("section");
pub const TEXT: Key<String> = Key::new("text");
/// The record that shows it.
pub const EVIDENCE: Key<RecordId> = Key::new("evidence");

/// 亮点
pub const HIGHLIGHT: Choice = Choice::new("highlight", "亮点", "Went well");
/// 不足
pub const SHORTCOMING: Choice = Choice::new("shortcoming", "不足", "Did not go well");
/// 各部门贡献
pub const CONTRIBUTION: Choice = Choice::new("department", "各部门贡献", "Contribution");
/// In the order of the paper.
pub const SECTIONS: &[Choice] = &[HIGHLIGHT, SHORTCOMING, CONTRIBUTION];

const FIELDS: &[Field] = &[
    Field::choice(SECTION, Label::new("哪一部分", "Part"), SECTIONS),
    Field::text(TEXT, Label::new("内容", "Text"), 300)
        .wide()
        .width(40),
    of_department::FIELD,
    Field::reference(EVIDENCE, Label::new("依据", "Evidence"), &[]).filled(),
];

/// A line of the report.
pub static REPORT_ITEM: Template = Template {
    writers: &[Writers::of_all(&[
        Who::RepOf(DEPARTMENT.name),
        Who::Lead,
        Who::Coordinator,
    ])],
    columns: &[SECTION.name, TEXT.name, DEPARTMENT.name],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("报告内容", "Lines of the report"),
        Label::new("报告的一条", "Line of the report"),
        TEXT.name,
        FIELDS,
    )
};

/// What a department contributed, which need not have been written.
pub fn record_of(department: &RecordId) -> Option<RecordId> {
    format!("{KIND}/{}", department.rest()?).parse().ok()
}

/// The lines of a part that say something.
pub fn lines_of<'a>(report: &Form<'a>, section: Choice) -> Vec<Form<'a>> {
    let mut rows = report.rows(KIND);
    rows.retain(|row| row.get(SECTION).as_deref() == Some(section.key) && row.has(TEXT.name));
    rows
}
