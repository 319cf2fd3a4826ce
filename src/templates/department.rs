//! A department that takes part (T02).

use super::alike::{MOST_TOLD, plain_text};
use super::member;
use super::{hint, need, task, warn, work_item};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::sort::{gather, sort};
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, ITSELF, Key, Label, Rule, Section, Speaker, StakeKind, Tab,
    Template, Who, Words, Writers,
};
use std::collections::{BTreeMap, BTreeSet};

pub const KIND: &str = "department";

/// Its name; every other department field refers to this record.
pub const NAME: Key<String> = Key::new("department");
/// How it takes part.
pub const PARTICIPATION: Key<String> = Key::new("participation");
/// Its representative; calculated from the roster.
pub const REPRESENTATIVE: Key<RecordId> = Key::new("representative");
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
pub const BOUNDARY_CONFIRMED_AT: Key<Moment> = Key::new("boundary_confirmed_at");

/// 牵头
pub const LEAD: Choice = Choice::new("lead", "牵头", "Lead");
/// 参与
pub const PARTICIPATE: Choice = Choice::new("participate", "参与", "Participating");
/// 支持
pub const SUPPORT: Choice = Choice::new("support", "支持", "Supporting");
/// 受影响（仅知会）
pub const AFFECTED: Choice = Choice::new("affected", "受影响（仅知会）", "Affected, informed only");

/// What a department does, as forms and papers call it.
pub const DUTIES_LABEL: Label = Label::new("负责什么", "Responsible for");
/// What it leaves to others, as they call that.
pub const NOT_DUTIES_LABEL: Label = Label::new("不负责什么", "Not responsible for");
/// What a department's head is called.
pub const HEAD_LABEL: Label = Label::new("部门负责人", "Department head");

const LEVELS: &[Choice] = &[
    Choice::new("high", "高", "High"),
    Choice::new("medium", "中", "Medium"),
    Choice::new("low", "低", "Low"),
];

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("部门", "Department"), 40)
        .also(&["部门名称", "参与部门", "dept", "team"])
        .stake(StakeKind::Role),
    Field::choice(
        PARTICIPATION,
        Label::new("参与方式", "Participation"),
        &[LEAD, PARTICIPATE, SUPPORT, AFFECTED],
    )
    .stake(StakeKind::Role),
    Field::reference(
        REPRESENTATIVE,
        Label::new("部门代表", "Department representative"),
        &[member::KIND],
    )
    .stake(StakeKind::Role)
    .filled(),
    Field::reference(DEPARTMENT_HEAD, HEAD_LABEL, &[member::KIND])
        .stake(StakeKind::Role)
        .doer()
        .more(),
    Field::long_text(DUTIES, DUTIES_LABEL).help(
        "一行一条，动词开头。",
        "One per line, starting with a verb.",
    ),
    Field::long_text(NOT_DUTIES, NOT_DUTIES_LABEL).help("一行一条。", "One per line."),
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

