//! 谁看过、谁回复了: a line for each person who is asked, and 代为登记 for those who answered otherwise than by file.

use super::{Replace, ReplyMatters};
use crate::analysis::Answer;
use crate::analysis::goal::replies::{Receipt, receipts};
use crate::analysis::inbox::decisions::own_receipt;
use crate::analysis::words::names::{person_name, short_name};
use crate::model::line::quoted;
use crate::model::template::Form;
use crate::model::{FieldKey, Log, RecordId};
use crate::state::Behalf;
use crate::templates::{decision, recipient};
use crate::ui::letter::short_moment;
use crate::ui::screen::base::composer::Composer;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::{self, typed_text};
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::base::tones::answer_tone;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

/// Characters shown of what somebody said.
const WORDS: usize = 300;

/// The panel.
#[component]
pub(in crate::ui::screen::pages) fn Receipts(decision: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(decision);
    let all = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let is_released = decision::is_released(&form);
            if is_released {
                receipts(&form)
            } else {
                Vec::new()
            }
        })
    });
    let people = Memo::new(move |_| {
        all.with(|all| all.iter().map(|one| one.member.clone()).collect::<Vec<_>>())
    });
    let title = move || {
        let done = all.with(|all| all.iter().filter(|one| one.answer.is_done()).count());
        let places = [
            ("n", &*done.to_string()),
            ("m", &*people.with(Vec::len).to_string()),
        ];
        ui.fill(texts::replies::TITLE, &places)
    };
    let line = move |person: RecordId| view! { <Line decision=id.get_value() person/> }.into_any();
    let is_released = Memo::new(move |_| {
        session.watch(|log| decision::is_released(&Form::new(log, id.get_value())))
    });
    let is_any = Memo::new(move |_| people.with(|people| !people.is_empty()));
    when(
        move || is_any.get(),
        move || {
            view! {
                <section class="panel" data-testid="receipts">
                    <h2>{live(title)}</h2>
                    {when(move || is_released.get(), move || view! { <Replace decision=id.get_value()/> })}
                    <ul class="confirmations">
                        {Window::of_rows(Within::List).list(people, RecordId::to_string, line)}
                    </ul>
                    <ReplyMatters decision=id.get_value() is_card=false/>
                </section>
            }
        },
    )
}

#[component]
fn Line(decision: RecordId, person: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let hook = person.to_string();
    let asking = Composer::<3>::at(ui, session, format!("record-reply/{decision}/{person}"));
    let (id, who) = (StoredValue::new(decision), StoredValue::new(person));
    let own = Memo::new(move |_| {
        session.watch(|log| own_receipt(log, &id.get_value(), &who.get_value()))
    });
    let name = move || session.watch(|log| short_name(log, &who.get_value(), ui.lang.get()));
    let chip = move || {
        own.get()
            .map(|own| (answer_tone(&own.answer), word(ui, &own)))
    };
    let words = move || session.watch(|log| said(ui, log, own.get()?.record.as_ref()?));
    let is_done = move || own.with(|own| own.as_ref().is_some_and(|own| own.answer.is_done()));
    view! {
        <li data-member=hook data-replied=move || is_done().to_string()>
            <span class="who-answers"><bdi>{live(name)}</bdi></span>
            {live(move || chip().map(|(tone, word)| view! { <span class="chip" data-tone=tone>{word}</span> }))}
            {live(move || words().into_iter().flatten().map(|line| view! {
                <span class="hint">{line}</span>
            }).collect::<Vec<_>>())}
            {live(move || (!is_done() && !asking.is_open()).then(|| view! {
                <button type="button" class="link no-print" data-testid="record-for"
                    on:click=press(move || asking.begin(Default::default()))>
                    {ui.text(texts::forms::RECORD_FOR)}
                </button>
            }))}
            {when(move || asking.is_open(), move || view! {
                <RecordFor decision=id.get_value() person=who.get_value() asking/>
            })}
        </li>
    }
}

