//! What the feedback came to, once it is shown to all: a row per dimension, and what is suggested with its answer. A
//! row is what was asked, never who was rated.

use super::improvements::Improvement;
use crate::analysis::standing::feedback::{
    DimensionFigures, FeedbackFigures, ShownFeedback, answered, feedback_figures, in_hundredths,
    shown,
};
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::templates::feedback::{self, BEFORE_FIVE, DIMENSIONS, SUGGESTION};
use crate::templates::suggestion;
use crate::ui::screen::base::chart::{ChartChoice, ChartFrame};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{list, live};
use crate::ui::screen::pages::charts::drawing;
use crate::ui::texts;
use leptos::prelude::*;

/// The averages, then what went well and what is suggested.
#[component]
pub(super) fn Results() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let figures = Memo::new(move |_| session.watch(feedback_figures));
    let all = Memo::new(move |_| session.watch(shown));
    let suggesting = move || {
        let mut all = all.get();
        all.retain(|one| {
            session.read(|log| Form::new(log, one.record.clone()).has(SUGGESTION.name))
        });
        all
    };
    let line = |one: ShownFeedback| {
        view! { <Improvement feedback=one.record is_late=one.is_late/> }.into_any()
    };
    let key = |one: &ShownFeedback| format!("{} {}", one.record, one.is_late);
    view! {
        <p class="paper-only paper-head">
            <strong>{ui.t(texts::closing::SUMMARY_PAPER)}</strong> {live(move || session.project_name())}
        </p>
        <p class="feedback-sum" data-testid="feedback-sum">{live(move || figures.with(|told| sum(ui, told)))}</p>
        <p class="hint">{ui.t(texts::closing::NO_RATING)}</p>
        {live(move || (figures.with(|told| told.hidden_sheets) > 0).then(|| view! {
            <p class="hint">{ui.t(BEFORE_FIVE)}</p>
        }))}
        <FeedbackChart/>
        <Dimensions figures/>
        <h2>{live(move || ui.fill(texts::closing::SUGGESTIONS_N, &[("n", &suggesting().len().to_string())]))}</h2>
        <p class="hint">{live(move || all.with(|all| adopted(ui, all)))}</p>
        <ul class="improvements">{list(suggesting, key, line)}</ul>
    }
}

/// The means as a chart, as bars or as a web.
#[component]
fn FeedbackChart() -> impl IntoView {
    let shape = RwSignal::new(0);
    let draw = drawing(move |log, _, width, lang| {
        crate::ui::chart::feedback_chart(log, shape.get() == 1, width, lang)
    });
    let ways = vec![
        (texts::charts::AS_BARS, "as-bars"),
        (texts::charts::AS_WEB, "as-web"),
    ];
    view! { <ChartFrame name="feedback" draw choices=view! { <ChartChoice ways chosen=shape/> }.into_any()/> }
}

/// 6 份 · 平均 3.88 · 最低：资源支持
fn sum(ui: Ui, told: &FeedbackFigures) -> String {
    let mean = told.overall.map(in_hundredths).unwrap_or_default();
    let n = told.answers.to_string();
    let mut parts = vec![ui.fill(texts::closing::RESULTS_HEAD, &[("n", &n), ("mean", &mean)])];
    let lowest = told.dimensions.iter().filter(|one| one.is_lowest);
    let names = lowest.map(|one| ui.text(DIMENSIONS[one.place].score.label));
    let names = names
        .collect::<Vec<_>>()
        .join(ui.text(texts::LIST_SEPARATOR));
    if !names.is_empty() {
        parts.push(ui.fill(texts::closing::LOWEST, &[("names", &names)]));
    }
    parts.join(" · ")
}

/// 采纳 5 · 部分采纳 1
fn adopted(ui: Ui, all: &[ShownFeedback]) -> String {
    let counts = answered(all);
    let said = suggestion::ANSWERS.iter().filter_map(|answer| {
        let n = counts.get(answer.key)?;
        Some(format!("{} {n}", ui.text(answer.label)))
    });
    said.collect::<Vec<_>>().join(" · ")
}

#[component]
fn Dimensions(figures: Memo<FeedbackFigures>) -> impl IntoView {
    let ui = ui();
    let head = [
        texts::closing::DIMENSION,
        texts::closing::MEAN,
        texts::closing::LEAST_TO_MOST,
    ];
    let row = |one: DimensionFigures| view! { <DimensionRow one/> }.into_any();
    view! {
        <table class="list-table" data-testid="feedback-figures" aria-label=ui.t(texts::closing::DIMENSION)>
            <thead>
                <tr>
                    {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
                    {(1..=5).map(|n: u8| view! { <th scope="col">{n.to_string()}</th> }).collect::<Vec<_>>()}
                    <th scope="col">{ui.t(texts::closing::REASONS)}</th>
                </tr>
            </thead>
            <tbody>{list(move || figures.get().dimensions, |one| format!("{one:?}"), row)}</tbody>
        </table>
    }
}

#[component]
fn DimensionRow(one: DimensionFigures) -> impl IntoView {
    let ui = ui();
    let count = |n: usize| {
        let text = if n == 0 {
            "·".to_owned()
        } else {
            n.to_string()
        };
        view! { <td data-type="number">{text}</td> }
    };
    let reasons = one.reasons.clone().into_iter();
    let reasons = reasons.map(|(record, text)| view! { <p>{text} <By record/></p> });
    view! {
        <tr data-lowest=one.is_lowest.to_string()>
            <th scope="row">{ui.t(DIMENSIONS[one.place].score.label)}</th>
            <td data-type="number">{in_hundredths(one.mean)}</td>
            <td data-type="number">{format!("{} - {}", one.least, one.most)}</td>
            {one.counts.map(count).into_iter().collect::<Vec<_>>()}
            <td>{reasons.collect::<Vec<_>>()}</td>
        </tr>
    }
}

/// From which department, or from which sheet without a name.
#[component]
pub(super) fn By(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let by = move || {
        session.watch(|log| {
            let form = Form::new(log, record.clone());
            let department = crate::analysis::standing::feedback::department_of(&form);
            match (department, form.get(feedback::SHEET_NO)) {
                (Some(department), _) => short_name(log, &department, ui.lang.get()),
                (None, no) => {
                    let n = no.map(|no| no.to_string()).unwrap_or_default();
                    ui.fill(texts::closing::SHEET_NUMBER, &[("n", &n)])
                }
            }
        })
    };
    let said = move || ui.fill(texts::closing::SAID_BY, &[("who", &by())]);
    view! { " " <span class="hint">{live(said)}</span> }
}
