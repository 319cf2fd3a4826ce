//! What stands beside a form: what can be done with it, who confirmed it, and its history.

pub(super) mod actions;
mod agenda;
mod confirmations;
mod expected;
mod goal;
mod holidays;
mod issue;
mod load;
mod remarks;
mod resource;
mod risk;
mod takeover;
mod updates;

pub(in crate::ui) use holidays::Holidays;
pub(in crate::ui) use remarks::handled;

use super::plan_changes::ChangePanel;
use super::replies::Receipts;
use crate::analysis::telling::{Doing, Naming, history};
use crate::model::RecordId;
use crate::templates::{
    SCHEMA, change_request, charter, decision, issue as issue_form, meeting, member, report,
    resource_request, risk as risk_form, settings, task,
};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::focus::hand_on_focus;
use crate::ui::screen::base::long::{Window, Within, long_text};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::base::port;
use crate::ui::screen::form::steps::StepsPanel;
use crate::ui::screen::form::suggestions::SuggestionsPanel;
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
const OVER: &[FormPanel] = &[
    (change_request::KIND, |record| {
        view! { <ChangePanel record/> }.into_any()
    }),
    (decision::KIND, |decision| {
        view! { <Receipts decision/> }.into_any()
    }),
    (meeting::KIND, |meeting| {
        view! { <agenda::MeetingAgenda meeting/> }.into_any()
    }),
    (meeting::KIND, |_| {
        view! { <actions::OpenActions/> }.into_any()
    }),
    (resource_request::KIND, |request| {
        view! { <resource::RequestNotes request/> }.into_any()
    }),
];

/// The panels of single forms under them.
const UNDER: &[FormPanel] = &[
    (report::KIND, |_| {
        view! { <super::report::Compose/> }.into_any()
    }),
    (task::KIND, |task| {
        view! { <updates::TaskUpdates task/> }.into_any()
    }),
    (task::KIND, |task| {
        view! { <expected::Expected task/> }.into_any()
    }),
    (risk_form::KIND, |record| {
        view! { <risk::RiskPanel record/> }.into_any()
    }),
    (risk_form::KIND, |record| {
        view! { <risk::Extreme record/> }.into_any()
    }),
    (issue_form::KIND, |record| {
        view! { <issue::UsualLimit record/> }.into_any()
    }),
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
    (settings::KIND, |_| view! { <Holidays/> }.into_any()),
];

/// The side of a form.
#[component]
pub(in crate::ui) fn Side(record: RecordId) -> impl IntoView {
    let is_known = SCHEMA.template(record.kind()).is_some();
    let own = |panels: &[FormPanel]| {
        let of_form = panels.iter().filter(|(kind, _)| *kind == record.kind());
        let drawn = of_form.map(|(_, draw)| draw(record.clone()));
        drawn.collect::<Vec<_>>()
    };
    view! {
        <StepsPanel record=record.clone()/>
        {own(OVER)}
        <SuggestionsPanel record=record.clone()/>
        <remarks::Remarks record=record.clone()/>
        {own(UNDER)}
        {is_known.then(|| view! { <History record/> })}
    }
}

/// One line of a history, with what tells it from the others.
#[derive(Clone, PartialEq)]
struct HistoryLine {
    key: u64,
    time: String,
    who: String,
    text: String,
}

fn history_key(line: &HistoryLine) -> String {
    line.key.to_string()
}

/// Who did what, newest first.
#[component]
fn History(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let shown = RwSignal::new(HISTORY_LINES);
    let told = Memo::new(move |_| {
        let lang = ui.lang.get();
        session.watch(|log| {
            let naming = Naming {
                zone: port::ZONE,
                is_whole: true,
                ..Naming::of(log, lang)
            };
            let (doings, left) = history(log, &record, shown.get());
            let line = |doing: &Doing| history_line(naming, &record, doing);
            (doings.iter().map(line).collect::<Vec<_>>(), left)
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
            <ul class="history">{Window::of_lines(Within::List).list(lines, history_key, line)}</ul>
            {live(move || is_more.get().then(|| view! {
                <button type="button" class="link" data-testid="earlier"
                    on:click=press(move || hand_on_focus("button", show))>
                    {live(move || ui.fill(texts::forms::EARLIER, &[("n", &more.get().to_string())]))}
                </button>
            }))}
        </details>
    }
}

/// What was done, to this record or to something under it. A line stays as it is drawn, opened texts and all, until
/// something in it changes.
fn history_line(naming: Naming<'_>, record: &RecordId, doing: &Doing) -> HistoryLine {
    let is_plain = doing.thing == *record && doing.on_behalf_of.is_none();
    let text = match is_plain {
        true => naming.predicate(doing),
        false => naming.sentence(doing),
    };
    let (time, who) = (
        port::time_text(doing.time_ms),
        naming.person(doing.by.author()),
    );
    let mut hasher = XxHash64::default();
    (doing.time_ms, &who, &text).hash(&mut hasher);
    HistoryLine {
        key: hasher.finish(),
        time,
        who,
        text,
    }
}
