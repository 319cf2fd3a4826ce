//! 周会: one page for the coordinator's hour. Before, the agenda is there; during, one typed line a result; after, what
//! is missing and what releasing does. Nothing is saved by a button.

mod aside;
mod cause;
mod does;
mod head;
mod lines;
mod new_day;
mod notices;
mod outcome;
mod paper;
mod points;
mod release;
mod released;
mod typed;

use crate::analysis::inbox::weekly::{HeldMeeting, MeetingState, meeting_at_hand};
use crate::analysis::inbox::weekly_agenda::{WeeklyAgenda, weekly_agenda};
use crate::model::RecordId;
use crate::state::{Page, Route};
use crate::templates::meeting;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use leptos::prelude::*;

/// What all parts of the page speak of.
#[derive(Clone, Copy, PartialEq)]
struct AtMeeting {
    held: Memo<Option<HeldMeeting>>,
    agenda: Memo<WeeklyAgenda>,
    /// The point that is talked of: the id of its item.
    current: RwSignal<Option<RecordId>>,
}

impl AtMeeting {
    /// The meeting; only asked where there is one.
    fn held(self) -> Option<HeldMeeting> {
        self.held.get_untracked()
    }
    fn state(self) -> Option<MeetingState> {
        self.held.with(|held| held.as_ref().map(|held| held.state))
    }
    fn is(self, state: MeetingState) -> bool {
        self.state() == Some(state)
    }
}

/// The meeting that is next or under way; with `minutes` the one they are of.
#[component]
pub(in crate::ui) fn Meeting(minutes: Option<RecordId>) -> impl IntoView {
    let session = session();
    let held = Memo::new(move |_| {
        let today = session.now().date_naive();
        session.watch(|log| match &minutes {
            Some(minutes) => HeldMeeting::of_minutes(log, minutes),
            None => meeting_at_hand(log, today),
        })
    });
    // Counted after an edit, never at a letter that is typed.
    let agenda = Memo::new(move |_| {
        let now = session.now();
        held.with(|held| {
            let held = held.as_ref();
            held.map_or_else(WeeklyAgenda::default, |held| {
                session.watch(|log| weekly_agenda(log, held, now))
            })
        })
    });
    let at = AtMeeting {
        held,
        agenda,
        current: RwSignal::new(None),
    };
    let shown = Memo::new(move |_| {
        held.with(|held| held.as_ref().map(|held| (held.minutes.clone(), held.state)))
    });
    live(move || match shown.get() {
        None => view! { <NoneYet/> }.into_any(),
        Some((minutes, state)) => view! { <OfState at minutes state/> }.into_any(),
    })
}

#[component]
fn OfState(at: AtMeeting, minutes: RecordId, state: MeetingState) -> impl IntoView {
    let is_on = [MeetingState::Running, MeetingState::Held].contains(&state);
    let body = match state {
        MeetingState::Ahead | MeetingState::Running => view! { <points::Points at/> }.into_any(),
        MeetingState::Held => view! { <release::Release at/> <paper::Minutes at/> }.into_any(),
        MeetingState::Released => view! { <paper::Minutes at/> }.into_any(),
        MeetingState::Skipped => {
            let ui = ui();
            view! { <p class="empty">{ui.t(texts::meeting::SKIPPED)}</p> }.into_any()
        }
    };
    view! {
        <div class="meeting" data-testid="meeting-page" data-state=state.key() data-minutes=minutes.to_string()>
            <head::Head at state/>
            <notices::Notices at/>
            <div class="with-side">
                <div class="meeting-main">{body} {is_on.then(|| view! { <outcome::GateResult at/> })}</div>
                <aside class="side no-print"><aside::Aside at state/></aside>
            </div>
        </div>
    }
}

/// No regular meeting is arranged.
#[component]
fn NoneYet() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let list = Route::Project(session.project(), Page::Kind(meeting::KIND.to_owned())).to_string();
    let arrange = move || {
        session.arrange_weekly(ui.text(meeting::WEEKLY.label));
    };
    view! {
        <section class="empty" data-testid="no-meeting">
            <p>{ui.t(texts::rules::NO_REGULAR)}</p>
            <p class="answers">
                <button type="button" class="primary" data-testid="arrange-fridays" on:click=press(arrange)>
                    {ui.t(texts::meeting::FRIDAYS)}
                </button>
                <a class="button" href=list>{ui.t(texts::meeting::CHOOSE_DAY)}</a>
            </p>
        </section>
    }
}
