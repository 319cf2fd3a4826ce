//! The answer to one line, or to all lines of a clause: one press, and a reason unless it is adopted as it is. Then the
//! next line that waits takes its place.

use super::AtConsultation;
use crate::analysis::standing::consultations::at_same_clause;
use crate::analysis::words::names::short_name;
use crate::model::template::{Choice, Form};
use crate::model::{FieldKey, RecordId};
use crate::templates::opinion;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom::{self, typed_text};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::form::control::length_told;
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

/// Under the table, for whoever answers.
#[component]
pub(super) fn AnswerStrip(at: AtConsultation) -> impl IntoView {
    let author = author_of(at.session);
    let line = Memo::new(move |_| {
        author.get();
        at.line().filter(|line| {
            at.session.watch(|_| ());
            at.session.may_answer_opinion(line)
        })
    });
    live(move || line.get().map(|line| view! { <AnswerOf at line/> }))
}

#[component]
fn AnswerOf(at: AtConsultation, line: RecordId) -> impl IntoView {
    let ui = ui();
    let session = at.session;
    let id = StoredValue::new(line.clone());
    let stands = session.read(|log| Form::new(log, line.clone()).get(opinion::ANSWER_REASON));
    let half = kept_line(ui, session, &format!("answer-opinion/{line}"));
    let reason = RwSignal::new(match half.get_untracked() {
        half if half.is_empty() => stands.unwrap_or_default(),
        half => half,
    });
    let group = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, at.record.get_value());
            at_same_clause(&form, &id.get_value())
        })
    });
    let given = Memo::new(move |_| {
        session.value(&id.get_value(), &FieldKey::of(opinion::ANSWER.name));
        session.read(|log| opinion::answer_of(&Form::new(log, id.get_value())))
    });
    let answered = move || match at.is_together.get_untracked() {
        true => group.get_untracked(),
        false => vec![id.get_value()],
    };
    let answer = move |choice: Choice| {
        let (lines, why) = (answered(), reason.get_untracked().trim().to_owned());
        session.answer_opinions(&lines, choice, &why);
        let n = lines.len().to_string();
        let said = ui.fill(texts::opinions::LINES_ANSWERED, &[("n", &n)]);
        ui.notices.done(session, said, "undo-answer");
        if choice == opinion::ADOPTED || !why.is_empty() {
            half.set(String::new());
            at.go_on();
        } else {
            at.chosen.set(Some(id.get_value()));
            dom::focus_soon(REASON_BOX.to_owned());
        }
    };
    // Where the line is left for something else on the page, the next one does not take its place under the pointer.
    let keep = move || {
        let (why, answer) = (reason.get_untracked(), given.get_untracked());
        let answer = answer.filter(|_| !why.trim().is_empty());
        let stands = |line: RecordId| {
            let said = session.read(|log| Form::new(log, line).get(opinion::ANSWER_REASON));
            said.as_deref() == Some(why.trim())
        };
        let is_new = !answered().into_iter().all(stands);
        if let Some(answer) = answer.filter(|_| is_new) {
            session.answer_opinions(&answered(), answer, why.trim());
            half.set(String::new());
        }
        answer.is_some()
    };
    let explain = move |event: SubmitEvent| {
        event.prevent_default();
        if keep() {
            at.go_on();
        }
    };
    let button = move |choice: &Choice| {
        let choice = *choice;
        view! {
            <button type="button" data-testid="answer-opinion" data-answer=choice.key
                aria-pressed=move || (given.get() == Some(choice)).to_string() on:click=press(move || answer(choice))>
                {ui.t(choice.label)}
            </button>
        }
    };
    let label = opinion::OPINION.field(opinion::ANSWER_REASON.name);
    view! {
        <section class="card answer-strip no-print" data-testid="answer-strip" data-record=line.to_string()>
            <p class="update-head">{live(move || chosen_said(ui, at, &id.get_value()))}</p>
            <form class="answers" on:submit=explain>
                {opinion::ANSWERS.iter().map(button).collect::<Vec<_>>()}
                <label class="answer-reason">
                    {label.map(|field| ui.t(field.label))}
                    <input type="text" data-free-text="" autocomplete="off"
                        data-field=opinion::ANSWER_REASON.name data-testid="answer-reason"
                        prop:value=move || reason.get()
                        on:input=on(move |event: Event| {
                            let letters = typed_text(&event);
                            half.set(letters.clone());
                            reason.set(letters);
                        })
                        on:change=on(move |_: Event| _ = keep())/>
                    {length_told(label, move || reason.get())}
                </label>
                <button class="small" data-testid="keep-reason">{ui.t(texts::forms::DO_IT)}</button>
            </form>
            {when(move || group.with(|group| group.len() > 1), move || view! {
                <p class="answers">
                    <span class="hint">{live(move || same_said(ui, at, &id.get_value(), group.with(Vec::len)))}</span>
                    <button type="button" class="small" data-testid="answer-together"
                        aria-pressed=move || at.is_together.get().to_string()
                        on:click=press(move || at.is_together.update(|is| *is = !*is))>
                        {ui.t(texts::opinions::TOGETHER)}
                    </button>
                </p>
            })}
        </section>
    }
}

/// Where the reason is typed.
const REASON_BOX: &str = "[data-testid=answer-reason]";

fn clause_of(at: AtConsultation, line: &RecordId) -> String {
    let value = at.session.value(line, &FieldKey::of(opinion::CLAUSE.name));
    value.as_text().unwrap_or_default().to_owned()
}

fn chosen_said(ui: Ui, at: AtConsultation, line: &RecordId) -> String {
    let clause = clause_of(at, line);
    let department = at.session.watch(|log| {
        let home = Form::new(log, line.clone()).get(opinion::DEPARTMENT);
        home.map(|home| short_name(log, &home, ui.lang.get()))
    });
    let department = department.unwrap_or_default();
    let places = [("clause", &*clause), ("department", &*department)];
    ui.fill(texts::opinions::CHOSEN, &places)
}

fn same_said(ui: Ui, at: AtConsultation, line: &RecordId, n: usize) -> String {
    let clause = clause_of(at, line);
    let places = [("clause", &*clause), ("n", &*n.to_string())];
    ui.fill(texts::opinions::SAME_CLAUSE, &places)
}
