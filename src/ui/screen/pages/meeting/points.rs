//! The agenda: a section a part, a line a point; while the meeting goes on, the point that is talked of lies open with
//! its lines and the one line into which results are typed.

use super::AtMeeting;
use super::cause::CauseChips;
use super::lines::Lines;
use super::new_day::{NewDayField, is_unfinished};
use super::paper::Heading;
use super::typed::ResultLine;
use crate::analysis::inbox::weekly::MeetingState;
use crate::analysis::inbox::weekly_agenda::{AgendaPoint, PointReason};
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::{Choice, Form};
use crate::templates::{agenda_item, meeting, task};
use crate::ui::letter::{coming_said, newest_said, point_name, point_said};
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::long::{Window, Within, long_text};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The agenda of a meeting that is ahead or goes on.
#[component]
pub(super) fn Points(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let minutes = move || {
        let held = at.held.get()?;
        let lasts = session.watch(|log| Form::new(log, held.meeting).get(meeting::DURATION_MIN));
        let needed = at.agenda.with(|agenda| agenda.minutes_in_all());
        let lasts = lasts.unwrap_or_default();
        let said = [("n", &*needed.to_string()), ("m", &*lasts.to_string())];
        let said = ui.fill(texts::meeting::ABOUT_MINUTES, &said);
        let is_over = lasts > 0 && needed > lasts;
        Some(view! { <span class="hint" class:late=is_over>{said}</span> })
    };
    let is_running = Memo::new(move |_| at.is(MeetingState::Running));
    let keys = on(move |event: KeyboardEvent| step_by_key(at, session, &event));
    let parts = (0..).zip(agenda_item::PARTS);
    let parts = parts.map(|(number, part)| view! { <Part at part number/> });
    view! {
        <section class="agenda" data-testid="agenda" on:keydown=keys>
            <Heading at paper=texts::meeting::MEETING_AGENDA/>
            <h2>
                {ui.t(texts::meeting::AGENDA_OF_WEEK)} " "
                <span class="hint">{ui.t(texts::meeting::MADE_OF)}</span> " · " {live(minutes)}
                {when(move || !is_running.get(), move || view! {
                    " · " <span class="hint">{ui.t(texts::meeting::TICKED_IS_ON)}</span>
                })}
            </h2>
            {parts.collect::<Vec<_>>()}
            <Topics at/>
            {when(move || is_running.get() && at.current.with(Option::is_none), move || view! {
                <Lines at about=None/> <ResultLine at about=None/>
            })}
        </section>
    }
}

/// Ctrl+Enter is done with a point, Ctrl+Up and Down go to another.
fn step_by_key(at: AtMeeting, session: crate::state::Session, event: &KeyboardEvent) {
    if !event.ctrl_key() || event.is_composing() || !at.is(MeetingState::Running) {
        return;
    }
    let step: isize = match event.key().as_str() {
        "Enter" | "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    let items: Vec<AgendaPoint> = at.agenda.with_untracked(|agenda| {
        let on = agenda.points.iter().filter(|point| point.is_on);
        on.cloned().collect()
    });
    let current = at.current.get_untracked();
    let here = items
        .iter()
        .position(|point| Some(&point.item) == current.as_ref());
    if event.key() == "Enter"
        && let (Some(held), Some(here)) = (at.held(), here)
    {
        session.set_point(&held, &items[here], agenda_item::TALKED.key);
    }
    let next = match here {
        Some(here) => here.checked_add_signed(step),
        None => Some(0),
    };
    let next = next
        .and_then(|next| items.get(next))
        .map(|point| point.item.clone());
    at.current.set(next);
}

/// One part with its points.
#[component]
fn Part(at: AtMeeting, part: &'static Choice, number: usize) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let points = Memo::new(move |_| {
        at.agenda
            .with(|agenda| agenda.part(part.key).cloned().collect::<Vec<_>>())
    });
    let head = move || {
        let minutes = at
            .agenda
            .with(|agenda| agenda.minutes.get(number).copied())
            .unwrap_or_default();
        let n = points.with(|points| points.iter().filter(|point| point.is_on).count());
        ui.fill(
            texts::meeting::SECTION,
            &[("minutes", &minutes.to_string()), ("n", &n.to_string())],
        )
    };
    if part.key == agenda_item::NEXT.key {
        let coming = move || {
            let lang = ui.lang.get();
            let next = at.agenda.with(|agenda| agenda.next.clone());
            let said = session.watch(|log| {
                next.iter()
                    .map(|one| coming_said(log, one, lang))
                    .collect::<Vec<_>>()
            });
            said.join(" · ")
        };
        return view! {
            <section class="agenda-part" data-feeds=part.key>
                <h3>{number + 1} " " {ui.t(part.label)}</h3>
                <p class="agenda-next">{live(move || long_text(coming()))}</p>
            </section>
        }
        .into_any();
    }
    let items = Signal::derive(move || {
        points.with(|points| points.iter().map(|point| point.item.clone()).collect())
    });
    let line = move |item: RecordId| view! { <Point at item/> }.into_any();
    view! {
        <section class="agenda-part" data-feeds=part.key>
            <h3>{number + 1} " " {ui.t(part.label)} " " <span class="hint">{live(head)}</span></h3>
            <ul class="agenda-points">{Window::of_rows(Within::List).list(items, RecordId::to_string, line)}</ul>
        </section>
    }
    .into_any()
}

