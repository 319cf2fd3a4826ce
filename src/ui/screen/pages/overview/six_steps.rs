//! 六步: the steps of the method in one line, each with what the rail says of it.

use crate::model::template::Label;
use crate::state::{Page, Route};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::frame::rail;
use crate::ui::texts;
use leptos::prelude::*;

/// The line.
#[component]
pub(super) fn SixSteps() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let counts = figures().counts();
    let step = |(number, label, page): (u8, Label, Page)| {
        let at = usize::from(number) - 1;
        let href = Route::Project(session.project(), page).to_string();
        let said = move || {
            let mark = counts.with(|counts| counts.steps.get(at).cloned());
            let mark = mark.filter(|mark| !mark.text.is_empty());
            mark.map(|mark| {
                view! {
                    " " <span class="step-mark" data-late=mark.is_late.to_string()>
                        {mark.text}<span class="hidden">{mark.rest}</span>
                    </span>
                }
            })
        };
        view! { <li><a href=href>{number} " " {ui.t(label)}</a> {live(said)}</li> }
    };
    view! {
        <nav class="six-steps" data-testid="six-steps" aria-label=ui.t(texts::frame::HELP_STEPS)>
            <strong>{ui.t(texts::frame::HELP_STEPS)}</strong>
            <ol>{rail::steps().map(step).collect::<Vec<_>>()}</ol>
        </nav>
    }
}
