//! Who has answered to the goal, as long as somebody has not; then how each department stands, in their own order.

use super::panels::AnswersPanel;
use crate::analysis::goal::answers::{Answer, goal_answers};
use crate::analysis::standing::by_department::{DepartmentLine, by_department};
use crate::analysis::standing::schedule::schedule;
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::state::{Page, Route};
use crate::templates::decision;
use crate::ui::screen::base::chart_spots::{counted_tasks, tasks_of};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::texts;
use leptos::prelude::*;

/// So many tasks at most stand in the address of a figure.
const NAMED_AT_MOST: usize = 100;

/// By what a figure is drawn anew: the tasks that its address names.
fn counted_key(tasks: &[RecordId]) -> String {
    match tasks.len() {
        ..=NAMED_AT_MOST => tasks.iter().map(RecordId::as_str).collect(),
        n => n.to_string(),
    }
}

/// The panel.
#[component]
pub(super) fn WhoIsWhere() -> impl IntoView {
    let session = session();
    let is_agreed = Memo::new(move |_| {
        session
            .watch(goal_answers)
            .iter()
            .all(|(_, answer)| *answer == Answer::Agreed)
    });
    view! {
        {when(move || !is_agreed.get(), || view! { <AnswersPanel/> })}
        {when(move || is_agreed.get(), || view! { <Departments/> })}
    }
}

/// 部门：进行、逾期、受阻、没回
#[component]
fn Departments() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rest = figures();
    let lines = Memo::new(move |_| {
        rest.version();
        let today = session.now().date_naive();
        session.read(|log| by_department(log, &schedule(log, today)))
    });
    let agreed = move || {
        let n = session.watch(goal_answers).len().to_string();
        ui.fill(texts::standing::GOAL_AGREED, &[("n", &n), ("m", &n)])
    };
    let head = [
        texts::standing::DOING_N,
        texts::standing::LATE_TASKS,
        texts::standing::BLOCKED_N,
        texts::standing::SILENT_N,
    ];
    let line = move |line: DepartmentLine| {
        let href = Ui::href(session.project(), &line.department);
        let department = line.department.clone();
        let name = move || session.watch(|log| short_name(log, &department, ui.lang.get()));
        let decisions = Page::Kind(decision::KIND.to_owned());
        let decisions = Route::Project(session.project(), decisions).to_string();
        let tasks = |tasks: &[RecordId]| {
            let to = match tasks.len() {
                ..=NAMED_AT_MOST => counted_tasks(session, tasks),
                // An address of thousands of names serves nobody: there all of the department's.
                _ => tasks_of(session, &line.department),
            };
            (tasks.len(), to)
        };
        let counts = [
            tasks(&line.doing),
            tasks(&line.late),
            tasks(&line.blocked),
            (line.silent, decisions),
        ];
        // A figure leads to what it counts.
        let cell = |(n, to): (usize, String)| {
            let figure = match n {
                0 => "·".into_any(),
                n => view! { <a href=to>{n.to_string()}</a> }.into_any(),
            };
            view! { <td data-type="number">{figure}</td> }
        };
        let counts = counts.map(cell).into_iter().collect::<Vec<_>>();
        view! { <tr><th scope="row"><a href=href>{live(name)}</a></th> {counts}</tr> }.into_any()
    };
    let key = |line: &DepartmentLine| {
        let ids = [&line.doing, &line.late, &line.blocked].map(|all| counted_key(all));
        format!("{} {} {}", line.department, ids.join(" "), line.silent)
    };
    view! {
        <section class="card departments" data-testid="departments">
            <table class="list-table" aria-label=ui.t(texts::standing::DEPARTMENTS)>
                <thead><tr>
                    <th scope="col">{ui.t(texts::standing::DEPARTMENTS)}</th>
                    {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
                </tr></thead>
                <tbody>{Window::of_lines(Within::Table).list(lines, key, line)}</tbody>
            </table>
            <p class="hint" data-testid="answer-counts">{live(agreed)}</p>
        </section>
    }
}
