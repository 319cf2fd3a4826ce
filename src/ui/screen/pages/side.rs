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
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::focus::hand_on_focus;
use crate::ui::screen::base::long::long_text;
use crate::ui::screen::base::pieces::{list, live, press};
use crate::ui::screen::base::port;
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::screen::form::steps::StepsPanel;
use crate::ui::screen::form::suggested::SuggestionsPanel;
use crate::ui::texts;
use leptos::prelude::*;
use std::hash::{Hash, Hasher};
use twox_hash::XxHash64;

/// Lines of history shown first, and with each press for earlier ones.
const HISTORY_LINES: usize = 12;
const MORE_LINES: usize = 100;

/// A panel that only one form has: by its kind, and how it is drawn.
type FormPanel = (&'static str, fn(RecordId) -> AnyView);

/// The panels of single forms over the suggestions.
const OVER: &[FormPanel] = &[(meeting::KIND, |meeting| {
    view! { <agenda::MeetingAgenda meeting/> }.into_any()
})];

/// The panels of single forms under them.
const UNDER: &[FormPanel] = &[
    (charter::KIND, |_| view! { <goal::Goal/> }.into_any()),
    (charter::KIND, |_| {
        view! { <confirmations::Confirmations/> }.into_any()
    }),
    (member::KIND, |record| {
        view! { <takeover::Takeover record/> }.into_any()
    }),
    (member::KIND, |record| {
        view! { <load::PersonLoad record/> }.into_any()
    }),
    (settings::KIND, |_| {
        view! { <holidays::Holidays/> }.into_any()
    }),
];

/// The side of a form.
#[component]
pub(in crate::ui) fn Side(record: RecordId) -> impl IntoView {
    let template = SCHEMA.template(record.kind());
    let own = |panels: &[FormPanel]| {
        let of_form = panels.iter().filter(|(kind, _)| *kind == record.kind());
        let drawn = of_form.map(|(_, draw)| draw(record.clone()));
        drawn.collect::<Vec<_>>()
    };
    view! {
        <StepsPanel record=record.clone()/>
        {own(OVER)}
        <SuggestionsPanel record=record.clone()/>
        {own(UNDER)}
        {template.map(|template| view! { <History record template/> })}
    }
}

/// One line of a history, with what tells it from the others.
#[derive(Clone, PartialEq)]
struct HistoryLine {
    key: u64,
    time: String,
    who: String,
    text: String,
    note: Option<String>,
}

/// Who changed what, newest first.
#[component]
fn History(record: RecordId, template: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let shown = RwSignal::new(HISTORY_LINES);
    let told = Memo::new(move |_| {
        let lang = ui.lang.get();
        session.watch(|log| {
            let (lines, count) = past::past(log, &record, shown.get());
            let line = |one: Happened<'_>| {
                let who = person_name(log, identity::signer(log, one.change).as_deref(), lang);
                let text = happened_text(log, template, &record, &one, lang);
                HistoryLine {
                    key: key_of(&one, &who, &text),
                    time: port::time_text(one.change.time),
                    who,
                    text,
                    note: one.change.note.as_deref().map(str::to_owned),
                }
            };
            let lines: Vec<HistoryLine> = lines.into_iter().map(line).collect();
            let more = count - lines.len();
            (lines, more)
        })
    });
    let lines = Memo::new(move |_| told.with(|told| told.0.clone()));
    let more = Memo::new(move |_| told.with(|told| told.1));
    let is_more = Memo::new(move |_| more.get() > 0);
    let show = move || shown.update(|shown| *shown += MORE_LINES);
    let line = |told: HistoryLine| {
        view! {
            <li>
                <time>{told.time}</time> <span class="who"><bdi>{told.who}</bdi></span>
                <span class="what">{long_text(told.text)}</span>
                {told.note.map(|note| view! { <q>{long_text(note)}</q> })}
            </li>
        }
        .into_any()
    };
    view! {
        <details class="panel" data-testid="history">
            <summary>{ui.t(texts::forms::HISTORY)}</summary>
            {live(move || lines.with(Vec::is_empty).then(|| view! {
                <p class="hint">{ui.text(texts::forms::HISTORY_EMPTY)}</p>
            }))}
            <ul class="history">{list(move || lines.get(), |told: &HistoryLine| told.key.to_string(), line)}</ul>
            {live(move || is_more.get().then(|| view! {
                <button type="button" class="link" data-testid="earlier"
                    on:click=press(move || hand_on_focus("button", show))>
                    {live(move || ui.fill(texts::forms::EARLIER, &[("n", &more.get().to_string())]))}
                </button>
            }))}
        </details>
    }
}

/// A line stays as it is drawn, opened texts and all, until something in it changes.
fn key_of(one: &Happened<'_>, who: &str, text: &str) -> u64 {
    let mut hasher = XxHash64::default();
    let what = format!("{:?}", one.what);
    (one.change.line(), what, who, text).hash(&mut hasher);
    hasher.finish()
}

/// What a change did, in words.
fn happened_text(
    log: &Log,
    template: &'static Template,
    record: &RecordId,
    one: &Happened<'_>,
    lang: Lang,
) -> String {
    let (colon, of) = (texts::forms::COLON.text(lang), |key: &FieldKey| {
        field_name(Some(template), key, lang)
    });
    let text = |record: &RecordId, key: &FieldKey| {
        any_value_text(log, record, key, one.value, seen_from_here(lang))
    };
    match &one.what {
        What::Wrote(key) => format!("{}{colon}{}", of(key), text(record, key)),
        What::Suggested(key) => {
            let what = texts::forms::SUGGESTION.text(lang);
            format!("{what} · {}{colon}{}", of(key), text(record, key))
        }
        What::Answered(row, key) => {
            let answer = FieldKey::of(proposal::ANSWER.name);
            format!("{} · {}", text(row, &answer), of(key))
        }
    }
}
