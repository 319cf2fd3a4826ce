//! The panels of the overview; the one-page brief shows the same.

use crate::analysis::calendar_of;
use crate::analysis::goal::answers::{Answer, goal_answers};
use crate::analysis::standing::health::{Standing, slip};
use crate::analysis::standing::schedule::schedule;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::state::{Page, Route};
use crate::templates::{CURRENT_PLAN, ORIGINAL_PLAN, SCHEMA, charter, member, milestone};
use crate::ui::chart::{left_said, small_burndown};
use crate::ui::screen::base::chart::Drawing;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within, long};
use crate::ui::screen::base::pieces::{live, press, title, when};
use crate::ui::screen::base::tones::{answer_tone, answer_word};
use crate::ui::screen::pages::printing::go_and_print;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// 进度: per cent against the plan, and counts.
#[component]
pub(in crate::ui) fn ProgressPanel(standing: Memo<Standing>) -> impl IntoView {
    let ui = ui();
    live(move || {
        let standing = standing.get();
        let number = |n: usize| n.to_string();
        let behind = standing.behind();
        let behind =
            behind.map(|n| ui.fill(texts::standing::BEHIND_SHORT, &[("n", &n.to_string())]));
        let percent = standing.percent.map(|percent| view! {
            <p class="progress-line">
                <span class="figure">{percent} "%"</span> " "
                <span class="hint">
                    {ui.fill(texts::standing::PLANNED, &[("n", &standing.planned.unwrap_or(0).to_string())])}
                </span>
                {behind.map(|said| view! { " " <strong>{said}</strong> })}
            </p>
        });
        view! {
            <section class="card">
                <h2>{ui.t(texts::standing::PROGRESS)}</h2>
                {percent}
                <SmallBurndown/>
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

/// The burndown in a corner, the way to the charts; what it says stands over it.
#[component]
fn SmallBurndown() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let drawn = Memo::new(move |_| {
        let today = session.now().date_naive();
        session.watch(|log| {
            let schedule = schedule(log, today);
            let picture = small_burndown(&schedule, SMALL.0, SMALL.1)?;
            Some((left_said(&schedule, ui.lang.get())?, picture))
        })
    });
    let charts = Route::Project(session.project(), Page::Charts).to_string();
    live(move || {
        let (said, picture) = drawn.get()?;
        Some(view! {
            <p class="left-said">{said}</p>
            <a class="small-chart" href=charts.clone() data-testid="small-burndown"
                aria-label=ui.t(texts::standing::TO_CHARTS) title=ui.t(texts::standing::TO_CHARTS)>
                <Drawing picture/>
            </a>
        })
    })
}

/// How large the burndown is in its corner, in pixels.
const SMALL: (i64, i64) = (320, 64);

/// 谁回了: the departments and how each answered to the goal.
#[component]
pub(in crate::ui) fn AnswersPanel() -> impl IntoView {
    let ui = ui();
    let session = session();
    let answers = Memo::new(move |_| {
        let today = session.now().date_naive();
        session.watch(|log| {
            let form = Form::new(log, charter::record());
            let mut answers = goal_answers(log);
            answers.retain(|(department, answer)| {
                *answer != Answer::Open || !member::is_of_lead(&form, department, today)
            });
            answers
        })
    });
    let key = |(department, answer): &(RecordId, Answer)| format!("{department} {answer:?}");
    let counted = move || answers.with(|all| said_counts(ui, all));
    // Once all have agreed one line says it.
    let is_agreed = Memo::new(move |_| {
        answers.with(|all| all.iter().all(|(_, answer)| *answer == Answer::Agreed))
    });
    let line = move |(department, answer): (RecordId, Answer)| {
        let (tone, label) = (answer_tone(&answer), answer_word(&answer));
        let name = move || session.watch(|log| who_answers(log, ui, &department));
        view! { <li><span>{live(name)}</span> <span class="chip" data-tone=tone>{ui.t(label)}</span></li> }.into_any()
    };
    view! {
        <section class="card">
            <h2>{ui.t(texts::standing::WHO_ANSWERED)}</h2>
            <p class="hint" data-testid="answer-counts">{live(counted)}</p>
            {when(move || !is_agreed.get(), move || view! {
                <ul class="standings">{long(Within::List, answers, key, line)}</ul>
            })}
        </section>
    }
}

/// 1 确认 · 1 有异议 · 4 未回: each answer with its word, those that nobody gave left out.
fn said_counts(ui: Ui, answers: &[(RecordId, Answer)]) -> String {
    let kinds = [
        Answer::Agreed,
        Answer::Objected,
        Answer::Outdated(1),
        Answer::ObjectedBefore(1),
        Answer::Open,
    ];
    let said = kinds.map(|kind| {
        let is_such = |(_, answer): &&(RecordId, Answer)| {
            std::mem::discriminant(answer) == std::mem::discriminant(&kind)
        };
        let n = answers.iter().filter(is_such).count();
        // 6 confirmed · 1 no answer: within a line no word of it begins a sentence.
        (n > 0).then(|| format!("{n} {}", ui.text(answer_word(&kind)).to_lowercase()))
    });
    let said: Vec<String> = said.into_iter().flatten().collect();
    said.join(" · ")
}

fn who_answers(log: &Log, ui: Ui, department: &RecordId) -> String {
    let lang = ui.lang.get();
    let form = Form::new(log, department.clone());
    let today = ui.now().date_naive();
    let rep = member::first_rep(&form, department, today);
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
                <table class="list-table milestones" aria-label=ui.t(texts::standing::MILESTONE)>
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
            <td><a href=href>{live(move || title(cell(0)()))}</a></td>
            <td class="when">{cell(1)}</td><td class="when">{cell(2)}</td><td class="when">{cell(3)}</td>
            <td>{cell(4)}</td>
        </tr>
    }
}

/// 文书: the papers of the method: each opens as a form, and is printed from here.
#[component]
pub(in crate::ui) fn Documents() -> impl IntoView {
    let ui = ui();
    let session = session();
    let papers = SCHEMA.templates.iter().filter(|template| template.paper);
    let links = papers.map(|template| {
        let page = Page::Kind(template.kind.to_owned());
        let href = Route::Project(session.project(), page.clone()).to_string();
        let print = move || go_and_print(ui, session.project(), page.clone());
        view! {
            <span class="document">
                <a href=href>{ui.t(template.title)}</a> " "
                <button type="button" class="small" data-testid="print-document" data-kind=template.kind
                    on:click=press(print)>
                    {ui.t(texts::standing::PRINT)}
                </button>
            </span>
        }
    });
    view! { <p class="documents"><strong>{ui.t(texts::standing::DOCUMENTS)}</strong> {links.collect::<Vec<_>>()}</p> }
}
