//! Once it is released: when that was, what was changed afterwards, and the way to everybody.

use super::AtMeeting;
use super::release::everybody_else;
use crate::analysis::inbox::weekly::{HeldMeeting, MeetingState};
use crate::model::template::{Choice, Form, STATUS, minute_text};
use crate::model::{FieldKey, Log, Value};
use crate::state::Page;
use crate::templates::review::running_causes;
use crate::templates::{lesson, minutes, risk};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::texts;
use leptos::prelude::*;

/// What can be done once it is released.
#[component]
pub(super) fn After(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let when_released = move || {
        let held = at.held.get()?;
        let at = session.watch(|log| Form::new(log, held.minutes.clone()).get(minutes::SENT_AT))?;
        let when = minute_text(ZONE.shown(at));
        Some(ui.fill(texts::meeting::RELEASED_ON, &[("when", &when)]))
    };
    let changed = Memo::new(move |_| {
        let held = at.held.get();
        session.watch(|log| held.map_or(0, |held| changed_since(log, &held)))
    });
    let send = move || {
        if let Some(held) = at.held() {
            offer_to(ui, session, &held.minutes, everybody_else(session));
            ui.go(session.project(), Page::Exchange);
        }
    };
    let added = Memo::new(move |_| {
        session.watch(|_| ());
        at.held
            .get()
            .map_or(0, |held| session.lines_added(&held).len())
    });
    let put_off = move || {
        if let Some(held) = at.held() {
            session.put_off_lines(&held);
        }
    };
    let again = move || {
        if let Some(held) = at.held() {
            session.release_again(&held);
        }
    };
    view! {
        <section class="panel" data-testid="after-release">
            <p>{live(when_released)}</p>
            {when(move || added.get() > 0, move || view! {
                <p class="late">{ui.filled(texts::meeting::LINES_ADDED, "n", move || added.get().to_string())}</p>
                <button type="button" data-testid="put-off-lines" on:click=press(put_off)>
                    {ui.t(texts::meeting::TO_NEXT)}
                </button>
            })}
            {when(move || changed.get() > 0, move || view! {
                <p class="late">{ui.filled(texts::meeting::CHANGED_AFTER, "n", move || changed.get().to_string())}</p>
                <button type="button" data-testid="release-again" on:click=press(again)>
                    {ui.t(texts::meeting::RELEASE_AGAIN)}
                </button>
            })}
            <button type="button" class="primary" data-testid="send-minutes" on:click=press(send)>
                {ui.t(texts::meeting::SEND_ALL)}
            </button>
            <RunningCauses at/>
        </section>
    }
}

/// 「前置任务」连续 3 周出现。[记成风险] [记成经验]
#[component]
fn RunningCauses(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let causes = Memo::new(move |_| {
        let review = at.held.get().and_then(|held| held.review);
        let review = review.filter(|_| at.is(MeetingState::Released));
        session
            .watch(|log| review.map_or_else(Vec::new, |one| running_causes(&Form::new(log, one))))
    });
    let make = move |kind: &'static str, fields: Vec<(&'static str, Value)>| {
        let made = session.add_rows(kind, None, None, &[fields]);
        if let Some(made) = made.into_iter().next() {
            ui.go(session.project(), Page::Record(made));
        }
    };
    let line = move |(cause, weeks): (Choice, usize)| {
        let said = move || {
            let places = [("cause", ui.text(cause.label)), ("n", &*weeks.to_string())];
            ui.fill(texts::meeting::CAUSE_AGAIN, &places)
        };
        let named = move || {
            let cause = cause.label.text(ui.lang.get_untracked());
            let label = texts::meeting::CAUSE_RISK;
            Value::text(texts::fill(
                label,
                ui.lang.get_untracked(),
                &[("cause", cause)],
            ))
        };
        let as_risk = move || make(risk::KIND, vec![(risk::TITLE.name, named())]);
        let as_lesson = move || make(lesson::KIND, vec![(lesson::CAUSE.name, named())]);
        view! {
            <p data-testid="running-cause">{live(said)}</p>
            <p class="answers">
                <button type="button" class="small" data-testid="cause-as-risk" on:click=press(as_risk)>
                    {ui.t(texts::meeting::AS_RISK)}
                </button>
                <button type="button" class="small" data-testid="cause-as-lesson" on:click=press(as_lesson)>
                    {ui.t(texts::meeting::AS_LESSON)}
                </button>
            </p>
        }
    };
    live(move || causes.get().into_iter().map(line).collect::<Vec<_>>())
}

/// In how many places something was written that the release did not know.
fn changed_since(log: &Log, held: &HeldMeeting) -> usize {
    let status = FieldKey::of(STATUS);
    let records = held.review.iter().chain([&held.minutes]);
    records
        .map(|record| log.contradictions(record, &status).len())
        .sum()
}
