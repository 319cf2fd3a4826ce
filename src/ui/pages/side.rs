//! What stands beside a form: what can be done with it, who confirmed it, and its history.

mod agenda;
mod confirmations;
mod goal;
mod holidays;
mod load;
mod takeover;

use crate::analysis::standing::past::{self, Happened, What};
use crate::analysis::words::names::{any_value_text, field_name, person_name};
use crate::model::template::{Lang, Template};
use crate::model::{FieldKey, Log, RecordId};
use crate::templates::{SCHEMA, charter, identity, meeting, member, proposal, settings};
use crate::ui::context::{session, ui};
use crate::ui::long::long_text;
use crate::ui::pieces::{live, on};
use crate::ui::steps::StepsPanel;
use crate::ui::suggested::SuggestionsPanel;
use crate::ui::{port, texts};
use leptos::prelude::*;

/// Lines of history shown first, and with each press for earlier ones.
const HISTORY_LINES: usize = 12;
const MORE_LINES: usize = 100;

/// The side of a form.
#[component]
pub(in crate::ui) fn Side(record: RecordId) -> impl IntoView {
    let template = SCHEMA.template(record.kind());
    let is_charter = record == charter::record();
    let is_meeting = record.kind() == meeting::MEETING.kind;
    let is_settings = record == settings::record();
    let is_person = record.kind() == member::MEMBER.kind;
    view! {
        <StepsPanel record=record.clone()/>
        {is_meeting.then(|| view! { <agenda::MeetingAgenda meeting=record.clone()/> })}
        <SuggestionsPanel record=record.clone()/>
        {is_charter.then(|| view! { <goal::Goal/> })}
        {is_charter.then(|| view! { <confirmations::Confirmations/> })}
        {is_person.then(|| view! { <takeover::Takeover record=record.clone()/> })}
        {is_person.then(|| view! { <load::PersonLoad record=record.clone()/> })}
        {is_settings.then(|| view! { <holidays::Holidays/> })}
        {template.map(|template| view! { <History record template/> })}
    }
}

/// Who changed what, newest first.
#[component]
fn History(record: RecordId, template: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let shown = RwSignal::new(HISTORY_LINES);
    let lines = Memo::new(move |_| {
        let lang = ui.lang.get();
        session.watch(|log| {
            let (lines, count) = past::past(log, &record, shown.get());
            let line = |one: Happened<'_>| {
                (
                    port::time_text(one.change.time),
                    person_name(log, identity::signer(log, one.change).as_deref(), lang),
                    happened_text(log, template, &record, &one, lang),
                    one.change.note.as_deref().map(str::to_owned),
                )
            };
            let lines: Vec<_> = lines.into_iter().map(line).collect();
            let more = count - lines.len();
            (lines, more)
        })
    });
    let more = move || lines.with(|(_, more)| *more);
    let show = move |_: web_sys::MouseEvent| shown.update(|shown| *shown += MORE_LINES);
    view! {
        <details class="panel" data-testid="history">
            <summary>{ui.t(texts::HISTORY)}</summary>
            {live(move || lines.with(|(lines, _)| lines.is_empty()).then(|| view! { <p class="hint">{ui.text(texts::HISTORY_EMPTY)}</p> }))}
            <ul class="history">
                {live(move || lines.get().0.into_iter().map(|(time, who, text, note)| view! {
                    <li><time>{time}</time> <span class="who">{who}</span> <span class="what">{long_text(text)}</span> {note.map(|note| view! { <q>{long_text(note)}</q> })}</li>
                }).collect::<Vec<_>>())}
            </ul>
            {live(move || (more() > 0).then(|| view! { <button type="button" class="link" data-testid="earlier" on:click=on(show)>{ui.fill(texts::EARLIER, &[("n", &more().to_string())])}</button> }))}
        </details>
    }
}

/// What a change did, in words.
fn happened_text(
    log: &Log,
    template: &'static Template,
    record: &RecordId,
    one: &Happened<'_>,
    lang: Lang,
) -> String {
    let (colon, of) = (texts::COLON.text(lang), |key: &FieldKey| {
        field_name(Some(template), key, lang)
    });
    let text =
        |record: &RecordId, key: &FieldKey| any_value_text(log, record, key, one.value, lang);
    match &one.what {
        What::Wrote(key) => format!("{}{colon}{}", of(key), text(record, key)),
        What::Suggested(key) => {
            let what = texts::SUGGESTION.text(lang);
            format!("{what} · {}{colon}{}", of(key), text(record, key))
        }
        What::Answered(row, key) => {
            let answer = FieldKey::of(proposal::ANSWER.name);
            format!("{} · {}", text(row, &answer), of(key))
        }
    }
}
