//! 下一步: one sentence and one button, and what comes after.

use crate::analysis::{Item, inbox::agenda};
use crate::model::FieldKey;
use crate::model::template::Label;
use crate::state::{Page, Route, Session};
use crate::templates::{charter, member, task};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::settled::Counts;
use crate::ui::screen::base::settled::settled;
use crate::ui::screen::mail::asked;
use crate::ui::screen::mail::said::meeting_when;
use crate::ui::screen::pages::sample;
use crate::ui::texts;
use leptos::prelude::*;

/// So many steps are named after the first.
const AFTER: usize = 3;

/// A step: what to do, where, with how much, and when.
#[derive(Clone, PartialEq)]
struct Step {
    label: Label,
    page: Page,
    count: usize,
    when: String,
}

/// What to do next.
#[component]
pub(super) fn NextStep() -> impl IntoView {
    let ui = ui();
    let session = session();
    let counts = settled().counts();
    let steps = Memo::new(move |_| {
        session.watch(|_| ());
        let mut steps = of_files(ui, session);
        steps.extend(of_project(session, &counts.get()));
        if steps.is_empty() {
            steps.push(step(texts::standing::NEXT_RECEIVE, Page::Exchange, 0));
        }
        steps
    });
    let said = move |step: &Step| {
        let places = [("n", &*step.count.to_string()), ("when", &*step.when)];
        ui.fill(step.label, &places)
    };
    live(move || {
        let steps = steps.get();
        let first = steps.first()?;
        let href = Route::Project(session.project(), first.page.clone()).to_string();
        let after: Vec<String> = steps.iter().skip(1).take(AFTER).map(said).collect();
        let after = (!after.is_empty()).then(|| {
            let after = after.join(" › ");
            view! {
                <p class="hint" data-testid="after-next">
                    {ui.fill(texts::standing::AFTERWARDS, &[("steps", &after)])}
                </p>
            }
        });
        Some(view! {
            <section class="card next">
                <h2>{ui.t(texts::standing::NEXT_STEP)}</h2>
                <a class="button primary" href=href>{said(first)}</a>
                {after}
            </section>
        })
    })
}

const fn step(label: Label, page: Page, count: usize) -> Step {
    Step {
        label,
        page,
        count,
        when: String::new(),
    }
}

/// Files that wait, and what differs: to be settled, or on the agenda already.
fn of_files(ui: Ui, session: Session) -> Vec<Step> {
    let mut steps = Vec::new();
    let (files, coming) = ui.incoming.arrivals.with(|arrivals| {
        let mut ours = arrivals
            .iter()
            .filter(|one| one.project == session.project());
        ours.next().map_or((0, 0), |one| {
            (one.preview.files.len(), one.preview.conflicts())
        })
    });
    if files > 0 {
        steps.push(step(texts::standing::NEXT_LOOK, Page::Exchange, files));
    }
    let now = session.now();
    let (open, planned, meeting) = session.read(|log| {
        let points = agenda::points(log, now);
        let planned = points.iter().filter(|one| one.is_open && one.is_ahead);
        (
            log.conflict_count(),
            planned.count(),
            agenda::next_meeting(log, now),
        )
    });
    let differing = open.max(coming).saturating_sub(planned);
    if differing > 0 {
        steps.push(step(
            texts::decide::NEXT_CONFLICTS,
            Page::Conflicts,
            differing,
        ));
    }
    let when = meeting
        .map(|meeting| meeting_when(&meeting, ui.lang.get(), now.date_naive()))
        .unwrap_or_default();
    if planned > 0 && when.is_empty() {
        steps.push(step(texts::standing::NEXT_AGENDA, Page::Conflicts, planned));
    } else if planned > 0 {
        steps.push(Step {
            when,
            ..step(texts::standing::NEXT_AGENDA_AT, Page::Conflicts, planned)
        });
    }
    steps
}

/// What waits in the project, what it lacks, what nobody was sent.
fn of_project(session: Session, counts: &Counts) -> Vec<Step> {
    let todos = untrack(|| asked::todos(session));
    let differing = todos
        .iter()
        .filter(|todo| matches!(todo.item, Item::Differences(_)));
    let waiting = counts.todo.saturating_sub(differing.count());
    let findings = counts.findings.saturating_sub(counts.differing);
    let is_empty = |kind: &str| session.read(|log| log.rows(kind).is_empty());
    let goal = FieldKey::of(charter::GOAL_STATEMENT.name);
    let has_goal = session.read(|log| !log.value(&charter::record(), &goal).is_empty());
    let unsent = if sample::is_sample(session) {
        0
    } else {
        counts.unsent
    };
    let all = [
        (
            waiting > 0,
            step(texts::standing::NEXT_TODO, Page::Todo, waiting),
        ),
        (
            !has_goal,
            step(
                texts::standing::NEXT_CHARTER,
                Page::Kind(charter::KIND.into()),
                0,
            ),
        ),
        (
            is_empty(member::KIND),
            step(
                texts::standing::NEXT_PEOPLE,
                Page::Kind(member::KIND.into()),
                0,
            ),
        ),
        (
            is_empty(task::KIND),
            step(texts::standing::NEXT_PLAN, Page::Kind(task::KIND.into()), 0),
        ),
        (
            unsent > 0,
            step(texts::standing::NEXT_SEND_N, Page::Exchange, unsent),
        ),
        (
            findings > 0,
            step(texts::standing::NEXT_CHECKS, Page::Checks, findings),
        ),
    ];
    let needed = all.into_iter().filter(|(is_needed, _)| *is_needed);
    needed.map(|(_, step)| step).collect()
}
