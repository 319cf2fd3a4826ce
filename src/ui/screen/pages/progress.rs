//! 进度: how far the tasks have come that people work on, in whose last words, and who has not said it since the last
//! meeting. The same tasks as in the plan.

mod row;
mod who;

pub(super) use who::remind;

use crate::analysis::inbox::updates::{MeetingRound, RunningTask, owners, running_tasks};
use crate::analysis::standing::health::{Standing, standing};
use crate::model::RecordId;
use crate::model::template::minute_text;
use crate::state::{Page, Session};
use crate::templates::progress;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press, when, with_whole_days};
use crate::ui::screen::pages::side::actions::OpenActions;
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What all parts of the page speak of.
#[derive(Clone, PartialEq)]
struct ProgressTold {
    round: MeetingRound,
    /// The late ones first, then those of which nobody has said anything.
    tasks: Vec<RunningTask>,
    /// Everybody who has some, with those they have not told of.
    owners: Vec<(RecordId, Vec<RecordId>)>,
}

impl ProgressTold {
    fn read(session: Session) -> Self {
        let today = session.now().date_naive();
        session.watch(|log| {
            let (round, mut tasks) = running_tasks(log, today);
            let owners = owners(log, &tasks);
            tasks.sort_by_key(|one| (std::cmp::Reverse(one.late_days), one.is_updated));
            Self {
                round,
                tasks,
                owners,
            }
        })
    }
}

/// The page.
#[component]
pub(in crate::ui) fn Progress() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let told = Memo::new(move |_| ProgressTold::read(session));
    let is_empty = Memo::new(move |_| told.with(|told| told.tasks.is_empty()));
    // Once somebody has said something, the others are reminded.
    let is_first = move || told.with(|told| told.owners.iter().all(|(_, open)| !open.is_empty()));
    let as_of = move || {
        ui.fill(
            texts::forms::DATA_AS_OF,
            &[("time", &minute_text(session.now()))],
        )
    };
    super::printing::foot_of_paper(move || [session.project_name(), as_of()].join(" · "));
    view! {
        <header class="page-head">
            <h1>{ui.t(progress::PROGRESS.list_label())}</h1>
            <super::charts::ProgressTabs/>
            <button type="button" data-testid="print"
                on:click=press(move || crate::ui::screen::base::dom::print(ui.on_paper))>
                {ui.t(texts::standing::PRINT)}
            </button>
            {when(move || !is_empty.get(), move || view! {
                <button type="button" class:primary=is_first data-testid="ask-for-updates"
                    on:click=press(move || ask_all(ui, session, told))>
                    {ui.t(texts::progress::ASK_ALL)}
                </button>
            })}
        </header>
        <p class="paper-only paper-head">
            <strong>{ui.t(texts::progress::PAPER)}</strong> {live(move || session.project_name())}
        </p>
        <Counts told/>
        {when(move || is_empty.get(), move || view! {
            <p class="empty">{ui.t(progress::PROGRESS.words.empty)}</p>
        })}
        {when(move || !is_empty.get(), move || view! { <who::WhoUpdated told/> <AllTasks told/> })}
        <OpenActions/>
    }
}

/// 66% 完成，计划 71% · 剩 14 项 · 上次周会后更新 4/5 项
#[component]
fn Counts(told: Memo<ProgressTold>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let stands = Memo::new(move |_| {
        let now = session.now();
        session.watch(|log| standing(log, now))
    });
    let said = move || {
        let mut parts = stands.with(|stands| said_of_plan(ui, stands));
        told.with(|told| {
            let n = told.tasks.iter().filter(|one| one.is_updated).count();
            let places = [
                ("n", &*n.to_string()),
                ("m", &*told.tasks.len().to_string()),
            ];
            parts.push(ui.fill(texts::progress::UPDATED_OF, &places));
            let next = told.round.next.map(|next| next.to_string());
            parts.extend(next.map(|day| ui.fill(texts::progress::NEXT_MEETING, &[("day", &day)])));
        });
        parts.join(" · ")
    };
    view! { <p class="progress-counts" data-testid="progress-counts">{live(move || with_whole_days(&said()))}</p> }
}

