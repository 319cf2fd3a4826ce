//! What comes of a meeting besides its lines: another health than is counted, and the decision of a gate.

use super::AtMeeting;
use crate::analysis::standing::gate_review::gate_at_hand;
use crate::analysis::words::names::short_name;
use crate::model::template::{Choice, Key};
use crate::model::{FieldKey, RecordId};
use crate::templates::{milestone, review};
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use leptos::prelude::*;

/// 改成别的要写理由: another health than is counted, with why.
#[component]
pub(super) fn OtherHealth(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let said = move |key: Key<String>| {
        let review = at.held.get().and_then(|held| held.review)?;
        let value = session.value(&review, &FieldKey::of(key.name));
        value.as_text().map(str::to_owned)
    };
    let write = move |key: Key<String>, text: String| {
        if let Some(held) = at.held() {
            session.say_of_week(&held, key, &text);
        }
    };
    let is_open = untrack(|| said(review::HEALTH)).is_some();
    let option = move |one: &'static Choice| {
        let is_it = move || said(review::HEALTH).as_deref() == Some(one.key);
        view! { <option value=one.key selected=is_it>{ui.t(one.label)}</option> }
    };
    view! {
        <details open=is_open data-testid="other-health">
            <summary>{ui.t(texts::meeting::OTHER_HEALTH)}</summary>
            <label class="line">
                <span>{ui.t(texts::home::HEALTH)}</span>
                <select data-field=review::HEALTH.name
                    on:change=move |event| write(review::HEALTH, typed_text(&event))>
                    <option value="" selected=move || said(review::HEALTH).is_none()></option>
                    {review::HEALTHS.iter().map(option).collect::<Vec<_>>()}
                </select>
            </label>
            <label class="line">
                <span>{ui.t(texts::meeting::HEALTH_WHY)}</span>
                <input type="text" data-free-text="" data-when-left="" data-field=review::HEALTH_REASON.name
                    prop:value=move || said(review::HEALTH_REASON).unwrap_or_default()
                    on:change=move |event| write(review::HEALTH_REASON, typed_text(&event))/>
            </label>
        </details>
    }
}

/// 关口结论: of the milestone whose gate this meeting is; nothing for another meeting.
#[component]
pub(super) fn GateResult(at: AtMeeting) -> impl IntoView {
    let session = session();
    let gate = Memo::new(move |_| {
        let held = at.held.get()?;
        session.watch(|log| gate_at_hand(log, &held.meeting, held.day))
    });
    live(move || {
        gate.get()
            .map(|milestone| view! { <GateForm at milestone/> })
    })
}

#[component]
fn GateForm(at: AtMeeting, milestone: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(milestone.clone());
    let conditions = kept_line(ui, session, &format!("gate/{milestone}"));
    let chosen = RwSignal::new(None::<Choice>);
    let said = move || {
        let value = session.value(
            &id.get_value(),
            &FieldKey::of(milestone::GATE_DECISION.name),
        );
        let key = value.as_text().map(str::to_owned)?;
        milestone::DECISIONS
            .iter()
            .copied()
            .find(|one| one.key == key)
    };
    let name = move || session.watch(|log| short_name(log, &id.get_value(), ui.lang.get()));
    let note = move || {
        let Some((held, result)) = at.held().zip(chosen.get_untracked()) else {
            return;
        };
        let name = untrack(name);
        let word = ui.text(result.label);
        let places = [("milestone", &*name), ("result", word)];
        let text = ui.fill(texts::meeting::GATE_SAYS, &places);
        let lines = conditions.get_untracked();
        if session
            .note_gate(&held, &id.get_value(), result, &text, &lines)
            .is_some()
        {
            conditions.set(String::new());
            chosen.set(None);
            let said = ui.text(texts::meeting::GATE_NOTED).to_owned();
            ui.notices.done(session, said, "undo-step");
        }
    };
    let choice = move |one: &'static Choice| {
        let is_on = move || chosen.get().or_else(said) == Some(*one);
        view! {
            <button type="button" class="small" data-gate-result=one.key aria-pressed=move || is_on().to_string()
                on:click=press(move || chosen.set(Some(*one)))>
                {ui.t(one.label)}
            </button>
        }
    };
    view! {
        <section class="panel no-print" data-testid="gate-result" data-record=milestone.to_string()>
            <h2>{ui.t(texts::meeting::GATE_RESULT)} " " <bdi>{live(name)}</bdi></h2>
            <p class="answers">{milestone::DECISIONS.iter().map(choice).collect::<Vec<_>>()}</p>
            <label class="line">
                <span>{ui.t(texts::meeting::GATE_CONDITIONS)}</span>
                <textarea rows="2" data-field=milestone::CONDITIONS.name prop:value=move || conditions.get()
                    on:input=move |event| conditions.set(typed_text(&event))></textarea>
            </label>
            <button type="button" data-testid="note-gate" disabled=move || chosen.get().is_none()
                on:click=press(note)>
                {ui.t(texts::meeting::GATE_NOTE)}
            </button>
        </section>
    }
}
