//! 联动解决: the steps of an issue with their clocks, of which the one that runs is open, and the text for the chat.

mod band;
mod paper;
mod step;

pub(in crate::ui) use band::CaseBand;
pub(super) use paper::CaseOnPaper;
pub(super) use step::OpenStep;

use crate::analysis::time::case_clock::{StepStand, case_steps, is_joint};
use crate::analysis::words::names::short_name;
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::state::Session;
use crate::templates::{case, charter, issue, member};
use crate::ui::letter::{case_chat, step_said};
use crate::ui::screen::base::context::{copy_and_say, session, ui};
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::prelude::*;

/// A step and what is said of its clock.
#[derive(Debug, Clone, PartialEq)]
struct StepLine {
    key: &'static str,
    is_done: bool,
    is_now: bool,
    said: String,
    who: String,
}

/// The steps as they stand, watched.
fn lines(session: Session, issue: &RecordId, lang: crate::model::template::Lang) -> Vec<StepLine> {
    let now = session.now();
    session.watch(|log| {
        let form = Form::new(log, issue.clone());
        let line = |stand: StepStand| StepLine {
            key: stand.step.key,
            is_done: stand.done.is_some(),
            is_now: stand.is_now,
            said: step_said(log, issue, &stand, now, seen_from_here(lang)),
            who: stand
                .owner
                .map(|who| short_name(log, &who, lang))
                .unwrap_or_default(),
        };
        case_steps(&form).into_iter().map(line).collect()
    })
}

/// The section of an issue; where it is urgent and nothing has begun, the button that begins it.
#[component]
pub(in crate::ui) fn Case(issue: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(issue);
    let form = move |read: fn(&Form<'_>) -> bool| {
        session.watch(|log| read(&Form::new(log, id.get_value())))
    };
    let is_here = Memo::new(move |_| form(is_joint));
    let may_begin =
        Memo::new(move |_| form(|form| issue::is_urgent(form) && issue::is_unsettled(form)));
    let begin = move || {
        session.begin_case(&id.get_value());
    };
    view! {
        {when(move || is_here.get(), move || view! { <CaseSection issue=id.get_value()/> })}
        {when(move || !is_here.get() && may_begin.get(), move || view! {
            <p class="answers no-print">
                <button type="button" data-testid="begin-case" on:click=press(begin)>
                    {ui.t(texts::cases::JOINT)}
                </button>
                <span class="hint">{ui.t(texts::cases::JOINT_HOW)}</span>
            </p>
        })}
    }
}

#[component]
fn CaseSection(issue: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(issue);
    let all = Memo::new(move |_| lines(session, &id.get_value(), ui.lang.get()));
    let keys =
        Memo::new(move |_| all.with(|all| all.iter().map(|one| one.key).collect::<Vec<_>>()));
    let steps = move || {
        let keys = keys.get().into_iter();
        keys.map(|key| view! { <StepRow issue=id.get_value() key all/> })
            .collect::<Vec<_>>()
    };
    view! {
        <section class="case no-print" data-testid="case" aria-label=ui.t(texts::cases::JOINT)>
            <div class="case-main card">
                <h2>{ui.t(texts::cases::JOINT)}</h2>
                <ol class="case-steps">{live(steps)}</ol>
            </div>
            <div class="case-side"><Team issue=id.get_value()/><ForChat issue=id.get_value()/></div>
        </section>
    }
}

/// One step: in a line, and open where its clock runs.
#[component]
fn StepRow(issue: RecordId, key: &'static str, all: Memo<Vec<StepLine>>) -> impl IntoView {
    let ui = ui();
    let step = case::step(key)?;
    let id = StoredValue::new(issue);
    let line = Memo::new(move |_| all.with(|all| all.iter().find(|one| one.key == key).cloned()));
    let is = move |read: fn(&StepLine) -> bool| line.with(|line| line.as_ref().is_some_and(read));
    let is_now = Memo::new(move |_| is(|one| one.is_now));
    let is_done = Memo::new(move |_| is(|one| one.is_done));
    let is_next = Memo::new(move |_| {
        all.with(|all| {
            all.iter()
                .find(|one| one.is_now)
                .is_some_and(|one| one.key == key)
        })
    });
    let mark = move || match (is_done.get(), is_now.get()) {
        (true, _) => "✓",
        (_, true) => "▸",
        _ => "",
    };
    let said = move || line.with(|line| line.as_ref().map(|one| one.said.clone()));
    let who = move || line.with(|line| line.as_ref().map(|one| one.who.clone()));
    Some(view! {
        <li data-testid="case-step" data-step=key data-now=move || is_now.get().to_string()
            data-done=move || is_done.get().to_string()>
            <p class="case-line">
                <span class="case-mark" aria-hidden="true">{mark}</span>
                <strong>{ui.t(step.label)}</strong>
                <span class="hint">{said}</span>
                <bdi>{who}</bdi>
            </p>
            {when(move || is_now.get(), move || view! { <OpenStep issue=id.get_value() step is_next/> })}
            {when(move || is_done.get(), move || view! { <step::DoneStep issue=id.get_value() step/> })}
        </li>
    })
}

/// Who works on it, and who is on duty.
#[component]
fn Team(issue: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(issue);
    let team = move || session.watch(|log| team_said(log, &id.get_value(), ui.lang.get()));
    let duty = move || {
        let today = session.now().date_naive();
        session.watch(|log| {
            let form = Form::new(log, charter::record());
            let found = member::first_with_role(&form, member::COORDINATOR, today)?;
            Some(short_name(log, &found, ui.lang.get()))
        })
    };
    view! {
        <section class="panel">
            <h3>{ui.t(texts::cases::TEAM)}</h3>
            <p>{live(team)}</p>
            <p class="hint">
                {live(move || match duty() {
                    Some(name) => format!("{} {name}", ui.text(texts::cases::ON_DUTY)),
                    None => ui.text(texts::cases::NOBODY_ON_DUTY).to_owned(),
                })}
            </p>
        </section>
    }
}

fn team_said(log: &Log, issue: &RecordId, lang: crate::model::template::Lang) -> String {
    let form = Form::new(log, issue.clone());
    let team = case::begun(&form).map_or_else(Vec::new, |case| {
        case.elements_in_order(case::CASE_TEAM.name)
    });
    let named = team.into_iter().filter_map(|(rest, _)| {
        let person: RecordId = format!("{}/{rest}", member::KIND).parse().ok()?;
        Some(short_name(log, &person, lang))
    });
    named
        .collect::<Vec<_>>()
        .join(texts::LIST_SEPARATOR.text(lang))
}

/// The status for the chat, new after every step.
#[component]
pub(super) fn ForChat(issue: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(issue);
    let text =
        move || session.watch(|log| case_chat(log, &id.get_value(), seen_from_here(ui.lang.get())));
    let copy = move || life::to_the_end((ui, untrack(text)), copy_and_say);
    view! {
        <section class="panel">
            <h3>{ui.t(texts::cases::FOR_CHAT)}</h3>
            <p class="case-chat" data-testid="case-chat">{live(text)}</p>
            <p class="answers">
                <button type="button" data-testid="copy-case" on:click=press(copy)>
                    {ui.t(texts::cases::COPY_STATUS)}
                </button>
            </p>
            <p class="hint">{ui.t(texts::cases::CHAT_HOW)}</p>
        </section>
    }
}
