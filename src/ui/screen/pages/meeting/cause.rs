//! Why a task is late: one click. What its owner gave stands dashed until the release takes it over.

use super::AtMeeting;
use crate::analysis::inbox::weekly_agenda::{AgendaPoint, PointReason};
use crate::analysis::inbox::weekly_late::LateTask;
use crate::model::template::Choice;
use crate::templates::review_task::PREDECESSOR;
use crate::templates::task::DELAY_CAUSES;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use leptos::prelude::*;

/// The causes shown at once; the others unfold.
const FIRST: usize = 4;

fn late_of(point: &AgendaPoint) -> Option<&LateTask> {
    match &point.reason {
        PointReason::Late(late) => Some(late),
        _ => None,
    }
}

/// The causes as buttons.
#[component]
pub(super) fn CauseChips(at: AtMeeting, point: Memo<Option<AgendaPoint>>) -> impl IntoView {
    let ui = ui();
    let task = point.get_untracked().map(|one| one.about.to_string());
    let chip = move |cause: &'static Choice| view! { <CauseChip at point cause/> };
    let is_missing = move || {
        let is_missing = point.with(|one| {
            one.as_ref()
                .and_then(late_of)
                .is_some_and(|late| !late.is_explained())
        });
        is_missing.then(|| view! { <span class="late">{ui.t(texts::meeting::NO_CAUSE)}</span> })
    };
    let (first, more) = DELAY_CAUSES.split_at(FIRST);
    view! {
        <div class="causes no-print" role="group" aria-label=ui.t(texts::progress::CAUSE)
            data-testid="delay-cause" data-record=task>
            <span class="hint">{ui.t(texts::progress::CAUSE)}</span> {live(is_missing)}
            {first.iter().map(chip).collect::<Vec<_>>()}
            <details class="more-causes">
                <summary>{ui.t(texts::meeting::MORE)}</summary>
                {more.iter().map(chip).collect::<Vec<_>>()}
            </details>
        </div>
    }
}

#[component]
fn CauseChip(
    at: AtMeeting,
    point: Memo<Option<AgendaPoint>>,
    cause: &'static Choice,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let is = move |of: fn(&LateTask) -> &Option<String>| {
        point.with(|one| {
            let late = one.as_ref().and_then(late_of);
            late.is_some_and(|late| of(late).as_deref() == Some(cause.key))
        })
    };
    let choose = move || {
        let (Some(held), Some(point)) = (at.held(), point.get_untracked()) else {
            return;
        };
        let root = (cause.key == PREDECESSOR).then(|| session.likely_root(&point.about));
        session.explain_delay(&held, &point.about, cause.key, root.flatten().as_ref());
    };
    view! {
        <button type="button" class="small" data-cause=cause.key
            aria-pressed=move || is(|late| &late.cause).to_string()
            data-proposed=move || is(|late| &late.given).to_string() on:click=press(choose)>
            {ui.t(cause.label)}
        </button>
    }
}
