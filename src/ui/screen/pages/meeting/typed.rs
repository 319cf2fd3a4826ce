//! The one line: what is typed is read at every letter and shown as chips; Enter notes it. A letter costs the reading
//! of one line; nothing of the agenda is counted, and nothing happens while an IME composes.

use super::AtMeeting;
use crate::analysis::words::names::record_name;
use crate::analysis::words::said_line::{SaidLine, SaidPart};
use crate::analysis::words::typed::TextReading;
use crate::model::RecordId;
use crate::model::template::{CellType, FieldType};
use crate::state::{LineGround, LineMove, Session};
use crate::templates::change_request;
use crate::templates::minutes_item::{SORTS, sort_of};
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{live, on, when};
use crate::ui::screen::form::control::{DayBox, day_hint};
use crate::ui::screen::frame::people::{PersonChoice, people};
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A line as it is typed, with what a hand chose beside it.
#[derive(Clone, Copy)]
struct Typing {
    text: RwSignal<String>,
    sort: RwSignal<Option<String>>,
    who: RwSignal<Option<String>>,
    when: RwSignal<Option<String>>,
}

impl Typing {
    fn of(text: RwSignal<String>) -> Self {
        Self {
            text,
            sort: RwSignal::new(None),
            who: RwSignal::new(None),
            when: RwSignal::new(None),
        }
    }

    fn clear(self, text: String) {
        self.text.set(text);
        self.sort.set(None);
        self.who.set(None);
        self.when.set(None);
    }

    /// What was read, with what a hand chose in its place.
    fn chosen(self, session: Session, mut said: SaidLine) -> SaidLine {
        if let Some(sort) = self.sort.get() {
            said.sort = sort_of(&sort);
        }
        if let Some(who) = self.who.get() {
            said.who = who.parse().ok().map(SaidPart::read);
        }
        if let Some(when) = self.when.get() {
            let day = match session.read_line_day(&when) {
                TextReading::Is(day, _) => NaiveDate::read(&day),
                TextReading::Unread(_) => None,
            };
            said.when = day.map(SaidPart::read);
            said.moved_from = None;
        }
        said
    }
}

/// The line under what it is about.
#[component]
pub(super) fn ResultLine(at: AtMeeting, about: Option<RecordId>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let place = about.as_ref().map(RecordId::as_str).unwrap_or_default();
    let typing = Typing::of(kept_line(ui, session, &format!("result-line/{place}")));
    let about = StoredValue::new(about);
    let ground = Memo::new(move |_| {
        let held = at.held.get()?;
        session.watch(|_| ());
        Some(session.line_ground(&held))
    });
    let said = Memo::new(move |_| {
        let text = typing.text.get();
        let read = |ground: &Option<LineGround>| {
            let ground = ground.as_ref()?;
            Some(session.read_line(ground, about.get_value().as_ref(), &text))
        };
        ground.with(read).map(|said| typing.chosen(session, said))
    });
    let moves = Memo::new(move |_| {
        let said = said.get()?;
        if said.sort.becomes != change_request::KIND {
            return None;
        }
        ground.with(|ground| session.line_move(ground.as_ref()?, &said.text))
    });
    let own: StoredValue<Vec<RecordId>> = StoredValue::new(Vec::new());
    let note = move || {
        let (Some(held), Some(said)) = (at.held(), said.get_untracked()) else {
            return;
        };
        // A day that cannot be read stays where it is, with its reason below it.
        let day = typing.when.get_untracked();
        let is_unread = |day: String| matches!(session.read_line_day(&day), TextReading::Unread(_));
        if day.is_some_and(is_unread) {
            return;
        }
        if let Some(line) = session.note_line(&held, about.get_value().as_ref(), &said) {
            own.update_value(|own| own.push(line));
            typing.clear(String::new());
        }
    };
    let take_back = move || {
        let line = own.try_update_value(Vec::pop).flatten();
        if let Some(text) = line.and_then(|line| session.take_line_back(&line)) {
            typing.clear(text);
        }
    };
    let keys = move |event: KeyboardEvent| {
        let is_plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        if event.is_composing() || event.key_code() == 229 || !is_plain {
            return;
        }
        match event.key().as_str() {
            "Enter" if !event.shift_key() => {
                event.prevent_default();
                note();
            }
            "Backspace" if typing.text.with_untracked(String::is_empty) => {
                event.prevent_default();
                take_back();
            }
            _ => {}
        }
    };
    view! {
        <div class="result-entry no-print">
            <textarea rows="1" class="result-line" data-testid="result-line" placeholder=ui.t(texts::meeting::LINE_HERE)
                aria-label=ui.t(texts::meeting::LINE_HERE) prop:value=typing.text
                on:input=move |event| typing.text.set(typed_text(&event)) on:keydown=on(keys)></textarea>
            {when(move || !typing.text.with(|text| text.trim().is_empty()), move || view! {
                <Chips typing said moves/>
            })}
        </div>
    }
}

