//! What stands beside a form: what can be done with it, who confirmed it, and its history.

mod agenda;
mod confirmations;
mod goal;
mod holidays;
mod load;
mod takeover;

use crate::model::sort;
use crate::model::template::{CODE, Lang, ORDER, PREFILLED, Template};
use crate::model::{Change, FieldKey, Log, RecordId};
use crate::templates::{SCHEMA, charter, identity, meeting, member, proposal, settings};
use crate::ui::context::{session, ui};
use crate::ui::names::{any_value_text, field_name, person_name};
use crate::ui::pieces::live;
use crate::ui::steps::StepsPanel;
use crate::ui::suggested::SuggestionsPanel;
use crate::ui::{port, texts};
use leptos::prelude::*;

/// Lines of history shown before 更多.
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

/// Who changed what, newest first.
#[component]
fn History(record: RecordId, template: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let lines = Memo::new(move |_| {
        let lang = ui.lang.get();
        session.watch(|log| {
            let mut writes: Vec<(Change, String)> = suggested(log, &record, lang);
            for key in log
                .keys(&record)
                .filter(|key| ![ORDER, CODE, PREFILLED].contains(&key.as_str()))
            {
                for write in log.history(&record, key) {
                    let name = field_name(Some(template), key, lang);
                    let value = any_value_text(log, &record, key, write.value, lang);
                    writes.push((
                        write.change.clone(),
                        format!("{name}{}{value}", texts::COLON.text(lang)),
                    ));
                }
            }
            sort::sort_by(&mut writes, |a, b| b.0.order(&a.0));
            writes.truncate(HISTORY_LINES);
            writes
                .into_iter()
                .map(|(change, text)| {
                    (
                        port::time_text(change.time),
                        person_name(log, identity::signer(log, &change).as_deref(), lang),
                        text,
                        change.note.as_deref().map(str::to_owned),
                    )
                })
                .collect::<Vec<_>>()
        })
    });
    view! {
        <details class="panel" data-testid="history">
            <summary>{ui.t(texts::HISTORY)}</summary>
            {live(move || lines.with(Vec::is_empty).then(|| view! { <p class="hint">{ui.text(texts::HISTORY_EMPTY)}</p> }))}
            <ul class="history">
                {live(move || lines.get().into_iter().map(|(time, who, text, note)| view! {
                    <li><time>{time}</time> <span class="who">{who}</span> <span class="what">{text}</span> {note.map(|note| view! { <q>{note}</q> })}</li>
                }).collect::<Vec<_>>())}
            </ul>
        </details>
    }
}

/// What was suggested for the fields of a record, and what became of it.
fn suggested(log: &Log, record: &RecordId, lang: Lang) -> Vec<(Change, String)> {
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
            (
                write.change.clone(),
                format!("{what} · {name}{colon}{value}"),
            )
        });
        let answers = read(proposal::ANSWER.name).into_iter().map(|write| {
            let what = any_value_text(
                log,
                row,
                &FieldKey::of(proposal::ANSWER.name),
                write.value,
                lang,
            );
            (write.change.clone(), format!("{what} · {name}"))
        });
        values.chain(answers).collect::<Vec<_>>()
    });
    lines.collect()
}
