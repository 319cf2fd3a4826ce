//! 开工前还缺什么: what the gate still needs, as long as work has not begun; the plan lists all of it.

use crate::analysis::Shortfall;
use crate::analysis::standing::readiness::{missing, started};
use crate::model::template::{Form, Gate};
use crate::state::{Page, Route, Session};
use crate::templates::{settings, task};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::long::{Window, Within, numbered};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::form::finding::{LackLink, lack_key};
use crate::ui::texts;
use leptos::prelude::*;

/// So many stand here; the plan has the others.
const SHOWN: usize = 5;

/// Whether work has not begun, and the project goes on.
pub(super) fn is_before_start(session: Session) -> bool {
    session.read(|log| {
        let form = Form::new(log, settings::record());
        started(log).is_none() && !settings::is_over(&form)
    })
}

/// The list, or that nothing is missing.
#[component]
pub(super) fn BeforeStart() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rest = figures();
    let lacks = Memo::new_with_compare(
        move |_| {
            rest.version();
            let now = session.now();
            session.read(|log| missing(log, &settings::record(), Gate::Start, now))
        },
        |_, _| true,
    );
    let count = Memo::new(move |_| lacks.with(Vec::len));
    let shown =
        Signal::derive(move || lacks.with(|lacks| numbered(lacks.iter().take(SHOWN).cloned())));
    let said = move || match count.get() {
        0 => ui.text(texts::standing::MAY_START).to_owned(),
        n => {
            let places = [
                ("gate", ui.text(Gate::Start.label())),
                ("n", &*n.to_string()),
            ];
            ui.fill(texts::forms::NEEDED_FOR, &places)
        }
    };
    let line = |(_, lack): (usize, Shortfall)| view! { <li><LackLink lack/></li> }.into_any();
    let window = Window::of_lines(Within::List);
    let plan = Route::Project(session.project(), Page::Kind(task::KIND.to_owned())).to_string();
    view! {
        <section class="card" data-testid="before-start" data-count=move || count.get().to_string()>
            <h2>{live(said)}</h2>
            <ul class="findings">{window.list(shown, lack_key, line)}</ul>
            <p class="no-print"><a href=plan>{live(move || match count.get().saturating_sub(SHOWN) {
                0 => ui.text(texts::charts::TO_PLAN).to_owned(),
                n => ui.fill(texts::standing::MATTERS_REST, &[("n", &n.to_string())]),
            })}</a></p>
        </section>
    }
}
