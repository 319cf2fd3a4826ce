//! 总览: what this project is, how it stands, and what to do next.

mod bands;
mod before_start;
mod coming;
mod departments;
mod matter_words;
mod matters;
mod more_forms;
mod next_step;
mod open_counts;
pub(in crate::ui) mod panels;
mod remind;
mod six_steps;
mod time;
mod verdict;

use crate::exchange::limits::MANY_CHANGES;
use crate::model::template::Label;
use crate::model::{FieldKey, Log, RecordId};
use crate::state::{Extent, Page, PlanShown, PlanView, Route, Session};
use crate::templates::charter;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::door::carry_out;
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::pages::card;
use crate::ui::texts;
pub(in crate::ui) use coming::ComingUp;
use leptos::prelude::*;
pub(in crate::ui) use matters::Matters;
pub(in crate::ui) use time::TimeStrip;
pub(in crate::ui) use verdict::Verdict;

/// The first page of a project.
#[component]
pub(in crate::ui) fn Overview() -> impl IntoView {
    let ui = ui();
    let session = session();
    let goal = move || {
        let key = FieldKey::of(charter::GOAL_STATEMENT.name);
        crate::analysis::words::names::quoted(crate::analysis::words::typed::plain(
            &session.value(&RecordId::of(charter::CHARTER.kind), &key),
        ))
    };
    let rest = figures();
    let standing = Memo::new(move |_| {
        rest.version();
        let now = session.now();
        session.read(|log| crate::analysis::standing::health::standing(log, now))
    });
    let matters = Memo::new(move |_| {
        rest.version();
        let now = session.now();
        session.read(|log| crate::analysis::standing::matters::matters(log, now))
    });
    let any_matters = Memo::new(move |_| matters.with(|matters| !matters.is_empty()));
    let is_before = Memo::new(move |_| {
        rest.version();
        before_start::is_before_start(session)
    });
    let name = move || match session.shown_project_name() {
        name if name.is_empty() => ui.text(texts::UNNAMED).to_owned(),
        name => name,
    };
    let brief = Route::Project(session.project(), Page::Brief).to_string();
    view! {
        <header class="page-head">
            <h1>{live(name)}</h1>
            <p class="goal" title=goal>{goal}</p>
            <a class="button" href=brief data-testid="brief">{ui.t(texts::standing::PRINT_BRIEF)}</a>
        </header>
        {live(move || part_of(session).map(|label| view! {
            <p class="notice" data-kind="warning" data-testid="partial">{ui.text(label)}</p>
        }))}
        <Large/>
        <section class="card full stand-card">
            <Verdict standing matters/>
            <next_step::NextStep/>
        </section>
        <bands::FirstBand/>
        <TimeStrip/>
        <div class="split">
            <div class="split-main">
                {when(move || is_before.get(), || view! { <before_start::BeforeStart/> })}
                {when(move || !is_before.get() || any_matters.get(), move || view! { <Matters matters/> })}
                <ComingUp/>
            </div>
            // Before work begins it matters who has answered; afterwards, how far it has come.
            <div class="split-side" data-before=move || is_before.get().to_string()>
                <panels::ProgressPanel standing/>
                <departments::WhoIsWhere/>
            </div>
        </div>
        <six_steps::SixSteps/>
        <open_counts::OpenCounts/>
        <super::sample::TryReplies/>
        <panels::Milestones/>
        <panels::Documents/>
        {live(move || { rest.version(); view! { <card::BackupDue project=session.project()/> } })}
        <more_forms::MoreForms/>
    }
}

/// The address of the plan as bars, the critical path alone, the caret on a task of it.
fn in_gantt(session: Session, first: Option<&RecordId>) -> String {
    let mut shown = PlanShown::parse("c=1");
    shown.selected.extend(first.cloned());
    let page = Page::Plan(PlanView::Gantt, shown);
    Route::Project(session.project(), page).to_string()
}

/// A project with very many edits: that it gets slow, and the way to go on without their history.
#[component]
fn Large() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rest = figures();
    let many = Memo::new(move |_| {
        rest.version();
        let count = session.read(Log::len);
        (count >= MANY_CHANGES).then_some(count)
    });
    let anew = move |_| carry_out(ui, Deed::CleanCopy(session));
    live(move || {
        let count = many.get()?.to_string();
        Some(view! {
            <section class="notice" data-kind="warning" data-testid="many-changes">
                <p class="notice-text">{ui.fill(texts::standing::MANY_HERE, &[("n", &count)])}</p>
                <button type="button" on:click=anew>{ui.t(texts::frame::OPEN_AS_ANOTHER)}</button>
            </section>
        })
    })
}

/// What the page says of a copy that is not whole; watches it.
pub(in crate::ui) fn part_of(session: Session) -> Option<Label> {
    match session.extent() {
        Extent::Whole | Extent::Asking => None,
        Extent::Part => Some(texts::standing::PARTIAL),
        Extent::Damaged => Some(texts::standing::PARTLY_DAMAGED),
        Extent::Unread => Some(texts::frame::UNREAD_HERE),
    }
}
