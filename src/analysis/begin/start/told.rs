//! What the wizard's table says is ready for each department: its own tasks, and those that one of several departments
//! has and the others help with.

use super::defaults::desks_of;
use super::{DepartmentAnswer, Scenario};
use crate::model::template::Lang;
use crate::templates::department;
use crate::templates::preset::{Desk, Party, Role, TaskRow};

/// What the preset has ready for each department of a table, in words: 「需求文档、核心开发、测试 3 项」; empty where
/// nothing.
pub fn tasks_told(scenario: Scenario, departments: &[DepartmentAnswer], lang: Lang) -> Vec<String> {
    let tasks = scenario.preset().map_or(&[][..], |preset| preset.tasks);
    let desks = desks_of(departments);
    let told = |(answer, desk): (&DepartmentAnswer, Option<Desk>)| {
        if !answer.is_in || answer.participation == department::AFFECTED {
            return String::new();
        }
        let theirs = tasks.iter();
        let theirs = theirs.filter(|task| falls_to(task.owner, answer, desk, &desks));
        let (mut own, shared): (Vec<&TaskRow>, Vec<&TaskRow>) =
            theirs.partition(|task| is_alone(task.owner, &desks));
        if own.is_empty() && shared.is_empty() && answer.participation != department::LEAD {
            own.extend(tasks.iter().filter(|task| task.owner == Role::Each));
        }
        rows_told(&own, &shared, lang)
    };
    departments.iter().zip(desks.clone()).map(told).collect()
}

/// 「需求文档、测试 2 项」, and of what one of several departments has and the others help with 「一起做：卡点」.
fn rows_told(own: &[&TaskRow], shared: &[&TaskRow], lang: Lang) -> String {
    let gap = if lang == Lang::Zh { "、" } else { ", " };
    let names = |rows: &[&TaskRow]| {
        let short: Vec<&str> = rows.iter().map(|row| row.short.text(lang)).collect();
        short.join(gap)
    };
    let (count, alone, together) = (own.len(), names(own), names(shared));
    let alone = match lang {
        _ if own.is_empty() => None,
        Lang::Zh => Some(format!("{alone} {count} 项")),
        Lang::En => Some(format!("{alone} ({count})")),
    };
    let together = match lang {
        _ if shared.is_empty() => None,
        Lang::Zh => Some(format!("一起做：{together}")),
        Lang::En => Some(format!("together: {together}")),
    };
    let parts: Vec<String> = alone.into_iter().chain(together).collect();
    parts.join(if lang == Lang::Zh { "；" } else { "; " })
}

/// Whether whoever has a role has it without other departments.
fn is_alone(role: Role, here: &[Option<Desk>]) -> bool {
    match role {
        Role::Reps(_) => false,
        Role::FirstOf(roles) => {
            let first = roles.iter().find(|role| is_here(role, here));
            first.is_some_and(|role| is_alone(*role, here))
        }
        _ => true,
    }
}

/// Whether the department of a role takes part; the other roles are always there.
fn is_here(role: &Role, here: &[Option<Desk>]) -> bool {
    match role {
        Role::Rep(wanted) => here.contains(&Some(*wanted)),
        _ => true,
    }
}

/// Whether a role falls to a department, alone or among others.
fn falls_to(
    role: Role,
    answer: &DepartmentAnswer,
    desk: Option<Desk>,
    here: &[Option<Desk>],
) -> bool {
    let takes_part = |participation| answer.participation == participation;
    match role {
        Role::Rep(wanted) => desk == Some(wanted),
        Role::Reps(Party::All) => true,
        Role::Reps(Party::Using) => takes_part(department::PARTICIPATE),
        Role::Reps(Party::Providing) => takes_part(department::SUPPORT),
        Role::FirstOf(roles) => {
            let first = roles.iter().find(|role| is_here(role, here));
            first.is_some_and(|role| falls_to(*role, answer, desk, here))
        }
        _ => false,
    }
}
