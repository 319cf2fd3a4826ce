//! The panels of the overview; the one-page brief shows the same.

use crate::analysis::calendar_of;
use crate::analysis::goal::answers::{Answer, goal_answers};
use crate::analysis::standing::health::{Cause, Standing, slip};
use crate::analysis::words::names::{record_name, short_name};
use crate::model::template::{Form, Label};
use crate::model::{Log, RecordId};
use crate::state::{Page, Route, Session};
use crate::templates::{CURRENT_PLAN, ORIGINAL_PLAN, SCHEMA, milestone};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within, long};
use crate::ui::screen::base::looks::{answer_tone, answer_word, health_look};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Causes shown.
const CAUSES: usize = 6;

/// 健康度 and why.
#[component]
pub(in crate::ui) fn HealthPanel(standing: Memo<Standing>) -> impl IntoView {
    let ui = ui();
    let session = session();
    live(move || {
        let standing = standing.get();
        let (tone, label) = health_look(standing.health);
        let causes = standing
            .causes
            .iter()
            .take(CAUSES)
            .map(|cause| cause_line(ui, session, cause));
        view! {
            <section class="card">
                <h2>
                    {ui.t(texts::home::HEALTH)} " "
                    <span class="chip" data-tone=tone data-testid="health">{ui.t(label)}</span>
                </h2>
                <ul class="findings">{causes.collect::<Vec<_>>()}</ul>
                {standing.causes.is_empty().then(|| view! {
                    <p class="hint">{ui.t(texts::standing::NOTHING_LATE)}</p>
                })}
            </section>
        }
    })
}

fn cause_line(ui: Ui, session: Session, cause: &Cause) -> AnyView {
    let named = |record: &RecordId, label: Label, n: i64| {
        let name = session.read(|log| record_name(log, record, ui.lang.get()));
        let text = ui.fill(label, &[("name", &name), ("n", &n.to_string())]);
        view! { <li><a href=Ui::href(session.project(), record)>{text}</a></li> }.into_any()
    };
    match cause {
        Cause::Task(record, days) => named(record, texts::standing::TASK_LATE, *days),
        Cause::Issue(record, hours) => named(record, texts::standing::ISSUE_LATE, *hours),
        Cause::Milestone(record, days) => named(record, texts::standing::MILESTONE_LATE, *days),
        Cause::Behind(percent) => {
            view! { <li>{ui.fill(texts::standing::BEHIND, &[("n", &percent.to_string())])}</li> }
                .into_any()
        }
    }
}

/// 进度: per cent against the plan, and counts.
#[component]
pub(in crate::ui) fn ProgressPanel(standing: Memo<Standing>) -> impl IntoView {
    let ui = ui();
    live(move || {
        let standing = standing.get();
        let number = |n: usize| n.to_string();
        let percent = standing.percent.map(|percent| view! {
            <p>
                <span class="figure">{percent} "%"</span> " "
                <span class="hint">
                    {ui.fill(texts::standing::PLANNED, &[("n", &standing.planned.unwrap_or(0).to_string())])}
                </span>
            </p>
            <progress max="100" value=percent.to_string() aria-label=ui.t(texts::standing::PROGRESS)></progress>
        });
        view! {
            <section class="card">
                <h2>{ui.t(texts::standing::PROGRESS)}</h2>
                {percent}
                <p>
                    {ui.fill(
                        texts::standing::TASK_COUNTS,
                        &[
                            ("done", &number(standing.done)),
                            ("all", &number(standing.tasks)),
                            ("doing", &number(standing.doing)),
                            ("blocked", &number(standing.blocked)),
                        ],
                    )}
                </p>
                <p class="hint">
                    {ui.fill(
                        texts::standing::DUE_COUNTS,
                        &[("n", &number(standing.due.0)), ("m", &number(standing.due.1))],
                    )}
                </p>
            </section>
        }
    })
}

