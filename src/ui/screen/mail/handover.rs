//! A hand-over is not done until it is sent: the quiet bar that says who does not know yet.

use crate::analysis::next_people;
use crate::analysis::words::names;
use crate::model::{ProjectId, RecordId};
use crate::state::{Page, Route, Session};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::later::{Part, later};
use crate::ui::texts;
use leptos::prelude::*;

/// Who does not know yet, and of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ui) struct Handover {
    project: ProjectId,
    /// What was done with it.
    pub(in crate::ui) record: RecordId,
    /// The people it concerns.
    pub(in crate::ui) to: Vec<RecordId>,
}

/// After a step: says whom it concerns, where it concerns somebody else.
pub(in crate::ui) fn offer(ui: Ui, session: Session, record: &RecordId) {
    let to = session.read(|log| next_people(log, record, session.me().as_ref()));
    offer_to(ui, session, record, to);
}

/// Says that it concerns these people, where there are any.
pub(in crate::ui) fn offer_to(ui: Ui, session: Session, record: &RecordId, to: Vec<RecordId>) {
    let handover = Handover {
        project: session.project(),
        record: record.clone(),
        to,
    };
    ui.handover
        .set((!handover.to.is_empty()).then_some(handover));
}

/// The bar, while something is to be handed over in this project.
#[component]
pub(in crate::ui) fn HandoverBar() -> impl IntoView {
    let ui = ui();
    let session = session();
    let here = move || {
        ui.handover
            .get()
            .filter(|handover| handover.project == session.project())
    };
    live(move || here().map(|handover| later(Part::Handover(handover))))
}

/// Says it.
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
            <span>{ui.filled(texts::DOES_NOT_KNOW, "name", names)}</span>
            <a class="button" href=href>{ui.filled(texts::SEND_TO, "name", names)}</a>
            <button type="button" class="icon-button" aria-label=ui.t(texts::CLOSE) on:click=press(move || ui.handover.set(None))>"×"</button>
        </div>
    }
}
