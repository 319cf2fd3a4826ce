//! A department that takes part (T02).

use super::alike::plain_text;
use super::{need, plain, warn, work_item};
use crate::model::id::RecordId;
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, ITSELF, Key, Label, Rule, Section, Speaker, Template, Who,
    Writers,
};
use chrono::{DateTime, FixedOffset};

/// Its name; every other department field refers to this record.
pub const NAME: Key<String> = Key::new("department");
/// How it takes part.
pub const PARTICIPATION: Key<String> = Key::new("participation");
/// Its representative; calculated from the roster.
pub const REPRESENTATIVE: Key<RecordId> = Key::new("representative");
/// Its head.
pub const DEPARTMENT_HEAD: Key<RecordId> = Key::new("department_head");
/// What it does, one per line.
pub const DUTIES: Key<String> = Key::new("duties");
/// What it does not do, one per line.
pub const NOT_DUTIES: Key<String> = Key::new("not_duties");
/// What it gains.
pub const DEPARTMENT_BENEFIT: Key<String> = Key::new("department_benefit");
/// How much it cares.
pub const INTEREST: Key<String> = Key::new("interest");
/// How much it can move.
pub const INFLUENCE: Key<String> = Key::new("influence");
/// When the boundary was confirmed.
pub const BOUNDARY_CONFIRMED_AT: Key<DateTime<FixedOffset>> = Key::new("boundary_confirmed_at");

/// 牵头
pub const LEAD: Choice = Choice::new("lead", "牵头", "Lead");
/// 参与
pub const PARTICIPATE: Choice = Choice::new("participate", "参与", "Participating");
/// 支持
pub const SUPPORT: Choice = Choice::new("support", "支持", "Supporting");
/// 受影响（仅知会）
pub const AFFECTED: Choice = Choice::new("affected", "受影响（仅知会）", "Affected, informed only");

/// What a department's head is called.
pub const HEAD_LABEL: Label = Label::new("部门负责人", "Department head");

const LEVELS: &[Choice] = &[
    Choice::new("high", "高", "High"),
    Choice::new("medium", "中", "Medium"),
    Choice::new("low", "低", "Low"),
];

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("部门", "Department"), 40),
    Field::choice(
        PARTICIPATION,
        Label::new("参与方式", "Participation"),
        &[LEAD, PARTICIPATE, SUPPORT, AFFECTED],
    ),
    Field::reference(
        REPRESENTATIVE,
        Label::new("部门代表", "Department representative"),
        &["member"],
    )
    .filled(),
    Field::reference(DEPARTMENT_HEAD, HEAD_LABEL, &["member"]).more(),
    Field::long_text(DUTIES, Label::new("负责什么", "Responsible for")).help(
        "一行一条，动词开头。",
        "One per line, starting with a verb.",
    ),
    Field::long_text(NOT_DUTIES, Label::new("不负责什么", "Not responsible for"))
        .help("一行一条。", "One per line."),
    Field::text(
        DEPARTMENT_BENEFIT,
        Label::new("对本部门的好处", "What this department gains"),
        200,
    )
    .wide()
    .more(),
    Field::choice(INTEREST, Label::new("关注度", "Interest"), LEVELS).more(),
    Field::choice(INFLUENCE, Label::new("影响力", "Influence"), LEVELS).more(),
    Field::date_time(
        BOUNDARY_CONFIRMED_AT,
        Label::new("边界确认时间", "Boundary confirmed at"),
    )
    .latest()
    .filled()
    .own_word_of(Speaker::RepOf(ITSELF)),
];

/// A department.
pub static DEPARTMENT: Template = Template {
    writers: &[
        Writers {
            fields: &[
                "department",
                "participation",
                "representative",
                "department_head",
            ],
            who: &[Who::Lead],
        },
        Writers::of_all(&[Who::RepOf(ITSELF)]),
    ],
    sections: &[
        Section {
            label: Label::new("部门", "Department"),
            fields: &[
                "department",
                "participation",
                "representative",
                "department_head",
                "department_benefit",
                "interest",
                "influence",
            ],
        },
        Section {
            label: Label::new("职责边界", "Boundaries"),
            fields: &["duties", "not_duties", "need", "boundary_confirmed_at"],
        },
    ],
    columns: &[
        "department",
        "participation",
        "representative",
        "duties",
        "not_duties",
    ],
    rows: &[&need::NEED],
    ..plain(
        "department",
        Label::new("参与部门与职责边界", "Departments and boundaries"),
        Label::new("部门", "Department"),
        "department",
        FIELDS,
    )
};

/// Whether it leads, takes part or supports; informed only does not count.
pub fn takes_part(form: &Form<'_>) -> bool {
    form.get(PARTICIPATION).as_deref() != Some(AFFECTED.key)
}

/// The departments that lead, take part or support.
pub fn taking_part<'a>(form: &Form<'a>) -> Vec<Form<'a>> {
    form.all(DEPARTMENT.kind)
        .into_iter()
        .filter(takes_part)
        .collect()
}

/// How many work items it owns, and how many it supports.
pub fn work_of(form: &Form<'_>) -> (usize, usize) {
    let items = form.all(work_item::WORK_ITEM.kind);
    let owns =
        |item: &&Form<'_>| item.get(work_item::LEAD_DEPARTMENT).as_ref() == Some(form.record());
    let supports = |item: &&Form<'_>| work_item::supporters(item).contains(form.record());
    (
        items.iter().filter(owns).count(),
        items.iter().filter(supports).count(),
    )
}

/// Lines of 负责什么 that a department after it, in order of record id, holds as well.
pub fn shared_duties<'a>(form: &Form<'a>) -> Vec<(String, Form<'a>)> {
    let lines = |form: &Form<'_>| -> Vec<String> {
        let text = form.get(DUTIES).unwrap_or_default();
        text.lines()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    };
    let own = lines(form);
    let mut out = Vec::new();
    for other in form.all(DEPARTMENT.kind) {
        if own.is_empty() || other.record() <= form.record() {
            continue;
        }
        let theirs: Vec<String> = lines(&other).iter().map(|line| plain_text(line)).collect();
        let both = own.iter().filter(|line| theirs.contains(&plain_text(line)));
        out.extend(both.map(|line| (line.clone(), other.clone())));
    }
    out
}

fn same_duty(form: &Form<'_>, _: DateTime<FixedOffset>) -> Vec<Finding> {
    let found = |(line, other): (String, Form<'_>)| {
        Finding::at("duties")
            .with("a", Arg::Text(line.clone()))
            .with("d1", Arg::Record(form.record().clone()))
            .with("b", Arg::Text(line))
            .with("d2", Arg::Record(other.record().clone()))
    };
    shared_duties(form).into_iter().map(found).collect()
}

fn without_work(form: &Form<'_>, _: DateTime<FixedOffset>) -> Vec<Finding> {
    let is_asked = form.has(NAME.name) && takes_part(form);
    if !is_asked || form.all(work_item::WORK_ITEM.kind).is_empty() {
        return Vec::new();
    }
    Finding::at("participation")
        .with("dept", Arg::Record(form.record().clone()))
        .when(work_of(form) == (0, 0))
}

/// Its checks.
pub static RULES: &[Rule] = &[
    warn("DEP-02", work_item::OVERLAP, same_duty),
    warn(
        "DEP-03",
        Label::new(
            "{dept}没有任何工作事项。是否改为「受影响（仅知会）」？",
            "{dept} has no work item. Should it be \"affected, informed only\"?",
        ),
        without_work,
    ),
];
