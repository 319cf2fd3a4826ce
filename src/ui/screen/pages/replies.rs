//! What people said to a decision, beside its sheet: who has seen it, who has answered, who has not, what the rules say
//! to that, and what whoever decided can do about it. The same on the card of the to-dos.

mod on_paper;
mod receipts;

pub(super) use on_paper::RepliesOnPaper;
pub(super) use receipts::Receipts;

use crate::analysis::goal::replies::{
    consents_by_silence, is_all_replied, is_replaced, objecting, silent,
};
use crate::analysis::inbox::decisions::own_receipt;
use crate::analysis::rules::decisions::{goes_up_to, limit_passed};
use crate::analysis::time::clock::{clock_between, clock_calendar};
use crate::analysis::words::names::short_name;
use crate::exchange::Envelope;
use crate::model::line::quoted;
use crate::model::template::Form;
use crate::model::{Log, Moment, RecordId};
use crate::state::{Page, Session};
use crate::templates::{decision, member, recipient};
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{Ui, copy_and_say, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::screen::form::control::length_told;
use crate::ui::screen::mail::sending::sending;
use crate::ui::{letter, texts};
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

/// Characters shown of an objection.
const WORDS: usize = 300;

/// How much time is left, what silence means, the open objections, and what can be done about them.
#[component]
pub(super) fn ReplyMatters(
    decision: RecordId,
    /// Whether nothing else here says what silence means once the time is over.
    is_card: bool,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(decision);
    let form = move |read: fn(&Form<'_>) -> bool| {
        session.watch(|log| read(&Form::new(log, id.get_value())))
    };
    let is_asking = Memo::new(move |_| form(decision::is_asking));
    let is_released = Memo::new(move |_| form(decision::is_released));
    let said =
        move || session.watch(|log| time_said(ui, log, &id.get_value(), session.now(), is_card));
    let open = move || session.watch(|log| open_said(ui, log, &id.get_value()));
    let has_silent = Memo::new(move |_| form(|form| !silent(form).is_empty()));
    let objections =
        Memo::new(move |_| session.watch(|log| objecting(&Form::new(log, id.get_value()))));
    let objection = move |person: RecordId| view! { <Objection decision=id.get_value() person/> };
    view! {
        {when(move || is_asking.get(), move || view! {
            {live(move || said().into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>())}
            {live(move || open().map(|line| view! { <p class="hint">{line}</p> }))}
            {live(move || objections.get().into_iter().map(objection).collect::<Vec<_>>())}
            {when(move || has_silent.get(), move || view! { <CopyTexts decision=id.get_value()/> })}
        })}
        {when(move || is_card && is_released.get(), move || view! { <Replace decision=id.get_value()/> })}
    }
}

/// The time that is left or over, and what it means that somebody does not answer.
fn time_said(ui: Ui, log: &Log, record: &RecordId, now: Moment, is_card: bool) -> Vec<String> {
    let form = Form::new(log, record.clone());
    let Some(limit) = form.get(decision::REPLY_BY_AT) else {
        return Vec::new();
    };
    let calendar = clock_calendar(&form);
    let hours = |from, to| clock_between(from, to, &calendar).num_hours().to_string();
    let lang = ui.lang.get();
    if limit_passed(&form, now).is_some() {
        let over = ui.fill(texts::replies::OVER, &[("n", &hours(limit, now))]);
        let silence =
            letter::silence_said(log, record, now, seen_from_here(lang)).filter(|_| is_card);
        return std::iter::once(over).chain(silence).collect();
    }
    let left = ui.fill(texts::replies::LEFT, &[("n", &hours(now, limit))]);
    let to = goes_up_to(&form, now).map(|to| short_name(log, &to, lang));
    let to = to.unwrap_or_else(|| member::LEAD.label.text(lang).to_owned());
    let silence = match consents_by_silence(&form) {
        true => ui.text(texts::replies::SILENCE_CONSENTS).to_owned(),
        false => ui.fill(texts::replies::SILENCE_GOES_UP, &[("to", &to)]),
    };
    vec![left, silence]
}

/// 还差 2 人。
fn open_said(ui: Ui, log: &Log, record: &RecordId) -> Option<String> {
    let form = Form::new(log, record.clone());
    let (n, m) = (silent(&form).len(), objecting(&form).len());
    let places = [("n", &*n.to_string()), ("m", &*m.to_string())];
    let said = match (n, m) {
        (_, 0) => texts::replies::PEOPLE_MISSING,
        (0, _) => texts::replies::OBJECTIONS_OPEN,
        _ => texts::replies::REPLIES_MISSING,
    };
    (!is_all_replied(&form)).then(|| ui.fill(said, &places))
}

/// The texts that a person sends: to those who do not answer, and to whom it goes up.
#[component]
fn CopyTexts(decision: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(decision);
    let is_over = Memo::new(move |_| {
        let now = session.now();
        session.watch(|log| limit_passed(&Form::new(log, id.get_value()), now).is_some())
    });
    let remind = move || {
        let sending = plain_sending(ui, session);
        let text = session.read(|log| letter::remind_of_decision(log, &sending, &id.get_value()));
        life::to_the_end((ui, text), copy_and_say);
    };
    let goes_up = move || {
        let sending = plain_sending(ui, session);
        let now = untrack(|| session.now());
        let text = session.read(|log| letter::goes_up(log, &sending, &id.get_value(), now));
        life::to_the_end((ui, text), copy_and_say);
    };
    view! {
        <p class="answers no-print">
            <button type="button" class="small" data-testid="remind-decision" on:click=press(remind)>
                {ui.t(texts::mail::COPY_REMINDER)}
            </button>
            {when(move || is_over.get(), move || view! {
                <button type="button" class="small" data-testid="goes-up" on:click=press(goes_up)>
                    {ui.t(texts::replies::COPY_UP)}
                </button>
            })}
        </p>
    }
}

pub(in crate::ui::screen::pages) fn plain_sending(ui: Ui, session: Session) -> letter::Sending {
    letter::Sending {
        since: String::new(),
        ..sending(ui, session, &Envelope::default())
    }
}

/// An objection that nobody has answered, and the line for the answer.
#[component]
fn Objection(decision: RecordId, person: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let (id, who) = (StoredValue::new(decision), StoredValue::new(person));
    let words = kept_line(
        ui,
        session,
        &format!("respond/{}/{}", id.get_value(), who.get_value()),
    );
    let own = move || session.watch(|log| own_receipt(log, &id.get_value(), &who.get_value()));
    let name = move || session.watch(|log| short_name(log, &who.get_value(), ui.lang.get()));
    let said = move || {
        let record = own()?.record?;
        let text = session.watch(|log| Form::new(log, record).get(recipient::COMMENT))?;
        Some(quoted(&text, WORDS, ui.lang.get()))
    };
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        let text = words.get_untracked();
        if let Some(record) = untrack(own).and_then(|own| own.record)
            && !text.trim().is_empty()
        {
            session.respond(&record, text.trim());
            words.set(String::new());
            offer_to(ui, session, &id.get_value(), vec![who.get_value()]);
        }
    };
    view! {
        <div class="objection" data-testid="open-objection" data-member=who.get_value().to_string()>
            <bdi>{live(name)}</bdi> " " {live(said)}
            <form class="answers" on:submit=done>
                <input type="text" data-free-text="" autocomplete="off"
                    data-field=recipient::RESPONSE.name aria-label=ui.t(texts::replies::RESPOND)
                    prop:value=move || words.get()
                    on:input=on(move |event: Event| words.set(typed_text(&event)))/>
                <button data-testid="respond">{ui.t(texts::replies::RESPOND)}</button>
                {length_told(recipient::RECIPIENT.field(recipient::RESPONSE.name), move || words.get())}
            </form>
        </div>
    }
}

/// 取代它: another text is another decision.
#[component]
fn Replace(decision: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(decision);
    let is_begun = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let names =
                |other: &Form<'_>| other.get(decision::SUPERSEDES).as_ref() == Some(form.record());
            is_replaced(&form) || form.all(decision::KIND).iter().any(names)
        })
    });
    let replace = move || {
        let made = session.begin_replacement(&id.get_value());
        ui.go(session.project(), Page::Record(made));
    };
    live(move || {
        match is_begun.get() {
        true => view! { <p class="hint">{ui.t(texts::replies::REPLACED_BY)}</p> }.into_any(),
        false => view! {
            <p class="answers no-print">
                <button type="button" class="small" data-testid="replace-decision" on:click=press(replace)>
                    {ui.t(texts::replies::REPLACE)}
                </button>
                <span class="hint">{ui.t(texts::replies::REPLACE_WHY)}</span>
            </p>
        }
        .into_any(),
    }
    })
}
