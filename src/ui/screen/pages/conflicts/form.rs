//! The form that settles a difference: one radio per value, a new one, the reason, and what deciding does.

use super::half_chosen::kept_choice;
use super::new_value::{Chosen, NewInput, read_new};
use super::walkthrough::Walkthrough;
use crate::analysis::inbox::differences::{
    Alternative, Difference, Meaning, NewValue, Provenance, writers,
};
use crate::analysis::people::who::People;
use crate::analysis::words::names::any_value_text;
use crate::analysis::words::typed::plain;
use crate::model::Value;
use crate::model::log::ConflictPlace;
use crate::model::sort::gather;
use crate::model::template::{Form, Lang};
use crate::state::Session;
use crate::ui::screen::base::composer::kept_lines;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover;
use crate::ui::screen::base::long::long_text;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::screen::mail::attribution::{Said, choice_text};
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A value of more characters has lines of its own.
const SHORT: usize = 20;

/// The form of a difference.
#[component]
pub(super) fn DecideForm(
    place: StoredValue<ConflictPlace>,
    difference: Memo<Difference>,
    walk: Walkthrough,
    group: String,
) -> impl IntoView {
    let ui = ui();
    let session = session();
    let kept = place.with_value(|place| format!("decide/{} {}", place.record, place.key));
    let [written, why] = kept_lines(ui, session, &kept);
    let chosen = kept_choice(ui, session, &kept, difference);
    let complaint = RwSignal::new(None);
    let decide = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let value = match chosen.get_untracked() {
            Chosen::Nothing => Err(texts::decide::CHOOSE_FIRST),
            Chosen::One(value) => Ok(value),
            Chosen::New => {
                let new = difference.with_untracked(|one| one.new);
                let written = written.get_untracked();
                place.with_value(|place| read_new(session, place, new, &written))
            }
        };
        match value {
            Ok(value) => {
                let reason = why.get_untracked();
                settle(ui, session, &place.get_value(), value, reason.trim());
                for letters in [written, why] {
                    letters.set(String::new());
                }
                chosen.set(Chosen::Nothing);
                walk.settled();
            }
            Err(label) => complaint.set(Some(label)),
        }
    };
    let choose = Callback::new(move |choice: Chosen| {
        complaint.set(None);
        chosen.set(choice);
        walk.open(&place.get_value());
    });
    view! {
        <form on:submit=decide>
            <Options place difference walk group chosen choose written/>
            <label class="why">
                {ui.t(texts::decide::WHY)}
                <input type="text" data-free-text="" data-testid="why" autocomplete="off" prop:value=move || why.get()
                    on:input=move |event| why.set(typed_text(&event))/>
            </label>
            <p class="hint effect">{ui.t(texts::decide::DECIDE_EFFECT)}</p>
            {live(move || complaint.get().map(|label| view! { <p class="told" role="alert">{ui.text(label)}</p> }))}
            <Buttons place walk/>
        </form>
    }
}

/// What can be chosen: each value that somebody wrote, and a new one.
#[component]
fn Options(
    place: StoredValue<ConflictPlace>,
    difference: Memo<Difference>,
    walk: Walkthrough,
    group: String,
    chosen: RwSignal<Chosen>,
    choose: Callback<Chosen>,
    written: RwSignal<String>,
) -> impl IntoView {
    let ui = ui();
    let picked = StoredValue::new(group);
    let choices = Memo::new(move |_| difference.with(|one| one.choices.clone()));
    let new = Memo::new(move |_| difference.with(|one| one.new));
    view! {
        <div class="options" role="radiogroup" aria-labelledby=picked.get_value()>
            {live(move || {
                let is_long = choices.with(|choices| choices.iter().any(has_lines));
                let numbered = (1..).zip(choices.get());
                let for_now = difference.with(|one| one.for_now.clone());
                numbered.map(|(nth, choice)| view! {
                    <One place nth is_for_now=choice.meaning == Meaning::Value && choice.value == for_now choice
                        is_long said=walk.said.get() group=picked.get_value() chosen choose/>
                }).collect::<Vec<_>>()
            })}
            {live(move || difference.with(|one| (one.more > 0).then_some(one.more)).map(|n| view! {
                <p class="hint" data-testid="more-values">
                    {ui.fill(texts::decide::MORE_VALUES, &[("n", &n.to_string())])}
                </p>
            }))}
            {live(move || (new.get() != NewValue::Nothing).then(|| {
                let nth = choices.with(Vec::len) + 1;
                view! { <NewInput place new=new.get() nth group=picked.get_value() chosen choose written/> }
            }))}
        </div>
    }
}

/// Whether a value has lines of its own; then all of its difference do.
fn has_lines(choice: &Alternative) -> bool {
    let text = plain(&choice.value);
    text.chars().count() > SHORT || text.contains('\n')
}

