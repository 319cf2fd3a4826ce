//! 发出: whom, what is asked and by when, the file, the text, and whether it was sent.

use super::draft::{SendDraft, follow_days, read_by_when};
use crate::analysis::inbox::asks;
use crate::analysis::inbox::todos::request;
use crate::exchange::{Envelope, purpose};
use crate::model::template::FieldType;
use crate::ui::screen::base::context::{copy_and_say, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::life;
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::form::control::DayBox;
use crate::ui::screen::frame::people::{PersonChoice, people, person_key};
use crate::ui::screen::mail::after_saving::AfterSaving;
use crate::ui::screen::mail::sending::save;
use crate::ui::{letter, texts};
use leptos::prelude::*;

/// The checklist; the sample is never sent.
#[component]
pub(super) fn Send() -> impl IntoView {
    let ui = ui();
    if crate::ui::screen::pages::sample::is_sample(session()) {
        return view! {
            <section class="card">
                <h2>{ui.t(texts::mail::SEND)}</h2><p>{ui.t(texts::mail::SAMPLE_NOT_SENT)}</p>
            </section>
        }
        .into_any();
    }
    view! { <Checklist/> }.into_any()
}

#[component]
fn Checklist() -> impl IntoView {
    let ui = ui();
    let session = session();
    let draft = SendDraft::preset(ui, session);
    follow_days(session, draft.by_when);
    let listed = Memo::new(move |_| {
        let me = session.author().unwrap_or_default();
        let mut people = session.watch(|log| people(log, ui));
        people.retain(|one| one.id != me);
        people
    });
    view! {
        <section class="card send">
            <h2>{ui.t(texts::mail::SEND)}</h2>
            <Whom draft listed/>
            <Asking draft/>
            <Saving draft/>
            <fieldset>
                <legend><span class="step-number">"4"</span> {ui.t(texts::mail::WRITE_MAIL)}</legend>
                {live(move || match draft.saved.get() {
                    Some(saved) => view! { <AfterSaving saved/> }.into_any(),
                    None => view! { <p class="hint">{ui.text(texts::mail::SAVE_FIRST)}</p> }.into_any(),
                })}
            </fieldset>
        </section>
    }
}

/// The third step: the file for those above, or a backup.
#[component]
fn Saving(draft: SendDraft) -> impl IntoView {
    let ui = ui();
    let session = session();
    let is_unread = Memo::new(move |_| session.is_unread());
    let save_label = move || {
        let label = if is_unread.get() {
            texts::mail::SAVE_READ_PART
        } else {
            texts::mail::SAVE_BACKUP
        };
        ui.text(label)
    };
    let holds = move || {
        if is_unread.get() {
            return ui.text(texts::mail::HOLDS_PART).to_owned();
        }
        let (records, changes) = session.watch(|log| (log.all_records().len(), log.len()));
        ui.fill(
            texts::mail::FILE_HOLDS,
            &[
                ("records", &records.to_string()),
                ("changes", &changes.to_string()),
            ],
        )
    };
    let backup = move |_| {
        let envelope = Envelope::of(purpose::BACKUP);
        draft.saved.set(Some(save(ui, session, envelope, None)));
    };
    let both = move || {
        let saved = draft.send(ui, session);
        let text = saved.letter.whole();
        draft.saved.set(Some(saved));
        life::to_the_end((ui, text), copy_and_say);
    };
    view! {
        <fieldset>
            <legend><span class="step-number">"3"</span> {ui.t(texts::mail::SAVE_FILE)}</legend>
            <p class="answers">
                <button type="button" class:primary=move || !ui.incoming.is_any() data-testid="save-and-copy"
                    on:click=press(both)>
                    {ui.t(texts::mail::SAVE_AND_COPY)}
                </button>
                <button type="button" data-testid="send-file"
                    on:click=move |_| draft.saved.set(Some(draft.send(ui, session)))>
                    {ui.t(texts::mail::SAVE_FILE)}
                </button>
                <button type="button" data-testid="export-whole" on:click=backup>{live(save_label)}</button>
            </p>
            <p class="hint">{holds}</p>
        </fieldset>
    }
}

#[component]
fn Whom(draft: SendDraft, listed: Memo<Vec<PersonChoice>>) -> impl IntoView {
    let ui = ui();
    let one = move |person: PersonChoice| {
        let shown = person.shown(ui);
        let id = person.id;
        let (own, key) = (id.clone(), id.clone());
        let toggle = move |event| {
            let is_on = event_target_checked(&event);
            draft.to.update(|to| {
                if is_on {
                    to.insert(key.clone());
                } else {
                    to.remove(&key);
                }
            });
        };
        view! {
            <label class="tick">
                <input type="checkbox" value=id prop:checked=move || draft.to.with(|to| to.contains(&own))
                    on:change=toggle/>
                {shown}
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset>
            <legend><span class="step-number">"1"</span> {ui.t(texts::mail::TO_WHOM)}</legend>
            <div class="ticks">{long(Within::Page, listed, person_key, one)}</div>
            {live(move || listed.with(Vec::is_empty).then(|| view! {
                <p class="hint">{ui.text(texts::mail::NOBODY_TO)}</p>
            }))}
        </fieldset>
    }
}

#[component]
fn Asking(draft: SendDraft) -> impl IntoView {
    let ui = ui();
    let session = session();
    // How many of those it goes to still owe that answer.
    let all_owing = Memo::new(move |_| {
        let (people, today) = (draft.people(), session.now().date_naive());
        session.watch(|log| asks::owing(log, &people, today))
    });
    let owing = move |key: &'static str| {
        let n = all_owing.with(|all| all.get(key).copied())?;
        Some(ui.fill(texts::mail::OWE_IT, &[("n", &n.to_string())]))
    };
    let one = move |key: &'static str| {
        let toggle = move |event| {
            let is_on = event_target_checked(&event);
            draft.requests.update(|asked| {
                if is_on {
                    asked.insert(key);
                } else {
                    asked.remove(key);
                }
            });
        };
        view! {
            <label class="tick">
                <input type="checkbox" value=key prop:checked=move || draft.requests.with(|asked| asked.contains(key))
                    on:change=toggle/>
                <span>{ui.t(letter::request_label(key))} " " <span class="hint">{live(move || owing(key))}</span></span>
            </label>
        }
    };
    let offered = session.read(|log| {
        let mut all = request::OFFERED.to_vec();
        let is_asked = |key: &str| draft.requests.with_untracked(|asked| asked.contains(key));
        all.retain(|key| asks::is_time_for(log, key) || is_asked(key));
        all
    });
    let is_asking = Memo::new(move |_| draft.requests.with(|asked| !asked.is_empty()));
    let take = Callback::new(move |text| draft.type_when(text));
    let read = Callback::new(move |text: String| read_by_when(session, &text));
    let by_when = move || {
        let input = view! {
            <input type="text" data-testid="by-when" prop:value=move || draft.by_when.get()
                on:input=move |event| draft.type_when(typed_text(&event))/>
        }
        .into_any();
        view! { <DayBox field_type=FieldType::DateTime text=draft.by_when.into() take read input/> }
    };
    view! {
        <fieldset>
            <legend><span class="step-number">"2"</span> {ui.t(texts::mail::ASK_THEM)}</legend>
            <div class="ticks">{offered.into_iter().map(one).collect::<Vec<_>>()}</div>
            <div class="pair">
                {live(move || is_asking.get().then(|| view! {
                    <label class="line">
                        <span>{ui.t(texts::mail::ANSWER_BY)}</span>
                        {by_when()}
                    </label>
                }))}
                <label class="line">
                    <span>{ui.t(texts::mail::ADD_A_LINE)}</span>
                    <input type="text" data-testid="ask" prop:value=move || draft.ask.get()
                        on:input=move |event| draft.ask.set(typed_text(&event))/>
                </label>
            </div>
        </fieldset>
    }
}
