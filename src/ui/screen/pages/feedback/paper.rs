//! The form on paper with nothing in it: boxes to tick and lines to write on, for whoever answers without a name.

use crate::templates::feedback::{self, DIMENSIONS, Dimension, SCORES};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// The blank form, on paper alone.
#[component]
pub(super) fn Blank() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let asked = DIMENSIONS.iter().filter(|one| one.is_asked);
    let row = |one: &'static Dimension| {
        let boxes = SCORES.iter().map(|_| view! { <td class="score">"□"</td> });
        view! {
            <tr>
                <th scope="row">{ui.t(one.score.label)}</th>
                {boxes.collect::<Vec<_>>()}
                <td class="blank-reason"></td>
            </tr>
        }
    };
    let heads = SCORES
        .iter()
        .map(|one| view! { <th scope="col">{one.key} " " {ui.t(one.label)}</th> });
    let line = |key: &str| {
        let field = feedback::FEEDBACK.field(key)?;
        Some(view! { <div class="blank-line"><span>{ui.t(field.label)}</span></div> })
    };
    let reason = DIMENSIONS[0].reason.label;
    view! {
        <section class="paper-only blank-form" data-testid="blank-form">
            <h1>{ui.t(feedback::FEEDBACK.title)}</h1>
            <p>{live(move || session.project_name())}</p>
            <div class="blank-line short"><span>{ui.t(texts::closing::WHICH_DEPARTMENT)}</span></div>
            <table class="list-table" aria-label=ui.t(feedback::FEEDBACK.title)>
                <thead><tr><td></td>{heads.collect::<Vec<_>>()}<th scope="col">{ui.t(reason)}</th></tr></thead>
                <tbody>{asked.map(row).collect::<Vec<_>>()}</tbody>
            </table>
            {line(feedback::BEST_PRACTICE.name)}
            {line(feedback::SUGGESTION.name)}
            <p class="hint">{ui.t(texts::closing::NO_RATING)}</p>
        </section>
    }
}
