//! Over the grid: before, pilot and target of each metric that says what it was like before, and how much is kept.

use super::AtRollout;
use crate::analysis::standing::rollout::{BeforeAfter, ENOUGH_PERCENT, before_and_after};
use crate::analysis::words::names::short_name;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

#[component]
pub(super) fn Figures(at: AtRollout) -> impl IntoView {
    let ui = ui();
    let metrics = move || {
        at.session.watch(|log| {
            let told = before_and_after(log).into_iter();
            let told = told.map(|one| (one.metric.clone(), metric_said(ui, log, &one)));
            told.collect::<Vec<_>>()
        })
    };
    let rate = move || {
        at.standing.with(|standing| {
            let places = [
                ("n", &*standing.kept.to_string()),
                ("m", &*standing.all.to_string()),
                ("p", &*standing.percent().unwrap_or_default().to_string()),
                ("least", &*ENOUGH_PERCENT.to_string()),
            ];
            ui.fill(texts::opinions::RATE, &places)
        })
    };
    let left = move || {
        at.standing.with(|standing| match standing.is_enough() {
            true => ("ok", ui.text(texts::opinions::IS_ENOUGH).to_owned()),
            false => {
                let n = standing.open.len().to_string();
                ("warn", ui.fill(texts::opinions::PLACES_OPEN, &[("n", &n)]))
            }
        })
    };
    let line = |(metric, said): (crate::model::RecordId, String)| {
        view! { <li data-metric=metric.to_string()>{said}</li> }
    };
    view! {
        <ul class="rollout-figures" data-testid="rollout-figures">
            {live(move || metrics().into_iter().map(line).collect::<Vec<_>>())}
            <li data-testid="rollout-rate">
                <strong>{live(rate)}</strong>
                {live(move || {
                    let (tone, said) = left();
                    view! { " " <span class="chip" data-tone=tone>{said}</span> }
                })}
            </li>
        </ul>
    }
}

/// 平均时长：现状 9.0 > 试点 5.6 > 目标 5.0 · 改善 38%
pub(in crate::ui) fn metric_said(ui: Ui, log: &crate::model::Log, one: &BeforeAfter) -> String {
    let name = short_name(log, &one.metric, ui.lang.get());
    let none = ui.text(texts::opinions::NOT_MEASURED);
    let figure = |text: &Option<String>| text.clone().unwrap_or_else(|| none.to_owned());
    let places = [
        ("metric", &*name),
        ("a", &*figure(&one.baseline)),
        ("b", &*figure(&one.pilot)),
        ("c", &*figure(&one.target)),
    ];
    let mut said = ui.fill(texts::opinions::BEFORE_AFTER, &places);
    if let Some(percent) = one.improved_percent {
        let better = ui.fill(texts::opinions::IMPROVED, &[("n", &percent.to_string())]);
        said = [said, better].join(" · ");
    }
    said
}
