//! A hand-over is not done until it is sent: the quiet bar that says who does not know yet.

use crate::analysis::words::names;
use crate::model::RecordId;
use crate::state::{Page, Route};
use crate::templates::progress;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::door::{LaterView, later};
use crate::ui::screen::base::overlay::Handover;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::pages::sample::is_sample;
use crate::ui::texts;
use leptos::prelude::*;

/// The bar, while something is to be handed over in this project.
#[component]
pub(in crate::ui) fn HandoverBar() -> impl IntoView {
    let ui = ui();
    let session = session();
    // Who asks everybody for something has done nothing that others do not know.
    let here = move || {
        ui.handover.get().filter(|handover| {
            handover.project == session.project() && handover.record.kind() != progress::KIND
        })
    };
    live(move || here().map(|handover| later(LaterView::Handover(handover))))
}

/// 已记下。…还不知道, with the way to send it.
#[component]
pub(in crate::ui) fn Told(handover: Handover) -> impl IntoView {
    let ui = ui();
    let session = session();
    let people = StoredValue::new(handover.to.clone());
    let names = move || {
        let lang = ui.lang.get();
        let names: Vec<String> = session.read(|log| {
            let name = |member: &RecordId| names::short_name(log, member, lang);
            people.with_value(|people| people.iter().map(name).collect())
        });
        match names.as_slice() {
            [first, _, _, ..] => ui.fill(
                texts::AND_OTHERS,
                &[("name", first), ("n", &names.len().to_string())],
            ),
            few => few.join(ui.text(texts::LIST_SEPARATOR)),
        }
    };
    let to: Vec<&str> = handover.to.iter().map(RecordId::as_str).collect();
    let href = Route::Project(session.project(), Page::Exchange).to_string();
    view! {
        <div class="handover" role="status" data-testid="handover" data-to=to.join(" ")>
            <span>{ui.filled(texts::mail::DOES_NOT_KNOW, "name", names)}</span>
            {match is_sample(session) {
                true => view! { <span class="hint">{ui.t(texts::mail::SAMPLE_NOT_SENT)}</span> }.into_any(),
                false => view! {
                    <a class="button" href=href>{ui.filled(texts::mail::SEND_TO, "name", names)}</a>
                }.into_any(),
            }}
            <button type="button" class="icon-button" aria-label=ui.t(texts::frame::CLOSE)
                on:click=press(move || ui.handover.set(None))>
                "×"
            </button>
        </div>
    }
}
