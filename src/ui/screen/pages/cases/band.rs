//! The first band of the overview where a problem is solved: which step runs, whose it is and how long it may take.

use super::{ForChat, StepLine, lines};
use crate::analysis::display_code;
use crate::analysis::time::case_clock::most_pressing;
use crate::model::RecordId;
use crate::templates::case;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// The band; nothing while no problem is being solved.
#[component]
pub(in crate::ui) fn CaseBand() -> impl IntoView {
    let session = session();
    let issue = Memo::new(move |_| session.watch(most_pressing));
    live(move || issue.get().map(|issue| view! { <Band issue/> }))
}

#[component]
fn Band(issue: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(issue.clone());
    let all = Memo::new(move |_| lines(session, &id.get_value(), ui.lang.get()));
    let next = move || {
        let all = all.get();
        let now = all
            .iter()
            .find(|one| one.is_now && one.key != case::STEP_REPLY)?;
        let step = ui.text(case::step(now.key)?.label);
        let said = ui.fill(
            texts::cases::CASE_NEXT,
            &[("step", step), ("who", &now.who)],
        );
        Some(format!("{said} · {}", now.said))
    };
    let code = move || session.watch(|log| display_code(log, &id.get_value()));
    let line = move |one: StepLine| {
        let label = case::step(one.key).map(|step| ui.text(step.label));
        let mark = match (one.is_done, one.is_now) {
            (true, _) => "✓ ",
            (_, true) => "▸ ",
            _ => "",
        };
        view! { <li data-now=one.is_now.to_string()>{mark}{label} " " <span class="hint">{one.said}</span></li> }
    };
    let steps = move || all.get().into_iter().map(line).collect::<Vec<_>>();
    view! {
        <section class="card full case-band" data-testid="case-band">
            <p class="case-line">
                <strong>{live(next)}</strong>
                <a class="button" href=Ui::href(session.project(), &issue)>
                    {live(move || ui.fill(texts::cases::OPEN_ISSUE, &[("code", &code())]))}
                </a>
            </p>
            <ol class="case-clocks">{live(steps)}</ol>
            <ForChat issue=id.get_value()/>
        </section>
    }
}
