//! 代为登记: what a department said by mail or in a chat, noted by whoever answers, with its basis. Without words it is
//! that the department has nothing to say.

use super::AtConsultation;
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::{Form, Label};
use crate::state::{Behalf, SaidToClause};
use crate::templates::{member, opinion};
use crate::ui::screen::base::composer::kept_lines;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{live, on};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

#[component]
pub(super) fn RecordFor(at: AtConsultation) -> impl IntoView {
    let ui = ui();
    let session = at.session;
    let place = at
        .record
        .with_value(|record| format!("record-opinion/{record}"));
    let [clause, text, instead] = kept_lines(ui, session, &place);
    // What stands here is the basis of the next opinion, too.
    let [department, basis] = kept_lines(ui, session, &format!("{place}/basis"));
    let whom = move || department.with(|department| department.parse::<RecordId>().ok());
    let is_begun = untrack(|| {
        [clause, text, instead, department, basis]
            .iter()
            .any(|line| line.with(|line| !line.is_empty()))
    });
    let note = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(department), grounds) = (untrack(whom), basis.get_untracked()) else {
            return;
        };
        if grounds.trim().is_empty() {
            return;
        }
        let behalf = Behalf {
            member: speaker_of(at, &department),
            basis: grounds.trim().to_owned(),
        };
        let (about, words) = (clause.get_untracked(), text.get_untracked());
        let other = instead.get_untracked();
        let record = at.record.get_value();
        let slots = if words.trim().is_empty() && other.trim().is_empty() {
            session.no_comment(&record, &department, Some(&behalf))
        } else {
            let said = SaidToClause {
                clause: about.trim(),
                text: words.trim(),
                instead: other.trim(),
            };
            session.give_opinion(&record, &department, said, Some(&behalf))
        };
        if !slots.is_empty() {
            for one in [clause, text, instead] {
                one.set(String::new());
            }
            let said = ui.text(texts::opinions::OPINION_NOTED).to_owned();
            ui.notices.done(session, said, "undo-opinion");
        }
    };
    let label = |key: &str| {
        opinion::OPINION
            .field(key)
            .map_or(Label::NONE, |field| field.label)
    };
    let typed = move |key: &'static str, said: Label, held: RwSignal<String>| {
        view! {
            <label class="line">
                <span>{ui.t(said)}</span>
                <input type="text" data-free-text="" autocomplete="off" data-field=key prop:value=move || held.get()
                    on:input=on(move |event: Event| held.set(typed_text(&event)))/>
            </label>
        }
    };
    let option = move |one: RecordId| {
        let name = session.read(|log| short_name(log, &one, ui.lang.get()));
        let id = one.to_string();
        let is_it = department.with_untracked(|department| *department == id);
        view! { <option value=id selected=is_it>{name}</option> }
    };
    let departments = move || at.told.with(|told| told.voices.clone());
    let choose = on(move |event: Event| department.set(event_target_value(&event)));
    view! {
        <details class="panel record-for no-print" data-testid="record-opinion" open=is_begun>
            <summary>{ui.t(texts::opinions::RECORD_BY_MAIL)}</summary>
            <form class="reason" on:submit=note>
                <label class="line">
                    <span>{ui.t(label(opinion::DEPARTMENT.name))}</span>
                    <select data-field=opinion::DEPARTMENT.name on:change=choose>
                        <option value=""></option>
                        {live(move || departments().into_iter().map(|(one, _)| option(one)).collect::<Vec<_>>())}
                    </select>
                </label>
                {typed(opinion::CLAUSE.name, label(opinion::CLAUSE.name), clause)}
                {typed(opinion::OPINION_TEXT.name, label(opinion::OPINION_TEXT.name), text)}
                {typed(opinion::SUGGESTED_TEXT.name, label(opinion::SUGGESTED_TEXT.name), instead)}
                {typed("basis", texts::opinions::ITS_BASIS, basis)}
                <button data-testid="record-done">{ui.t(texts::progress::NOTE_IT)}</button>
                <span class="hint">{ui.t(texts::opinions::EMPTY_IS_NONE)}</span>
            </form>
        </details>
    }
}

/// Who speaks for a department; where nobody does, the department itself.
fn speaker_of(at: AtConsultation, department: &RecordId) -> RecordId {
    let today = at.session.now().date_naive();
    at.session.read(|log| {
        let form = Form::new(log, at.record.get_value());
        member::first_rep(&form, department, today).unwrap_or_else(|| department.clone())
    })
}
