//! What a record holds that this version of the app does not know: shown, never changed.

use crate::analysis::words::names::any_value_text;
use crate::model::RecordId;
use crate::model::template::{CODE, DELETED, ORDER, PARENT, PREFILLED, STATUS, Template};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::prelude::*;

/// Fields that every record may have.
const OWN: [&str; 6] = [DELETED, ORDER, PARENT, PREFILLED, STATUS, CODE];

/// Fields of a newer version, as text.
#[component]
pub(in crate::ui) fn UnknownFields(record: RecordId, template: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let unknown = Memo::new(move |_| {
        let lang = ui.lang.get();
        session.watch(|log| {
            let is_unknown = |key: &str| template.field(key).is_none() && !OWN.contains(&key);
            let keys = log.keys(&record).filter(|key| is_unknown(key.as_str()));
            let shown = |key| {
                any_value_text(
                    log,
                    &record,
                    key,
                    &log.value(&record, key),
                    seen_from_here(lang),
                )
            };
            keys.map(|key| (key.to_string(), shown(key)))
                .collect::<Vec<_>>()
        })
    });
    let is_any = Memo::new(move |_| unknown.with(|all| !all.is_empty()));
    let line = |(key, text): (String, String)| {
        view! {
            <div class="sheet-field" data-wide="true">
                <span class="sheet-label">{key}</span>
                <div class="sheet-value"><output class="filled">{text}</output></div>
            </div>
        }
        .into_any()
    };
    let line_key = |(key, text): &(String, String)| format!("{key} {text}");
    live(move || {
        is_any.get().then(|| {
            view! {
                <h2 class="sheet-section">{ui.t(texts::forms::UNKNOWN_FIELDS)}</h2>
                {long(Within::Page, unknown, line_key, line)}
            }
        })
    })
}
