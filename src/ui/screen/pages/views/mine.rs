//! 我的任务: what one does, reviews, helps with or stands in for, by when it is due; progress is told in one line, and
//! the next steps stand beside each task.

use super::facts::{facts_of, schedule_of, state_mark};
use super::frame::PlanFrame;
use crate::analysis::standing::plan_view::{DueWhen, MyPart, MyWork, PlanLine, TaskFacts, my_work};
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::{Form, Label, Transition};
use crate::state::{BoardMove, Page, Route};
use crate::templates::task;
use crate::ui::letter::short_day;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::steps::take_step;
use crate::ui::screen::form::update::{ProgressUpdate, is_half_said};
use crate::ui::screen::frame::identity::{AskHere, author_of};
use crate::ui::texts;
use leptos::prelude::*;

const fn part_label(part: MyPart) -> Label {
    match part {
        MyPart::Own => texts::boards::MINE_OWN,
        MyPart::Review => texts::boards::MINE_REVIEW,
        MyPart::Help => texts::boards::MINE_HELP,
        MyPart::Raised => texts::boards::MINE_RAISED,
        MyPart::StandIn => texts::boards::MINE_STAND_IN,
    }
}

const fn when_label(due: DueWhen) -> Label {
    match due {
        DueWhen::Late => texts::boards::WHEN_LATE,
        DueWhen::Today => texts::boards::WHEN_TODAY,
        DueWhen::ThisWeek => texts::boards::WHEN_THIS_WEEK,
        DueWhen::NextWeek => texts::boards::WHEN_NEXT_WEEK,
        DueWhen::Later => texts::boards::WHEN_LATER,
        DueWhen::Undated => texts::boards::WHEN_UNDATED,
        DueWhen::Done => texts::boards::WHEN_DONE,
    }
}

/// One's own tasks.
#[component]
pub(super) fn MinePage(frame: PlanFrame) -> impl IntoView {
    let session = frame.session;
    let author = author_of(session);
    let me = Memo::new(move |_| {
        author.get();
        session.me()
    });
    live(move || match me.get() {
        Some(me) => view! { <Work frame me/> }.into_any(),
        None => view! { <Nobody/> }.into_any(),
    })
}

#[component]
fn Nobody() -> impl IntoView {
    let ui = ui();
    view! {
        <section class="empty" data-testid="mine-nobody"><p>{ui.t(texts::boards::MINE_CHOOSE)}</p></section>
        <AskHere/>
    }
}

#[component]
fn Work(frame: PlanFrame, me: RecordId) -> impl IntoView {
    let ui = ui();
    let session = frame.session;
    let part = RwSignal::new(MyPart::Own);
    let with_done = RwSignal::new(false);
    let id = StoredValue::new(me);
    let work = Memo::new(move |_| {
        let schedule = schedule_of(frame);
        let tasks: Vec<u32> = frame
            .lines
            .with(|lines| lines.lines.iter().filter_map(PlanLine::task).collect());
        session.watch(|log| my_work(log, &schedule, &tasks, &id.get_value(), part.get()))
    });
    let name = move || session.watch(|log| short_name(log, &id.get_value(), ui.lang.get()));
    let tab = move |(at, one): (usize, MyPart)| {
        let count = move || work.with(|work| work.counts[at]).to_string();
        view! {
            <button type="button" class="tab" data-testid="mine-part"
                aria-pressed=move || (part.get() == one).to_string()
                on:click=press(move || part.set(one))>
                {ui.t(part_label(one))} " " <span class="board-count">{live(count)}</span>
            </button>
        }
    };
    let sections = move || {
        let is_shown = |due: &DueWhen| *due != DueWhen::Done || with_done.get();
        let all = DueWhen::ALL.into_iter().filter(is_shown);
        all.map(|due| view! { <Section frame work due/> })
            .collect::<Vec<_>>()
    };
    let todo = Route::Project(session.project(), Page::Todo).to_string();
    let parts: Vec<_> = MyPart::ALL.into_iter().enumerate().map(tab).collect();
    view! {
        <section class="mine" data-testid="mine" aria-label=ui.t(texts::views::MINE)>
            <div class="mine-head">
                <strong>{live(name)}</strong>
                <span class="board-parts" role="group">{parts}</span>
                <label class="tick">
                    <input type="checkbox" data-testid="mine-done" prop:checked=move || with_done.get()
                        on:change=move |_| with_done.update(|with| *with = !*with)/>
                    <span>{ui.t(texts::boards::WITH_DONE)}</span>
                </label>
            </div>
            {live(sections)}
            <p class="hint">{ui.t(texts::boards::MINE_NOTE)} " " <a href=todo>{ui.t(texts::boards::TO_TODO)}</a></p>
        </section>
    }
}

