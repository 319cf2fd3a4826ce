//! What stands beside a form: what can be done with it, who confirmed it, and its history.

mod agenda;
mod confirmations;
mod goal;
mod holidays;
mod load;
mod takeover;

use crate::analysis::people::People;
use crate::model::sort;
use crate::model::template::{CODE, Form, Lang, ORDER, PREFILLED, Template};
use crate::model::{Change, FieldKey, Log, RecordId};
use crate::templates::{SCHEMA, charter, identity, meeting, member, proposal, settings};
use crate::ui::context::{session, ui};
use crate::ui::long::{Window, Within, long_text, numbered};
use crate::ui::names::{any_value_text, field_name, person_among};
use crate::ui::pieces::live;
use crate::ui::steps::StepsPanel;
use crate::ui::suggested::SuggestionsPanel;
use crate::ui::{port, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// Lines of history drawn at first.
const HISTORY_LINES: usize = 12;

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

/// One write, as the history says it.
#[derive(Clone, PartialEq)]
struct Line {
    key: String,
    time_ms: i64,
    author: Option<String>,
    text: String,
    note: Option<String>,
}

/// Who changed what, newest first.
#[component]
fn History(record: RecordId, template: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let lines = Memo::new(move |_| {
        let lang = ui.lang.get();
        session.watch(|log| history(log, &record, template, lang))
    });
    let people = Memo::new_with_compare(
        move |_| Arc::new(session.watch(|log| People::of(&Form::new(log, charter::record())))),
        |_, _| true,
    );
    let line = move |line: Line| {
        let who = session.read(|log| {
            let person = line.author.as_deref();
            people.with(|people| person_among(log, people, person, ui.lang.get()))
        });
        let note = line.note.map(|note| view! { <q>{long_text(note)}</q> });
        view! { <li><time>{port::time_text(line.time_ms)}</time> <span class="who">{who}</span> <span class="what">{long_text(line.text)}</span> {note}</li> }
            .into_any()
    };
    let window = Window::beginning(Within::List, HISTORY_LINES);
    view! {
        <details class="panel" data-testid="history">
            <summary>{ui.t(texts::HISTORY)}</summary>
            {live(move || lines.with(Vec::is_empty).then(|| view! { <p class="hint">{ui.text(texts::HISTORY_EMPTY)}</p> }))}
            <ul class="history">{window.list(lines, |line: &Line| line.key.clone(), line)}</ul>
        </details>
    }
}

/// Every write of a record, newest first. A change may hold thousands of cells: none is copied.
fn history(log: &Log, record: &RecordId, template: &Template, lang: Lang) -> Vec<Line> {
    let mut writes = suggested(log, record, lang);
    let is_told = |key: &&FieldKey| ![ORDER, CODE, PREFILLED].contains(&key.as_str());
    for key in log.keys(record).filter(is_told) {
        let name = field_name(Some(template), key, lang);
        for write in log.history(record, key) {
            let value = any_value_text(log, record, key, write.value, lang);
            let text = format!("{name}{}{value}", texts::COLON.text(lang));
            writes.push((write.change, text));
        }
    }
    sort::sort_by(&mut writes, |a, b| b.0.order(a.0));
    let line = |(at, (change, text)): (usize, (&Change, String))| Line {
        key: format!("{} {at}", change.id),
        time_ms: change.time,
        author: identity::signer(log, change),
        text,
        note: change.note.as_deref().map(str::to_owned),
    };
    numbered(writes).into_iter().map(line).collect()
}

/// What was suggested for the fields of a record, and what became of it.
fn suggested<'a>(log: &'a Log, record: &RecordId, lang: Lang) -> Vec<(&'a Change, String)> {
    let template = log.schema().template(record.kind());
    let rows = log.rows_under(record, proposal::PROPOSAL.kind);
    let lines = rows.iter().flat_map(|row| {
        let read = |key: &'static str| log.history(row, &FieldKey::of(key));
        let field = log.value(row, &FieldKey::of(proposal::FIELD.name));
        let Some(key) = field.as_text().and_then(|text| text.parse().ok()) else {
            return Vec::new();
        };
        let name = field_name(template, &key, lang);
        let colon = texts::COLON.text(lang);
        let values = read(proposal::VALUE.name).into_iter().map(|write| {
            let value = any_value_text(log, record, &key, write.value, lang);
            let what = texts::SUGGESTION.text(lang);
            (write.change, format!("{what} · {name}{colon}{value}"))
        });
        let answers = read(proposal::ANSWER.name).into_iter().map(|write| {
            let key = FieldKey::of(proposal::ANSWER.name);
            let what = any_value_text(log, row, &key, write.value, lang);
            (write.change, format!("{what} · {name}"))
        });
        values.chain(answers).collect::<Vec<_>>()
    });
    lines.collect()
}
