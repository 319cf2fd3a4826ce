//! Suggestions on the screen: under the field they are about, beside its form, and among what waits for one.

use super::reason::{Asking, ReasonForm};
use crate::analysis::people::suggestion::{Suggestion, open_on};
use crate::analysis::words::names::{
    any_value_text, author_name, field_name, names_joined, record_name, short_name,
};
use crate::analysis::{Duty, people::duty::responsible};
use crate::model::template::{DELETED, Field, Lang};
use crate::model::{CellId, FieldKey, Log, RecordId, Value};
use crate::state::Session;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::handover;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port;
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::prelude::*;

/// What stands under a control: who usually writes here, while somebody else types, and the open suggestions.
#[component]
pub(in crate::ui) fn Suggested(
    record: RecordId,
    field: &'static Field,
    asked: RwSignal<bool>,
) -> impl IntoView {
    let ui = ui();
    let session = session();
    let key = FieldKey::of(field.key);
    let target = StoredValue::new((record, key));
    let found = Memo::new(move |_| {
        target.with_value(|(record, key)| {
            let all = session.suggestions(record, key);
            all.into_iter().map(|one| one.record).collect::<Vec<_>>()
        })
    });
    let whose = move || {
        target.with_value(|(record, key)| match session.duty(record, key) {
            Duty::Suggest(people) if asked.get() => Some(names_of(ui, session, &people)),
            _ => None,
        })
    };
    offer_after_visit(ui, session, target, asked);
    view! {
        {live(move || whose().map(|name| view! {
            <p class="hint role-hint" role="status" data-testid="role-hint">
                {ui.fill(texts::forms::ROLE_HINT, &[("name", &name)])}
            </p>
        }))}
        <ul class="suggestions">
            {Window::of_rows(Within::List).list(found, RecordId::to_string, |id| view! {
                <SuggestionLine id place=SuggestionPlace::Here/>
            }.into_any())}
        </ul>
    }
}

/// After a visit that left a suggestion, says who does not know of it yet.
fn offer_after_visit(ui: Ui, session: Session, target: StoredValue<CellId>, asked: RwSignal<bool>) {
    let own = move || {
        let (record, key) = target.get_value();
        let mut all = untrack(|| session.suggestions(&record, &key));
        all.retain(|one| !one.is_declined && session.is_own(one));
        all.into_iter().map(|one| one.value).collect::<Vec<_>>()
    };
    let at_first = StoredValue::new(own());
    Effect::new(move |_| {
        if asked.get() {
            at_first.set_value(own());
            return;
        }
        let now = own();
        let (record, key) = target.get_value();
        if let (Duty::Suggest(people), false) = (
            session.duty(&record, &key),
            now.is_empty() || at_first.with_value(|first| *first == now),
        ) {
            handover::offer_to(ui, session, &record, people);
        }
        at_first.set_value(now);
    });
}

/// Where a suggestion is shown, which says what need not be said again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum SuggestionPlace {
    /// Under its field.
    Here,
    /// Beside its form.
    Form,
    /// Among others of the project.
    Project,
}

/// One suggestion: what, by whom, and who decides or the buttons to decide.
#[component]
pub(in crate::ui) fn SuggestionLine(id: RecordId, place: SuggestionPlace) -> impl IntoView {
    let ui = ui();
    let session = session();
    let stored = StoredValue::new(id.clone());
    let read =
        Memo::new(move |_| session.watch(|log| stored.with_value(|id| Suggestion::read(log, id))));
    let text = move || {
        let lang = ui.lang.get();
        read.get()
            .map(|one| session.read(|log| told(log, &one, place, session.is_own(&one), lang)))
    };
    let by = move || {
        let lang = ui.lang.get();
        read.get()
            .map(|one| session.read(|log| by(log, &one, lang)))
    };
    let asking = Asking::at(format!("decline/{id}"));
    let own = move || read.get().is_some_and(|one| session.is_own(&one));
    let since = move || read.with(|one| one.as_ref().is_some_and(|one| one.is_outdated));
    view! {
        <li class="suggestion" data-testid="suggestion" data-suggestion=id.to_string()
            data-own=move || own().then_some("")>
            <span class="chip" data-suggested="true">{ui.t(texts::forms::SUGGESTION)}</span>
            <span class="suggestion-text">{live(text)} " " <span class="hint when">{live(by)}</span></span>
            {live(move || since().then(|| view! {
                <span class="hint">{ui.text(texts::forms::SUGGESTION_OUTDATED)}</span>
            }))}
            {live(move || read.get().map(|one| view! { <Deciding one asking/> }))}
        </li>
    }
}

