//! 风险, beside the register: where the open ones lie in the 5×5, which have moved, and the one click of the weekly look.

mod sheet;

use crate::analysis::inbox::risks::score_before;
use crate::analysis::words::codes::Codes;
use crate::model::template::Form;
use crate::model::{FieldKey, Log, RecordId};
use crate::templates::risk;
use crate::ui::screen::base::chart::ChartFrame;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::risk::matrix::{RiskMatrix, RiskPlaces};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::screen::pages::charts::drawing;
use crate::ui::screen::table::Table;
use crate::ui::texts;
use leptos::prelude::*;

/// What the matrix shows.
#[derive(Clone, PartialEq, Default)]
struct InCells {
    placed: RiskPlaces,
    /// Those whose score was another before, each as it is told.
    moved: Vec<String>,
    /// Those that occurred, each with the issue it became.
    occurred: Vec<String>,
    /// Open ones without a score.
    unplaced: usize,
    open: Vec<RecordId>,
}

fn in_cells(log: &Log) -> InCells {
    let codes = Codes::of(log, risk::KIND);
    let mut all = InCells::default();
    for record in log.rows(risk::KIND) {
        let form = Form::new(log, record.clone());
        if !risk::is_open(&form) {
            let issue = form.referred(risk::BECAME_ISSUE);
            all.occurred.extend(issue.map(|issue| {
                let issue = crate::analysis::display_code(log, issue.record());
                format!("{} → {issue}", codes.display(log, &record))
            }));
            continue;
        }
        let differs = [risk::LIKELIHOOD, risk::IMPACT]
            .iter()
            .any(|key| log.distinct(&record, &FieldKey::of(key.name)).len() > 1);
        let code = match (differs, codes.display(log, &record)) {
            (true, code) => format!("≠ {code}"),
            (false, code) => code,
        };
        match (
            form.get(risk::LIKELIHOOD).zip(form.get(risk::IMPACT)),
            risk::score(&form),
        ) {
            (Some((likelihood, impact)), Some(score)) => {
                let before = score_before(&form);
                all.moved
                    .extend(before.map(|before| format!("{code} {before} → {score}")));
                all.placed.push((likelihood, impact, code));
            }
            _ => all.unplaced += 1,
        }
        all.open.push(record);
    }
    all
}

/// The likelihood and the impact that the address names.
fn cell_in_address() -> Option<(i64, i64)> {
    let hash = window().location().hash().ok()?;
    let (_, query) = hash.split_once('?')?;
    let named = |key: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(name, _)| *name == key)?.1.parse().ok()
    };
    named(risk::LIKELIHOOD.name).zip(named(risk::IMPACT.name))
}

/// How wide the matrix is in a file.
const FILE_WIDTH: i64 = 560;

/// The matrix with what is said under it, and the register as it is printed.
#[component]
pub(in crate::ui) fn RiskMap(table: Table) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let cells = Memo::new(move |_| session.watch(in_cells));
    let placed = Signal::derive(move || cells.with(|cells| cells.placed.clone()));
    let chosen = Signal::derive(move || {
        let [likelihood, impact] =
            [risk::LIKELIHOOD, risk::IMPACT].map(|key| table.narrowed_to(key.name));
        likelihood?.parse().ok().zip(impact?.parse().ok())
    });
    // A cell of the chart leads here with its place in the address.
    if let Some((likelihood, impact)) = cell_in_address() {
        table.narrow_to(&[
            (risk::LIKELIHOOD.name, likelihood),
            (risk::IMPACT.name, impact),
        ]);
    }
    let choose = Callback::new(move |(likelihood, impact): (i64, i64)| {
        if chosen.get_untracked() == Some((likelihood, impact)) {
            table.show_all();
        } else {
            table.narrow_to(&[
                (risk::LIKELIHOOD.name, likelihood),
                (risk::IMPACT.name, impact),
            ]);
        }
    });
    let unplaced = move || {
        let n = cells.with(|cells| cells.unplaced);
        (n > 0).then(|| ui.fill(texts::risks::NO_LEVEL_YET, &[("n", &n.to_string())]))
    };
    let occurred = move || {
        let risks = cells.with(|cells| cells.occurred.join(ui.text(texts::LIST_SEPARATOR)));
        (!risks.is_empty()).then(|| ui.fill(texts::risks::HAPPENED_SO_FAR, &[("risks", &risks)]))
    };
    let moved = move || cells.with(|cells| cells.moved.join(ui.text(texts::LIST_SEPARATOR)));
    view! {
        {when(move || ui.on_paper.get(), || view! { <sheet::RiskSheet/> })}
        <section class="card risk-map" data-testid="risk-map" aria-label=ui.t(texts::risks::MATRIX)>
            <ChartFrame name="risk" instead=view! { <RiskMatrix placed chosen choose/> }.into_any()
                draw=drawing(|log, _, _, lang| crate::ui::chart::risk_chart(log, FILE_WIDTH, lang))/>
            <p class="hint no-print">{ui.t(texts::risks::MATRIX_HOW)}</p>
            <p class="hint">{live(moved)} " " {live(unplaced)}</p>
            <p class="hint">{live(occurred)}</p>
            {when(move || chosen.get().is_some(), move || view! {
                <button type="button" class="small no-print" data-testid="all-cells"
                    on:click=press(move || table.show_all())>
                    {ui.t(texts::table::SHOW_ALL)}
                </button>
            })}
        </section>
    }
}

/// 都看过了，没有变化: for the open ones that are one's own to look at.
#[component]
pub(in crate::ui) fn AllLookedAt() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let author = author_of(session);
    let own = Memo::new(move |_| {
        author.get();
        let mut open = session.watch(in_cells).open;
        open.retain(|risk| session.may_look_at_risk(risk));
        open
    });
    let look = move || {
        if !session.look_at_risks(&own.get_untracked()).is_empty() {
            let said = ui.text(texts::risks::LOOK_NOTED).to_owned();
            ui.notices.done(session, said, "undo-risk");
        }
    };
    when(
        move || !own.with(Vec::is_empty),
        move || {
            view! {
                <button type="button" data-testid="all-looked-at" on:click=press(look)>
                    {ui.t(texts::risks::ALL_LOOKED_AT)}
                </button>
            }
        },
    )
}
