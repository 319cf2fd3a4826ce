//! 发出: whom, what is asked and by when, the file, the text, and whether it was sent.

use crate::analysis::inbox::todos::{self, request};
use crate::analysis::words::typed::{Around, TextReading, read_when, readable};
use crate::exchange::purpose;
use crate::model::template::{CellType, FieldType};
use crate::model::{Log, RecordId, Value};
use crate::state::Session;
use crate::templates::member;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::form::control::DayBox;
use crate::ui::screen::frame::identity::{PersonChoice, people, person_key};
use crate::ui::screen::mail::after_saving::AfterSaving;
use crate::ui::screen::mail::sending::{Request, Saved, save, sending};
use crate::ui::{letter, texts};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What the person chooses before saving.
#[derive(Clone, Copy)]
struct SendDraft {
    to: RwSignal<BTreeSet<String>>,
    requests: RwSignal<BTreeSet<&'static str>>,
    by_when: RwSignal<String>,
    ask: RwSignal<String>,
    saved: RwSignal<Option<Saved>>,
}

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
        let request = Request {
            purpose: purpose::BACKUP,
            ..Request::default()
        };
        draft.saved.set(Some(save(ui, session, &request, None)));
    };
    view! {
        <section class="card send">
            <h2>{ui.t(texts::mail::SEND)}</h2>
            <Whom draft listed/>
            <Asking draft/>
            <fieldset>
                <legend><span class="step-number">"3"</span> {ui.t(texts::mail::SAVE_FILE)}</legend>
                <p class="answers">
                    <button type="button" class="primary" data-testid="send-file"
                        on:click=move |_| draft.saved.set(Some(draft.send(ui, session)))>
                        {ui.t(texts::mail::SAVE_FILE)}
                    </button>
                    <button type="button" data-testid="export-whole" on:click=backup>{live(save_label)}</button>
                </p>
                <p class="hint">{holds}</p>
            </fieldset>
            <fieldset><legend><span class="step-number">"4"</span> {ui.t(texts::mail::WRITE_MAIL)}</legend>
                {live(move || match draft.saved.get() {
                    Some(saved) => view! { <AfterSaving saved/> }.into_any(),
                    None => view! { <p class="hint">{ui.text(texts::mail::SAVE_FIRST)}</p> }.into_any(),
                })}
            </fieldset>
        </section>
    }
}

impl SendDraft {
    /// Whom: those a hand-over concerns, else everybody who is named. What: the first time the four questions.
    fn preset(ui: Ui, session: Session) -> Self {
        let handover = ui.handover.get_untracked().map(|handover| {
            handover
                .to
                .iter()
                .map(ToString::to_string)
                .collect::<BTreeSet<_>>()
        });
        let me = session.author().unwrap_or_default();
        let everybody = || {
            let people = session.read(|log| people(log, ui));
            people
                .into_iter()
                .map(|one| one.id)
                .filter(|id| *id != me)
                .collect()
        };
        let is_first = untrack(|| session.sent().iter().all(|sent| sent.ticked_ms.is_none()));
        let leads = session
            .me()
            .is_none_or(|me| session.read(|log| is_lead(log, &me, session.now().date_naive())));
        let asks = is_first && leads && handover.is_none();
        Self {
            to: RwSignal::new(handover.unwrap_or_else(everybody)),
            requests: RwSignal::new(if asks {
                request::ALL.into_iter().collect()
            } else {
                BTreeSet::new()
            }),
            by_when: RwSignal::new(usual_day(session)),
            ask: RwSignal::new(String::new()),
            saved: RwSignal::new(None),
        }
    }

    fn request(self, session: Session) -> Request {
        let is_asking = self.requests.with_untracked(|asked| !asked.is_empty());
        let typed = self.by_when.get_untracked();
        let when = match read_by_when(session, &typed) {
            TextReading::Is(value, _) => value,
            TextReading::Unread(_) => Value::typed(&typed),
        };
        Request {
            to: self.to.with_untracked(|to| {
                to.iter()
                    .filter_map(|id| id.parse::<RecordId>().ok())
                    .collect()
            }),
            purpose: if is_asking {
                purpose::INVITE
            } else {
                purpose::UPDATE
            },
            requests: request::ALL
                .into_iter()
                .filter(|key| self.requests.with_untracked(|asked| asked.contains(key)))
                .map(str::to_owned)
                .collect(),
            by_when: if is_asking {
                when.as_text().unwrap_or_default().to_owned()
            } else {
                String::new()
            },
            ask: self.ask.get_untracked().trim().to_owned(),
        }
    }

    fn send(self, ui: Ui, session: Session) -> Saved {
        let request = self.request(session);
        let letter = session.read(|log| letter::invite(log, &sending(ui, session, &request)));
        save(ui, session, &request, Some(letter))
    }
}

/// What letters mean as the time until which an answer is asked for.
fn read_by_when(session: Session, text: &str) -> TextReading {
    let around = Around {
        zone: ZONE,
        ..Around::today(session.now())
    };
    read_when(FieldType::DateTime, text, &around)
}

/// Until when an answer is asked for where nothing else is typed.
fn usual_day(session: Session) -> String {
    let day = session.read(|log| todos::answer_by(log, session.now()));
    readable(day.write().as_text().unwrap_or_default(), ZONE)
}

/// It goes on with the days, unless another one was typed.
fn follow_days(session: Session, by_when: RwSignal<String>) {
    Effect::new(move |last: Option<String>| {
        let usual = usual_day(session);
        if last.is_some_and(|last| last != usual && last == by_when.get_untracked()) {
            by_when.set(usual.clone());
        }
        usual
    });
}

fn is_lead(log: &Log, me: &RecordId, today: NaiveDate) -> bool {
    let form = crate::model::template::Form::new(log, me.clone());
    let leads = member::with_role(&form, member::LEAD, today);
    leads.is_empty() || leads.iter().any(|lead| lead.record() == me)
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
                <span>{ui.t(letter::request_label(key))}</span>
            </label>
        }
    };
    let is_asking = Memo::new(move |_| draft.requests.with(|asked| !asked.is_empty()));
    let take = Callback::new(move |text| draft.by_when.set(text));
    let read = Callback::new(move |text: String| read_by_when(session, &text));
    let by_when = move || {
        let input = view! {
            <input type="text" data-testid="by-when" prop:value=move || draft.by_when.get()
                on:input=move |event| draft.by_when.set(typed_text(&event))/>
        }
        .into_any();
        view! { <DayBox field_type=FieldType::DateTime text=draft.by_when.into() take read input/> }
    };
    view! {
        <fieldset>
            <legend><span class="step-number">"2"</span> {ui.t(texts::mail::ASK_THEM)}</legend>
            <div class="ticks">{request::ALL.map(one).into_iter().collect::<Vec<_>>()}</div>
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
