//! The question about the duties of one's department. Where none are written there is nothing to confirm: they are
//! written here, or the project lead is asked to.

use super::questions::field;
use super::yes_or_no::{Objected, YesOrNo};
use crate::analysis::Answer;
use crate::analysis::inbox::said::{Remarked, remarks_on};
use crate::analysis::words::names;
use crate::model::{Log, RecordId};
use crate::templates::department;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// What the department is responsible for, and the answers.
#[component]
pub(super) fn Duties(department: RecordId, answer: Memo<Answer>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(department);
    let line = move |label, key: &'static str| {
        live(move || {
            let text = session.watch(|log| field(log, &id.get_value(), key));
            let text = text
                .lines()
                .collect::<Vec<_>>()
                .join(ui.text(texts::LIST_SEPARATOR));
            (!text.is_empty())
                .then(|| view! { <p><span class="hint">{ui.text(label)}</span> " " {text}</p> })
        })
    };
    let edit = StoredValue::new(Ui::href(session.project(), &id.get_value()));
    let agree = Callback::new(move |()| {
        session.confirm_duties(&id.get_value(), None);
    });
    let object = Callback::new(move |why: String| {
        session.object_duties(&id.get_value(), &why);
    });
    let words = Signal::derive(move || {
        let me = session.author();
        session.watch(|log| {
            let own = own_remark(log, &id.get_value(), me.as_deref());
            own.map(|own| own.text).unwrap_or_default()
        })
    });
    let is_empty = Memo::new(move |_| {
        session.watch(|log| field(log, &id.get_value(), department::DUTIES.name).is_empty())
    });
    view! {
        <p>
            <strong>{live(move || session.watch(|log| names::short_name(log, &id.get_value(), ui.lang.get())))}</strong>
        </p>
        {line(texts::decide::DOES, department::DUTIES.name)}
        {line(texts::decide::DOES_NOT, department::NOT_DUTIES.name)}
        {live(move || match is_empty.get() {
            true => view! { <Unwritten answer object words edit=edit.get_value()/> }.into_any(),
            false => view! {
                <YesOrNo answer agree object words edit=edit.get_value()
                    place=format!("objection/duties/{}", id.get_value())/>
            }.into_any(),
        })}
    }
}

/// Nothing is written yet: that is said, with what can be done.
#[component]
fn Unwritten(
    answer: Memo<Answer>,
    object: Callback<String>,
    words: Signal<String>,
    edit: String,
) -> impl IntoView {
    let ui = ui();
    let ask = move |_| {
        let asked = texts::decide::DUTIES_FIRST.text(ui.lang.get_untracked());
        object.run(asked.to_owned());
    };
    view! {
        <p class="hint" data-testid="no-duties">{ui.t(texts::decide::NO_DUTIES)}</p>
        <p class="answers">
            <a class="button" href=edit>{ui.t(texts::decide::WRITE_DUTIES)}</a>
            <button type="button" data-answer="ask"
                aria-pressed=move || (answer.get() == Answer::Objected).to_string() on:click=ask>
                {ui.t(texts::decide::ASK_FOR_DUTIES)}
            </button>
        </p>
        {live(move || (answer.get() == Answer::Objected).then(|| view! {
            <Objected words label=texts::decide::YOU_ASKED/>
        }))}
    }
}

/// What this person said last of the duties, and is not dealt with.
fn own_remark(log: &Log, department: &RecordId, me: Option<&str>) -> Option<Remarked> {
    let mut all = remarks_on(log, department);
    all.retain(|one| one.is_open && one.by.as_deref() == me);
    all.pop()
}