/// 「截止：2026-04-13（现在：2026-04-09）「实验室排期」」, as far as the place does not say it.
fn told(log: &Log, one: &Suggestion, place: SuggestionPlace, is_own: bool, lang: Lang) -> String {
    let template = log.schema().template(one.target.kind());
    let colon = texts::forms::COLON.text(lang);
    let mut text = String::new();
    if place == SuggestionPlace::Project {
        text.push_str(&record_name(log, &one.target, lang));
        text.push_str(" · ");
    }
    if one.is_declined {
        if place == SuggestionPlace::Project {
            text.push_str(&field_name(template, &one.key, lang));
            text.push_str(colon);
        }
        let value = any_value_text(log, &one.target, &one.key, &one.value, seen_from_here(lang));
        text.push_str(&texts::fill(
            texts::forms::NOT_ADOPTED,
            lang,
            &[("value", &value)],
        ));
        if let Some(reason) = &one.reason {
            text.push_str(colon);
            text.push_str(reason);
        }
        return text;
    }
    if one.key.as_str() == DELETED {
        text.push_str(texts::forms::SUGGEST_DELETE.text(lang));
    } else {
        if place != SuggestionPlace::Here {
            text.push_str(&field_name(template, &one.key, lang));
            text.push_str(colon);
        }
        let shown =
            |value: &Value| any_value_text(log, &one.target, &one.key, value, seen_from_here(lang));
        let value = shown(&one.value);
        if place == SuggestionPlace::Here && !is_own {
            text.push_str(&value);
        } else {
            let now = shown(&log.value(&one.target, &one.key));
            let places = [("value", value.as_str()), ("now", now.as_str())];
            text.push_str(&texts::fill(texts::forms::SUGGESTED_VALUE, lang, &places));
        }
    }
    if let Some(note) = &one.note {
        text = texts::fill(
            texts::forms::WITH_NOTE,
            lang,
            &[("text", &text), ("note", note)],
        );
    }
    text
}

/// Who suggests it, and when.
fn by(log: &Log, one: &Suggestion, lang: Lang) -> String {
    let who = author_name(log, one.by.as_deref(), lang);
    format!("{who} {}", port::time_text(one.time))
}

/// The buttons of those who may decide, the way back of who suggested it, and for others who decides.
#[component]
fn Deciding(one: Suggestion, asking: Asking) -> impl IntoView {
    let ui = ui();
    let session = session();
    let (is_own, is_declined) = (session.is_own(&one), one.is_declined);
    let may = session.duty(&one.target, &one.key) == Duty::Own;
    let people = session.read(|log| responsible(log, &one.target, &one.key));
    let who = move || names_of(ui, session, &people);
    let one = StoredValue::new(one);
    let withdraw = move |_| {
        session.withdraw(&one.with_value(|one| one.record.clone()));
    };
    let decline = Callback::new(move |reason: String| {
        answered(ui, session, &one.get_value(), Some(&reason));
    });
    view! {
        {is_own.then(|| view! {
            <button type="button" class="link" data-testid="withdraw" on:click=withdraw>
                {ui.t(if is_declined { texts::forms::GOT_IT } else { texts::forms::WITHDRAW })}
            </button>
        })}
        {(!may && !is_declined).then(|| view! {
            <span class="hint decides">{ui.filled(texts::forms::DECIDES, "name", who)}</span>
        })}
        {may.then(|| view! {
            <span class="answers">
                <button type="button" data-testid="adopt"
                    on:click=move |_| answered(ui, session, &one.get_value(), None)>
                    {ui.t(texts::forms::ADOPT)}
                </button>
                <button type="button" class="link" data-testid="decline" on:click=move |_| asking.begin()>
                    {ui.t(texts::forms::DECLINE)}
                </button>
            </span>
        })}
        {live(move || asking.is_open().then(|| view! { <ReasonForm asking then=decline/> }))}
    }
}

/// Adopts, or declines with a reason; says so, with the way back, and who does not know yet.
fn answered(ui: Ui, session: Session, one: &Suggestion, declined: Option<&str>) {
    let (made, note) = match declined {
        Some(reason) => (
            session.decline(&one.record, Some(reason)),
            texts::forms::DECLINED_NOTE,
        ),
        None => (session.adopt(&one.record), texts::forms::ADOPTED_NOTE),
    };
    if made.is_empty() {
        // Refused, which is said already.
        return;
    }
    let by = one.by.as_deref().and_then(|by| by.parse().ok());
    handover::offer_to(ui, session, &one.target, by.into_iter().collect());
    let lang = ui.lang.get_untracked();
    let said = note.text(lang).to_owned();
    ui.notices.done(session, said, "undo-answer");
    crate::ui::screen::base::dom::focus_soon(
        "[data-testid=adopt], [data-testid=suggestions] h2, main".into(),
    );
}

/// The names of some people in one text.
fn names_of(ui: Ui, session: Session, people: &[RecordId]) -> String {
    let lang = ui.lang.get();
    if people.is_empty() {
        return ui.text(texts::forms::LEAD).to_owned();
    }
    session.watch(|log| names_joined(people, |person| short_name(log, person, lang), lang))
}

/// The open suggestions about a form and the rows under it, beside it.
#[component]
pub(in crate::ui) fn SuggestionsPanel(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let open = Memo::new(move |_| {
        session.watch(|log| {
            let rows = log.rows_below(&record);
            let about = std::iter::once(&record).chain(&rows);
            about
                .flat_map(|about| open_on(log, about))
                .map(|one| (one.target == record, one.record))
                .collect::<Vec<_>>()
        })
    });
    let is_any = Memo::new(move |_| open.with(|open| !open.is_empty()));
    live(move || {
        is_any.get().then(|| view! {
            <section class="panel" data-testid="suggestions">
                <h2 tabindex="-1">
                    {ui.t(texts::forms::SUGGESTIONS)} " " {live(move || open.with(Vec::len).to_string())}
                </h2>
                <ul class="suggestions">
                    {Window::of_rows(Within::List).list(
                        open,
                        |line: &(bool, RecordId)| line.1.to_string(),
                        |line| view! {
                            <SuggestionLine id=line.1
                                place=if line.0 { SuggestionPlace::Form } else { SuggestionPlace::Project }/>
                        }.into_any(),
                    )}
                </ul>
            </section>
        })
    })
}
