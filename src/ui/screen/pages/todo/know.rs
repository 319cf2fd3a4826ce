//! 知晓分工和沟通规则: one's own letters, and 知道了 or what one objects.

use super::yes_or_no::Objected;
use crate::analysis::Answer;
use crate::analysis::inbox::noting::{has_rules, noting, words_against};
use crate::analysis::words::names::bare_name;
use crate::model::RecordId;
use crate::model::template::Choice;
use crate::state::{Page, RoleFill, Route};
use crate::templates::{assignment, mechanism, work_item};
use crate::ui::letter::{own_parts, part_line};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::reason::{Asking, ReasonForm};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// The letters of a person, and the answers.
#[component]
pub(super) fn Know(person: RecordId, answer: Memo<Answer>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(person);
    let parts = move || {
        session.watch(|log| {
            let person = id.get_value();
            let changed = noting(log, &person).map_or_else(Vec::new, |one| one.changed);
            let is_again = matches!(answer.get(), Answer::Outdated(_));
            let line = |place: assignment::RolePlace| {
                let line = part_line(log, &place, ui.lang.get())?;
                let is_new = is_again && changed.iter().any(|(record, _)| *record == place.record);
                Some(match is_new {
                    true => ui.fill(texts::roles::LETTER_CHANGED, &[("line", &line)]),
                    false => line,
                })
            };
            own_parts(log, &person)
                .into_iter()
                .filter_map(line)
                .collect::<Vec<_>>()
        })
    };
    let link = move |kind: &str, label| {
        let href = Route::Project(session.project(), Page::Kind(kind.to_owned())).to_string();
        view! { <a class="button quiet" href=href>{ui.t(label)}</a> }
    };
    let asking = Asking::at(format!("objection/roles/{}", id.get_value()));
    let object = Callback::new(move |why: String| {
        session.object_roles(&id.get_value(), &why);
    });
    let words = Signal::derive(move || {
        let said = session.watch(|log| words_against(log, &id.get_value()));
        said.map(|(_, words)| words).unwrap_or_default()
    });
    let note = move || {
        session.note_roles(&id.get_value(), None);
    };
    view! {
        {live(move || match parts() {
            none if none.is_empty() => view! { <p class="hint">{ui.text(texts::roles::NO_LETTERS)}</p> }.into_any(),
            parts => view! {
                <p class="hint">{ui.text(texts::roles::YOUR_LETTERS)}</p>
                <ul class="own-letters" data-testid="own-letters">
                    {parts.into_iter().map(|part| view! { <li>{part}</li> }).collect::<Vec<_>>()}
                </ul>
            }.into_any(),
        })}
        <p class="answers">
            <button type="button" data-answer="yes" on:click=press(note)
                aria-pressed=move || (answer.get() == Answer::Agreed).to_string()>
                {ui.t(texts::roles::KNOWN)}
            </button>
            <button type="button" data-answer="no" on:click=press(move || asking.begin())
                aria-pressed=move || (answer.get() == Answer::Objected).to_string()>
                {ui.t(texts::decide::OBJECT)}
            </button>
            {link(work_item::KIND, texts::roles::SEE_TABLE)}
            {when(move || session.watch(has_rules), move || link(mechanism::KIND, texts::roles::SEE_RULES))}
        </p>
        {live(move || (answer.get() == Answer::Objected).then(|| view! { <Objected words/> }))}
        {live(move || asking.is_open().then(|| view! {
            <Wishes person=id.get_value()/>
            <ReasonForm asking then=object/>
        }))}
    }
}

/// Which of one's letters should be another: a suggestion for the project lead, or written where the column is one's
/// own.
#[component]
fn Wishes(person: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let own = session.read(|log| own_parts(log, &person));
    let line = |place: assignment::RolePlace| view! { <Wish place/> };
    (!own.is_empty()).then(|| {
        view! {
            <p class="hint">{ui.t(texts::roles::WISH_HEAD)}</p>
            <ul class="own-letters">{own.into_iter().map(line).collect::<Vec<_>>()}</ul>
        }
    })
}

#[component]
fn Wish(place: assignment::RolePlace) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let said = RwSignal::new(None::<bool>);
    let row = place.row.clone();
    let name = move || session.watch(|log| bare_name(log, &row, ui.lang.get()));
    let letter = place.letter.clone();
    let hook = place.record.to_string();
    let option = move |choice: &'static Choice| {
        let is_it = letter == choice.key;
        view! { <option value=choice.key selected=is_it>{ui.t(choice.label)}</option> }
    };
    let options: Vec<_> = assignment::LETTERS.iter().map(option).collect();
    let wish = move |event: Event| {
        let fill = RoleFill {
            row: place.row.clone(),
            column: place.column.clone(),
            letter: typed_text(&event),
            person: None,
        };
        let is_own = session.may_fill_role(&fill);
        session.fill_roles(&[fill]);
        said.set(Some(is_own));
    };
    let noted = move || {
        let label = match said.get()? {
            true => texts::roles::WISH_WRITTEN,
            false => texts::roles::WISH_SUGGESTED,
        };
        Some(ui.text(label))
    };
    view! {
        <li>
            <label>
                <bdi>{live(name)}</bdi> " "
                <select data-testid="wish-letter" data-record=hook on:change=wish>
                    {options}
                    <option value="">{ui.t(texts::roles::WISH_NONE)}</option>
                </select>
            </label>
            " " <span class="hint" role="status">{live(noted)}</span>
        </li>
    }
}
