//! Who answers for what (T02): work items without a department, those that may overlap, needs that nobody offers, and
//! each department's share.

use crate::analysis::rules::checks;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Rule};
use crate::templates::{charter, department, need, work_item};

/// The part of one department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    pub department: RecordId,
    /// Work items it answers for.
    pub owns: usize,
    /// Work items it supports.
    pub supports: usize,
    /// What it answers for, in per cent of all work items.
    pub percent: usize,
}

/// How the work is divided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Boundaries {
    /// Work items with a name.
    pub items: usize,
    /// 空白: work items without a department.
    pub gaps: Vec<RecordId>,
    /// 重叠: work items, or departments with the same duty, in pairs.
    pub overlaps: Vec<(RecordId, RecordId)>,
    /// Needs that the other department does not list.
    pub unmatched: Vec<RecordId>,
    /// The departments that take part, in their order.
    pub shares: Vec<Share>,
}

/// How the work of a project is divided.
pub fn boundaries(log: &Log, now: Moment) -> Boundaries {
    let form = Form::new(log, charter::record());
    let items: Vec<Form<'_>> = form
        .all(work_item::WORK_ITEM.kind)
        .into_iter()
        .filter(|item| item.has(work_item::NAME.name))
        .collect();
    let departments = department::taking_part(&form);
    let pair = |a: &Form<'_>, b: &Form<'_>| (a.record().clone(), b.record().clone());
    let mut overlaps = Vec::new();
    for item in &items {
        overlaps.extend(
            work_item::overlaps(item)
                .iter()
                .map(|other| pair(item, other)),
        );
    }
    for one in &departments {
        let shared = department::shared_duties(one);
        overlaps.extend(shared.iter().map(|(_, other)| pair(one, other)));
    }
    let is_unmatched = |row: &RecordId| {
        let asked = |rule: &Rule| rule.code == need::NOT_OFFERED;
        !checks::found_by(log, row, now, asked).is_empty()
    };
    let mut unmatched = log.rows(need::NEED.kind);
    unmatched.retain(is_unmatched);
    let share = |one: &Form<'_>| {
        let (owns, supports) = department::work_of(one);
        Share {
            department: one.record().clone(),
            owns,
            supports,
            percent: (owns * 100 + items.len() / 2) / items.len().max(1),
        }
    };
    let gaps = items.iter().filter(|item| work_item::is_gap(item));
    Boundaries {
        items: items.len(),
        gaps: gaps.map(|item| item.record().clone()).collect(),
        overlaps,
        unmatched,
        shares: departments.iter().map(share).collect(),
    }
}
