//! Which meeting it is, how far it has come, and the one next step.

use super::AtMeeting;
use super::aside::invited;
use crate::analysis::inbox::weekly::{HeldMeeting, MeetingState, past_meetings};
use crate::model::Moment;
use crate::model::template::{Form, Label, Tone};
use crate::state::Page;
use crate::templates::{meeting, minutes, review};
use crate::ui::letter::meeting_title;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::icons::tone_key;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::form::reason::{Asking, ReasonForm};
use crate::ui::screen::pages::printing::PrintButton;
use crate::ui::texts;
use leptos::prelude::*;

/// What a state is called.
pub(super) fn said(state: MeetingState) -> (Label, Tone) {
    match state {
        MeetingState::Ahead => (minutes::DRAFT.label, Tone::Neutral),
        MeetingState::Running => (texts::meeting::IN_MEETING, Tone::Info),
        MeetingState::Held => (texts::meeting::HELD_NOT_RELEASED, Tone::Warn),
        MeetingState::Released => (minutes::SENT.label, Tone::Ok),
        MeetingState::Skipped => (review::SKIPPED.label, Tone::Neutral),
    }
}

/// The head of the page.
#[component]
pub(super) fn Head(at: AtMeeting, state: MeetingState) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let (label, tone) = said(state);
    let name = move || {
        session.watch(|log| {
            let held = at.held.get()?;
            Some(meeting_title(log, &held, ui.lang.get()))
        })
    };
    let act = |act: fn(&crate::state::Session, &HeldMeeting)| {
        move || {
            if let Some(held) = at.held() {
                act(&session, &held);
            }
        }
    };
    let button = move |label: Label, id: &'static str, is_primary: bool, act: Box<dyn FnMut()>| {
        view! {
            <button type="button" class:primary=is_primary data-testid=id on:click=press(act)>
                {ui.t(label)}
            </button>
        }
    };
    let step = match state {
        MeetingState::Ahead => Some(button(
            texts::meeting::START,
            "start-meeting",
            true,
            Box::new(act(|session, held| drop(session.begin_meeting(held)))),
        )),
        MeetingState::Running => Some(button(
            texts::meeting::GO_RELEASE,
            "end-meeting",
            true,
            Box::new(act(|session, held| drop(session.end_meeting(held)))),
        )),
        MeetingState::Held => Some(button(
            texts::meeting::BACK,
            "back-to-meeting",
            false,
            Box::new(act(|session, held| drop(session.resume_meeting(held)))),
        )),
        MeetingState::Released | MeetingState::Skipped => None,
    };
    let is_before = state == MeetingState::Ahead;
    let send_agenda = move || {
        let Some(held) = at.held() else { return };
        let me = session.me();
        let mut to = untrack(|| invited(at, session));
        to.retain(|one| Some(one) != me.as_ref());
        offer_to(ui, session, &held.meeting, to);
        ui.go(session.project(), Page::Exchange);
    };
    view! {
        <header class="page-head">
            <h1>{live(name)}</h1>
            <span class="chip" data-tone=tone_key(tone)>{ui.t(label)}</span>
            <span class="hint"><Times at/></span>
            <Past at/>
            <PrintButton/>
            {is_before.then(|| view! {
                <button type="button" data-testid="send-agenda" on:click=press(send_agenda)>
                    {ui.t(texts::meeting::SEND_AGENDA)}
                </button>
                <Skip at/>
            })}
            {step}
        </header>
    }
}

/// 10:00 开始，已用 23 分 / 60, or from when to when.
#[component]
pub(super) fn Times(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    live(move || {
        let held = at.held.get()?;
        let now = ui.now();
        session.watch(|log| {
            let minutes = Form::new(log, held.minutes.clone());
            let of_series = minutes.other(held.meeting.clone());
            let of_day = |at: Moment| ZONE.shown(at).format("%H:%M").to_string();
            match (
                minutes.get(minutes::ACTUAL_START),
                minutes.get(minutes::ACTUAL_END),
            ) {
                (Some(from), Some(to)) => {
                    let places = [("from", &*of_day(from)), ("to", &*of_day(to))];
                    Some(ui.fill(texts::meeting::FROM_TO, &places))
                }
                (Some(from), None) => {
                    let used = (now - from).num_minutes().to_string();
                    let lasts = of_series.get(meeting::DURATION_MIN).unwrap_or_default();
                    let places = [
                        ("from", &*of_day(from)),
                        ("n", &*used),
                        ("m", &*lasts.to_string()),
                    ];
                    Some(ui.fill(texts::meeting::USED, &places))
                }
                (None, _) => of_series.get(meeting::TIME),
            }
        })
    })
}

/// 以前的周会
#[component]
fn Past(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let past = Memo::new(move |_| session.watch(past_meetings));
    let line = move |held: HeldMeeting| {
        let href = Ui::href(session.project(), &held.minutes);
        let name = session.read(|log| meeting_title(log, &held, ui.lang.get()));
        let is_here = at.held().is_some_and(|one| one.minutes == held.minutes);
        view! { <li><a href=href aria-current=is_here.then_some("page")>{name}</a></li> }
    };
    live(move || {
        let past = past.get();
        (!past.is_empty()).then(|| {
            view! {
                <details class="past-meetings no-print" data-testid="past-meetings">
                    <summary>{ui.t(texts::meeting::PAST)}</summary>
                    <ul class="findings">{past.into_iter().map(line).collect::<Vec<_>>()}</ul>
                </details>
            }
        })
    })
}

/// 本周不开, with a reason.
#[component]
fn Skip(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let asking = Asking::at("skip-meeting".to_owned());
    let then = Callback::new(move |why: String| {
        if let Some(held) = at.held() {
            session.skip_meeting(&held, &why);
        }
    });
    view! {
        <button type="button" class="quiet" data-testid="skip-meeting" on:click=press(move || asking.begin())>
            {ui.t(texts::meeting::SKIP_WEEK)}
        </button>
        {live(move || asking.is_open().then(|| view! { <ReasonForm asking then/> }))}
    }
}