/// 部门: who takes part, with duties and answers.
pub static DEPARTMENT: Template = Template {
    writers: &[
        Writers {
            fields: &[
                NAME.name,
                PARTICIPATION.name,
                REPRESENTATIVE.name,
                DEPARTMENT_HEAD.name,
            ],
            who: &[Who::Lead],
        },
        Writers::of_all(&[Who::RepOf(ITSELF)]),
    ],
    is_open: takes_part,
    sections: &[
        Section {
            label: Label::new("部门", "Department"),
            fields: &[
                NAME.name,
                PARTICIPATION.name,
                REPRESENTATIVE.name,
                DEPARTMENT_HEAD.name,
                DEPARTMENT_BENEFIT.name,
                INTEREST.name,
                INFLUENCE.name,
            ],
        },
        Section {
            label: Label::new("职责边界", "Boundaries"),
            fields: &[
                DUTIES.name,
                NOT_DUTIES.name,
                need::KIND,
                BOUNDARY_CONFIRMED_AT.name,
            ],
        },
    ],
    columns: &[
        NAME.name,
        PARTICIPATION.name,
        REPRESENTATIVE.name,
        DUTIES.name,
        NOT_DUTIES.name,
    ],
    rows: &[&need::NEED],
    place: Some(Tab::later(1)),
    words: Words {
        list: Label::new("部门", "Departments"),
        purpose: Label::new(
            "每个部门负责什么、不负责什么，要别人提供什么。",
            "What each department does, what it does not, and what it needs from others.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("参与部门与职责边界", "Departments and boundaries"),
        Label::new("部门", "Department"),
        NAME.name,
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
    let work = form.log().derived::<DividedWork>();
    work.of.get(form.record()).copied().unwrap_or_default()
}

/// The work of every department: counted once, asked for each.
struct DividedWork {
    of: BTreeMap<RecordId, (usize, usize)>,
    /// Whether there is no work item at all.
    is_undivided: bool,
    /// Departments whose people have tasks.
    busy: BTreeSet<RecordId>,
}

impl Derived for DividedWork {
    fn of(log: &Log) -> Self {
        let mut work: BTreeMap<RecordId, (usize, usize)> = BTreeMap::new();
        let items = log.rows(work_item::WORK_ITEM.kind);
        let is_undivided = items.is_empty();
        for record in items {
            let item = Form::new(log, record);
            if let Some(owner) = item.get(work_item::LEAD_DEPARTMENT) {
                work.entry(owner).or_default().0 += 1;
            }
            for supporter in work_item::supporters(&item) {
                work.entry(supporter).or_default().1 += 1;
            }
        }
        let people = task::all_people(log).unwrap_or_default().into_iter();
        let homes = people.filter_map(|person| Form::new(log, person).get(member::DEPARTMENT));
        Self {
            busy: gather(homes),
            of: work,
            is_undivided,
        }
    }
}

/// Lines of 负责什么 that a department after it, in order of record id, holds as well; of a line that many hold, the
/// next of them.
pub fn shared_duties<'a>(form: &Form<'a>) -> Vec<(String, Form<'a>)> {
    let own = duty_lines(form);
    if own.is_empty() {
        return Vec::new();
    }
    let duties = form.log().derived::<Duties>();
    let mut shared: Vec<(usize, usize, &RecordId)> = Vec::new();
    for (at, line) in own.iter().enumerate() {
        let Some(holders) = duties.0.get(&plain_text(line)) else {
            continue;
        };
        let after = holders.partition_point(|(other, _)| other <= form.record());
        let next = holders[after..].iter().take(MOST_TOLD);
        shared.extend(next.map(|(other, place)| (*place, at, other)));
    }
    shared.sort_unstable();
    let pair =
        |(_, at, other): (usize, usize, &RecordId)| (own[at].clone(), form.other(other.clone()));
    shared.into_iter().map(pair).collect()
}

fn duty_lines(form: &Form<'_>) -> Vec<String> {
    let text = form.get(DUTIES).unwrap_or_default();
    text.lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// The departments that hold a line of 负责什么, in order of record id, each with its place among all.
struct Duties(BTreeMap<String, Vec<(RecordId, usize)>>);

impl Derived for Duties {
    fn of(log: &Log) -> Self {
        let mut duties: BTreeMap<String, Vec<(RecordId, usize)>> = BTreeMap::new();
        for (place, record) in log.rows(DEPARTMENT.kind).into_iter().enumerate() {
            let lines = duty_lines(&Form::new(log, record.clone()));
            let lines: BTreeSet<String> = gather(lines.iter().map(|line| plain_text(line)));
            for line in lines {
                duties
                    .entry(line)
                    .or_default()
                    .push((record.clone(), place));
            }
        }
        for holders in duties.values_mut() {
            sort(holders);
        }
        Self(duties)
    }
}

fn same_duty(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let found = |(line, other): (String, Form<'_>)| {
        Finding::at(DUTIES.name)
            .with("a", Arg::Text(line.clone()))
            .with("d1", Arg::Record(form.record().clone()))
            .with("b", Arg::Text(line))
            .with("d2", Arg::Record(other.record().clone()))
    };
    shared_duties(form).into_iter().map(found).collect()
}

fn without_work(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_asked = form.has(NAME.name) && takes_part(form);
    let work = form.log().derived::<DividedWork>();
    if !is_asked || work.is_undivided || work.busy.contains(form.record()) {
        return Vec::new();
    }
    Finding::at(PARTICIPATION.name)
        .with("dept", Arg::Record(form.record().clone()))
        .when(work_of(form) == (0, 0))
}

pub static RULES: &[Rule] = &[
    warn("DEP-02", work_item::OVERLAP, same_duty),
    hint(
        "DEP-03",
        Label::new(
            "{dept}没有任何工作事项。是否改为「受影响（仅知会）」？",
            "{dept} has no work item. Should it be \"affected, informed only\"?",
        ),
        without_work,
    ),
];
