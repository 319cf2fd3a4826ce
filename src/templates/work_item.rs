//! A work item (T02 `work_item.*`): the thing boundaries are about.

use super::alike::{MOST_TOLD, Name};
use super::department;
use super::warn;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::{
    Arg, Field, Finding, Form, Key, Label, Rule, StakeKind, Tab, Template, Who, Words, Writers,
};

pub const KIND: &str = "work_item";

/// Verb and object.
pub const NAME: Key<String> = Key::new("name");
/// The one department that owns it.
pub const LEAD_DEPARTMENT: Key<RecordId> = Key::new("lead_department");
pub const SUPPORT_DEPARTMENTS: Key<bool> = Key::new("support_departments");
/// What support exactly.
pub const SUPPORT_DETAIL: Key<String> = Key::new("support_detail");
/// Where the boundary runs.
pub const BOUNDARY_NOTE: Key<String> = Key::new("boundary_note");

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("工作事项", "Work item"), 80)
        .wide()
        .width(24),
    Field::reference(
        LEAD_DEPARTMENT,
        Label::new("主责部门", "Owning department"),
        &[department::KIND],
    )
    .stake(StakeKind::Role),
    Field::set(
        SUPPORT_DEPARTMENTS,
        Label::new("配合部门", "Supporting departments"),
        &[department::KIND],
    ),
    Field::text(
        SUPPORT_DETAIL,
        Label::new("配合内容", "What support exactly"),
        200,
    )
    .concrete()
    .wide(),
    Field::text(BOUNDARY_NOTE, Label::new("边界说明", "Boundary note"), 200)
        .wide()
        .more(),
];

/// 工作事项: what departments share out between them, in letters.
pub static WORK_ITEM: Template = Template {
    writers: &[Writers::of_all(&[
        Who::Lead,
        Who::RepOf(LEAD_DEPARTMENT.name),
    ])],
    place: Some(Tab::later(2)),
    words: Words {
        list: Label::new("分工表", "Role table"),
        empty: Label::new(
            "还没有工作事项。一件事一行，写清谁拍板、谁执行。",
            "No work items yet. One line each: who decides, who does it.",
        ),
        purpose: Label::new(
            "一件事一行：谁拍板、谁执行、问谁、告诉谁。",
            "One line per piece of work: who decides, does, is consulted, is informed.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("工作事项", "Work items"),
        Label::new("工作事项", "Work item"),
        NAME.name,
        FIELDS,
    )
};

/// More work items than this are not compared with each other.
const MOST_COMPARED: usize = 300;

/// Whether no department answers for it: a gap (DEP-01).
pub fn is_gap(form: &Form<'_>) -> bool {
    form.has(NAME.name) && form.referred(LEAD_DEPARTMENT).is_none()
}

/// The departments that support it.
pub fn supporters(form: &Form<'_>) -> Vec<RecordId> {
    let elements = form.elements_in_order(SUPPORT_DEPARTMENTS.name).into_iter();
    elements
        .filter_map(|(rest, _)| format!("department/{rest}").parse().ok())
        .collect()
}

/// The work items after it, in order of record id, that are called alike and belong to another department, where
/// neither says where the boundary runs (DEP-02); of many, the first.
pub fn overlaps<'a>(form: &Form<'a>) -> Vec<Form<'a>> {
    let (Some(name), Some(owner)) = (form.get(NAME), form.get(LEAD_DEPARTMENT)) else {
        return Vec::new();
    };
    if form.has(BOUNDARY_NOTE.name) {
        return Vec::new();
    }
    let name = Name::of(&name);
    let compared = form.log().derived::<Compared>();
    let overlaps = |other: &&ComparedItem| {
        other.record > *form.record() && other.owner != owner && other.name.is_like(&name)
    };
    let found = compared.0.iter().filter(overlaps).take(MOST_TOLD);
    found
        .map(|other| form.other(other.record.clone()))
        .collect()
}

/// A work item with which others are compared.
struct ComparedItem {
    record: RecordId,
    owner: RecordId,
    name: Name,
}

/// The first work items that have a name and an owner and do not say where the boundary runs.
struct Compared(Vec<ComparedItem>);

impl Derived for Compared {
    fn of(log: &Log) -> Self {
        let item = |record: RecordId| {
            let form = Form::new(log, record);
            let (name, owner) = (form.get(NAME)?, form.get(LEAD_DEPARTMENT)?);
            (!form.has(BOUNDARY_NOTE.name)).then(|| ComparedItem {
                record: form.record().clone(),
                owner,
                name: Name::of(&name),
            })
        };
        let all = log.rows(WORK_ITEM.kind).into_iter().take(MOST_COMPARED);
        Self(all.filter_map(item).collect())
    }
}

/// DEP-02: two names, and the departments they belong to.
pub(super) const OVERLAP: Label = Label::new(
    "「{a}」（{d1}）和「{b}」（{d2}）可能重叠。请合并或写清边界。",
    "\"{a}\" ({d1}) and \"{b}\" ({d2}) may overlap. Merge or state the boundary.",
);

fn may_overlap(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let text = |form: &Form<'_>| Arg::Text(form.get(NAME).unwrap_or_default());
    let owner = |form: &Form<'_>| {
        let owner = form.get(LEAD_DEPARTMENT);
        owner.map_or(Arg::Text(String::new()), Arg::Record)
    };
    let found = |other: Form<'_>| {
        Finding::at(NAME.name)
            .with("a", text(form))
            .with("d1", owner(form))
            .with("b", text(&other))
            .with("d2", owner(&other))
    };
    overlaps(form).into_iter().map(found).collect()
}

/// Its checks. What the specification lets hold back the final charter only warns: ux.md §6 closes that list.
pub static RULES: &[Rule] = &[
    warn(
        "DEP-01",
        Label::new(
            "「{w}」没有主责部门，这是职责空白。",
            "\"{w}\" has no owning department: a gap.",
        ),
        |form, _| {
            Finding::at(LEAD_DEPARTMENT.name)
                .with("w", Arg::Text(form.get(NAME).unwrap_or_default()))
                .when(is_gap(form))
        },
    ),
    warn("DEP-02", OVERLAP, may_overlap),
    warn(
        "DEP-04",
        Label::new(
            "请写明{dept}具体配合什么，例如「提供接口文档」。",
            "Say what {dept} provides, for example \"supply the interface document\".",
        ),
        |form, _| {
            let first = supporters(form).into_iter().next();
            let found = first.filter(|_| !form.has(SUPPORT_DETAIL.name));
            let finding = |dept| Finding::at(SUPPORT_DETAIL.name).with("dept", Arg::Record(dept));
            found.map(finding).into_iter().collect()
        },
    ),
];
