//! What a rule found: its sentence, and the link to its place.

use crate::analysis::words::codes::display_code;
use crate::analysis::words::names::{record_name, records_joined, short_name};
use crate::analysis::words::typed::plain;
use crate::analysis::{CheckedFinding, Shortfall};
use crate::model::template::{Arg, Form, Label, Lang};
use crate::model::{FieldKey, Log, RecordId, Value};
use crate::state::{Page, Route, Session};
use crate::templates::meeting;
use crate::ui::screen::base::closed::is_closed;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::pieces::{live, press, with_whole_days};
use crate::ui::texts;
use leptos::prelude::*;

/// How the codes of the rules begin that hold for every form.
const GENERAL: &str = "G-";

/// What a rule found, as a link to its place, and what it offers instead of what stands there.
#[component]
pub(in crate::ui) fn FindingLink(found: CheckedFinding) -> impl IntoView {
    let ui = ui();
    let session = session();
    let text = session.read(|log| finding_text(log, &found, ui.lang.get()));
    let record = found.finding.record.clone().unwrap_or(found.record);
    let offer = found.finding.offer.zip(found.finding.field);
    let offer = offer.filter(|_| !is_closed().get_untracked());
    let id = record.clone();
    let button = move |(value, key): (Value, &'static str)| {
        let handle = session.field(id, FieldKey::of(key));
        let said = ui.fill(texts::forms::TAKE_OFFER, &[("value", &plain(&value))]);
        let take = press(move || handle.set(value.clone()));
        view! { " " <button type="button" class="link" data-testid="take-offer" on:click=take>{said}</button> }
    };
    view! { <PlaceLink record key=found.finding.field text/> {offer.map(button)} }
}

/// Something that a gate still needs, as a link to its place.
#[component]
pub(in crate::ui) fn LackLink(lack: Shortfall) -> impl IntoView {
    let ui = ui();
    let session = session();
    // A name may change where what is missing stays.
    live(move || {
        let text = session.watch(|log| lack_text(log, &lack, ui.lang.get()));
        match &lack {
            Shortfall::NoMeeting { .. } => {
                view! { <a href=lack_href(session, &lack)>{text}</a> }.into_any()
            }
            Shortfall::Rule(found) => {
                let record = found.finding.record.as_ref().unwrap_or(&found.record);
                let record = record.clone();
                view! { <PlaceLink record key=found.finding.field text/> }.into_any()
            }
            lack => {
                let (record, key) = lack.place();
                view! { <PlaceLink record=record.clone() key text/> }.into_any()
            }
        }
    })
}

/// What tells it from others in a list, and from itself with another text.
pub(in crate::ui) fn lack_key((at, lack): &(usize, Shortfall)) -> String {
    let (record, key) = lack.place();
    let what = match lack {
        Shortfall::Rule(found) => format!("{} {:?}", found.rule.code, found.finding.args),
        Shortfall::Several { fields, .. } => fields
            .iter()
            .map(|field| field.key)
            .collect::<Vec<_>>()
            .join(" "),
        Shortfall::Empty { .. } | Shortfall::NoMeeting { .. } => String::new(),
    };
    format!("{at} {record} {key:?} {what}")
}

/// Where to do it.
pub(in crate::ui) fn lack_href(session: Session, lack: &Shortfall) -> String {
    match lack {
        Shortfall::NoMeeting { .. } => {
            let new = Page::New(meeting::KIND.to_owned());
            Route::Project(session.project(), new).to_string()
        }
        lack => Ui::href(session.project(), lack.place().0),
    }
}

/// What is missing, in a few words.
pub(in crate::ui) fn lack_text(log: &Log, lack: &Shortfall, lang: Lang) -> String {
    match lack {
        Shortfall::Empty { record, field } => {
            of_row(log, record, field.label.text(lang).to_owned(), lang)
        }
        Shortfall::Several { record, fields } => {
            let labels: Vec<String> = fields
                .iter()
                .map(|field| texts::in_sentence(field.label, lang))
                .collect();
            let name = record_name(log, record, lang);
            let fields = labels.join(texts::LIST_SEPARATOR.text(lang));
            let places = [("name", &*name), ("fields", &*fields)];
            texts::fill(texts::forms::TASK_LACKS, lang, &places)
        }
        Shortfall::NoMeeting { .. } => texts::forms::NO_MEETING.text(lang).to_owned(),
        Shortfall::Rule(found) => {
            let text = finding_text(log, found, lang);
            let record = found.finding.record.as_ref().unwrap_or(&found.record);
            // The other rules say themselves what they are about.
            match found.rule.code.starts_with(GENERAL) {
                true => of_row(log, record, text, lang),
                false => text,
            }
        }
    }
}

/// What is said of a row of a form, with its name before it: several rows may lack the same.
fn of_row(log: &Log, record: &RecordId, what: String, lang: Lang) -> String {
    if Form::new(log, record.clone()).parent().is_none() {
        return what;
    }
    let name = record_name(log, record, lang);
    let places = [("name", &*name), ("what", &*what)];
    texts::fill(texts::forms::OF_ROW, lang, &places)
}

/// A link that jumps to a field of this page, or to the record it belongs to.
#[component]
pub(in crate::ui) fn PlaceLink(
    record: RecordId,
    key: Option<&'static str>,
    text: String,
) -> impl IntoView {
    let project = session().project();
    let href = Ui::href(project, &record);
    let jump = move |event: web_sys::MouseEvent| {
        let form = format!("[data-record=\"{record}\"]");
        let selector = key.map_or(form.clone(), |key| {
            let places = [
                format!("[data-field=\"{key}\"]"),
                format!("[data-rows=\"{key}\"]"),
                format!("[data-set=\"{key}\"] input"),
                format!("[data-set=\"{key}\"] select"),
                format!("[data-set=\"{key}\"]"),
            ];
            places.map(|place| format!("{form} {place}")).join(", ")
        });
        // What is folded away is opened for it.
        if selector.split(", ").any(dom::unfold) {
            event.prevent_default();
            dom::focus_soon(selector);
        }
    };
    view! { <a href=href on:click=jump>{with_whole_days(&text)}</a> }
}

/// The sentence of a finding, with its places filled.
pub(in crate::ui) fn finding_text(log: &Log, found: &CheckedFinding, lang: Lang) -> String {
    let value = |arg: &Arg| match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => number.to_string(),
        Arg::Record(record) => short_name(log, record, lang),
        Arg::Code(record) => {
            let code = display_code(log, record);
            match code.is_empty() {
                true => short_name(log, record, lang),
                false => code,
            }
        }
        Arg::Records(records) => records_joined(log, records, lang),
        Arg::Chain(records) => {
            let names = records.iter().map(|record| short_name(log, record, lang));
            names.collect::<Vec<_>>().join(" → ")
        }
        Arg::Label(label) => label.text(lang).to_owned(),
        Arg::Counted(parts) => {
            let part = |(label, n): &(Label, usize)| format!("{} {n}", label.text(lang));
            let parts: Vec<String> = parts.iter().map(part).collect();
            parts.join(texts::LIST_SEPARATOR.text(lang))
        }
    };
    let values: Vec<String> = found
        .finding
        .args
        .iter()
        .map(|(_, arg)| value(arg))
        .collect();
    let places = found.finding.args.iter().zip(&values);
    let places: Vec<(&str, &str)> = places
        .map(|((place, _), value)| (*place, value.as_str()))
        .collect();
    texts::fill(found.rule.text, lang, &places)
}
