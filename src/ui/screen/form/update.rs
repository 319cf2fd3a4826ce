//! 更新进展: how far a task has come, said in one click and, if there is more to say, a sentence. Nothing is chosen
//! beforehand; it is noted by its button, by Enter, or when somebody who has chosen goes elsewhere.

mod letters;
mod parts;
mod typing;

use crate::model::RecordId;
use crate::state::Session;
use crate::templates::progress;
use crate::ui::screen::base::composer::still_here;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::keys;
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::texts;
use leptos::prelude::*;
use letters::NoteTyping;
use typing::TaskNote;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, KeyboardEvent, Node, SubmitEvent};

/// The buttons that take something back or do it again.
const TAKES_BACK: &str = "[data-testid^='undo'], [data-testid='redo']";

/// Whether somebody has begun to say how far a task has come and left it half said.
pub(in crate::ui) fn is_half_said(ui: Ui, session: Session, task: &RecordId) -> bool {
    NoteTyping::at(ui, session, task).is_begun()
}

/// A line of choices, a sentence, and what unfolds where it will not be done in time.
#[component]
pub(in crate::ui) fn ProgressUpdate(task: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let one = TaskNote::new(ui, session, task.clone());
    let typing = one.typing;
    let begins = {
        let task = task.clone();
        Memo::new(move |_| session.begins_with_update(&task))
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        one.note();
    };
    let leave = move |event: FocusEvent| {
        if is_left(&event) {
            one.note_what_is_chosen();
        }
    };
    life::hear_any(&["pagehide", "hepai-before-file"], move |_| {
        one.note_what_is_chosen()
    });
    on_cleanup(move || one.say_that_it_waits());
    let is_late = move || typing.confidence.get() == progress::OFF_TRACK.key;
    let is_unsure = move || is_late() || typing.confidence.get() == progress::AT_RISK.key;
    view! {
        <form class="update" tabindex="-1" data-testid="progress-update" data-task=task.to_string() on:submit=submit
            on:focusout=on(leave) on:keydown=on(move |event: KeyboardEvent| choose_by_number(one, &event))>
            <div class="update-line">
                <parts::Percent one/>
                <parts::Confidence one/>
                {when(move || begins.get(), move || view! {
                    <span class="hint">{ui.t(texts::progress::ALSO_BEGINS)}</span>
                })}
            </div>
            <parts::Sentence one/>
            {when(is_unsure, move || view! { <parts::Expected one/> })}
            {when(is_late, move || view! { <parts::Cause one/> })}
            <parts::MoreToSay one/>
            <p class="answers">
                <button data-testid="note-progress">{ui.t(texts::progress::NOTE_IT)}</button>
                {when(move || typing.is_complete(), move || view! {
                    <button type="button" data-testid="note-and-submit" on:click=press(move || one.note_and_submit())>
                        {ui.t(texts::progress::NOTE_AND_SUBMIT)}
                    </button>
                })}
                {still_here(ui, typing.is_resumed)}
                {live(move || typing.problem.get().map(|problem| view! {
                    <span class="hint late" role="alert">{ui.text(problem)}</span>
                }))}
                {when(move || typing.is_noted.get(), move || view! {
                    <span class="hint" role="status" data-testid="progress-noted">
                        {ui.t(texts::progress::PROGRESS_NOTED)}
                    </span>
                })}
            </p>
        </form>
    }
}

/// Whether the focus goes elsewhere on the page; another window does not count, nor does a press on what lies between
/// the controls: the form itself takes it. Whoever takes something back has not said this.
fn is_left(event: &FocusEvent) -> bool {
    let form = event.current_target();
    let form = form.and_then(|form| form.dyn_into::<Element>().ok());
    let to = event.related_target();
    let to = to.and_then(|to| to.dyn_into::<Node>().ok());
    let is_inside = form.is_some_and(|form| form.contains(to.as_ref()));
    let takes_back = to.as_ref().is_some_and(|to| {
        let to = to.dyn_ref::<Element>();
        to.is_some_and(|to| to.closest(TAKES_BACK).ok().flatten().is_some())
    });
    let stays = to.is_some() && is_inside;
    !(stays || takes_back) && document().has_focus().unwrap_or(true)
}

/// 1, 2 and 3 choose how sure one is, wherever no letters are typed.
fn choose_by_number(one: TaskNote, event: &KeyboardEvent) {
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    let is_typing = target.is_some_and(|target| keys::is_text(&target));
    if is_typing || event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key()
    {
        return;
    }
    let at = event
        .key()
        .parse::<usize>()
        .ok()
        .and_then(|number| number.checked_sub(1));
    if let Some(choice) = at.and_then(|at| progress::CONFIDENCES.get(at)) {
        event.prevent_default();
        one.typing.confidence.set(choice.key.to_owned());
        one.touch();
    }
}