/// What people proposed, and the line for another.
#[component]
fn Topics(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let items = Signal::derive(move || {
        at.agenda
            .with(|agenda| agenda.part("").map(|point| point.item.clone()).collect())
    });
    let line = move |item: RecordId| view! { <Point at item/> }.into_any();
    let typed = kept_line(ui, session, "topic");
    let add = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some(held) = at.held() {
            session.propose_topic(&held, &typed.get_untracked());
            typed.set(String::new());
        }
    };
    view! {
        <section class="agenda-part" data-feeds="">
            <h3>{agenda_item::PARTS.len() + 1} " " {ui.t(texts::meeting::PROPOSED)}</h3>
            <ul class="agenda-points">{Window::of_rows(Within::List).list(items, RecordId::to_string, line)}</ul>
        </section>
        <form class="new-topic no-print" on:submit=on(add)>
            <input type="text" data-testid="add-topic" placeholder=ui.t(texts::meeting::ADD_TOPIC)
                aria-label=ui.t(texts::meeting::ADD_TOPIC) prop:value=typed
                on:input=move |event| typed.set(typed_text(&event))/>
        </form>
    }
}

/// One point; while it is talked of, all that belongs to it.
#[component]
fn Point(at: AtMeeting, item: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(item.clone());
    let point = Memo::new(move |_| {
        at.agenda.with(|agenda| {
            agenda
                .points
                .iter()
                .find(|point| id.with_value(|id| point.item == *id))
                .cloned()
        })
    });
    let of_point =
        move |read: fn(&AgendaPoint) -> bool| point.with(|one| one.as_ref().is_some_and(read));
    let said = move || point.get().map(|one| point_said(&one, ui.lang.get()));
    let name = move || {
        let point = point.get()?;
        Some(session.watch(|log| point_name(log, &point, ui.lang.get())))
    };
    let about = point.get_untracked().map(|one| one.about);
    let owner = move || {
        let point = point.get()?;
        session.watch(|log| {
            let form = Form::new(log, point.about);
            let owner = form.owner().or_else(|| form.get(agenda_item::PRESENTER))?;
            Some(short_name(log, &owner, ui.lang.get()))
        })
    };
    let is_current =
        Memo::new(move |_| at.current.with(|one| one.as_ref() == Some(&id.get_value())));
    let is_running = Memo::new(move |_| at.is(MeetingState::Running));
    let tick = move |_| {
        let (Some(held), Some(point)) = (at.held(), point.get_untracked()) else {
            return;
        };
        let state = if point.is_on {
            agenda_item::OFF
        } else {
            agenda_item::ON
        };
        session.set_point(&held, &point, state.key);
    };
    let open = move || {
        at.current
            .set((!is_current.get_untracked()).then(|| id.get_value()))
    };
    let is_late = move || {
        point.with(|one| {
            one.as_ref()
                .is_some_and(|one| matches!(one.reason, PointReason::Late(_)))
        })
    };
    let href = about
        .as_ref()
        .map(|about| Ui::href(session.project(), about));
    view! {
        <li data-testid="agenda-point" data-record=about.as_ref().map(ToString::to_string)
            data-feeds=move || point.with(|one| one.as_ref().map(|one| one.part))
            data-on=move || of_point(|one| one.is_on).to_string() data-current=move || is_current.get().to_string()>
            <div class="point-line">
                {when(move || !is_running.get(), move || view! {
                    <input type="checkbox" aria-label=name title=ui.t(texts::meeting::TICKED_IS_ON)
                        prop:checked=move || of_point(|one| one.is_on) on:change=tick/>
                })}
                {when(move || is_running.get(), move || view! {
                    <button type="button" class="icon-button" data-testid="open-point"
                        aria-expanded=move || is_current.get().to_string() aria-label=name
                        on:click=press(open)>{move || if is_current.get() { "▾" } else { "▸" }}</button>
                })}
                <a href=href><bdi>{live(name)}</bdi></a>
                <span class="who">{live(owner)}</span>
                <span class="hint">{live(said)}</span>
                {when(move || of_point(|one| one.is_done), move || view! {
                    <span class="chip" data-tone="ok">{ui.t(texts::meeting::TALKED)}</span>
                })}
            </div>
            {when(move || is_running.get() && is_late(), move || view! { <CauseChips at point/> })}
            {when(move || is_current.get() && is_running.get(), move || view! { <Open at point/> })}
            {when(move || is_running.get() && !is_current.get(), {
                let about = about.clone();
                move || view! { <Lines at about=about.clone()/> }
            })}
        </li>
    }
}

/// What belongs to the point that is talked of.
#[component]
fn Open(at: AtMeeting, point: Memo<Option<AgendaPoint>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let about = point.get_untracked().map(|one| one.about);
    let last = {
        let about = about.clone();
        move || {
            let about = about.clone().filter(|about| about.kind() == task::KIND)?;
            session
                .watch(|log| newest_said(log, &about, ui.lang.get()))
                .map(long_text)
        }
    };
    let done = move || {
        if let (Some(held), Some(point)) = (at.held(), point.get_untracked()) {
            session.set_point(&held, &point, agenda_item::TALKED.key);
        }
        at.current.set(None);
    };
    let is_behind = Memo::new(move |_| point.with(|one| one.as_ref().is_some_and(is_unfinished)));
    view! {
        <div class="point-open">
            <p class="hint">{live(last)}</p>
            {when(move || is_behind.get(), move || view! { <NewDayField at point/> })}
            <Lines at about=about.clone()/>
            <ResultLine at about=about/>
            <p class="answers">
                <button type="button" class="small" data-testid="point-done" on:click=press(done)>
                    {ui.t(texts::meeting::DONE_NEXT)}
                </button>
            </p>
        </div>
    }
}
