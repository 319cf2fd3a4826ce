//! Who does not know yet of what was done: asked after every step, said by the bar over the page.

use super::context::Ui;
use super::overlay::Handover;
use crate::analysis::next_people;
use crate::model::RecordId;
use crate::state::Session;
use leptos::prelude::Set;

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
