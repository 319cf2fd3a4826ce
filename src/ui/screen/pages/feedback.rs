//! 反馈: one's own form, who has answered, and what came of it. Until the project lead shows all of it, the page shows
//! nobody what others said.

mod form;
mod improvements;
mod paper;
mod results;

pub(super) use form::FeedbackForm;
pub(super) use improvements::Unanswered;

use super::printing::foot_of_paper;
use crate::analysis::standing::feedback::{FeedbackStanding, feedback_standing};
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::{Form, minute_text};
use crate::state::{Page, Session};
use crate::templates::{feedback, member, settings};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::texts;
use leptos::prelude::*;

/// The page; with a sheet of paper that is being entered.
#[component]
pub(in crate::ui) fn Feedback() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let stands = Memo::new(move |_| session.watch(feedback_standing));
    let is_shown = Memo::new(move |_| stands.with(|stands| stands.is_shown));
    let is_blank = RwSignal::new(false);
    let is_time = Memo::new(move |_| {
        session.watch(|log| settings::is_closing(&Form::new(log, settings::record())))
    });
    let is_empty = move || !is_time.get() && session.rows(feedback::KIND).is_empty();
    let as_of = move || {
        ui.fill(
            texts::forms::DATA_AS_OF,
            &[("time", &minute_text(session.now()))],
        )
    };
    foot_of_paper(move || [session.project_name(), as_of()].join(" · "));
    let blank = move || {
        is_blank.set(true);
        dom::print(ui.on_paper);
    };
    Effect::new(move |before: Option<bool>| {
        let is_printing = ui.on_paper.get();
        if before == Some(true) && !is_printing {
            is_blank.set(false);
        }
        is_printing
    });
    view! {
        <header class="page-head">
            <h1>{ui.t(feedback::FEEDBACK.list_label())}</h1>
            <button type="button" data-testid="print-blank" on:click=press(blank)>
                {ui.t(texts::closing::PRINT_BLANK)}
            </button>
            {when(move || is_shown.get(), move || view! {
                <button type="button" data-testid="print" on:click=press(move || dom::print(ui.on_paper))>
                    {ui.t(texts::standing::PRINT)}
                </button>
            })}
        </header>
        {when(move || !is_shown.get() && !is_blank.get(), move || view! {
            <p class="paper-only paper-head">
                <strong>{ui.t(feedback::FEEDBACK.list_label())}</strong> {live(move || session.project_name())}
            </p>
        })}
        {when(move || is_blank.get(), || view! { <paper::Blank/> })}
        <div class="feedback-page" class:no-print=move || is_blank.get()>
            {when(is_empty, move || view! { <p class="empty">{ui.t(feedback::FEEDBACK.words.empty)}</p> })}
            {when(move || !is_shown.get() && !is_empty(), move || view! { <BeforeShown stands/> })}
            {when(move || is_shown.get(), || view! { <results::Results/> })}
            {when(move || is_shown.get() && stands.with(|stands| stands.waiting > 0), move || view! {
                <ShowAll stands/>
            })}
        </div>
    }
}

/// One's own form, who has answered, and what the lead and the coordinator do meanwhile.
#[component]
fn BeforeShown(stands: Memo<FeedbackStanding>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let own = Memo::new(move |_| session.own_feedback());
    let sheet = RwSignal::new(None::<RecordId>);
    let keeps = Memo::new(move |_| session.may_show_feedback() || is_coordinator(session));
    let due = move || {
        let due = stands.with(|stands| stands.due)?;
        Some(ui.fill(texts::closing::UNTIL_DAY, &[("date", &due.to_string())]))
    };
    let keeper = move || {
        let name = session.watch(|log| {
            let form = Form::new(log, settings::record());
            let today = session.now().date_naive();
            let roles = [member::COORDINATOR, member::LEAD].into_iter();
            let mut named = roles.filter_map(|role| member::first_with_role(&form, role, today));
            named.next().map(|one| short_name(log, &one, ui.lang.get()))
        });
        ui.fill(
            texts::closing::WITHOUT_NAMES,
            &[("name", &name.unwrap_or_default())],
        )
    };
    view! {
        {live(move || own.get().map(|record| view! {
            <p class="feedback-sum">{ui.t(feedback::FEEDBACK.title)} " " <span class="hint">{live(due)}</span></p>
            <p class="hint">{ui.t(texts::closing::MAY_BE_READ)} " " {live(keeper)}</p>
            <p class="hint">{ui.t(texts::closing::NO_RATING)}</p>
            <FeedbackForm record/>
        }))}
        <Counts stands/>
        {when(move || keeps.get(), move || view! { <ShowAll stands/> })}
        {when(move || keeps.get(), move || view! {
            <p class="answers no-print">
                <button type="button" data-testid="enter-sheet"
                    on:click=press(move || sheet.set(Some(session.begin_sheet())))>
                    {ui.t(texts::closing::ENTER_SHEET)}
                </button>
            </p>
        })}
        {live(move || sheet.get().map(|record| view! { <FeedbackForm record/> }))}
    }
}

