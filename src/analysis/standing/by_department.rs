//! How each department stands: its open tasks that are under way, late or stuck, and its people who owe a decision
//! their word. In the order of the departments, never by how much.

use super::schedule::{Progress, Schedule};
use crate::analysis::goal::replies::silent;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{decision, department, member, settings, task};

/// What is open in one that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentLine {
    pub department: RecordId,
    /// Tasks that are under way.
    pub doing: Vec<RecordId>,
    /// Tasks that are late, under way or not.
    pub late: Vec<RecordId>,
    /// Tasks that are stuck.
    pub blocked: Vec<RecordId>,
    /// People who have not answered a decision that asks them.
    pub silent: usize,
}

/// The departments that take part.
pub fn by_department(log: &Log, schedule: &Schedule) -> Vec<DepartmentLine> {
    let form = Form::new(log, settings::record());
    let rows = department::taking_part(&form).into_iter();
    let mut all: Vec<DepartmentLine> = rows
        .map(|row| DepartmentLine {
            department: row.record().clone(),
            doing: Vec::new(),
            late: Vec::new(),
            blocked: Vec::new(),
            silent: 0,
        })
        .collect();
    for read in &schedule.plan.tasks {
        let is_late = schedule.plan.is_late(read, schedule.today);
        let is_doing = read.progress == Progress::Started;
        let is_blocked = read.progress == Progress::Blocked;
        let is_open = !matches!(read.progress, Progress::Done | Progress::Cancelled);
        if !is_open || !(is_late || is_doing || is_blocked) {
            continue;
        }
        let owner = form.other(read.record.clone()).get(task::OWNER);
        if let Some(line) = line_of(&mut all, &form, owner) {
            let named = |is_one: bool| is_one.then(|| read.record.clone());
            line.doing.extend(named(is_doing));
            line.late.extend(named(is_late));
            line.blocked.extend(named(is_blocked));
        }
    }
    for row in form
        .all(decision::KIND)
        .iter()
        .filter(|row| decision::is_asking(row))
    {
        for person in silent(row) {
            if let Some(line) = line_of(&mut all, &form, Some(person)) {
                line.silent += 1;
            }
        }
    }
    all
}

fn line_of<'a>(
    all: &'a mut [DepartmentLine],
    form: &Form<'_>,
    person: Option<RecordId>,
) -> Option<&'a mut DepartmentLine> {
    let department = form.other(person?).get(member::DEPARTMENT)?;
    all.iter_mut().find(|line| line.department == department)
}