/// 看懂了: sort, who, by when; of a change what it moves, and to which day.
#[component]
fn Chips(
    typing: Typing,
    said: Memo<Option<SaidLine>>,
    moves: Memo<Option<LineMove>>,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let all = Memo::new(move |_| session.watch(|log| people(log, ui)));
    let sort = move || said.with(|said| said.as_ref().map_or("", |said| said.sort.choice.key));
    let is_work = move || said.with(|said| said.as_ref().is_some_and(|said| said.sort.is_work));
    let who = move || {
        said.with(|said| {
            said.as_ref()
                .and_then(|said| said.who.as_ref())
                .map(|who| who.value.to_string())
        })
    };
    let when_due = move || {
        said.with(|said| {
            said.as_ref()
                .and_then(|said| said.when)
                .map(|when| when.value.to_string())
        })
    };
    let is_who_proposed = move || {
        said.with(|said| {
            said.as_ref()
                .and_then(|said| said.who.as_ref())
                .is_some_and(|who| who.is_proposed)
        })
    };
    let is_day_proposed = move || {
        said.with(|said| {
            said.as_ref()
                .and_then(|said| said.when)
                .is_some_and(|when| when.is_proposed)
        })
    };
    let shown = Signal::derive(move || typing.when.get().or_else(when_due).unwrap_or_default());
    let take = Callback::new(move |text: String| typing.when.set(Some(text)));
    let read = Callback::new(move |text: String| session.read_line_day(&text));
    let day = move || {
        let input = view! {
            <input type="text" data-testid="result-chip" data-part="when" aria-label=ui.t(texts::meeting::DATE)
                placeholder=day_hint(FieldType::Date) autocomplete="off"
                data-proposed=move || is_day_proposed().to_string()
                prop:value=shown on:input=move |event| take.run(typed_text(&event))/>
        }
        .into_any();
        view! { <DayBox field_type=FieldType::Date text=shown take read input/> }
    };
    let moved = move || {
        let from = said.with(|said| said.as_ref().and_then(|said| said.moved_from))?;
        let day = from.format("%m-%d").to_string();
        Some(ui.fill(texts::meeting::MOVED_FROM, &[("day", &day)]))
    };
    let person = move |one: PersonChoice| {
        let (id, words) = (one.id.clone(), one.in_words());
        view! { <option value=one.id selected=move || who().as_ref() == Some(&id)>{words}</option> }
    };
    let sorts = move |sort_: &'static crate::templates::minutes_item::LineSort| {
        let key = sort_.choice.key;
        view! { <option value=key selected=move || sort() == key>{ui.t(sort_.choice.label)}</option> }
    };
    view! {
        <p class="result-chips" role="status">
            <span class="hint">{ui.t(texts::meeting::LINE_UNDERSTOOD)}</span>
            <select data-testid="result-chip" data-part="sort" aria-label=ui.t(texts::meeting::SORT)
                prop:value=sort on:change=move |event| typing.sort.set(Some(typed_text(&event)))>
                {SORTS.iter().map(sorts).collect::<Vec<_>>()}
            </select>
            {when(is_work, move || view! {
                <select data-testid="result-chip" data-part="who" aria-label=ui.t(texts::progress::OWNER)
                    data-proposed=move || is_who_proposed().to_string() prop:value=move || who().unwrap_or_default()
                    on:change=move |event| typing.who.set(Some(typed_text(&event)))>
                    <option value="">{ui.t(texts::meeting::NOBODY)}</option>
                    {live(move || all.get().into_iter().map(person).collect::<Vec<_>>())}
                </select>
                {day()}
                <span class="hint">{live(moved)}</span>
            })}
            <MoveAsked moves/>
            <span class="hint">{ui.t(texts::meeting::ENTER_NOTES)}</span>
        </p>
    }
}

/// What the request that a line becomes moves.
#[component]
fn MoveAsked(moves: Memo<Option<LineMove>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let said = move || {
        let one = moves.get()?;
        let name = session.watch(|log| record_name(log, &one.target, ui.lang.get()));
        let places = [("name", &*name), ("day", &*one.to.to_string())];
        Some(ui.fill(texts::meeting::LINE_MOVES, &places))
    };
    view! { <span class="hint" data-testid="result-move">{live(said)}</span> }
}
