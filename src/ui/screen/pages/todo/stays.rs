//! 日期不改, 目标不改: the project lead's answer with an optional word, and what whoever wanted it otherwise is told.

use crate::analysis::goal::answers::confirmation_record;
use crate::analysis::goal::stays::{StaysAnswer, dates_stay, goal_stays};
use crate::analysis::words::names;
use crate::model::line::{PERSON_CHARS, one_line, quoted};
use crate::model::template::{Form, Label};
use crate::model::{Log, RecordId};
use crate::state::Session;
use crate::templates::{charter, confirmation, member, task};
use crate::ui::screen::base::composer::Composer;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::control::length_told;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::SubmitEvent;

/// Characters shown of the word.
const WORD_CHARS: usize = 300;

/// The button that answers that it stays, and the line for a word.
#[component]
pub(super) fn Keep(place: String, label: Label, keep: Callback<String>) -> impl IntoView {
    let ui = ui();
    let asking = Composer::<1>::at(ui, session(), place);
    let [word] = asking.lines;
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        let said = word.get_untracked().trim().to_owned();
        asking.end();
        keep.run(said);
    };
    view! {
        <button type="button" class="small" data-testid="keep-it" aria-expanded=move || asking.is_open().to_string()
            on:click=press(move || asking.begin(Default::default()))>
            {ui.t(label)}
        </button>
        {when(move || asking.is_open(), move || view! {
            <form class="reason" on:submit=done>
                <label>
                    {ui.t(texts::decide::WORD_IF_ANY)}
                    <input type="text" data-free-text="" data-testid="keep-word" autocomplete="off"
                        prop:value=move || word.get() on:input=move |event| word.set(typed_text(&event))/>
                    {length_told(confirmation::CONFIRMATION.field(confirmation::COMMENT.name), move || word.get())}
                </label>
                {asking.still_here(ui)}
                <button data-testid="keep-done">{ui.t(label)}</button>
                <button type="button" on:click=press(move || asking.end())>{ui.t(texts::forms::CANCEL)}</button>
            </form>
        })}
    }
}

/// Answers that the dates stay; says so, and who does not know yet.
pub(super) fn keep_dates(ui: Ui, session: Session, task: &RecordId, word: &str) {
    if session.keep_dates(task, word).is_empty() {
        return;
    }
    let owner = session.read(|log| Form::new(log, task.clone()).get(task::OWNER));
    say_kept(ui, session, task, owner, texts::decide::DATES_STAY_NOTED);
}

/// Answers that the goal stays; says so, and who does not know yet.
pub(super) fn keep_goal(ui: Ui, session: Session, department: &RecordId, word: &str) {
    if session.keep_goal(department, word).is_empty() {
        return;
    }
    let today = ui.now().date_naive();
    let rep = session.read(|log| {
        let form = Form::new(log, department.clone());
        member::first_rep(&form, department, today)
    });
    say_kept(
        ui,
        session,
        &charter::record(),
        rep,
        texts::decide::GOAL_STAYS_NOTED,
    );
}

fn say_kept(ui: Ui, session: Session, about: &RecordId, to: Option<RecordId>, said: Label) {
    handover::offer_to(ui, session, about, to.into_iter().collect());
    let said = said.text(ui.lang.get_untracked()).to_owned();
    ui.notices.done(session, said, "undo-keep");
}

/// The dates stay as they are: told to whoever wanted others, with the way to take note of it.
#[component]
pub(super) fn DatesStay(task: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let href = Ui::href(session.project(), &task);
    let id = StoredValue::new(task);
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let told = move || {
        let answer = session.watch(|log| dates_stay(log, &id.get_value()));
        let labels = (
            texts::decide::DATES_STAY_SAID,
            texts::decide::DATES_STAY_WHY,
        );
        answer.map(|answer| said(ui, session, &answer, labels))
    };
    let take = move || {
        session.answer_tasks(&[id.get_value()], task::FINE.key, None);
        let said = texts::decide::NOTED
            .text(ui.lang.get_untracked())
            .to_owned();
        ui.notices.done(session, said, "undo-take-note");
    };
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-stays="dates">
            <a href=href><bdi>{name}</bdi></a> " " {live(told)} " "
            <button type="button" class="small" data-testid="take-note" on:click=press(take)>
                {ui.t(texts::decide::KEEP_TO_DATES)}
            </button>
        </li>
    }
}

/// The goal stays as it is: told to the department that objected, which may agree now.
#[component]
pub(super) fn GoalStays(department: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(department);
    let told = move || {
        let answer = session.watch(|log| goal_stays(log, &id.get_value()));
        let labels = (
            texts::decide::GOAL_STAYS_SAID,
            texts::decide::GOAL_STAYS_WHY,
        );
        answer.map(|answer| said(ui, session, &answer, labels))
    };
    let take = move || {
        session.answer_goal(&id.get_value(), confirmation::CONFIRMED, "", None);
        let said = texts::decide::NOTED
            .text(ui.lang.get_untracked())
            .to_owned();
        ui.notices.done(session, said, "undo-take-note");
    };
    let goal = Ui::href(session.project(), &charter::record());
    let hook = confirmation_record(&id.get_value()).map(|record| record.to_string());
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-stays="goal" data-record=hook>
            {live(told)} " " <a href=goal>{ui.t(texts::decide::LOOK_AT_GOAL)}</a> " "
            <button type="button" class="small" data-testid="take-note" on:click=press(take)>
                {ui.t(texts::decide::CONFIRM)}
            </button>
        </li>
    }
}

fn said(ui: Ui, session: Session, answer: &StaysAnswer, (bare, why): (Label, Label)) -> String {
    let lang = ui.lang.get();
    let by = |log: &Log| names::person_name(log, answer.by.as_deref(), lang);
    let name = one_line(&session.read(by), PERSON_CHARS);
    let words = answer.reason.as_deref();
    let words = words.map(|words| quoted(words, WORD_CHARS, lang));
    let label = if words.is_some() { why } else { bare };
    let words = words.unwrap_or_default();
    texts::fill(label, lang, &[("name", &name), ("why", &words)])
}