/// 就这样定, 先不定, 放进会议议程.
#[component]
fn Buttons(place: StoredValue<ConflictPlace>, walk: Walkthrough) -> impl IntoView {
    let ui = ui();
    let is_on_agenda = Memo::new(move |_| {
        place.with_value(|place| walk.ahead.with(|ahead| ahead.contains_key(place)))
    });
    let is_open = Memo::new(move |_| {
        place.with_value(|place| walk.place_of(place)) == Some(walk.position.get())
    });
    let put_off = move |_| {
        ui.notices.info(ui.text(texts::decide::PUT_OFF).to_owned());
        walk.step(true);
    };
    let to_agenda = move |_| {
        walk.put_on_agenda(ui, &[place.get_value()]);
        walk.step(true);
    };
    view! {
        <p class="deeds">
            <button class:primary=move || is_open.get() data-testid="decide">{ui.t(texts::decide::DECIDE)}</button>
            <button type="button" data-testid="put-off" on:click=put_off>{ui.t(texts::decide::NOT_NOW)}</button>
            {live(move || (!is_on_agenda.get()).then(|| view! {
                <button type="button" data-testid="agenda-one" on:click=to_agenda>
                    {ui.t(texts::decide::TO_AGENDA)}
                </button>
            }))}
            <span class="hint keys">{ui.t(texts::decide::DECIDE_KEYS)}</span>
        </p>
    }
}

/// One value to choose.
#[component]
fn One(
    place: StoredValue<ConflictPlace>,
    nth: usize,
    is_for_now: bool,
    choice: Alternative,
    is_long: bool,
    said: Arc<Said>,
    group: String,
    chosen: RwSignal<Chosen>,
    choose: Callback<Chosen>,
) -> impl IntoView {
    let ui = ui();
    let session = session();
    let text = place.with_value(|place| meaning_text(session, place, &choice, ui.lang.get()));
    let both = (choice.meaning == Meaning::Both).then(|| plain(&choice.value));
    let value = Chosen::One(choice.value);
    let own = value.clone();
    let is_chosen = move || chosen.with(|chosen| *chosen == own);
    let told = choice.told.iter().map(|told| told_line(ui, &said, told));
    let others = (choice.more_told > 0).then(|| choice.more_told.to_string());
    let others = others.map(|n| ui.fill(texts::mail::MORE_WRITERS, &[("n", &n)]));
    view! {
        <label class="option" data-long=is_long.to_string()>
            <input type="radio" name=group data-testid="option" data-nth=nth.to_string() prop:checked=is_chosen
                on:change=move |_| choose.run(value.clone())/>
            <kbd aria-hidden="true">{nth.to_string()}</kbd>
            <span class="option-value">
                {long_text(text)} {both.map(|text| view! { <span>{long_text(text)}</span> })}
            </span>
            <span class="told-by">
                {told.collect::<Vec<_>>()} {others.map(|text| view! { <span class="told-line">{text}</span> })}
                {is_for_now.then(|| view! {
                    <span class="chip" data-tone="info">{ui.t(texts::decide::THIS_FOR_NOW)}</span>
                })}
            </span>
        </label>
    }
}

/// Who, when, why.
fn told_line(ui: Ui, said: &Said, told: &Provenance) -> impl IntoView + use<> {
    let why = match &told.note {
        Some(note) => ui.fill(texts::decide::BECAUSE_OF, &[("why", note)]),
        None => ui.text(texts::decide::NO_REASON).to_owned(),
    };
    view! {
        <span class="told-line">
            <span class="who">{said.writer(told)}</span> <span class="when">{said.when(told)}</span>
            <span class="because">{why}</span>
        </span>
    }
}

fn meaning_text(
    session: Session,
    place: &ConflictPlace,
    choice: &Alternative,
    lang: Lang,
) -> String {
    let value =
        session.read(|log| choice_text(log, &place.record, &place.key, &choice.value, lang));
    match choice.meaning {
        Meaning::Value => value,
        Meaning::Both => texts::decide::KEEP_BOTH.text(lang).to_owned(),
        Meaning::Delete => texts::decide::DELETE_RECORD.text(lang).to_owned(),
        Meaning::Keep => texts::decide::KEEP_RECORD.text(lang).to_owned(),
        Meaning::StandBy => texts::fill(texts::decide::STAND_BY, lang, &[("state", &value)]),
        Meaning::Back => texts::fill(texts::decide::BACK_TO_DRAFT, lang, &[("state", &value)]),
    }
}

fn settle(ui: Ui, session: Session, place: &ConflictPlace, value: Value, why: &str) {
    let lang = ui.lang.get_untracked();
    let text = match place.key.as_str() {
        crate::model::template::DELETED if value.is_true() => {
            texts::decide::DELETE_RECORD.text(lang).to_owned()
        }
        crate::model::template::DELETED => texts::decide::KEEP_RECORD.text(lang).to_owned(),
        _ => session.read(|log| {
            any_value_text(log, &place.record, &place.key, &value, seen_from_here(lang))
        }),
    };
    let reason = (!why.is_empty()).then_some(why);
    let writers = session.read(|log| {
        let people = People::shared(&Form::new(log, place.record.clone()));
        let me = session.me().map(|me| people.person(&me));
        let writers = writers(log, place).into_iter();
        let others: BTreeSet<_> = gather(writers.filter_map(|who| people.author(&who)));
        others
            .into_iter()
            .filter(|who| Some(who) != me.as_ref())
            .collect()
    });
    session.decide(&place.record, &place.key, value, reason);
    handover::offer_to(ui, session, &place.record, writers);
    let text = texts::fill(texts::decide::DECIDED, lang, &[("value", &text)]);
    ui.notices.done(session, text, "undo-decide");
}