/// 谁回了: the departments and how each answered to the goal.
#[component]
pub(in crate::ui) fn AnswersPanel() -> impl IntoView {
    let ui = ui();
    let session = session();
    let answers = Memo::new(move |_| session.watch(goal_answers));
    let key = |(department, answer): &(RecordId, Answer)| format!("{department} {answer:?}");
    let done =
        move || answers.with(|all| all.iter().filter(|(_, answer)| answer.is_done()).count());
    let line = move |(department, answer): (RecordId, Answer)| {
        let (tone, label) = (answer_tone(&answer), answer_word(&answer));
        let name = move || session.watch(|log| who_answers(log, ui, &department));
        view! { <li><span>{live(name)}</span> <span class="chip" data-tone=tone>{ui.t(label)}</span></li> }.into_any()
    };
    view! {
        <section class="card">
            <h2>
                {ui.t(texts::standing::WHO_ANSWERED)} " "
                {live(move || {
                    ui.fill(
                        texts::decide::N_OF_M,
                        &[("n", &done().to_string()), ("m", &answers.with(Vec::len).to_string())],
                    )
                })}
            </h2>
            <ul class="standings">{long(Within::List, answers, key, line)}</ul>
        </section>
    }
}

fn who_answers(log: &Log, ui: Ui, department: &RecordId) -> String {
    let lang = ui.lang.get();
    let form = Form::new(log, department.clone());
    let today = ui.now().date_naive();
    let rep = crate::templates::member::first_rep(&form, department, today);
    let rep = rep.map_or_else(
        || ui.text(texts::TO_BE_NAMED).to_owned(),
        |rep| short_name(log, &rep, lang),
    );
    format!("{} {rep}", short_name(log, department, lang))
}

/// 里程碑: planned, now, reached, and how they differ.
#[component]
pub(in crate::ui) fn Milestones() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rows = Memo::new(move |_| session.rows(milestone::MILESTONE.kind));
    let is_any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let line = move |record: RecordId| view! { <MilestoneLine record/> }.into_any();
    let window = Window::of_lines(Within::Table);
    live(move || {
        is_any.get().then(|| {
            let head = [
                texts::standing::MILESTONE,
                ORIGINAL_PLAN,
                CURRENT_PLAN,
                texts::standing::ACTUAL,
                texts::standing::DIFFERENCE,
            ];
            view! {
                <table class="list-table milestones">
                    <thead>
                        <tr>
                            {head.map(|label| view! {
                                <th scope="col">{ui.t(label)}</th>
                            }).into_iter().collect::<Vec<_>>()}
                        </tr>
                    </thead>
                    <tbody>{window.list(rows, RecordId::to_string, line)}</tbody>
                </table>
            }
        })
    })
}

#[component]
fn MilestoneLine(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let href = Ui::href(session.project(), &record);
    let said = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, record.clone());
            let today = session.now().date_naive();
            let day = |key| form.get(key).map(|day: NaiveDate| day.to_string());
            let days = slip(&form, today, &calendar_of(&form));
            let slip = match days {
                1.. => ui.fill(texts::standing::LATER_DAYS, &[("n", &days.to_string())]),
                0 => ui.text(texts::standing::ON_TIME).to_owned(),
                _ => ui.fill(
                    texts::standing::EARLIER_DAYS,
                    &[("n", &(-days).to_string())],
                ),
            };
            let dates = [
                milestone::BASELINE_DATE,
                milestone::CURRENT_DATE,
                milestone::ACTUAL_DATE,
            ];
            let [planned, now, reached] = dates.map(|key| day(key).unwrap_or_default());
            [
                record_name(log, &record, ui.lang.get()),
                planned,
                now,
                reached,
                slip,
            ]
        })
    });
    let cell = move |at: usize| move || said.with(|said| said[at].clone());
    view! {
        <tr>
            <td><a href=href>{cell(0)}</a></td>
            <td class="when">{cell(1)}</td><td class="when">{cell(2)}</td><td class="when">{cell(3)}</td>
            <td>{cell(4)}</td>
        </tr>
    }
}

/// 文书: the papers of the method, each a printed view of a form.
#[component]
pub(in crate::ui) fn Documents() -> impl IntoView {
    let ui = ui();
    let session = session();
    let papers = SCHEMA.templates.iter().filter(|template| template.paper);
    let links = papers.map(|template| {
        let href =
            Route::Project(session.project(), Page::Kind(template.kind.to_owned())).to_string();
        view! { <a href=href>{ui.t(template.title)}</a> }
    });
    view! { <p class="documents"><strong>{ui.t(texts::standing::DOCUMENTS)}</strong> {links.collect::<Vec<_>>()}</p> }
}
