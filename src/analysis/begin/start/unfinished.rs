//! What is typed into the wizard while there is no project yet, as a browser keeps it: the letters themselves, whether
//! they can be read or not. What stands as the wizard proposed it is left out, so that the proposal of the day on which
//! somebody comes back takes its place.

use super::DepartmentAnswer;
use crate::model::template::Choice;
use crate::templates::department;
use crate::templates::preset::{self, Desk};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is typed so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unfinished {
    /// What sort of project, as the wizard's key; nothing where it is the one proposed.
    pub scenario: Option<String>,
    /// 项目名称
    pub name: String,
    /// 我是
    pub me: String,
    /// One's own department.
    pub my_department: String,
    /// How many months; nothing where they are the ones proposed.
    pub months: Option<String>,
    /// 做成什么
    pub goal: String,
    /// 指标
    pub metric: String,
    /// Its direction, as the metric's key, where it was chosen.
    pub direction: Option<String>,
    /// 目标值
    pub target: String,
    /// 单位
    pub unit: String,
    /// The goal in one sentence, where it was rewritten.
    pub sentence: Option<String>,
    /// The first day; nothing where it is the one proposed.
    pub start: Option<String>,
    /// The last day, where it was rewritten.
    pub end: Option<String>,
    /// The table of departments; nothing where it stands as proposed.
    pub departments: Option<Vec<UnfinishedDepartment>>,
    /// 不做什么
    pub out: String,
    /// 协调员
    pub coordinator: String,
    /// 发起人
    pub sponsor: String,
    /// What only some scenarios ask, by the wizard's names; without what stands as it was proposed.
    pub besides: BTreeMap<String, String>,
}

/// A row of the wizard's table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnfinishedDepartment {
    /// Its place among the departments of the preset; nothing for one that was added.
    desk: Option<usize>,
    name: String,
    representative: Option<String>,
    participation: String,
    is_in: bool,
}

/// Kept, and when.
#[derive(Serialize, Deserialize)]
struct DatedDraft {
    at_ms: i64,
    typed: Unfinished,
}

const PARTICIPATIONS: [Choice; 4] = [
    department::LEAD,
    department::PARTICIPATE,
    department::SUPPORT,
    department::AFFECTED,
];

impl Unfinished {
    /// Whether nothing is typed at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// As it is kept, with the moment in milliseconds since 1970.
    pub fn kept(&self, at_ms: i64) -> String {
        let typed = self.clone();
        serde_json::to_string(&DatedDraft { at_ms, typed }).unwrap_or_default()
    }

    /// The one kept last, with its name; those that cannot be read do not count.
    pub fn latest(kept: impl IntoIterator<Item = (String, String)>) -> Option<(String, Self)> {
        let read = kept.into_iter().filter_map(|(name, text)| {
            let DatedDraft { at_ms, typed } = serde_json::from_str(&text).ok()?;
            Some((at_ms, name, typed))
        });
        let latest = read.max_by_key(|(at_ms, ..)| *at_ms)?;
        Some((latest.1, latest.2))
    }

    /// The table of departments, where it was changed.
    pub fn department_answers(&self) -> Option<Vec<DepartmentAnswer>> {
        let rows = self.departments.as_ref()?;
        Some(rows.iter().map(UnfinishedDepartment::answer).collect())
    }
}

impl UnfinishedDepartment {
    /// A row of the table as it stands.
    pub fn of(answer: &DepartmentAnswer) -> Self {
        let desks = preset::DESKS;
        let place = |desk: Desk| desks.iter().position(|row| row.desk == desk);
        Self {
            desk: answer.desk.and_then(place),
            name: answer.name.clone(),
            representative: answer.representative.clone(),
            participation: answer.participation.key.to_owned(),
            is_in: answer.is_in,
        }
    }

    fn answer(&self) -> DepartmentAnswer {
        let desks = preset::DESKS;
        let row = self.desk.and_then(|place| desks.get(place));
        let known = PARTICIPATIONS
            .into_iter()
            .find(|choice| choice.key == self.participation);
        DepartmentAnswer {
            desk: row.map(|row| row.desk),
            name: self.name.clone(),
            representative: self.representative.clone(),
            participation: known.unwrap_or(department::PARTICIPATE),
            is_in: self.is_in,
        }
    }
}
