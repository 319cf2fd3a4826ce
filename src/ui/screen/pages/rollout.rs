//! 落地检查: five things in each department, a cell each, filled by keys; exceptions with an end that the project lead
//! grants; before, pilot and target as the metrics have them. On paper it is 《落地检查表》.

mod figures;
mod grid;
mod strip;

pub(in crate::ui) use figures::metric_said;
pub(super) use strip::Decide;

use crate::analysis::standing::rollout::{RolloutStanding, check_at};
use crate::model::RecordId;
use crate::model::template::{Choice, Form};
use crate::state::{Page, Session};
use crate::templates::{department, rollout_check};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::pages::consultation::speakers;
use crate::ui::screen::pages::paper::PaperHead;
use crate::ui::texts;
use leptos::prelude::*;

/// A place of the check: its department and its item.
type RolloutPlace = (RecordId, Choice);

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct AtRollout {
    session: Session,
    departments: Memo<Vec<RecordId>>,
    standing: Memo<RolloutStanding>,
    /// The place that keys write into.
    chosen: RwSignal<Option<RolloutPlace>>,
}

impl AtRollout {
    /// What was found at a place; watches it.
    fn result(self, place: &RolloutPlace) -> Option<Choice> {
        self.session.watch(|log| {
            check_at(log, &place.0, place.1).and_then(|form| rollout_check::result_of(&form))
        })
    }

    /// The place behind one, row by row; nothing behind the last.
    fn after(self, (department, item): &RolloutPlace) -> Option<RolloutPlace> {
        let items = rollout_check::ITEMS;
        let at = items.iter().position(|one| one == item)?;
        if let Some(next) = items.get(at + 1) {
            return Some((department.clone(), *next));
        }
        let departments = self.departments.get_untracked();
        let row = departments.iter().position(|one| one == department)?;
        Some((departments.get(row + 1)?.clone(), *items.first()?))
    }

    /// Writes what was found and goes on to the next place.
    fn report(self, place: &RolloutPlace, result: Choice) {
        self.session.report_rollout(&place.0, place.1, result);
        if let Some(next) = self.after(place) {
            grid::focus(&next);
            self.chosen.set(Some(next));
        }
    }
}

/// The page.
#[component]
pub(in crate::ui) fn Rollout() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let at = AtRollout {
        session,
        departments: Memo::new(move |_| session.rows(department::KIND)),
        standing: Memo::new(move |_| {
            let today = session.now().date_naive();
            session.watch(|log| RolloutStanding::of(log, today))
        }),
        chosen: RwSignal::new(None),
    };
    let is_begun = Memo::new(move |_| at.standing.with(|standing| standing.is_begun));
    let begin = move || {
        session.begin_rollout();
        let to = unfilled(at);
        offer_to(ui, session, &RecordId::of(rollout_check::KIND), to);
        let said = ui.text(texts::opinions::CHECK_BEGUN).to_owned();
        ui.notices.done(session, said, "undo-rollout");
    };
    let is_any = move || at.departments.with(|all| !all.is_empty());
    view! {
        <header class="page-head">
            <h1>{ui.t(rollout_check::ROLLOUT_CHECK.list_label())}</h1>
            <PaperHead title=rollout_check::ROLLOUT_CHECK.title/>
            {when(move || is_begun.get(), || view! { <crate::ui::screen::pages::printing::PrintButton/> })}
            {when(move || is_begun.get() && !unfilled(at).is_empty(), move || view! {
                <button type="button" data-testid="send-unfilled" on:click=press(move || send(ui, at))>
                    {ui.t(texts::opinions::SEND_UNFILLED)}
                </button>
            })}
        </header>
        {when(move || !is_begun.get(), move || view! {
            <section class="empty" data-testid="rollout-not-begun">
                <p>{ui.t(texts::opinions::NOT_BEGUN)}</p>
                {when(move || !is_any(), move || view! { <p class="hint">{ui.t(texts::opinions::NO_DEPARTMENTS)}</p> })}
                {when(is_any, move || view! {
                    <p class="answers">
                        <button type="button" class="primary" data-testid="begin-rollout" on:click=press(begin)>
                            {ui.t(texts::opinions::BEGIN)}
                        </button>
                    </p>
                })}
            </section>
        })}
        {when(move || is_begun.get(), move || view! {
            <figures::Figures at/>
            <grid::RolloutGrid at/>
            {live(move || at.chosen.get().map(|place| view! { <strip::PlaceStrip at place/> }))}
            <p class="signature paper-only">{ui.t(texts::forms::SIGNATURE)}</p>
        })}
    }
}

/// Everybody who speaks for a department of which not all is said.
fn unfilled(at: AtRollout) -> Vec<RecordId> {
    let mut open = at.departments.get();
    open.retain(|department| {
        let is_open = |item: &Choice| at.result(&(department.clone(), *item)).is_none();
        rollout_check::ITEMS.iter().any(is_open)
    });
    speakers(at.session, &open)
}

fn send(ui: Ui, at: AtRollout) {
    let to = untrack(|| unfilled(at));
    offer_to(ui, at.session, &RecordId::of(rollout_check::KIND), to);
    ui.go(at.session.project(), Page::Exchange);
}

/// The exception of a place as it is read: what is done instead, and until when.
pub(super) fn exception_said(ui: Ui, form: &Form<'_>) -> Option<String> {
    let text = form.get(rollout_check::EXCEPTION_REQUEST)?;
    Some(match form.get(rollout_check::EXCEPTION_UNTIL) {
        Some(day) => {
            let places = [("text", &*text), ("day", &*day.to_string())];
            ui.fill(texts::opinions::EXCEPTION_UNTIL, &places)
        }
        None => text,
    })
}
