//! Under which headings the tasks of a plan are gathered: groups keep their own order, never one by count.

use super::filter::FilterBy;
use crate::analysis::standing::schedule::PlanTask;
use crate::analysis::words::names::short_name;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Choice, FieldType, Lang, STATUS};
use crate::templates::{department, member, stage, task};

/// What tasks are gathered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupBy {
    Stage,
    Department,
    Owner,
    Status,
    Priority,
    None,
}

/// Every way to gather, with the word that stands for it in an address.
const GROUPS: [(GroupBy, &str); 6] = [
    (GroupBy::Stage, task::STAGE.name),
    (GroupBy::Department, task::DEPARTMENT.name),
    (GroupBy::Owner, task::OWNER.name),
    (GroupBy::Status, STATUS),
    (GroupBy::Priority, task::PRIORITY.name),
    (GroupBy::None, "none"),
];

impl GroupBy {
    /// In the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        GROUPS.iter().map(|(by, _)| *by)
    }

    /// The word that stands for it in an address.
    pub fn word(self) -> &'static str {
        let found = GROUPS.iter().find(|(by, _)| *by == self);
        found.map_or("", |(_, word)| word)
    }

    /// What a word of an address stands for.
    pub fn of_word(word: &str) -> Option<Self> {
        let found = GROUPS.iter().find(|(_, known)| *known == word);
        found.map(|(by, _)| *by)
    }

    /// The filter that asks for the same field.
    pub fn filter(self) -> Option<FilterBy> {
        match self {
            Self::Stage => Some(FilterBy::Stage),
            Self::Department => Some(FilterBy::Department),
            Self::Owner => Some(FilterBy::Owner),
            Self::Status => Some(FilterBy::Status),
            Self::Priority => Some(FilterBy::Priority),
            Self::None => None,
        }
    }
}

/// What the tasks of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grouped {
    /// They name it.
    Record(RecordId),
    /// They are in this state, or of this priority.
    Choice(&'static Choice),
    /// 没写
    Nothing,
}

impl Grouped {
    /// What stands for it in an address.
    pub fn word(&self) -> &str {
        match self {
            Self::Record(record) => record.rest().unwrap_or_default(),
            Self::Choice(choice) => choice.key,
            Self::Nothing => super::EMPTY,
        }
    }
}

/// What a group is called; "" for what names nothing.
pub fn group_name(log: &Log, group: &Grouped, lang: Lang) -> String {
    match group {
        Grouped::Record(record) => short_name(log, record, lang),
        Grouped::Choice(choice) => choice.label.text(lang).to_owned(),
        Grouped::Nothing => String::new(),
    }
}

/// The groups there are, in their own order; what names none comes last.
pub(super) fn groups(log: &Log, by: GroupBy) -> Vec<Grouped> {
    let records = |kind: &str| log.rows(kind).into_iter().map(Grouped::Record).collect();
    let mut all: Vec<Grouped> = match by {
        GroupBy::Stage => records(stage::KIND),
        GroupBy::Department => records(department::KIND),
        GroupBy::Owner => records(member::KIND),
        GroupBy::Status => choices(STATUS),
        GroupBy::Priority => choices(task::PRIORITY.name),
        GroupBy::None => Vec::new(),
    };
    all.push(Grouped::Nothing);
    all
}

fn choices(key: &str) -> Vec<Grouped> {
    let field = task::TASK.field(key);
    match field.map(|field| field.field_type) {
        Some(FieldType::Enum(choices)) => choices.iter().map(Grouped::Choice).collect(),
        _ => Vec::new(),
    }
}

/// What a task names, as [`Grouped::word`] has it.
pub(super) fn named(task: &PlanTask, by: GroupBy) -> Option<&str> {
    let record = match by {
        GroupBy::Stage => &task.stage,
        GroupBy::Department => &task.department,
        GroupBy::Owner => &task.owner,
        GroupBy::Status | GroupBy::Priority | GroupBy::None => &None,
    };
    let named = match by {
        GroupBy::Status => Some(&*task.status),
        GroupBy::Priority => Some(&*task.priority),
        _ => record.as_ref().and_then(RecordId::rest),
    };
    named.filter(|named| !named.is_empty())
}
