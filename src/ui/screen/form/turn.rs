//! Whose turn it is with a form, in one line.

use crate::analysis::WhoseTurn;
use crate::analysis::words::names::{names_joined, person_name};
use crate::model::RecordId;
use crate::templates::SCHEMA;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::texts;
use leptos::prelude::*;

/// So many people are named.
const NAMED: usize = 3;

/// 等孙浩受理: whose turn it is, in one line.
#[component]
pub(super) fn TurnLine(record: RecordId, turn: WhoseTurn) -> impl IntoView {
    let ui = ui();
    let session = session();
    let said = session.read(|log| {
        let lang = ui.lang.get();
        let label = SCHEMA
            .template(record.kind())?
            .states?
            .step(turn.step)?
            .waited_for();
        let step = texts::in_sentence(label, lang);
        let names = match turn.people.as_slice() {
            [] => ui.text(texts::forms::WHOEVER).to_owned(),
            few if few.len() <= NAMED => {
                names_joined(few, |one| person_name(log, Some(one.as_str()), lang), lang)
            }
            [first, ..] => {
                let name = person_name(log, Some(first.as_str()), lang);
                let n = turn.people.len().to_string();
                ui.fill(texts::AND_OTHERS, &[("name", &name), ("n", &n)])
            }
        };
        let places = [("names", &*names), ("step", &*step)];
        Some(ui.fill(texts::forms::WAITS_FOR, &places))
    });
    view! { <p class="turn" data-testid="turn">{said}</p> }
}