/// What is due at one time; one line where nothing is.
#[component]
fn Section(frame: PlanFrame, work: Memo<MyWork>, due: DueWhen) -> impl IntoView {
    let ui = ui();
    let tasks = Memo::new(move |_| {
        let schedule = schedule_of(frame);
        work.with(|work| {
            let found = work.sections.iter().find(|(when, _)| *when == due);
            let record = |at: &u32| {
                schedule
                    .plan
                    .tasks
                    .get(*at as usize)
                    .map(|task| task.record.clone())
            };
            found.map_or_else(Vec::new, |(_, tasks)| {
                tasks.iter().filter_map(record).collect::<Vec<_>>()
            })
        })
    });
    let count = move || tasks.with(Vec::len).to_string();
    let is_any = Memo::new(move |_| tasks.with(|tasks| !tasks.is_empty()));
    let row = move |record: RecordId| view! { <MyTask frame record/> }.into_any();
    let key = format!("{due:?}").to_lowercase();
    view! {
        <section class="mine-part" data-testid="mine-section" data-when=key data-count=count>
            <h2>{ui.t(when_label(due))} " " <span class="board-count">{live(count)}</span></h2>
            {when(move || is_any.get(), move || view! {
                <ul class="mine-list">{Window::of_rows(Within::List).list(tasks, RecordId::to_string, row)}</ul>
            })}
        </section>
    }
}

/// One task: when it is due, how it stands, and what can be done with it now.
#[component]
fn MyTask(frame: PlanFrame, record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = frame.session;
    let facts = facts_of(frame, record.clone());
    let id = StoredValue::new(record.clone());
    let is_open = RwSignal::new(is_half_said(ui, session, &record));
    let may = Memo::new(move |_| session.may_note_progress(&id.get_value()));
    let is_running = Memo::new(move |_| {
        facts.with(|facts| {
            facts
                .as_ref()
                .is_some_and(|one| one.is_open && one.state != task::REVIEW.key)
        })
    });
    let steps = move || {
        session.watch(|_| ());
        let offered = session.offered_steps(&id.get_value());
        let all = offered.next.into_iter().chain(offered.beside);
        let may = all.filter(|step| step.may.is_ok());
        may.map(|step| step.transition).take(3).collect::<Vec<_>>()
    };
    let reviewer = move || {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let who = form.referred(task::REVIEWER)?;
            Some(short_name(log, who.record(), ui.lang.get()))
        })
    };
    let take = move |step: &'static Transition| {
        let record = id.get_value();
        match session.board_move(&record, step.to) {
            BoardMove::Free(step) => take_step(ui, session, &record, step, None),
            // What it asks for stands beside its sheet.
            _ => dom::go(&Route::of_record(session.project(), &record)),
        }
    };
    let button = move |step: &'static Transition| {
        view! {
            <button type="button" class="small" data-step=step.key on:click=press(move || take(step))>
                {ui.text(step.label)}
            </button>
        }
    };
    view! {
        <li class="mine-task" data-testid="mine-task" data-record=record.to_string()>
            <p class="mine-line">
                {live(move || facts.with(|facts| facts.as_ref().map(|facts| line(ui, frame, facts))))}
                {live(move || reviewer().map(|who| {
                    view! { <span class="hint">{ui.text(texts::boards::REVIEWED_BY)} " " {who}</span> }
                }))}
                <span class="mine-steps">
                    {when(move || may.get() && is_running.get(), move || view! {
                        <button type="button" class="small" data-testid="update-progress"
                            aria-expanded=move || is_open.get().to_string()
                            on:click=press(move || is_open.update(|open| *open = !*open))>
                            {ui.t(texts::mail::ASK_PROGRESS)}
                        </button>
                    })}
                    {live(move || steps().into_iter().map(button).collect::<Vec<_>>())}
                </span>
            </p>
            {when(move || is_open.get() && may.get(), move || view! { <ProgressUpdate task=id.get_value()/> })}
        </li>
    }
}

fn line(ui: Ui, frame: PlanFrame, facts: &TaskFacts) -> AnyView {
    let href = Ui::href(frame.session.project(), &facts.record);
    let name = format!("{} {}", facts.code, facts.title);
    let due = facts
        .planned
        .map(|(_, due)| view! { <span class="when">{short_day(due)}</span> });
    let late = (facts.late_days > 0).then(|| {
        let said = ui.fill(
            texts::boards::DAYS_OVERDUE,
            &[("n", &facts.late_days.to_string())],
        );
        view! { <span class="late">{said}</span> }
    });
    let state = crate::analysis::standing::plan_view::state_of(facts.state);
    let state = state.map(|state| ui.text(state.choice.label));
    let percent = (facts.is_open && facts.percent > 0).then(|| format!("{}%", facts.percent));
    let issue = facts
        .issue
        .as_ref()
        .map(|issue| ui.fill(texts::boards::WAITS_FOR_ISSUE, &[("issue", issue)]));
    let expected = facts
        .expected
        .map(|day| ui.fill(texts::boards::EXPECTED_ON, &[("date", &short_day(day))]));
    let rest: Vec<String> = [issue, expected].into_iter().flatten().collect();
    view! {
        {state_mark(ui, facts)} <a class="mine-name" href=href>{name}</a> {due} {late}
        <span>{state} " " {percent}</span>
        <span class="hint">{rest.join(" · ")}</span>
    }
    .into_any()
}
