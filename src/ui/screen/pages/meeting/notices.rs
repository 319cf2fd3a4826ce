//! What the page says of its week before anything else: two minutes were written apart, or a week went by without one.

use super::AtMeeting;
use crate::analysis::inbox::weekly::{
    HeldMeeting, MeetingState, doubled, missed, others_on, week_of,
};
use crate::analysis::words::names::short_name;
use crate::model::template::Form;
use crate::state::Page;
use crate::templates::{settings, status_of};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::form::reason::{Asking, ReasonForm};
use crate::ui::texts;
use leptos::prelude::*;

/// 并成一份, and 补一次 or 本周不开.
#[component]
pub(super) fn Notices(at: AtMeeting) -> impl IntoView {
    let session = session();
    let both = Memo::new(move |_| {
        let held = at.held.get()?;
        session.watch(|log| doubled(log, &held))
    });
    let gone = Memo::new(move |_| {
        let today = session.now().date_naive();
        let is_ahead = at.is(MeetingState::Ahead);
        session.watch(|log| {
            let form = Form::new(log, settings::record());
            let is_running = status_of(&form) == settings::RUNNING.key;
            missed(log, today).filter(|_| is_running && is_ahead)
        })
    });
    view! {
        {live(move || both.get().map(|(keep, other)| view! { <Double keep other/> }))}
        {live(move || gone.get().map(|held| view! { <Missed held/> }))}
        {live(move || at.is(MeetingState::Ahead).then(|| view! { <OtherToday/> }))}
    }
}

/// 今天还有: a review, a kick-off or another meeting that is not a regular one.
#[component]
fn OtherToday() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let others = Memo::new(move |_| {
        let now = session.now();
        session.watch(|log| others_on(log, now))
    });
    let line = move |(held, time): (HeldMeeting, String)| {
        let meeting = held.meeting.clone();
        let said = move || {
            let name = session.watch(|log| short_name(log, &meeting, ui.lang.get()));
            let places = [("name", &*name), ("when", &*time)];
            ui.fill(texts::meeting::OTHER_TODAY, &places)
        };
        let open = move || {
            session.begin_meeting(&held);
            ui.go(session.project(), Page::Record(held.minutes.clone()));
        };
        view! {
            <section class="notice no-print" data-kind="info" data-testid="other-meeting">
                <p class="notice-text">{live(said)}</p>
                <button type="button" data-testid="open-other" on:click=press(open)>
                    {ui.t(texts::meeting::OPEN_MEETING)}
                </button>
            </section>
        }
    };
    live(move || others.get().into_iter().map(line).collect::<Vec<_>>())
}

#[component]
fn Double(keep: HeldMeeting, other: HeldMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let days = [keep.day.to_string(), other.day.to_string()];
    let said = move || {
        let places = [("a", &*days[0]), ("b", &*days[1])];
        ui.fill(texts::meeting::TWO_OF_WEEK, &places)
    };
    let join = move || {
        if !session.join_minutes(&keep, &other).is_empty() {
            let said = ui.text(texts::meeting::JOINED).to_owned();
            ui.notices.done(session, said, "undo-step");
        }
    };
    view! {
        <section class="notice no-print" data-kind="warning" data-testid="two-minutes">
            <p class="notice-text">{live(said)}</p>
            <button type="button" data-testid="join-minutes" on:click=press(join)>
                {ui.t(texts::meeting::JOIN)}
            </button>
        </section>
    }
}

#[component]
fn Missed(held: HeldMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let asking = Asking::at(format!("skip/{}", held.minutes));
    let id = StoredValue::new(held);
    let said = move || {
        let held = id.get_value();
        let week = session.watch(|log| week_of(log, held.day));
        let n = week.map_or_else(|| held.day.to_string(), |week| week.to_string());
        ui.fill(texts::meeting::NO_MEETING_IN, &[("n", &n)])
    };
    let hold = move || {
        session.begin_meeting(&id.get_value());
    };
    let skip = Callback::new(move |why: String| {
        session.skip_meeting(&id.get_value(), &why);
    });
    view! {
        <section class="notice no-print" data-kind="info" data-testid="missed-meeting">
            <p class="notice-text">{live(said)}</p>
            <button type="button" data-testid="hold-missed" on:click=press(hold)>
                {ui.t(texts::meeting::HOLD_IT)}
            </button>
            <button type="button" data-testid="skip-missed" on:click=press(move || asking.begin())>
                {ui.t(texts::meeting::SKIP_WEEK)}
            </button>
            {live(move || asking.is_open().then(|| view! { <ReasonForm asking then=skip/> }))}
        </section>
    }
}
