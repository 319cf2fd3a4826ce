//! Beside the goal: its five SMART lamps, and how far each metric was reached once that is known (F-22).

use crate::analysis::goal::meter::{Attainment, Lamp, Outcome, attainments, smart};
use crate::analysis::words::names::short_name;
use crate::model::template::{Form, Label};
use crate::templates::charter;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// The lamps and the metrics.
#[component]
pub(super) fn Goal() -> impl IntoView {
    let ui = ui();
    let session = session();
    let told = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, charter::record());
            let named = |one: Attainment| {
                let name = short_name(log, &one.metric, ui.lang.get());
                (name, one)
            };
            let reached = attainments(&form).into_iter().map(named);
            (smart(&form), reached.collect::<Vec<_>>())
        })
    });
    let reached = Memo::new(move |_| told.with(|told| told.1.clone()));
    let is_any = Memo::new(move |_| reached.with(|all| !all.is_empty()));
    let key = |(name, one): &(String, Attainment)| {
        format!("{} {:?} {:?} {name}", one.metric, one.permille, one.outcome)
    };
    let window = Window::of_lines(Within::List);
    view! {
        <section class="panel" data-testid="goal-meter">
            <h2>{ui.t(texts::standing::SMART)}</h2>
            <p>
                {live(move || told.with(|told| told.0.map(|lamp| lamp_view(ui, lamp)).into_iter().collect::<Vec<_>>()))}
            </p>
            {live(move || is_any.get().then(|| view! {
                <h2>{ui.t(texts::standing::REACHED)}</h2>
                <ul class="findings">{window.list(reached, key, move |(name, one)| line(ui, name, &one))}</ul>
            }))}
        </section>
    }
}

fn lamp_view(ui: Ui, lamp: Lamp) -> AnyView {
    let label = match lamp.letter {
        'S' => texts::standing::SMART_S,
        'M' => texts::standing::SMART_M,
        'A' => texts::standing::SMART_A,
        'R' => texts::standing::SMART_R,
        _ => texts::standing::SMART_T,
    };
    let (tone, mark) = if lamp.is_lit {
        ("ok", "✓")
    } else {
        ("neutral", "○")
    };
    let (letter, is_lit) = (lamp.letter.to_string(), lamp.is_lit.to_string());
    view! { <span class="chip" data-tone=tone data-lamp=letter data-lit=is_lit>{mark} " " {ui.text(label)}</span> " " }
        .into_any()
}

fn line(ui: Ui, name: String, one: &Attainment) -> AnyView {
    let (tone, label): (_, Label) = match one.outcome {
        Outcome::Met => ("ok", texts::standing::REACHED_MET),
        Outcome::Partly => ("warn", texts::standing::REACHED_PARTLY),
        Outcome::Missed => ("danger", texts::standing::REACHED_MISSED),
    };
    let share = one
        .permille
        .map(|permille| format!("{}.{}%", permille / 10, permille % 10));
    view! {
        <li data-metric=one.metric.to_string()>
            {name} " " {share} " " <span class="chip" data-tone=tone>{ui.t(label)}</span>
        </li>
    }
    .into_any()
}
