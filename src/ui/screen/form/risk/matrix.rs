//! The 5×5 of likelihood and impact: a table of buttons, each with its score, its level in words and what lies there.

use crate::templates::risk;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use leptos::prelude::*;

/// What lies in the cells: likelihood, impact, what it is called.
pub(in crate::ui) type RiskPlaces = Vec<(i64, i64, String)>;

/// Names in a cell; of more it is said how many they are.
const NAMES: usize = 2;

/// The cells, the likeliest on top, the hardest to the right.
#[component]
pub(in crate::ui) fn RiskMatrix(
    #[prop(into)] placed: Signal<RiskPlaces>,
    /// The cell that is chosen.
    #[prop(into)]
    chosen: Signal<Option<(i64, i64)>>,
    /// What a click on a cell does.
    choose: Callback<(i64, i64)>,
) -> impl IntoView {
    let ui = ui();
    let [across, down] = [risk::IMPACT, risk::LIKELIHOOD].map(|key| risk::RISK.field(key.name));
    let label = move |field: Option<&'static crate::model::template::Field>| {
        field.map(|field| ui.t(field.label))
    };
    let row = move |likelihood: i64| {
        let cell =
            move |impact: i64| view! { <Cell at=(likelihood, impact) placed chosen choose/> };
        view! {
            <tr>
                <th scope="row">{likelihood.to_string()}</th>
                {(1..=5).map(cell).collect::<Vec<_>>()}
            </tr>
        }
    };
    view! {
        <table class="risk-matrix">
            <caption>{label(down)} " ↑ · " {label(across)} " →"</caption>
            <thead>
                <tr>
                    <td></td>
                    {(1..=5).map(|impact| view! { <th scope="col">{impact.to_string()}</th> }).collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{(1..=5).rev().map(row).collect::<Vec<_>>()}</tbody>
        </table>
    }
}

#[component]
fn Cell(
    at: (i64, i64),
    placed: Signal<RiskPlaces>,
    chosen: Signal<Option<(i64, i64)>>,
    choose: Callback<(i64, i64)>,
) -> impl IntoView {
    let ui = ui();
    let (likelihood, impact) = at;
    let score = risk::score_of(likelihood, impact).unwrap_or_default();
    let level = risk::level_of(score);
    let there = Memo::new(move |_| {
        placed.with(|placed| {
            let here = placed.iter().filter(|(l, i, _)| (*l, *i) == at);
            here.map(|(.., name)| name.clone()).collect::<Vec<_>>()
        })
    });
    let words = move || {
        let names = there.with(|there| there.join(ui.text(texts::LIST_SEPARATOR)));
        let (l, i, n) = (
            likelihood.to_string(),
            impact.to_string(),
            score.to_string(),
        );
        let places = [
            ("l", &*l),
            ("i", &*i),
            ("level", ui.text(level.label)),
            ("score", &*n),
            ("names", &*names),
        ];
        let label = if names.is_empty() {
            texts::risks::MATRIX_HERE
        } else {
            texts::risks::MATRIX_CELL
        };
        ui.fill(label, &places)
    };
    let shown = move || {
        there.with(|there| match there.len() {
            0 => view! { <span class="hint">{score.to_string()}</span> }.into_any(),
            1..=NAMES => there.join(" ").into_any(),
            n => view! { <b>{format!("{n}×")}</b> }.into_any(),
        })
    };
    let is_chosen = move || chosen.get() == Some(at);
    view! {
        <td>
            <button type="button" data-testid="risk-matrix" data-l=likelihood.to_string() data-i=impact.to_string()
                data-level=level.key aria-pressed=move || is_chosen().to_string() aria-label=words title=words
                on:click=press(move || choose.run(at))>
                {live(shown)}
            </button>
        </td>
    }
}
