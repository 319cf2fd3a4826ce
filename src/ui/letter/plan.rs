//! The plan in a mail: the goal, the dates, and the tasks by owner.

use super::super::texts::{self, fill};
use crate::analysis::display_code;
use crate::analysis::people::who::People;
use crate::model::Log;
use crate::model::line::{NAME_CHARS, PERSON_CHARS, one_line, quoted};
use crate::model::template::{Form, Lang};
use crate::templates::{charter, department, member, task};

/// Characters of the goal.
const GOAL_CHARS: usize = 300;

/// The goal, the dates, and the tasks by owner.
pub(super) fn summary(log: &Log, lang: Lang) -> Vec<String> {
    let form = Form::new(log, charter::record());
    let mut lines = Vec::new();
    if let Some(goal) = form.get(charter::GOAL_STATEMENT) {
        let goal = quoted(&goal, GOAL_CHARS, lang);
        lines.push(fill(texts::mail::MAIL_GOAL, lang, &[("goal", &goal)]));
    }
    if let (Some(from), Some(to)) = (
        form.get(charter::PLANNED_START),
        form.get(charter::PLANNED_END),
    ) {
        lines.push(fill(
            texts::mail::MAIL_DATES,
            lang,
            &[("from", &from.to_string()), ("to", &to.to_string())],
        ));
    }
    // Whoever has several entries on the list is one person.
    let people = People::shared(&form);
    let mut open = form.all(task::TASK.kind);
    open.retain(task::is_open);
    for person in form.all(member::MEMBER.kind) {
        let is_own = |task: &mut Form<'_>| {
            let owner = task.get(task::OWNER);
            owner.is_some_and(|owner| people.are_one(&owner, person.record()))
        };
        let own: Vec<Form<'_>> = open.extract_if(.., is_own).collect();
        if own.is_empty() {
            continue;
        }
        let department = person
            .referred(member::DEPARTMENT)
            .and_then(|department| department.get(department::NAME))
            .unwrap_or_default();
        let name = person.get(member::PERSON).unwrap_or_default();
        lines.push(String::new());
        let [department, name] = [department, name].map(|name| one_line(&name, PERSON_CHARS));
        let name = format!("{department} {name}").trim().to_owned();
        lines.push(fill(texts::mail::MAIL_OWNER, lang, &[("name", &name)]));
        lines.extend(own.iter().map(|task| task_line(log, task, lang)));
    }
    lines
}

/// A task on one line: number, title, dates, what comes out.
fn task_line(log: &Log, task: &Form<'_>, lang: Lang) -> String {
    let code = display_code(log, task.record());
    let title = task.get(task::TITLE).unwrap_or_default();
    let title = quoted(&title, NAME_CHARS, lang);
    let day = |key| {
        task.get(key)
            .map(|day: chrono::NaiveDate| day.to_string())
            .unwrap_or_default()
    };
    let (from, to) = (day(task::CURRENT_START), day(task::CURRENT_END));
    let dates = match (from.is_empty(), to.is_empty()) {
        (true, true) => String::new(),
        (true, false) => to,
        _ => fill(
            texts::table::MAIL_SPAN,
            lang,
            &[("from", &from), ("to", &to)],
        ),
    };
    let made = task
        .get(task::DELIVERABLE)
        .map(|made| quoted(&made, NAME_CHARS, lang))
        .map(|made| fill(texts::mail::MAIL_MAKES, lang, &[("what", &made)]))
        .unwrap_or_default();
    let parts = [format!("{code} {title}"), dates, made];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    format!("  {}", parts.join("  "))
}