fn said_of_plan(ui: Ui, stands: &Standing) -> Vec<String> {
    let mut parts = Vec::new();
    if let (Some(percent), Some(planned)) = (stands.percent, stands.planned) {
        let places = [("n", &*percent.to_string()), ("m", &*planned.to_string())];
        parts.push(ui.fill(texts::progress::COMPLETE_OF, &places));
    }
    let left = (stands.tasks - stands.done).to_string();
    parts.push(ui.fill(texts::progress::LEFT_N, &[("n", &left)]));
    parts
}

/// Those that are to be talked about, and folded those of which there is nothing to say. A line stays where it is while
/// the page is open: it does not go from under the hand that tells of it.
#[component]
fn AllTasks(told: Memo<ProgressTold>) -> impl IntoView {
    let ui = ui();
    let loud = Memo::new(move |before: Option<&BTreeSet<RecordId>>| {
        let now = told.with(|told| {
            let loud = told.tasks.iter().filter(|one| !one.is_quiet);
            loud.map(|one| one.task.clone()).collect::<BTreeSet<_>>()
        });
        before.map_or_else(|| now.clone(), |before| &now | before)
    });
    let of = move |is_loud: bool| {
        Memo::new(move |_| {
            told.with(|told| {
                let tasks = told.tasks.iter();
                let tasks =
                    tasks.filter(|one| loud.with(|loud| loud.contains(&one.task)) == is_loud);
                tasks.cloned().collect::<Vec<_>>()
            })
        })
    };
    let (loud, quiet) = (of(true), of(false));
    let n = move || quiet.with(Vec::len).to_string();
    view! {
        {when(move || !loud.with(Vec::is_empty), move || view! { <Tasks told tasks=loud/> })}
        {when(move || !quiet.with(Vec::is_empty), move || view! {
            <details class="panel quiet-tasks" data-testid="quiet-tasks" open=move || ui.on_paper.get()>
                <summary>{ui.filled(texts::progress::QUIET_N, "n", n)}</summary>
                <Tasks told tasks=quiet/>
            </details>
        })}
    }
}

/// A line for each task, with the update of one's own under it.
#[component]
fn Tasks(told: Memo<ProgressTold>, tasks: Memo<Vec<RunningTask>>) -> impl IntoView {
    let ui = ui();
    let head = [
        texts::progress::TASK,
        texts::progress::OWNER,
        texts::progress::PERCENT,
        texts::progress::SURE,
        texts::progress::LAST_WORD,
    ];
    let key = |one: &RunningTask| one.task.to_string();
    let line = move |one: RunningTask| view! { <row::TaskRow task=one.task told/> }.into_any();
    view! {
        <table class="list-table progress-table" aria-label=ui.t(progress::PROGRESS.list_label())>
            <thead>
                <tr>
                    {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
                    <th scope="col" class="no-print"><span class="hidden">{ui.t(texts::mail::ASK_PROGRESS)}</span></th>
                </tr>
            </thead>
            {Window::of_rows(Within::Table).list(tasks, key, line)}
        </table>
    }
}

/// Goes to where everybody who has not told of their tasks is asked by a file.
fn ask_all(ui: Ui, session: Session, told: Memo<ProgressTold>) {
    let me = session.me();
    let to = told.with_untracked(|told| {
        let silent = told.owners.iter().filter(|(_, open)| !open.is_empty());
        let others = silent.filter(|(person, _)| Some(person) != me.as_ref());
        others.map(|(person, _)| person.clone()).collect()
    });
    offer_to(ui, session, &RecordId::of(progress::KIND), to);
    ui.go(session.project(), Page::Exchange);
}
