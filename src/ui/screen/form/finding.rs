//! What a rule found: its sentence, and the link to its place.

use crate::analysis::CheckedFinding;
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::{Arg, Label, Lang};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::with_whole_days;
use crate::ui::texts;
use leptos::prelude::*;

/// What a rule found, as a link to its place.
#[component]
pub(in crate::ui) fn FindingLink(found: CheckedFinding) -> impl IntoView {
    let ui = ui();
    let session = session();
    let text = session.read(|log| finding_text(log, &found, ui.lang.get()));
    let record = found.finding.record.clone().unwrap_or(found.record);
    view! { <PlaceLink record key=found.finding.field text/> }
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
        let is_here = document()
            .query_selector(&selector)
            .ok()
            .flatten()
            .is_some();
        if is_here {
            event.prevent_default();
            crate::ui::screen::base::dom::focus_soon(selector);
        }
    };
    view! { <a href=href on:click=jump>{with_whole_days(&text)}</a> }
}

/// The sentence of a finding, with its places filled.
pub(in crate::ui) fn finding_text(
    log: &crate::model::Log,
    found: &CheckedFinding,
    lang: Lang,
) -> String {
    let value = |arg: &Arg| match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => number.to_string(),
        Arg::Record(record) => short_name(log, record, lang),
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