/// 同意执行, 还没回 or 还没看.
fn word(ui: Ui, own: &Receipt) -> String {
    let seen = || match own.seen {
        Some(_) => ui.text(texts::replies::NO_REPLY).to_owned(),
        None => ui.text(texts::replies::NOT_SEEN).to_owned(),
    };
    match own.answer {
        Answer::Open => seen(),
        Answer::Outdated(n) | Answer::ObjectedBefore(n) => {
            ui.fill(texts::replies::TEXT_CHANGED, &[("n", &n.to_string())])
        }
        Answer::Agreed | Answer::Objected => own
            .reply
            .map_or_else(seen, |reply| ui.text(reply.label).to_owned()),
    }
}

/// What somebody said, what was answered to it, when they saw it, and who recorded it.
fn said(ui: Ui, log: &Log, record: &RecordId) -> Option<[Option<String>; 4]> {
    let form = Form::new(log, record.clone());
    let lang = ui.lang.get();
    let words = form.get(recipient::COMMENT);
    let words = words.map(|words| quoted(&words, WORDS, lang));
    let response = form.get(recipient::RESPONSE).map(|text| {
        ui.fill(
            texts::replies::RESPONSE,
            &[("text", &quoted(&text, WORDS, lang))],
        )
    });
    let seen = form.get(recipient::READ_AT).map(|at| {
        let when = short_moment(ZONE.shown(at));
        ui.fill(texts::replies::SEEN_AT, &[("when", &when)])
    });
    let live = log.live(record, &FieldKey::of(recipient::REPLY.name));
    let change = live.first().map(|write| write.change);
    let by = change
        .filter(|change| change.on_behalf_of.is_some())
        .map(|change| {
            let name = person_name(log, change.author.as_deref(), lang);
            let basis = change.note.as_deref().unwrap_or_default();
            ui.fill(
                texts::forms::RECORDED_BY,
                &[("name", &name), ("basis", basis)],
            )
        });
    Some([words, response, seen, by])
}

/// The reply of somebody who is not here, with its basis: a mail, a call, a paper.
#[component]
fn RecordFor(decision: RecordId, person: RecordId, asking: Composer<3>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let (id, who) = (StoredValue::new(decision), StoredValue::new(person));
    let [reply, words, basis] = asking.lines;
    let told = RwSignal::new(None);
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        let chosen = recipient::reply_of(&reply.get_untracked());
        let basis = basis.get_untracked().trim().to_owned();
        let Some(chosen) = chosen.filter(|_| !basis.is_empty()) else {
            told.set(Some(texts::forms::BASIS_FIRST));
            return;
        };
        let behalf = Behalf {
            member: who.get_value(),
            basis,
        };
        let words = words.get_untracked();
        session.reply_to_decision(&id.get_value(), chosen, words.trim(), Some(&behalf));
        offer_to(ui, session, &id.get_value(), vec![who.get_value()]);
        asking.end();
    };
    let option = |choice: &'static crate::model::template::Choice| {
        let is_said = reply.with_untracked(|reply| reply == choice.key);
        view! { <option value=choice.key selected=is_said>{ui.t(choice.label)}</option> }
    };
    let take = |signal: RwSignal<String>| {
        on(move |event: Event| {
            signal.set(typed_text(&event));
            told.set(None);
        })
    };
    dom::focus_soon("[data-testid=reply-said]".to_owned());
    view! {
        <form class="reason" on:submit=done>
            <label>
                {ui.t(recipient::RECIPIENT.one)}
                <select data-testid="reply-said" on:change=take(reply)>
                    <option value=""></option>
                    {recipient::REPLIES.iter().map(option).collect::<Vec<_>>()}
                </select>
            </label>
            <label>
                {ui.t(texts::decide::COMMENT_IF_ANY)}
                <input type="text" prop:value=move || words.get() on:input=take(words)/>
            </label>
            <label>
                {ui.t(texts::forms::BASIS)}
                <input type="text" data-testid="basis" placeholder=ui.t(texts::forms::BASIS_HINT)
                    prop:value=move || basis.get() on:input=take(basis)/>
            </label>
            {live(move || told.get().map(|label| view! { <p class="told" role="alert">{ui.text(label)}</p> }))}
            {asking.still_here(ui)}
            <button data-testid="record-reply">{ui.t(texts::forms::RECORD_FOR)}</button>
            <button type="button" on:click=press(move || asking.end())>{ui.t(texts::forms::CANCEL)}</button>
        </form>
    }
}
