//! The departments that take part, as the wizard's table says it: each once, one of them the lead's own.

use super::besides::names;
use super::{Besides, DepartmentAnswer, Scenario, Start, desks_of, shared_lines};
use crate::analysis::words::look::skeleton;
use crate::model::template::Choice;
use crate::templates::department;
use crate::templates::preset;

/// Whether a department is called as the wizard proposed it.
pub(super) fn is_as_proposed(answer: &DepartmentAnswer) -> bool {
    let mut rows = preset::DESKS.iter();
    rows.any(|row| [row.name.zh, row.name.en].contains(&&*answer.name))
}

/// The departments that take part, each once; the lead's own is among them, and exactly one leads where one is known.
/// With the place of the lead's own.
pub(super) fn departments(start: &Start) -> (Vec<DepartmentAnswer>, Option<usize>) {
    let mut out: Vec<DepartmentAnswer> = Vec::new();
    for answer in start.departments.iter().filter(|answer| answer.is_in) {
        let name = answer.name.trim();
        if name.is_empty() || out.iter().any(|row| row.name == name) {
            continue;
        }
        out.push(DepartmentAnswer {
            name: name.to_owned(),
            ..answer.clone()
        });
    }
    brought_along(&mut out, start.scenario, &start.besides);
    let mine = lead_row(&out, &start.me, &start.my_department);
    let named = start.my_department.trim();
    let mine = mine.or_else(|| {
        (!named.is_empty()).then(|| {
            out.insert(0, DepartmentAnswer::named(named));
            0
        })
    });
    let leading = out
        .iter()
        .position(|row| row.participation == department::LEAD)
        .or(mine);
    let desks = desks_of(&out);
    for (at, (row, desk)) in out.iter_mut().zip(desks).enumerate() {
        row.desk = desk;
        if Some(at) == leading {
            row.participation = department::LEAD;
        } else if row.participation == department::LEAD {
            row.participation = department::PARTICIPATE;
        }
    }
    (out, mine)
}

/// The departments that the resources, the owner of the text and the pilots name; whoever provides a resource supports.
pub fn brought_along(out: &mut Vec<DepartmentAnswer>, scenario: Scenario, besides: &Besides) {
    let mut take = |name: &str, participation: Option<Choice>| {
        if name.trim().is_empty() {
            return;
        }
        let found = out.iter().position(|row| row.name == name.trim());
        let at = found.unwrap_or_else(|| {
            out.push(DepartmentAnswer::named(name.trim()));
            out.len() - 1
        });
        out[at].is_in = true;
        if let Some(participation) =
            participation.filter(|_| out[at].participation != department::LEAD)
        {
            out[at].participation = participation;
        }
    };
    match scenario {
        Scenario::Resource => {
            for line in shared_lines(&besides.resources) {
                take(&line.department, Some(department::SUPPORT));
            }
        }
        Scenario::Process => {
            take(&besides.owning, None);
            for pilot in names(&besides.pilots) {
                take(pilot, None);
            }
        }
        Scenario::Project | Scenario::Problem | Scenario::Blank => {}
    }
}

/// Which department of a list is the lead's own: the one of that name, the one that the lead represents where only one
/// says so, or the one that is meant by another name.
fn lead_row(departments: &[DepartmentAnswer], me: &str, my_department: &str) -> Option<usize> {
    let only = |fits: &dyn Fn(&DepartmentAnswer) -> bool| {
        let mut found = (0..departments.len()).filter(|at| fits(&departments[*at]));
        found.next().filter(|_| found.next().is_none())
    };
    let named = my_department.trim();
    let is_mine = |row: &DepartmentAnswer| row.name.trim() == named;
    let stands = |row: &DepartmentAnswer| stands_for(row, me);
    if named.is_empty() {
        return only(&stands);
    }
    let means = |row: &DepartmentAnswer| {
        let (a, b) = (skeleton(&row.name), skeleton(named));
        !a.is_empty() && (a.contains(&b) || b.contains(&a))
    };
    departments
        .iter()
        .position(is_mine)
        .or_else(|| only(&|row| stands(row) && means(row)))
        .or_else(|| only(&means))
}

/// Whether a department is represented by somebody of that name.
pub(super) fn stands_for(row: &DepartmentAnswer, name: &str) -> bool {
    let given = row.representative.as_deref().unwrap_or_default();
    !name.trim().is_empty() && skeleton(given) == skeleton(name)
}
