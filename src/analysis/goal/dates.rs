//! How the dates of tasks were answered: what moved since is asked again, that row alone. Knows no plan and no screen.

use super::adjustment::adjustment;
use super::answers::Answer;
use super::cells::date_cells;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Live, Log};
use crate::model::template::Form;
use crate::model::{CellId, Change};
use crate::templates::task;

/// How the dates of a task were answered. Two answers that differ are none.
pub fn task_answer(log: &Log, task: &RecordId) -> Answer {
    let moved = || dates_moved(log, task).len();
    match Form::new(log, task.clone()).get(task::ACCEPTED) {
        Some(answer) if answer == task::FINE.key => Answer::agreed(moved()),
        Some(answer) if answer == task::ADJUST.key => Answer::objected(moved()),
        _ => Answer::Open,
    }
}

/// What of the dates of a task is not as it was when they were answered, and who wrote it. What whoever answered wrote
/// since, or asked for and was given, they know.
pub fn dates_moved<'a>(log: &'a Log, task: &RecordId) -> Vec<(CellId, Live<'a>)> {
    let key = FieldKey::of(task::ACCEPTED.name);
    let answers = log.live(task, &key);
    let Some(answer) = answers.first() else {
        return Vec::new();
    };
    let signs = |change: &'a Change| change.on_behalf_of.as_ref().or(change.author.as_ref());
    let wanted = adjustment(log, task).map(|asked| asked.to);
    let mut moved = log.changed_since(task, &key, &date_cells(task));
    moved.retain(|(_, write)| {
        let is_own = signs(write.change).is_some() && signs(write.change) == signs(answer.change);
        !is_own && wanted.as_ref() != Some(write.value)
    });
    moved
}

/// How the dates of tasks were answered: one that is open is asked for, and one that has moved is asked again.
pub fn tasks_answer(log: &Log, tasks: &[RecordId]) -> Answer {
    let answers: Vec<Answer> = tasks.iter().map(|task| task_answer(log, task)).collect();
    let moved = answers.iter().filter_map(|answer| answer.changed_since());
    match moved.sum() {
        _ if answers.contains(&Answer::Open) => Answer::Open,
        0 if answers.contains(&Answer::Objected) => Answer::Objected,
        places => Answer::agreed(places),
    }
}