fn is_coordinator(session: Session) -> bool {
    session.me().is_some_and(|me| {
        session.watch(|log| {
            let form = Form::new(log, settings::record());
            crate::analysis::people::who::holds(&form, &me, member::COORDINATOR, None)
        })
    })
}

/// 已提交 5/6 个部门 · 还没填：财务部
#[component]
fn Counts(stands: Memo<FeedbackStanding>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let said = move || {
        stands.with(|stands| {
            let (n, m) = (
                stands.answered().to_string(),
                stands.departments.len().to_string(),
            );
            let mut parts = vec![ui.fill(texts::closing::HAVE_ANSWERED, &[("n", &n), ("m", &m)])];
            let silent = stands.silent();
            let lang = ui.lang.get();
            let names = session.watch(|log| {
                let names = silent.iter().map(|one| short_name(log, one, lang));
                names
                    .collect::<Vec<_>>()
                    .join(texts::LIST_SEPARATOR.text(lang))
            });
            if !names.is_empty() {
                parts.push(ui.fill(texts::closing::NOT_ANSWERED_YET, &[("names", &names)]));
            }
            if stands.sheets > 0 {
                let n = stands.sheets.to_string();
                parts.push(ui.fill(texts::closing::SHEETS_ENTERED, &[("n", &n)]));
            }
            parts.join(" · ")
        })
    };
    view! { <p data-testid="feedback-counts">{live(said)}</p> }
}

/// The lead shows all of it to all, and asks those who have not answered.
#[component]
fn ShowAll(stands: Memo<FeedbackStanding>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let may = Memo::new(move |_| session.may_show_feedback());
    let awaits = Memo::new(move |_| session.feedback_awaits());
    let none = move || awaits.with(Option::is_some) || stands.with(|stands| stands.waiting == 0);
    let why = move || {
        let home = awaits.get()?;
        let due = stands.with(|stands| stands.due).map(|due| due.to_string());
        let name = session.watch(|log| short_name(log, &home, ui.lang.get()));
        let places = [("department", &*name), ("date", &*due.unwrap_or_default())];
        Some(ui.fill(texts::closing::OWN_COMES_FIRST, &places))
    };
    let show = move || {
        let n = session.show_feedback().len();
        if n > 0 {
            let said = ui.fill(texts::closing::SHOWN_TO_ALL, &[("n", &n.to_string())]);
            ui.notices.done(session, said, "undo-show");
        }
    };
    let silent = move || stands.with(|stands| !stands.silent().is_empty());
    view! {
        <p class="answers no-print">
            {when(move || may.get(), move || view! {
                <button type="button" class="primary" data-testid="show-feedback" disabled=none
                    on:click=press(show)>
                    {ui.t(texts::closing::SHOW_TO_ALL)}
                </button>
                <span class="hint" data-testid="show-waits">{live(why)}</span>
            })}
            {when(silent, move || view! {
                <button type="button" data-testid="ask-for-feedback"
                    on:click=press(move || ask_silent(ui, session))>
                    {ui.t(texts::closing::ASK_THE_SILENT)}
                </button>
            })}
        </p>
    }
}

/// Goes to where the representatives of the departments that have not answered are asked by a file.
pub(super) fn ask_silent(ui: Ui, session: Session) {
    let today = session.now().date_naive();
    let to = session.read(|log| {
        let form = Form::new(log, settings::record());
        let silent = feedback_standing(log).silent().into_iter();
        let reps = silent.filter_map(|one| member::first_rep(&form, &one, today));
        reps.collect()
    });
    offer_to(ui, session, &RecordId::of(feedback::KIND), to);
    ui.go(session.project(), Page::Exchange);
}
